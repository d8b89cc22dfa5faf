<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest;

use WooInventoryGuard\Backup\BrokenFile;
use WooInventoryGuard\Backup\NoSuchBackup;
use WooInventoryGuard\Bulk\CannotUndo;
use WooInventoryGuard\Catalog\CatalogError;
use WooInventoryGuard\History\AlreadyReversed;
use WooInventoryGuard\Import\NotReady;
use WooInventoryGuard\Import\File\StaleMappings;
use WooInventoryGuard\Import\WrongState;
use WooInventoryGuard\Limit\LimitTaken;
use WooInventoryGuard\Limit\StaleLimit;
use WooInventoryGuard\Platform\Busy;
use WooInventoryGuard\Platform\DuplicateKey;
use WooInventoryGuard\Platform\Log;
use WooInventoryGuard\Report\StaleReportMail;
use WooInventoryGuard\Rest\Import\ImportErrors;
use WooInventoryGuard\Rest\Stock\DocumentShape;
use WooInventoryGuard\Rest\Stock\StillShort;
use WooInventoryGuard\Rest\Stocktake\StocktakeErrors;
use WooInventoryGuard\Restore\CannotStart;
use WooInventoryGuard\Rule\OrderChanged;
use WooInventoryGuard\Rule\RuleTaken;
use WooInventoryGuard\Stock\Lines\Folded;
use WooInventoryGuard\Stock\Level\Inconsistent;
use WooInventoryGuard\Stock\Error\InvalidQuantity;
use WooInventoryGuard\Stock\Error\KeyReused;
use WooInventoryGuard\Stock\Error\NotActive;
use WooInventoryGuard\Stock\Error\NotEnoughHeld;
use WooInventoryGuard\Stock\Error\NotEnoughStock;
use WooInventoryGuard\Stock\Error\NotFound;
use WooInventoryGuard\Stock\Error\NotTracked;
use WooInventoryGuard\Stock\Error\Shortage;
use WooInventoryGuard\Stock\Error\StaleLevel;
use WooInventoryGuard\Stock\Error\UnknownItem;
use WooInventoryGuard\Stock\Error\UnknownLocation;
use WooInventoryGuard\Stocktake\Making\NothingToCount;
use WooInventoryGuard\Stocktake\StocktakeError;
use WooInventoryGuard\Views\StaleView;

/**
 * The only map from what went wrong inside to what is told outside: a stable code, a status, data for programs, and a
 * sentence that says what to do.
 */
final class Errors {

