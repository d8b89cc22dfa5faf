<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Alert;

/**
 * Alerts in words, for mails, notices and REST alike. Plain text: who shows it escapes it.
 */
final class Sentences {

	/** Lines of one section; the rest is a number and a link. */
	private const LINES = 50;

	public static function of( Alert $alert ): string {
		$name = $alert->text( 'name' );
		return match ( $alert->kind ) {
			/* translators: 1: name of an item, 2: units */
			Kind::Low       => sprintf( __( '%1$s is low: %2$s left', 'woo-inventory-guard' ), $name, self::number( $alert, 'available' ) ),
			Kind::Out       => 'backorder' === $alert->text( 'to' )
				/* translators: %s: name of an item */
				? sprintf( __( '%s is used up; it is now sold on backorder', 'woo-inventory-guard' ), $name )
				/* translators: %s: name of an item */
				: sprintf( __( '%s is out of stock', 'woo-inventory-guard' ), $name ),
			/* translators: 1: name of an item, 2: units */
			Kind::Back      => sprintf( __( '%1$s is back in stock: %2$s available', 'woo-inventory-guard' ), $name, self::number( $alert, 'available' ) ),
			/* translators: 1: name of an item, 2: units, 3: an order, such as "Order #1042" */
			Kind::Backorder => sprintf( __( '%1$s: %2$s on backorder in %3$s', 'woo-inventory-guard' ), $name, self::number( $alert, 'units' ), self::order( $alert ) ),
			/* translators: %s: an order, such as "Order #1042" */
			Kind::PaidLate  => sprintf( __( '%s was paid after its hold had run out; everything could still be had', 'woo-inventory-guard' ), self::order( $alert ) ),
			Kind::PaidShort => self::paid_short( $alert ),
			Kind::Averted   => self::averted( $alert ),
			/* translators: %s: name of a feed: a file that the server reads by itself */
			Kind::Feed      => sprintf( __( 'The feed %s could not be read', 'woo-inventory-guard' ), $name ),
			/* translators: %s: a number */
			Kind::Ledger    => sprintf( _n( '%s stock record does not agree', '%s stock records do not agree', self::count( $alert, 'problems' ), 'woo-inventory-guard' ), number_format_i18n( self::count( $alert, 'problems' ) ) ),
		};
	}

	/**
	 * A heading for alerts of one kind.
	 */
	public static function heading( Kind $kind ): string {
		return match ( $kind ) {
			Kind::Low       => __( 'Low in stock', 'woo-inventory-guard' ),
			Kind::Out       => __( 'Out of stock', 'woo-inventory-guard' ),
			Kind::Back      => __( 'Back in stock', 'woo-inventory-guard' ),
			Kind::Backorder => __( 'Backorders placed', 'woo-inventory-guard' ),
			Kind::PaidLate  => __( 'Paid late', 'woo-inventory-guard' ),
			Kind::PaidShort => __( 'Paid, but out of stock', 'woo-inventory-guard' ),
			Kind::Averted   => __( 'Oversells averted', 'woo-inventory-guard' ),
			Kind::Ledger    => __( 'Stock records', 'woo-inventory-guard' ),
			Kind::Feed      => __( 'Feeds', 'woo-inventory-guard' ),
		};
	}

	/**
	 * The sections of a mail, most urgent first.
	 *
	 * @param list<Alert> $alerts
	 * @return list<array{heading: string, lines: list<array{text: string, sku: string}>, more: int}>
	 */
	public static function sections( array $alerts ): array {
		$sections = array();
		foreach ( array( Kind::PaidShort, Kind::Ledger, Kind::Feed, Kind::Out, Kind::Low, Kind::Back, Kind::Backorder, Kind::PaidLate, Kind::Averted ) as $kind ) {
			$of_kind = array_values( array_filter( $alerts, static fn( Alert $alert ): bool => $kind === $alert->kind ) );
			if ( array() === $of_kind ) {
				continue;
			}
			$sections[] = array(
				'heading' => self::heading( $kind ),
				'lines'   => array_map(
					static fn( Alert $alert ): array => array(
						'text' => self::of( $alert ),
						'sku'  => $alert->text( 'sku' ),
					),
					array_slice( $of_kind, 0, self::LINES )
				),
				'more'    => max( 0, count( $of_kind ) - self::LINES ),
			);
		}
		return $sections;
	}

