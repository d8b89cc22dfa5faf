<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Following;

use WooInventoryGuard\Platform\Log;
use WooInventoryGuard\Rule\RuleList;
use WooInventoryGuard\Rule\Scope;
use WooInventoryGuard\Rule\Work;

/**
 * Products that come into a category take what its rule says, and lose it when they leave; so when categories move.
 */
final class RuleFollow {

	private const TAXONOMY = 'product_cat';

	public function __construct( private readonly RuleList $rules, private readonly Work $work ) {}

	public function register(): void {
		add_action( 'set_object_terms', $this->set( ... ), 20, 6 );
		add_action( 'deleted_term_relationships', $this->taken_out( ... ), 20, 3 );
		add_action( 'edited_' . self::TAXONOMY, $this->moved( ... ), 20 );
		add_action( 'delete_' . self::TAXONOMY, $this->deleted( ... ), 20 );
	}

	private function set( mixed $product_id, mixed $terms, mixed $numbers, mixed $taxonomy, mixed $append, mixed $before ): void {
		if ( self::TAXONOMY === $taxonomy && is_numeric( $product_id ) && is_array( $numbers ) && is_array( $before ) && array() !== array_diff( $numbers, $before ) ) {
			$this->guarded( fn() => $this->work->products( array( (int) $product_id ) ) );
		}
	}

	private function taken_out( mixed $product_id, mixed $numbers, mixed $taxonomy ): void {
		if ( self::TAXONOMY === $taxonomy && is_numeric( $product_id ) ) {
			$this->guarded( fn() => $this->work->products( array( (int) $product_id ) ) );
		}
	}

	/**
	 * It may be below another one now. Where nothing has changed, looking through all items writes nothing.
	 */
	private function moved(): void {
		$this->guarded( $this->work->restart( ... ) );
	}

	private function deleted( mixed $term_id ): void {
		$this->guarded(
			function () use ( $term_id ): void {
				$this->rules->forget( Scope::Category, is_numeric( $term_id ) ? (int) $term_id : 0 );
				$this->work->restart();
			}
		);
	}

	/**
	 * What was done in WooCommerce stays done; the comparison of every minute finds what is left.
	 *
	 * @param callable(): void $work
	 */
	private function guarded( callable $work ): void {
		if ( ! RuleList::any() ) {
			return;
		}
		try {
			$work();
		} catch ( \RuntimeException $error ) {
			Log::error( 'Items could not follow their categories.', $error );
		}
	}
}