	/**
	 * @param Call|null $call The request, once it was readable: it knows which field named which item.
	 */
	public static function of( \Throwable $error, ?Call $call = null ): \WP_Error {
		return match ( true ) {
			$error instanceof InvalidInput    => self::invalid( $error->problems ),
			$error instanceof NotEnoughStock  => self::not_enough( $error ),
			$error instanceof StaleLevel      => self::error( 'wig_stale_level', 409, __( 'The number on hand has changed since you looked. Look at the present number, count again if need be, and send it as expected.', 'woo-inventory-guard' ), array( 'on_hand' => $error->on_hand->json() ) ),
			$error instanceof NotActive       => self::error( 'wig_not_active', 409, self::sentence_for_state( $error ), array( 'state' => $error->state->value ) ),
			$error instanceof NotEnoughHeld   => self::error( 'wig_not_enough_held', 409, __( 'The reservation does not hold that much. Commit at most what it still holds.', 'woo-inventory-guard' ), array( 'item_id' => $error->item_id ) ),
			$error instanceof StillShort      => self::error( 'wig_still_short', 409, __( 'These units are still not in stock; nothing was changed.', 'woo-inventory-guard' ) ),
			$error instanceof KeyReused       => self::error( 'wig_key_reused', 422, __( 'This Idempotency-Key was used before with other content. Use a new key for a new request.', 'woo-inventory-guard' ) ),
			$error instanceof NotFound        => self::not_found( __( 'There is no reservation with this number.', 'woo-inventory-guard' ) ),
			$error instanceof NothingToCount  => self::field( 'scope', __( 'No item fits all of this: there would be nothing to count. Choose less narrowly.', 'woo-inventory-guard' ) ),
			$error instanceof StocktakeError  => self::error( ...StocktakeErrors::of( $error ) ),
			$error instanceof NotYours        => self::error( 'wig_not_your_stocktake', 403, __( 'This stocktake was not given to you. Ask whoever manages it to add you to those who count.', 'woo-inventory-guard' ) ),
			$error instanceof CatalogError    => self::catalog( $error, $call ),
			$error instanceof LimitTaken      => self::error( 'wig_limit_taken', 409, __( 'There is a limit for this already. Change that one.', 'woo-inventory-guard' ), array( 'scope_id' => $error->scope_id ) ),
			$error instanceof Folded          => self::folded( $error ),
			$error instanceof AlreadyReversed => self::already_reversed( $error ),
			$error instanceof CannotStart     => self::error( 'wig_restore_' . $error->why, 409, self::sentence_for_restore( $error ) ),
			$error instanceof CannotUndo      => self::error( 'wig_cannot_undo', 409, __( 'There is nothing (any more) that could be undone: it has changed nothing, or it is more than 30 days ago.', 'woo-inventory-guard' ) ),
			$error instanceof WrongState      => self::error( ...ImportErrors::state( $error ) ),
			$error instanceof NotReady        => self::error( ...ImportErrors::not_ready( $error ) ),
			$error instanceof StaleMappings   => self::error( ...Stale::since( $error->version ) ),
			$error instanceof StaleReportMail => self::error( ...Stale::since( $error->version ) ),
			$error instanceof StaleView       => self::error( ...Stale::since( $error->version ) ),
			$error instanceof Forbidden       => self::error( 'rest_forbidden', rest_authorization_required_code(), $error->getMessage() ),
			$error instanceof StaleLimit      => self::error( ...Stale::since( $error->present->version ) ),
			$error instanceof RuleTaken       => self::error( 'wig_rule_taken', 409, __( 'There is a rule for this already. Change that one.', 'woo-inventory-guard' ), array( 'scope_id' => $error->scope_id ) ),
			$error instanceof OrderChanged    => self::error( 'wig_rules_changed', 409, __( 'Rules have come or gone meanwhile; nothing was changed. Read the list again, and send all rules of categories in order.', 'woo-inventory-guard' ) ),
			$error instanceof BrokenFile      => self::error( 'wig_backup_broken', 409, $error->getMessage() ),
			$error instanceof NoSuchBackup    => self::not_found( __( 'There is no backup with this number (any more).', 'woo-inventory-guard' ) ),
			$error instanceof NotThere        => self::not_found( $error->getMessage() ),
			$error instanceof UnknownItem     => self::field( $call?->field_of( 'item', $error->item_id ), __( 'There is no such item. Look for it in GET items.', 'woo-inventory-guard' ) ),
			$error instanceof UnknownLocation => self::field( $call?->field_of( 'location', $error->location_id ), __( 'There is no such location. Leave location_id out for the main one.', 'woo-inventory-guard' ) ),
			$error instanceof NotTracked      => self::not_tracked( $call?->field_of( 'item', $error->item_id ) ?? 'item_id', $error->item_id ),
			$error instanceof InvalidQuantity => self::field( 'quantity', __( 'Multiplied with its components, this quantity is too large or needs more than four decimal places.', 'woo-inventory-guard' ) ),
			$error instanceof Inconsistent    => self::inconsistent( $error ),
			$error instanceof DuplicateKey    => self::duplicate( $error ),
			$error instanceof Busy            => self::error( 'wig_busy', 503, __( 'The shop is very busy. Nothing was decided; please try again in a moment.', 'woo-inventory-guard' ) ),
			default                           => self::unexpected( $error ),
		};
	}

	/**
	 * @param non-empty-array<string, string> $problems By field.
	 */
	private static function invalid( array $problems ): \WP_Error {
		return self::error( 'rest_invalid_param', 400, implode( ' ', $problems ), array( 'params' => $problems ) );
	}

	private static function catalog( CatalogError $error, ?Call $call ): \WP_Error {
		return self::error( ...CatalogErrors::of( $error, $call ) );
	}

	/**
	 * A unique code that the database takes for another one's, where the catalog finds no owner of exactly this text:
	 * SQLite takes "ab" for "AB".
	 */
	private static function duplicate( DuplicateKey $error ): \WP_Error {
		$field = 1 === preg_match( "/\bbarcode'?$/", $error->getMessage() ) ? 'barcode' : 'sku';
		/* translators: %s: sku or barcode */
		$sentence = sprintf( __( '%s: another item has this or one that counts as the same. Choose another one.', 'woo-inventory-guard' ), $field );
		return self::error( 'wig_duplicate_' . $field, 400, $sentence, array( 'params' => array( $field => $sentence ) ) );
	}

	private static function field( ?string $field, string $sentence ): \WP_Error {
		return self::invalid( array( $field ?? 'item_id' => ( $field ?? 'item_id' ) . ': ' . $sentence ) );
	}

