<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Listing;

/**
 * What a list of items can be sorted by. Each has an index that begins with kind and status (Install\Schema).
 */
enum SortBy: string {

	case Name      = 'name';
	case Sku       = 'sku';
	case OnHand    = 'on_hand';
	case Reserved  = 'reserved';
	case Available = 'available';
	case Status    = 'status';
	case Updated   = 'updated';

	/**
	 * The column that orders the items of one kind and status. Those with the same status are ordered by name.
	 */
	public function column(): string {
		return match ( $this ) {
			self::Status  => 'name',
			self::Updated => 'updated_at',
			default       => $this->value,
		};
	}

	public function index(): string {
		return match ( $this ) {
			self::Status => 'list_name',
			default      => 'list_' . $this->value,
		};
	}

	public function is_number(): bool {
		return self::OnHand === $this || self::Reserved === $this || self::Available === $this;
	}
}
