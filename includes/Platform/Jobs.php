<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Platform;

/**
 * Work that comes round again: through Action Scheduler where WooCommerce (or anybody) brings it, else through WP-Cron.
 * Nothing that must be right depends on it; where no cron ever runs only shown numbers are late.
 */
final class Jobs {

	private const EVERY_SECONDS = 60;
	private const GROUP         = 'woo-inventory-guard';
	private const INTERVAL      = 'wig_minute';

	/**
	 * @param string $hook The action that is fired.
	 */
	public function __construct( private readonly string $hook ) {}

	/**
	 * @param callable(): void $work Bounded: it comes round again.
	 */
	public function register( callable $work ): void {
		add_action( $this->hook, $work );
		// phpcs:ignore WordPress.WP.CronInterval -- A sweep of a few rows; Action Scheduler does the same.
		add_filter( 'cron_schedules', $this->with_interval( ... ) );
		add_action( 'admin_init', $this->ensure( ... ) );
	}

	/**
	 * Only where an administrator is about: asking Action Scheduler costs a query.
	 */
	public function ensure(): void {
		if ( ! function_exists( 'as_has_scheduled_action' ) ) {
			if ( false === wp_next_scheduled( $this->hook ) ) {
				wp_schedule_event( time() + self::EVERY_SECONDS, self::INTERVAL, $this->hook );
			}
			return;
		}
		wp_clear_scheduled_hook( $this->hook );
		if ( ! as_has_scheduled_action( $this->hook, array(), self::GROUP ) ) {
			as_schedule_recurring_action( time() + self::EVERY_SECONDS, self::EVERY_SECONDS, $this->hook, array(), self::GROUP, true );
		}
	}

	/**
	 * Whether somebody will fire the action.
	 */
	public function planned(): bool {
		return function_exists( 'as_has_scheduled_action' )
			? as_has_scheduled_action( $this->hook, array(), self::GROUP )
			: false !== wp_next_scheduled( $this->hook );
	}

	public function stop(): void {
		wp_clear_scheduled_hook( $this->hook );
		if ( function_exists( 'as_unschedule_all_actions' ) ) {
			as_unschedule_all_actions( $this->hook, array(), self::GROUP );
		}
	}

	/**
	 * @param array<string, array{interval: int, display: string}> $schedules
	 * @return array<string, array{interval: int, display: string}>
	 */
	private function with_interval( array $schedules ): array {
		$schedules[ self::INTERVAL ] = array(
			'interval' => self::EVERY_SECONDS,
			'display'  => __( 'Every minute', 'woo-inventory-guard' ),
		);
		return $schedules;
	}
}
