<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Restore;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Stock\Reference;

/**
 * Many items cut at once by one person or program: "somebody set 812 products to zero eleven minutes ago".
 */
final class MassEvent {

	/**
	 * @param int       $actor     User id, 0 for the shop itself or a program.
	 * @param string    $reason    Of its lines.
	 * @param Reference $reference The document, none where there is none.
	 * @param int       $items     How many items it cut and nobody has put right since.
	 * @param int       $zeroed    Of its lines, how many left nothing.
	 */
	public function __construct(
		public readonly int $actor,
		public readonly string $reason,
		public readonly Reference $reference,
		public readonly \DateTimeImmutable $first_at,
		public readonly \DateTimeImmutable $last_at,
		public readonly int $items,
		public readonly int $zeroed
	) {}

	/**
	 * By what it is known: the same for as long as it is the same event.
	 */
	public function mark(): string {
		return substr( hash( 'sha256', implode( '|', array( $this->actor, $this->reason, $this->reference->type, $this->reference->id, Clock::sql( $this->first_at ) ) ) ), 0, 32 );
	}

	public function with_items( int $items ): self {
		return new self( $this->actor, $this->reason, $this->reference, $this->first_at, $this->last_at, $items, $this->zeroed );
	}

	/**
	 * @return array{actor: int, reason: string, type: string, id: string, first: string, last: string, items: int, zeroed: int}
	 */
	public function to_array(): array {
		return array(
			'actor'  => $this->actor,
			'reason' => $this->reason,
			'type'   => $this->reference->type,
			'id'     => $this->reference->id,
			'first'  => Clock::sql( $this->first_at ),
			'last'   => Clock::sql( $this->last_at ),
			'items'  => $this->items,
			'zeroed' => $this->zeroed,
		);
	}

	/**
	 * @param array<mixed> $kept See to_array().
	 */
	public static function from_array( array $kept ): self {
		$text   = static fn( string $name ): string => is_string( $kept[ $name ] ?? null ) ? $kept[ $name ] : '';
		$number = static fn( string $name ): int => is_int( $kept[ $name ] ?? null ) ? $kept[ $name ] : 0;
		$zero   = new \DateTimeImmutable( '@0' );
		return new self(
			$number( 'actor' ),
			$text( 'reason' ),
			new Reference( $text( 'type' ), $text( 'id' ) ),
			Clock::from_sql( $text( 'first' ) ) ?? $zero,
			Clock::from_sql( $text( 'last' ) ) ?? $zero,
			$number( 'items' ),
			$number( 'zeroed' )
		);
	}
}
