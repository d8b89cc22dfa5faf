<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import\Checking;

use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Catalog\Writing\ManyItems;
use WooInventoryGuard\Import\Options;
use WooInventoryGuard\Import\Parts;
use WooInventoryGuard\Import\Problem;
use WooInventoryGuard\Import\RowState;
use WooInventoryGuard\Stock\Quantity;

/**
 * Looks at one row: which item it is about, what is wrong with it, what it would change. Writes nothing.
 */
final class RowCheck {

	/** @var list<Problem> */
	private array $problems = array();

	/** @var array<string, array{string|null, string}> */
	private array $changes = array();

	private ?Item $item = null;

	private string $sku = '';

	private ?string $code = null;

	private ?Quantity $delta = null;

	private bool $parts = false;

	/**
	 * @param array<string, string> $sent
	 */
	public function __construct( private readonly Lookup $lookup, private readonly ManyItems $many, private readonly Counted $counted, private readonly Options $options, private readonly array $sent ) {}

	/**
	 * @return array{state: RowState, item: Item|null, ident: string|null, code: string|null, parts: bool, seen: Quantity|null, delta: Quantity|null, problems: list<Problem>, changes: array<string, array{string|null, string}>}
	 */
	public function look(): array {
		$about          = Identity::of( $this->lookup, $this->sent, $this->options->create );
		$this->item     = $about->item;
		$this->sku      = $about->sku;
		$this->problems = $about->problems;
		$new            = null === $this->item;
		if ( array() === $this->problems ) {
			$this->kind();
			$this->fields();
			$this->stock();
			$this->components();
		}
		$state = match ( true ) {
			array() !== $this->problems => RowState::Problem,
			$new                        => RowState::Create,
			array() === $this->changes  => RowState::Same,
			default                     => RowState::Change,
		};
		return array(
			'state'    => $state,
			'item'     => $this->item,
			'ident'    => $this->ident( $state ),
			'code'     => $this->code,
			'parts'    => $this->parts && RowState::Problem !== $state,
			'seen'     => null === $this->delta || null === $this->item ? null : $this->lookup->on_hand( $this->item ),
			'delta'    => $this->delta,
			'problems' => $this->problems,
			'changes'  => $this->changes,
		);
	}

	/**
	 * By what two rows are about the same item.
	 */
	private function ident( RowState $state ): ?string {
		if ( null !== $this->item ) {
			return 'i:' . $this->item->id;
		}
		if ( '' !== $this->sku ) {
			return self::ident_of_sku( $this->sku );
		}
		return RowState::Create === $state ? self::ident_of_name( $this->changes['name'][1] ?? '' ) : null;
	}

	public static function ident_of_sku( string $sku ): string {
		return 's:' . $sku;
	}

	public static function ident_of_name( string $name ): string {
		// A name is longer than the column.
		return 'n:' . hash( 'xxh128', $name );
	}

	private function kind(): void {
		$sent = isset( $this->sent['kind'] ) ? strtolower( trim( $this->sent['kind'] ) ) : null;
		if ( null === $this->item ) {
			$kind = $sent ?? ( isset( $this->sent['components'] ) ? Kind::Bundle->value : Kind::Part->value );
			if ( Kind::Part->value !== $kind && Kind::Bundle->value !== $kind ) {
				$this->problem( 'kind', 'wig_import_new_kind', $kind );
				return;
			}
			$this->changes['kind'] = array( null, $kind );
			if ( '' !== $this->sku ) {
				$this->changes['sku'] = array( null, $this->sku );
			}
			if ( ! isset( $this->sent['name'] ) ) {
				$this->changes['name'] = array( null, $this->sku );
			}
		} elseif ( null !== $sent && $sent !== $this->item->kind->value ) {
			$this->problem( 'kind', 'wig_import_kind', $this->item->kind->value );
		}
	}

	private function fields(): void {
		foreach ( array_intersect( Fields::ALL, array_keys( $this->sent ) ) as $field ) {
			try {
				$value = Fields::clean( $field, $this->sent[ $field ] );
			} catch ( BadValue $bad ) {
				$this->problems[] = $bad->problem;
				continue;
			}
			$said = null === $this->item ? null : Fields::said( $this->item, $field );
			if ( $value === $said || ( null !== $said && 'safety_stock' === $field && '0' === $value && '' === $said ) ) {
				continue;
			}
			if ( $this->may_say( $field, $value ) ) {
				$this->changes[ $field ] = array( $said, $value );
			}
		}
	}

