<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Alert;

use WooInventoryGuard\Stock\StockStatus;

/**
 * What somebody is told of.
 */
enum Kind: string {

	case Low = 'low';
	case Out = 'out';
	/** Units are there again. */
	case Back = 'back';
	/** An order took units that are still to come. */
	case Backorder = 'backorder';
	/** A payment came after the hold had run out, and the units could still be had. */
	case PaidLate = 'paid_late';
	/** Paid, and cannot be had. */
	case PaidShort = 'paid_short';
	/** How many oversells were averted in a day. */
	case Averted = 'averted';
	/** The stock records do not agree. */
	case Ledger = 'ledger';
	/** A file that the server reads by itself could not be read. */
	case Feed = 'feed';

	/**
	 * Whether it stays open until a person (or the stock itself) has put it right. The others are done once they are
	 * told.
	 */
	public function needs_a_person(): bool {
		return match ( $this ) {
			self::Low, self::Out, self::PaidShort, self::Ledger, self::Feed => true,
			self::Back, self::Backorder, self::PaidLate, self::Averted      => false,
		};
	}

	/**
	 * A customer has paid and waits: this goes out by itself, at once.
	 */
	public function is_urgent(): bool {
		return self::PaidShort === $this;
	}

	/**
	 * What a change of status means to the owner; null when it is no news (it was low, and is well again).
	 */
	public static function of_change( StockStatus $from, StockStatus $to ): ?self {
		$was_there = in_array( $from, array( StockStatus::Ok, StockStatus::Low ), true );
		return match ( true ) {
			$from === $to, StockStatus::Untracked === $from, StockStatus::Untracked === $to => null,
			StockStatus::Out === $to                                                          => self::Out,
			StockStatus::Backorder === $to                                                    => $was_there ? self::Out : null,
			! $was_there                                                                      => self::Back,
			StockStatus::Low === $to                                                          => self::Low,
			default                                                                           => null,
		};
	}
}
