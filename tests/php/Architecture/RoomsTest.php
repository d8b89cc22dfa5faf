<?php
/**
 * Who may know whom (DESIGN.md section 2), checked by phpat inside PHPStan.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Architecture;

use PHPat\Selector\Selector;
use PHPat\Selector\SelectorInterface;
use PHPat\Test\Builder\Rule;
use PHPat\Test\PHPat;
use WooInventoryGuard\Plugin;

/**
 * Platform <- Stock <- capabilities <- edges <- Plugin. Nothing points back, edges never know one another.
 */
final class RoomsTest {

	/** Rooms that keep one capability each. */
	private const CAPABILITIES = array( 'Catalog', 'Limit', 'Rule', 'Location', 'Stocktake', 'Purchasing', 'Alert', 'Report', 'Shortfall', 'History', 'Bulk', 'Views', 'Privacy', 'Import', 'Restore', 'Backup', 'Fold' );

	/** Rooms that talk to the outside. */
	private const EDGES = array( 'Rest', 'Shop', 'Admin', 'Cli' );

	public function test_platform_knows_no_other_room(): Rule {
		return self::forbid( array( 'Platform' ), array_merge( array( 'Stock', 'Install', 'Settings' ), self::CAPABILITIES, self::EDGES ), 'everybody stands on Platform' );
	}

	public function test_stock_knows_only_platform(): Rule {
		return self::forbid( array( 'Stock' ), array_merge( array( 'Install', 'Settings' ), self::CAPABILITIES, self::EDGES ), 'the engine knows item ids, location ids and quantities' );
	}

	public function test_install_and_settings_know_only_platform(): Rule {
		return self::forbid( array( 'Install', 'Settings' ), array_merge( array( 'Stock' ), self::CAPABILITIES, self::EDGES ), 'they are used before anything else is there' );
	}

	public function test_capabilities_know_no_edge(): Rule {
		return self::forbid( self::CAPABILITIES, array_merge( array( 'Install' ), self::EDGES ), 'an edge serves a capability, never the other way round' );
	}

	public function test_early_knows_only_quantities(): Rule {
		return self::forbid( array( 'Early' ), array_merge( array( 'Platform', 'Install', 'Settings' ), self::CAPABILITIES, self::EDGES ), 'it answers before the plugin is loaded' );
	}

	public function test_rest_knows_no_other_edge(): Rule {
		return self::edge( 'Rest' );
	}

	public function test_shop_knows_no_other_edge(): Rule {
		return self::edge( 'Shop' );
	}

	public function test_admin_knows_no_other_edge(): Rule {
		return self::edge( 'Admin' );
	}

	public function test_cli_knows_no_other_edge(): Rule {
		return self::edge( 'Cli' );
	}

	public function test_only_the_composition_root_knows_everybody(): Rule {
		return PHPat::rule()
			->classes( Selector::inNamespace( 'WooInventoryGuard' ) )
			->excluding( Selector::classname( Plugin::class ), Selector::inNamespace( 'WooInventoryGuard\Wiring' ), Selector::inNamespace( 'WooInventoryGuard\Tests' ) )
			->shouldNot()->dependOn()
			->classes( Selector::classname( Plugin::class ) )
			->because( 'services are handed in, nobody fetches them' );
	}

	public function test_only_platform_touches_the_database(): Rule {
		return PHPat::rule()
			->classes( Selector::inNamespace( 'WooInventoryGuard' ) )
			->excluding( Selector::inNamespace( 'WooInventoryGuard\Platform' ), Selector::classname( Plugin::class ) )
			->shouldNot()->dependOn()
			->classes( Selector::classname( 'wpdb' ), Selector::classname( 'mysqli' ), Selector::classname( 'PDO' ) )
			->because( 'Platform\Db runs a transaction again where it must, and on one connection' );
	}

	private static function edge( string $edge ): Rule {
		return self::forbid( array( $edge ), array_diff( self::EDGES, array( $edge ) ), 'edges never know one another' );
	}

	/**
	 * @param array<string> $rooms     Who.
	 * @param array<string> $forbidden Must not know these.
	 */
	private static function forbid( array $rooms, array $forbidden, string $because ): Rule {
		return PHPat::rule()
			->classes( ...self::rooms( $rooms ) )
			->shouldNot()->dependOn()
			->classes( ...self::rooms( $forbidden ) )
			->because( $because );
	}

	/**
	 * @param array<string> $names
	 * @return list<SelectorInterface>
	 */
	private static function rooms( array $names ): array {
		return array_map( static fn ( string $name ): SelectorInterface => Selector::inNamespace( 'WooInventoryGuard\\' . $name ), array_values( $names ) );
	}
}
