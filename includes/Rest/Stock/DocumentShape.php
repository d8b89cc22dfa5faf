<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Stock;

use WooInventoryGuard\History\Document;
use WooInventoryGuard\History\Reversal;
use WooInventoryGuard\History\ReversalStore;
use WooInventoryGuard\Rest\Words;

/**
 * A document as the outside sees it: see Schema/document.json.
 */
final class DocumentShape {

	public function __construct( private readonly ReversalStore $reversals ) {}

	/**
	 * @return array<string, mixed>
	 */
	public function of( Document $document ): array {
		$reference = $document->reference;
		return array(
			'reference'       => Words::reference( $reference ),
			'reference_label' => Words::reference_label( $reference ),
			'reference_link'  => Words::reference_link( $reference ),
			'reason'          => $document->reason,
			'lines'           => $document->lines,
			'many_lines'      => $document->many,
			'items'           => 0 === $document->items ? null : $document->items,
			'units_in'        => $document->in?->json(),
			'units_out'       => $document->out?->json(),
			'actor'           => $document->actor,
			'actor_name'      => Words::actor( $document->actor ),
			'first_at'        => Words::time( $document->first_at ),
			'last_at'         => Words::time( $document->last_at ),
			'can_be_reversed' => $document->can_be_reversed(),
			'reversal'        => null === $document->reversal ? null : self::reversal( $document->reversal ),
			'reverses'        => $this->reversed_by( $document ),
		);
	}

	/**
	 * @return array<string, mixed> See Schema/reversal.json.
	 */
	public static function reversal( Reversal $reversal ): array {
		return array(
			'id'              => $reversal->id,
			'reference'       => Words::reference( $reversal->of ),
			'reference_label' => Words::reference_label( $reversal->of ),
			'levels'          => $reversal->levels,
			'done'            => $reversal->done,
			'finished_at'     => Words::maybe_time( $reversal->finished_at ),
			'actor'           => $reversal->actor,
			'actor_name'      => Words::actor( $reversal->actor ),
			'created_at'      => Words::time( $reversal->created_at ),
		);
	}

	private function reversed_by( Document $document ): ?string {
		$reversal = Reversal::TYPE === $document->reference->type ? $this->reversals->find( (int) $document->reference->id ) : null;
		return null === $reversal ? null : Words::reference_label( $reversal->of );
	}
}
