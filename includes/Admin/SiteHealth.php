<?php
/**
 * Tests for Tools > Site Health.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

namespace WooInventoryGuard\Admin;

use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Stock\Integrity\Integrity;

/**
 * Whether the books agree, whether the database can keep promises, and whether anybody sweeps what has run out.
 *
 * The first reads whole tables, so Site Health asks for it in the background and an answer is kept for some minutes.
 */
final class SiteHealth {

	private const CACHE = 'woo_inventory_guard_health';

	private const CACHE_SECONDS = 300;

	public const ROUTE = 'woo-inventory-guard/v1';

	/**
	 * @param \Closure(): list<string> $unfit_tables Names of our tables whose storage has no transactions.
	 * @param \Closure(): bool         $sweeps       Whether the job that ends reservations is planned.
	 * @param \Closure(): list<string> $lost_tables  Names of our tables that are not there.
	 */
	public function __construct(
		private readonly Integrity $integrity,
		private readonly \Closure $unfit_tables,
		private readonly \Closure $sweeps,
		private readonly \Closure $lost_tables
	) {}

	public function register(): void {
		add_filter( 'site_status_tests', $this->add_tests( ... ) );
		add_action( 'rest_api_init', $this->add_route( ... ) );
	}

	/**
	 * @param array<string, array<string, mixed>> $tests
	 * @return array<string, array<string, mixed>>
	 */
	private function add_tests( array $tests ): array {
		$tests['direct']['wig_tables'] = array(
			'label' => __( 'Inventory tables', 'woo-inventory-guard' ),
			'test'  => $this->tables( ... ),
		);
		$tests['direct']['wig_sweep']  = array(
			'label' => __( 'Expired stock reservations', 'woo-inventory-guard' ),
			'test'  => $this->sweep( ... ),
		);
		$tests['async']['wig_ledger']  = array(
			'label'             => __( 'Inventory records', 'woo-inventory-guard' ),
			'test'              => rest_url( self::ROUTE . '/site-health' ),
			'has_rest'          => true,
			'async_direct_test' => $this->ledger( ... ),
		);
		return $tests;
	}

	private function add_route(): void {
		self::add_test_route( '/site-health', $this->ledger( ... ) );
	}

	/**
	 * A test that Site Health asks for in the background.
	 *
	 * @param non-falsy-string                 $route
	 * @param \Closure(): array<string, mixed> $test
	 */
	public static function add_test_route( string $route, \Closure $test ): void {
		register_rest_route(
			self::ROUTE,
			$route,
			array(
				'methods'             => 'GET',
				'callback'            => static fn(): \WP_REST_Response => new \WP_REST_Response( $test() ),
				'permission_callback' => static fn(): bool => current_user_can( 'view_site_health_checks' ) && Access::can( Access::CONFIGURE ),
			)
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private function ledger(): array {
		$problems = get_transient( self::CACHE );
		if ( ! is_numeric( $problems ) ) {
			$problems = count( $this->integrity->check()->problems );
			set_transient( self::CACHE, $problems, self::CACHE_SECONDS );
		}
		$problems = (int) $problems;
		return 0 === $problems
			? self::result( 'wig_ledger', 'good', __( 'All stock records agree', 'woo-inventory-guard' ), __( 'Every number on hand is the sum of its movements, and every reserved unit belongs to an active reservation.', 'woo-inventory-guard' ) )
			: self::result(
				'wig_ledger',
				'critical',
				/* translators: %s: a number */
				sprintf( _n( '%s stock record does not agree', '%s stock records do not agree', $problems, 'woo-inventory-guard' ), number_format_i18n( $problems ) ),
				__( 'Something has changed the tables of Woo Inventory Guard from outside. Run "wp inventory-guard verify" to see which rows, and "wp inventory-guard repair" to mend them.', 'woo-inventory-guard' )
			);
	}

	/**
	 * @return array<string, mixed>
	 */
	private function tables(): array {
		$lost = ( $this->lost_tables )();
		if ( array() !== $lost ) {
			return self::result(
				'wig_tables',
				'critical',
				__( 'Inventory tables are missing', 'woo-inventory-guard' ),
				/* translators: %s: names of database tables, with commas between */
				sprintf( __( 'These tables of Woo Inventory Guard are not in the database any more: %s. Open Inventory > Backups: it says what can be brought back, and how.', 'woo-inventory-guard' ), implode( ', ', $lost ) )
			);
		}
		$unfit = ( $this->unfit_tables )();
		return array() === $unfit
			? self::result( 'wig_tables', 'good', __( 'The inventory tables can keep promises', 'woo-inventory-guard' ), __( 'All tables of Woo Inventory Guard have transactions.', 'woo-inventory-guard' ) )
			: self::result(
				'wig_tables',
				'critical',
				__( 'Inventory tables without transactions', 'woo-inventory-guard' ),
				/* translators: %s: names of database tables, with commas between */
				sprintf( __( 'These tables must use InnoDB, else units can be sold twice: %s. Ask your host to convert them.', 'woo-inventory-guard' ), implode( ', ', $unfit ) )
			);
	}

	/**
	 * @return array<string, mixed>
	 */
	private function sweep(): array {
		return ( $this->sweeps )()
			? self::result( 'wig_sweep', 'good', __( 'Expired stock reservations are swept', 'woo-inventory-guard' ), __( 'The job that gives reserved units back is planned.', 'woo-inventory-guard' ) )
			: self::result( 'wig_sweep', 'recommended', __( 'Expired stock reservations are not swept', 'woo-inventory-guard' ), __( 'Expired reservations stop counting at once, so nothing is lost; but the numbers on the Inventory screen lag behind until the job runs. Switch the plugin off and on again to plan it.', 'woo-inventory-guard' ) );
	}

	/**
	 * @param 'good'|'recommended'|'critical' $status
	 * @return array<string, mixed>
	 */
	public static function result( string $test, string $status, string $label, string $description ): array {
		return array(
			'label'       => $label,
			'status'      => $status,
			'badge'       => array(
				'label' => __( 'Inventory', 'woo-inventory-guard' ),
				'color' => 'blue',
			),
			'description' => '<p>' . esc_html( $description ) . '</p>',
			'actions'     => '',
			'test'        => $test,
		);
	}
}