	/**
	 * What a mail is about, in a few words: "3 out of stock, 5 low in stock".
	 *
	 * @param list<Alert> $alerts
	 */
	public static function summary( array $alerts ): string {
		if ( 1 === count( $alerts ) ) {
			return self::of( $alerts[0] );
		}
		$parts = array();
		foreach ( array( Kind::PaidShort, Kind::Ledger, Kind::Feed, Kind::Out, Kind::Low, Kind::Back, Kind::Backorder, Kind::PaidLate ) as $kind ) {
			$count = count( array_filter( $alerts, static fn( Alert $alert ): bool => $kind === $alert->kind ) );
			if ( $count > 0 ) {
				/* translators: 1: what happened, such as "Out of stock", 2: how often */
				$parts[] = sprintf( __( '%1$s: %2$s', 'woo-inventory-guard' ), self::heading( $kind ), number_format_i18n( $count ) );
			}
		}
		return array() === $parts ? self::heading( Kind::Averted ) : implode( ', ', $parts );
	}

	/**
	 * A line for what does not fit.
	 */
	public static function more( int $count ): string {
		/* translators: %s: a number */
		return sprintf( _n( 'and %s more', 'and %s more', $count, 'woo-inventory-guard' ), number_format_i18n( $count ) );
	}

	/**
	 * The order in words; who knows its own number says it better.
	 */
	public static function order( Alert $alert ): string {
		/* translators: %s: number of an order */
		$label = sprintf( __( 'Order #%s', 'woo-inventory-guard' ), (string) $alert->order_id );
		/** This filter is documented in includes/Rest/Words.php */
		$filtered = apply_filters( 'woo_inventory_guard_reference_label', $label, 'order', (string) $alert->order_id );
		return is_string( $filtered ) ? $filtered : $label;
	}

	private static function paid_short( Alert $alert ): string {
		$lines = array_map(
			static fn( array $line ): string => self::text( $line['missing'] ?? '' ) . ' × ' . self::text( $line['name'] ?? '' ),
			$alert->entries( 'lines' )
		);
		return array() === $lines
			/* translators: %s: an order, such as "Order #1042" */
			? sprintf( __( '%s was paid after its hold had run out, and not all of it can be had any more', 'woo-inventory-guard' ), self::order( $alert ) )
			/* translators: 1: an order, such as "Order #1042", 2: list such as "1 × Gaiwan, white" */
			: sprintf( __( '%1$s is paid, but out of stock: %2$s', 'woo-inventory-guard' ), self::order( $alert ), implode( ', ', $lines ) );
	}

	private static function averted( Alert $alert ): string {
		$times = self::count( $alert, 'times' );
		/* translators: 1: how often, 2: units, 3: a day */
		$sentence = _n( 'On %3$s %1$s order for more than was in stock was refused (%2$s units)', 'On %3$s %1$s orders for more than was in stock were refused (%2$s units)', $times, 'woo-inventory-guard' );
		return sprintf( $sentence, number_format_i18n( $times ), self::number( $alert, 'units' ), $alert->text( 'day' ) );
	}

	private static function number( Alert $alert, string $field ): string {
		return self::text( $alert->data[ $field ] ?? 0 );
	}

	private static function text( mixed $value ): string {
		return is_string( $value ) || is_int( $value ) || is_float( $value ) ? (string) $value : '';
	}

	private static function count( Alert $alert, string $field ): int {
		$value = $alert->data[ $field ] ?? 0;
		return is_int( $value ) ? $value : 0;
	}
}
