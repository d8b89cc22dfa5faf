<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest;

use WooInventoryGuard\Stock\Reference;

/**
 * Small parts of an answer that several resources share.
 */
final class Words {

	/**
	 * RFC 3339, UTC, to the second: as fine as every database keeps it, so that an answer that is given again is the
	 * same to the letter.
	 */
	public static function time( \DateTimeImmutable $time ): string {
		return $time->setTimezone( new \DateTimeZone( 'UTC' ) )->format( 'Y-m-d\TH:i:s\Z' );
	}

	/**
	 * To the microsecond, where order matters and the database keeps it.
	 */
	public static function moment( \DateTimeImmutable $time ): string {
		return $time->setTimezone( new \DateTimeZone( 'UTC' ) )->format( 'Y-m-d\TH:i:s.u\Z' );
	}

	public static function maybe_time( ?\DateTimeImmutable $time ): ?string {
		return null === $time ? null : self::time( $time );
	}

	/**
	 * @return array{type: string, id: string}
	 */
	public static function reference( Reference $reference ): array {
		return array(
			'type' => $reference->type,
			'id'   => $reference->id,
		);
	}

	/**
	 * The document in words. What this plugin cannot know (an order's own number) a filter may say better.
	 */
	public static function reference_label( Reference $reference ): string {
		if ( '' === $reference->type ) {
			return '';
		}
		$label = match ( $reference->type ) {
			/* translators: %s: number of an order */
			'order' => sprintf( __( 'Order #%s', 'woo-inventory-guard' ), $reference->id ),
			/* translators: %s: number of a cart */
			'cart'  => sprintf( __( 'Cart %s', 'woo-inventory-guard' ), $reference->id ),
			/* translators: %s: number of a reversal: lines of the ledger that take a document back */
			'reversal' => sprintf( __( 'Reversal %s', 'woo-inventory-guard' ), $reference->id ),
			/* translators: %s: number of a restore: numbers on hand that were brought back to what they were at a moment */
			'restore' => sprintf( __( 'Restore %s', 'woo-inventory-guard' ), $reference->id ),
			/* translators: %s: a number */
			'backup_return' => sprintf( __( 'Backup brought back, no. %s', 'woo-inventory-guard' ), $reference->id ),
			default => trim( ucfirst( str_replace( array( '_', '-' ), ' ', $reference->type ) ) . ' ' . $reference->id ),
		};
		/**
		 * Filters what a document is called.
		 *
		 * @param string $label Such as "Order #1042".
		 * @param string $type  Such as order.
		 * @param string $id    Such as 1042.
		 */
		$filtered = apply_filters( 'woo_inventory_guard_reference_label', $label, $reference->type, $reference->id );
		return is_string( $filtered ) ? $filtered : $label;
	}

	/**
	 * Where the document is seen in wp-admin; null where nobody knows or the reader may not.
	 */
	public static function reference_link( Reference $reference ): ?string {
		/**
		 * Filters where a document is seen.
		 *
		 * @param string|null $link A URL; null where there is none, or the present user may not see it.
		 * @param string      $type Such as order.
		 * @param string      $id   Such as 1042.
		 */
		$link = '' === $reference->type ? null : apply_filters( 'woo_inventory_guard_reference_link', null, $reference->type, $reference->id );
		return is_string( $link ) ? $link : null;
	}

	/**
	 * The name of who did it; empty for the shop itself, and for people who are gone.
	 */
	public static function actor( int $user_id ): string {
		$user = $user_id > 0 ? get_userdata( $user_id ) : false;
		return false === $user ? '' : $user->display_name;
	}
}
