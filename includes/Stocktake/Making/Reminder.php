<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Making;

use WooInventoryGuard\Stocktake\Stocktake;

/**
 * Tells people by mail that there is something to count. Each gets it in their own language.
 */
final class Reminder {

	/**
	 * @param \Closure(Stocktake): string $screen Where it is counted.
	 */
	public function __construct( private readonly \Closure $screen ) {}

	/**
	 * @param list<int>     $users Empty for the shop's own address.
	 * @param 'begun'|'due' $why
	 */
	public function send( Stocktake $stocktake, array $users, string $why ): void {
		foreach ( $users as $user ) {
			$person = get_userdata( $user );
			if ( false !== $person && '' !== $person->user_email ) {
				$switched = switch_to_user_locale( $user );
				$this->mail( $person->user_email, $stocktake, $why );
				if ( $switched ) {
					restore_previous_locale();
				}
			}
		}
		$admin = get_option( 'admin_email', '' );
		if ( array() === $users && is_string( $admin ) && '' !== $admin ) {
			$this->mail( $admin, $stocktake, $why );
		}
	}

	/**
	 * @param 'begun'|'due' $why
	 */
	private function mail( string $to, Stocktake $stocktake, string $why ): void {
		$site = wp_specialchars_decode( get_bloginfo( 'name' ), ENT_QUOTES );
		$what = 'due' === $why
			/* translators: %s: name of a stocktake */
			? sprintf( __( 'Due today, and not done: the stocktake “%s”', 'woo-inventory-guard' ), $stocktake->name )
			/* translators: %s: name of a stocktake */
			: sprintf( __( 'Please count: the stocktake “%s” has begun', 'woo-inventory-guard' ), $stocktake->name );
		/* translators: %s: a date */
		$until = null === $stocktake->due_on ? '' : sprintf( __( 'It should be done by %s.', 'woo-inventory-guard' ), wp_date( (string) get_option( 'date_format' ), (int) strtotime( $stocktake->due_on . ' 12:00:00 UTC' ) ) ) . "\n";
		/* translators: 1: name of the site, 2: what happened */
		wp_mail( $to, sprintf( __( '[%1$s] %2$s', 'woo-inventory-guard' ), $site, $what ), $what . "\n" . $until . ( '' === $stocktake->note ? '' : "\n" . $stocktake->note . "\n" ) . "\n" . ( $this->screen )( $stocktake ) . "\n" );
	}
}