	private function may_say( string $field, string $value ): bool {
		$bundle = null === $this->item ? ( $this->changes['kind'][1] ?? '' ) === Kind::Bundle->value : Kind::Bundle === $this->item->kind;
		if ( null !== $this->item && null !== $this->item->product_id && array() !== $this->many->only_the_shops( Fields::to_changes( array( $field => $value ) ) ) ) {
			return $this->problem( $field, 'wig_import_owned_by_shop' );
		}
		if ( in_array( $field, Fields::OF_COUNTED, true ) && ( ( null !== $this->item && ! $this->item->tracked ) || ( $bundle && 'low_stock_threshold' !== $field ) ) ) {
			return $this->problem( $field, 'wig_import_not_counted' );
		}
		if ( 'barcode' === $field ) {
			$owner = $this->lookup->by_barcode( $value );
			if ( null !== $owner && $owner->id !== $this->item?->id ) {
				return $this->problem( $field, 'wig_import_barcode_taken', '' === $owner->sku ? $owner->name : $owner->sku );
			}
			$this->code = $value;
		}
		return true;
	}

	private function stock(): void {
		$fields = array_values( array_intersect( array( 'on_hand', 'delta', 'counted' ), array_keys( $this->sent ) ) );
		if ( array() === $fields ) {
			if ( isset( $this->sent['counted_at'] ) ) {
				$this->problem( 'counted_at', 'wig_import_nothing_counted' );
			}
			return;
		}
		$field = $fields[0];
		if ( 1 < count( $fields ) ) {
			$this->problem( $fields[1], 'wig_import_two_numbers', $field );
			return;
		}
		try {
			$number = Fields::quantity( $field, $this->sent[ $field ] );
		} catch ( BadValue $bad ) {
			$this->problems[] = $bad->problem;
			return;
		}
		if ( null === $this->item ) {
			$this->opening( $field, $number );
			return;
		}
		if ( ! $this->item->tracked || Kind::Bundle === $this->item->kind ) {
			$this->problem( $field, 'wig_import_not_counted' );
			return;
		}
		$seen  = $this->lookup->on_hand( $this->item );
		$means = array(
			'delta'   => 'difference',
			'counted' => 'counted',
		)[ $field ] ?? $this->options->quantity;
		if ( 'difference' !== $means && $number->is_negative() && 0 !== $number->compare( $seen ) ) {
			$this->problem( $field, 'wig_import_negative', (string) $number );
			return;
		}
		$by = match ( $means ) {
			'difference' => $number,
			'counted'    => $this->variance( $number ),
			default      => $number->minus( $seen ),
		};
		if ( null === $by || $by->is_zero() ) {
			return;
		}
		if ( $by->is_negative() && $this->item->available->plus( $this->item->allowance )->plus( $by )->is_negative() ) {
			$this->problem( $field, 'wig_import_promised', (string) $this->item->reserved );
			return;
		}
		$this->delta              = $by;
		$this->changes['on_hand'] = array( (string) $seen, (string) $seen->plus( $by ) );
	}

	private function opening( string $field, Quantity $number ): void {
		if ( ( $this->changes['kind'][1] ?? '' ) === Kind::Bundle->value ) {
			$this->problem( $field, 'wig_import_not_counted' );
		} elseif ( $number->is_negative() ) {
			$this->problem( $field, 'wig_import_negative', (string) $number );
		} else {
			$this->delta              = $number;
			$this->changes['on_hand'] = array( null, (string) $number );
		}
	}

	/**
	 * What was counted, less what the books had at that moment: all that moved since is in the books, and stays.
	 */
	private function variance( Quantity $number ): ?Quantity {
		if ( null === $this->item ) {
			return null;
		}
		try {
			return $number->minus( $this->counted->balance( $this->item, $this->sent['counted_at'] ?? null, $this->options->counted_at ) );
		} catch ( BadValue $bad ) {
			$this->problems[] = $bad->problem;
			return null;
		}
	}

	/**
	 * Who is in the list is looked at once all rows are known: it may be made further down (see Resolving).
	 */
	private function components(): void {
		if ( ! isset( $this->sent['components'] ) ) {
			return;
		}
		try {
			$wanted = Parts::again( Parts::read( $this->sent['components'] ) );
		} catch ( BadValue $bad ) {
			$this->problems[] = $bad->problem;
			return;
		}
		$is_bundle = null === $this->item ? ( $this->changes['kind'][1] ?? '' ) === Kind::Bundle->value
			: Kind::Bundle === $this->item->kind || ( Kind::Simple === $this->item->kind && null !== $this->item->product_id );
		if ( ! $is_bundle ) {
			$this->problem( 'components', 'wig_import_not_a_bundle' );
			return;
		}
		$said = null === $this->item ? null : ( $this->lookup->parts[ $this->item->id ] ?? '' );
		if ( $said !== $wanted ) {
			$this->changes['components'] = array( $said, $wanted );
			$this->parts                 = true;
		}
	}

	private function problem( string $field, string $code, string $what = '' ): bool {
		$this->problems[] = new Problem( $field, $code, $what );
		return false;
	}
}
