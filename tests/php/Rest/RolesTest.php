<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Rest;

use WooInventoryGuard\Install\Schema;
use WooInventoryGuard\Platform\Access;

/**
 * Who may do what.
 */
final class RolesTest extends RestTestCase {

	private const RIGHTS = array(
		'administrator'     => Access::ALL,
		'wig_stock_clerk'   => array( Access::VIEW, Access::ADJUST, Access::COUNT ),
		'wig_sales_channel' => array( Access::VIEW, Access::RESERVE ),
		'wig_stock_counter' => array( Access::COUNT ),
		'subscriber'        => array(),
		''                  => array(),
	);

	public function test_each_role_can_do_what_it_is_for_and_nothing_else(): void {
		$item        = $this->part( 9 );
		$reservation = $this->reserve( $item, 1 )->at( 'id' );
		// The sums of the reports are made again whenever somebody reads them.
		$tables      = array_values( array_diff( array_keys( Schema::tables() ), array( 'item_days', 'shop_days', 'item_speeds' ) ) );
		$before      = self::checksum( ...$tables );
		foreach ( self::RIGHTS as $role => $rights ) {
			$this->sign_in( $role );
			foreach ( self::operations() as $operation ) {
				$path   = str_replace( '{id}', (string) ( str_starts_with( $operation->path, '/reservations' ) ? $reservation : $item ), $operation->path );
				$answer = $this->send( $operation->method, $path, $operation->writes() ? $this->required( $operation->body ) : null );
				if ( null === $operation->capability || in_array( $operation->capability, $rights, true ) ) {
					self::assertNotContains( $answer->status, array( 401, 403 ), "$role may $operation->method $path: $answer->text" );
				} else {
					self::assertSame( '' === $role ? 401 : 403, $answer->status, "$role may not $operation->method $path" );
				}
			}
		}
		self::assertSame( $before, self::checksum( ...$tables ), 'All bodies were of the kind that is refused.' );
	}

	/**
	 * A body that gets past WordPress's own look at what is missing, and no further.
	 *
	 * @return array<string, mixed>
	 */
	private function required( ?string $schema ): array {
		$properties = null === $schema ? array() : \WooInventoryGuard\Rest\SchemaFile::load( $schema )['properties'];
		return array_map( static fn (): bool => false, array_filter( $properties, static fn ( array $property ): bool => $property['required'] ?? false ) ) + array( 'not_a_field' => 1 );
	}

	public function test_the_shop_manager_gets_the_rights_when_woocommerce_brings_the_role(): void {
		self::assertNull( get_role( 'shop_manager' ) );
		add_role( 'shop_manager', 'Shop manager', array( 'read' => true ) );
		Access::install();
		foreach ( Access::ALL as $capability ) {
			self::assertTrue( get_role( 'shop_manager' )->has_cap( $capability ) );
		}
		remove_role( 'shop_manager' );
	}

	public function test_installing_again_writes_nothing_and_keeps_what_the_owner_took_away(): void {
		global $wpdb;
		get_role( Access::CLERK )->add_cap( Access::ADJUST, false );
		$writes = 0;
		add_action(
			'update_option',
			static function () use ( &$writes ): void {
				++$writes;
			}
		);
		$queries = $wpdb->num_queries;
		Access::install();
		self::assertSame( array( 0, $queries ), array( $writes, $wpdb->num_queries ) );
		self::assertFalse( get_role( Access::CLERK )->has_cap( Access::ADJUST ) );
		get_role( Access::CLERK )->add_cap( Access::ADJUST );
	}

	public function test_uninstalling_takes_roles_and_rights_away(): void {
		Access::uninstall();
		self::assertNull( get_role( Access::CLERK ) );
		self::assertNull( get_role( Access::CHANNEL ) );
		self::assertArrayNotHasKey( Access::VIEW, get_role( 'administrator' )->capabilities );
		Access::install();
		self::assertTrue( get_role( Access::CHANNEL )->has_cap( Access::RESERVE ) );
		self::assertTrue( get_role( 'administrator' )->has_cap( Access::CONFIGURE ) );
	}
}