	private static function not_found( string $sentence ): \WP_Error {
		return self::error( 'wig_not_found', 404, $sentence );
	}

	private static function not_tracked( string $field, int $item_id ): \WP_Error {
		/* translators: %s: name of a field, such as lines[0].item_id */
		$sentence = sprintf( __( '%s: the stock of this item is not counted by itself. For a product, switch on "Manage stock"; for a bundle, use its components.', 'woo-inventory-guard' ), $field );
		return self::error(
			'wig_not_tracked',
			400,
			$sentence,
			array(
				'item_id' => $item_id,
				'params'  => array( $field => $sentence ),
			)
		);
	}

	private static function not_enough( NotEnoughStock $error ): \WP_Error {
		$lines = array_map(
			static fn( Shortage $line ): array => array(
				'item_id'   => $line->item_id,
				'sku'       => $line->sku,
				'requested' => $line->requested->json(),
				'available' => $line->available->json(),
				'short'     => $line->short,
			),
			$error->lines
		);
		$words = array();
		foreach ( $error->lines as $line ) {
			if ( $line->short ) {
				$words[] = sprintf(
					/* translators: 1: SKU or number of an item, 2: units asked for, 3: units that can be had */
					__( '%1$s: %2$s asked for, %3$s available.', 'woo-inventory-guard' ),
					'' === $line->sku ? '#' . $line->item_id : $line->sku,
					(string) $line->requested,
					(string) $line->available
				);
			}
		}
		return self::error( 'wig_not_enough_stock', 409, __( 'Not enough stock; nothing was changed.', 'woo-inventory-guard' ) . ' ' . implode( ' ', $words ), array( 'lines' => $lines ) );
	}

	private static function sentence_for_state( NotActive $error ): string {
		return match ( $error->state->value ) {
			'committed' => __( 'This reservation has already been committed: its units have gone out.', 'woo-inventory-guard' ),
			'released'  => __( 'This reservation has already been released. Reserve again, with a new key.', 'woo-inventory-guard' ),
			default     => __( 'This reservation has run out. Reserve again, with a new key.', 'woo-inventory-guard' ),
		};
	}

	private static function sentence_for_restore( CannotStart $error ): string {
		return match ( $error->why ) {
			CannotStart::LOOKING => __( 'What this restore would change is still being found out. Wait for its preview, then apply it.', 'woo-inventory-guard' ),
			CannotStart::BUSY    => __( 'Another restore is being applied. Wait for it to end, then look again what is left to change.', 'woo-inventory-guard' ),
			default              => __( 'Another restore was applied or undone since you looked; nothing was changed. Look again what is left to change.', 'woo-inventory-guard' ),
		};
	}

	private static function already_reversed( AlreadyReversed $error ): \WP_Error {
		return self::error( 'wig_already_reversed', 409, __( 'This document has been taken back already, or somebody is at it. Its reversal is a document of its own, which can be taken back in turn.', 'woo-inventory-guard' ), array( 'reversal' => DocumentShape::reversal( $error->reversal ) ) );
	}

	private static function folded( Folded $error ): \WP_Error {
		$format = strval( get_option( 'date_format' ) ) . ' ' . strval( get_option( 'time_format' ) );
		/* translators: %s: date and time */
		$sentence = sprintf( __( 'Movements before %s were folded into monthly sums: of single ones it is not known any more when they were, who made them and for which order. Choose a later time, or look into a backup that was made before they were folded.', 'woo-inventory-guard' ), (string) wp_date( $format, $error->before->getTimestamp() ) );
		return self::error( 'wig_folded', 410, $sentence, array( 'before' => Words::time( $error->before ) ) );
	}

	private static function inconsistent( Inconsistent $error ): \WP_Error {
		Log::error( 'Stock records do not agree.', $error );
		return self::error( 'wig_inconsistent', 500, __( 'The stock records of an item have been changed from outside and do not agree. Nothing was changed. Let an administrator run "wp inventory-guard verify", then "wp inventory-guard repair".', 'woo-inventory-guard' ), array( 'item_id' => $error->item_id ) );
	}

	private static function unexpected( \Throwable $error ): \WP_Error {
		Log::error( 'A REST request failed.', $error );
		return self::error( 'wig_failed', 500, __( 'The server could not finish this. Try again with the same Idempotency-Key; the reason is in the server\'s error log.', 'woo-inventory-guard' ) );
	}

	/**
	 * @param array<string, mixed> $data
	 */
	private static function error( string $code, int $status, string $sentence, array $data = array() ): \WP_Error {
		return new \WP_Error( $code, $sentence, array( 'status' => $status ) + $data );
	}
}
