<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Platform;

/**
 * Work that is to begin in a moment, in a process of its own: through Action Scheduler where somebody brings it, else
 * through WP-Cron. A job that is lost is no harm: who works in portions goes on with the next one.
 */
final class Soon {

	private const GROUP = 'woo-inventory-guard';

	/**
	 * @param string $hook The action that is fired.
	 */
	public function __construct( private readonly string $hook ) {}

	/**
	 * @param callable(): bool $work Bounded; whether all is finished. Where not, it comes round again.
	 */
	public function register( callable $work ): void {
		add_action(
			$this->hook,
			function () use ( $work ): void {
				try {
					$finished = $work();
				} catch ( DbError $error ) {
					Log::error( 'Work in the background stopped for a moment.', $error );
					$finished = false;
				}
				if ( ! $finished ) {
					// Not unique: this job itself is still in the list.
					$this->plan( false );
				}
			}
		);
	}

	public function plan( bool $unique = true ): void {
		if ( ! function_exists( 'as_enqueue_async_action' ) ) {
			if ( ! $unique || false === wp_next_scheduled( $this->hook ) ) {
				wp_schedule_single_event( time(), $this->hook );
			}
			return;
		}
		// Its tables are ready from this action on.
		if ( 0 < did_action( 'action_scheduler_init' ) ) {
			as_enqueue_async_action( $this->hook, array(), self::GROUP, $unique );
		}
	}

	public function stop(): void {
		wp_clear_scheduled_hook( $this->hook );
		if ( function_exists( 'as_unschedule_all_actions' ) ) {
			as_unschedule_all_actions( $this->hook, array(), self::GROUP );
		}
	}
}
