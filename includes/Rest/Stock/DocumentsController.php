<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Stock;

use WooInventoryGuard\History\AlreadyReversed;
use WooInventoryGuard\History\Document;
use WooInventoryGuard\History\Documents;
use WooInventoryGuard\History\NotReversible;
use WooInventoryGuard\History\Preview;
use WooInventoryGuard\History\Reversals;
use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\InvalidInput;
use WooInventoryGuard\Rest\NotThere;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Rest\Page;
use WooInventoryGuard\Stock\Reference;

/**
 * The documents behind movements, and taking one back as a whole.
 */
final class DocumentsController extends Controller {

	/** How long one request works at it; the rest is done by the next one, or by the job. */
	private const SECONDS = 3.0;

	public function __construct(
		private readonly Documents $documents,
		private readonly Preview $preview,
		private readonly Reversals $reversals,
		private readonly DocumentShape $shape,
		private readonly LedgerLines $lines
	) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'GET', '/documents', Access::VIEW, $this->index( ... ), 'List documents that moved stock, those that were touched last first; orders are found among the movements.', 'document', many: true, query: 'documents-query' ),
			new Operation( 'GET', '/documents/summary', Access::VIEW, $this->show( ... ), 'What one document did in all.', 'document', query: 'document-query', refusals: array( 404, 410 ) ),
			new Operation( 'GET', '/documents/lines', Access::VIEW, $this->levels( ... ), 'What a document did to each level, and what taking it back would do now.', 'document-line', many: true, query: 'document-lines-query', refusals: array( 404, 410 ) ),
			new Operation( 'POST', '/documents/reverse', Access::ADJUST, $this->reverse( ... ), 'Take a document back as a whole, as new movements. A long one is not finished with the answer: send the same again to go on, or wait for the job.', 'reversal', body: 'reverse-request', refusals: array( 404, 409, 410 ) ),
		);
	}

	private function index( Call $call ): \WP_REST_Response {
		$page = new Page( $call );
		$more = $this->documents->newest( (string) $call->text( 'reference_type' ), $page->size + 1, $page->offset() );
		$some = array_slice( $more, 0, $page->size );
		LedgerLines::prepare_references( array_map( static fn( Document $document ): Reference => $document->reference, $some ) );
		$response = new \WP_REST_Response( array_map( $this->shape->of( ... ), $some ) );
		// How many there are in all is not counted; whether there are more is.
		$response->header( 'X-WP-Total', (string) ( $page->offset() + count( $more ) ) );
		return $response;
	}

	private function show( Call $call ): \WP_REST_Response {
		return new \WP_REST_Response( $this->shape->of( $this->find( self::asked( $call ) ) ) );
	}

	private function levels( Call $call ): \WP_REST_Response {
		$reference = self::asked( $call );
		$this->documents->require_whole( $reference );
		$page  = new Page( $call );
		$total = $this->preview->count( $reference );
		if ( 0 === $total ) {
			throw self::missing();
		}
		return $page->response(
			array_map(
				fn( array $level ): array => array(
					'item_id'     => $level['item_id'],
					'item_name'   => $level['name'],
					'item_sku'    => $level['sku'],
					'location_id' => $level['location_id'],
					'location'    => $this->lines->place( $level['location_id'] ),
					'delta'       => $level['delta']->json(),
					'on_hand'     => $level['on_hand']->json(),
					'by'          => $level['by']->json(),
				),
				$this->preview->of( $reference, $page->size, $page->offset() )
			),
			$total
		);
	}

	private function reverse( Call $call ): \WP_REST_Response {
		$key       = $call->key();
		$reference = ReservationsController::reference( $call );
		$this->find( $reference );
		try {
			$reversal = $this->reversals->begin( $reference, $call->actor(), $key );
		} catch ( NotReversible ) {
			throw InvalidInput::of( 'reference.type', __( 'reference.type: documents of this kind are taken back where they were made: an order by a refund or a cancellation, a bulk change by its own Undo.', 'woo-inventory-guard' ) );
		}
		return new \WP_REST_Response( DocumentShape::reversal( $this->reversals->work( $reversal->id, self::SECONDS ) ) );
	}

	private static function asked( Call $call ): Reference {
		return new Reference( (string) $call->text( 'reference_type' ), (string) $call->text( 'reference_id' ) );
	}

	private function find( Reference $reference ): Document {
		$this->documents->require_whole( $reference );
		return $this->documents->find( $reference ) ?? throw self::missing();
	}

	private static function missing(): NotThere {
		return new NotThere( __( 'There is no document with this number that has moved anything.', 'woo-inventory-guard' ) );
	}
}
