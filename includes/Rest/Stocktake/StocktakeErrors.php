<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Stocktake;

use WooInventoryGuard\Rest\Stale;
use WooInventoryGuard\Stocktake\NotReady;
use WooInventoryGuard\Stocktake\Counting\PhotoLimit;
use WooInventoryGuard\Stocktake\Making\StaleSchedule;
use WooInventoryGuard\Stocktake\State;
use WooInventoryGuard\Stocktake\StocktakeError;
use WooInventoryGuard\Stocktake\WrongState;

/**
 * What is told outside of something that cannot be done to a stocktake.
 */
final class StocktakeErrors {

	/**
	 * @return array{string, int, string, array<string, mixed>} Code, status, sentence, data.
	 */
	public static function of( StocktakeError $error ): array {
		return match ( true ) {
			$error instanceof WrongState => array( 'wig_stocktake_state', 409, self::sentence( $error->state ), array( 'state' => $error->state->value ) ),
			$error instanceof NotReady   => self::not_ready( $error ),
			$error instanceof StaleSchedule => Stale::since( $error->version ),
			$error instanceof PhotoLimit => array( 'wig_photo_limit', 409, __( 'There are as many photos as there may be: 5 of an item by one person, and 500 in a stocktake.', 'woo-inventory-guard' ), array() ),
			default                      => array( 'wig_stocktake_state', 409, __( 'This cannot be done to the stocktake now. Look at it again.', 'woo-inventory-guard' ), array() ),
		};
	}

	private static function sentence( State $state ): string {
		return match ( $state ) {
			State::Open      => __( 'Counting has not begun. Start the stocktake first.', 'woo-inventory-guard' ),
			State::Counting  => __( 'Counting goes on. End it first, then review.', 'woo-inventory-guard' ),
			State::Review    => __( 'The stocktake is being reviewed. Go back to counting first.', 'woo-inventory-guard' ),
			State::Applying  => __( 'The stocktake is being applied at this moment. Wait until that is done.', 'woo-inventory-guard' ),
			State::Applied   => __( 'The stocktake has been applied: nothing can be counted or changed in it any more. Count the item in a new one.', 'woo-inventory-guard' ),
			State::Undoing   => __( 'The stocktake is being undone at this moment.', 'woo-inventory-guard' ),
			State::Undone    => __( 'The stocktake has been undone. Make a new one.', 'woo-inventory-guard' ),
			State::Cancelled => __( 'The stocktake was given up. Make a new one.', 'woo-inventory-guard' ),
		};
	}

	/**
	 * @return array{string, int, string, array<string, mixed>}
	 */
	private static function not_ready( NotReady $error ): array {
		$data = array( 'waiting' => $error->lines );
		return match ( $error->why ) {
			NotReady::FILLING   => array( 'wig_stocktake_filling', 409, __( 'The items are still being chosen. Try again in a moment.', 'woo-inventory-guard' ), $data ),
			NotReady::COMPARING => array( 'wig_stocktake_comparing', 409, __( 'New counts are still being compared with the books. Try again in a moment.', 'woo-inventory-guard' ), $data ),
			/* translators: %s: a number */
			NotReady::UNDECIDED => array( 'wig_undecided', 409, sprintf( _n( 'Nobody has decided on %s difference yet. Accept or leave it first.', 'Nobody has decided on %s differences yet. Accept or leave them first.', $error->lines, 'woo-inventory-guard' ), number_format_i18n( $error->lines ) ), $data ),
			/* translators: %s: a number */
			default             => array( 'wig_second_person', 409, sprintf( _n( 'A second person must agree to %s difference first.', 'A second person must agree to %s differences first.', $error->lines, 'woo-inventory-guard' ), number_format_i18n( $error->lines ) ), $data ),
		};
	}
}
