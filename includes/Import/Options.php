<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import;

/**
 * How a file is meant.
 */
final class Options {

	public const QUANTITIES = array( 'absolute', 'difference', 'counted' );

	/**
	 * @param 'absolute'|'difference'|'counted' $quantity   What the column on_hand says.
	 * @param \DateTimeImmutable|null           $counted_at For rows that do not say it themselves.
	 * @param bool                              $create     Whether items are made for SKUs that nobody knows.
	 * @param string                            $reason     As of a movement.
	 */
	public function __construct(
		public readonly string $quantity,
		public readonly ?\DateTimeImmutable $counted_at = null,
		public readonly bool $create = false,
		public readonly string $reason = 'import',
		public readonly string $note = ''
	) {}

	/**
	 * @return array{quantity: string, counted_at: string|null, create: bool, reason: string, note: string}
	 */
	public function to_array(): array {
		return array(
			'quantity'   => $this->quantity,
			'counted_at' => $this->counted_at?->setTimezone( new \DateTimeZone( 'UTC' ) )->format( 'Y-m-d\TH:i:s\Z' ),
			'create'     => $this->create,
			'reason'     => $this->reason,
			'note'       => $this->note,
		);
	}

	/**
	 * @param array<mixed> $kept See to_array(); the time as text or as a time.
	 */
	public static function from_array( array $kept ): self {
		$text     = static fn( string $name, string $else ): string => is_string( $kept[ $name ] ?? null ) ? $kept[ $name ] : $else;
		$quantity = $text( 'quantity', 'absolute' );
		$at       = $kept['counted_at'] ?? null;
		return new self(
			'difference' === $quantity || 'counted' === $quantity ? $quantity : 'absolute',
			is_string( $at ) && '' !== $at ? new \DateTimeImmutable( $at ) : ( $at instanceof \DateTimeImmutable ? $at : null ),
			true === ( $kept['create'] ?? false ),
			$text( 'reason', 'import' ),
			$text( 'note', '' )
		);
	}
}
