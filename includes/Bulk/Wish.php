<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Bulk;

/**
 * What is to be changed: some fields, or what is on hand.
 */
final class Wish {

	/**
	 * @param Values|null $values One of the two is there.
	 */
	private function __construct( public readonly ?Values $values, public readonly ?Step $step ) {}

	public static function of_fields( Values $values ): self {
		return new self( $values, null );
	}

	public static function of_stock( Step $step ): self {
		return new self( null, $step );
	}

	public function to_json(): string {
		$kept = null === $this->step ? array( 'set' => $this->values->values ?? array() ) : array( 'on_hand' => $this->step->to_array() );
		return json_encode( $kept, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE );
	}

	public static function from_json( string $text ): self {
		$kept = json_decode( $text, true );
		$kept = is_array( $kept ) ? $kept : array();
		return is_array( $kept['on_hand'] ?? null )
			? self::of_stock( Step::from_array( $kept['on_hand'] ) )
			: self::of_fields( Values::of( is_array( $kept['set'] ?? null ) ? $kept['set'] : array() ) );
	}
}
