<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Import;

use WooInventoryGuard\Import\NotReady;
use WooInventoryGuard\Import\State;
use WooInventoryGuard\Import\WrongState;

/**
 * What is told outside of something that cannot be done to an import.
 */
final class ImportErrors {

	/**
	 * @return array{string, int, string, array<string, mixed>} Code, status, sentence, data.
	 */
	public static function state( WrongState $error ): array {
		$sentence = match ( $error->import->state ) {
			State::Receiving => __( 'Rows of this file are still coming. Check it first.', 'woo-inventory-guard' ),
			State::Checking  => __( 'This import is being checked at this moment.', 'woo-inventory-guard' ),
			State::Checked   => __( 'This import has been checked: its rows cannot be changed any more. Begin a new one.', 'woo-inventory-guard' ),
			State::Applying  => __( 'This import is being applied at this moment.', 'woo-inventory-guard' ),
			State::Applied   => __( 'This import has been applied. You can undo it.', 'woo-inventory-guard' ),
			State::Undoing   => __( 'This import is being undone at this moment.', 'woo-inventory-guard' ),
			State::Undone    => __( 'This import has been undone. Begin a new one.', 'woo-inventory-guard' ),
			State::Cancelled => __( 'This import was given up. Begin a new one.', 'woo-inventory-guard' ),
		};
		return array( 'wig_import_state', 409, $sentence, array( 'state' => $error->import->state->value ) );
	}

	/**
	 * @return array{string, int, string, array<string, mixed>}
	 */
	public static function not_ready( NotReady $error ): array {
		$rows = $error->import->rows;
		return match ( $error->why ) {
			NotReady::INCOMPLETE => array(
				'wig_import_incomplete',
				409,
				/* translators: 1: a number, 2: a number */
				sprintf( __( 'Only %1$s of %2$s rows have come. Send the others first.', 'woo-inventory-guard' ), number_format_i18n( $rows['received'] ), number_format_i18n( $rows['total_rows'] ) ),
				array(
					'received'   => $rows['received'],
					'total_rows' => $rows['total_rows'],
				),
			),
			/* translators: %s: a number */
			NotReady::PROBLEMS   => array( 'wig_import_has_problems', 409, sprintf( _n( '%s row has problems. Correct the file, or leave the row out.', '%s rows have problems. Correct the file, or leave these rows out.', $rows['problem_rows'], 'woo-inventory-guard' ), number_format_i18n( $rows['problem_rows'] ) ), array( 'problem_rows' => $rows['problem_rows'] ) ),
			default              => array( 'wig_import_cannot_undo', 409, __( 'There is nothing (any more) that could be undone: it has written nothing, or it is more than 30 days ago.', 'woo-inventory-guard' ), array() ),
		};
	}
}
