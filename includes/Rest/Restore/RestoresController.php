<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Restore;

use WooInventoryGuard\Bulk\CannotUndo;
use WooInventoryGuard\History\Reversals;
use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Soon;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\InvalidInput;
use WooInventoryGuard\Rest\NotThere;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Rest\Page;
use WooInventoryGuard\Rest\Stock\LedgerLines;
use WooInventoryGuard\Restore\Applying;
use WooInventoryGuard\Restore\Lines;
use WooInventoryGuard\Restore\Looking;
use WooInventoryGuard\Restore\MassEvent;
use WooInventoryGuard\Restore\MassEvents;
use WooInventoryGuard\Restore\NoSuchRestore;
use WooInventoryGuard\Restore\Restore;
use WooInventoryGuard\Restore\Restores;
use WooInventoryGuard\Restore\State;
use WooInventoryGuard\Restore\Which;
use WooInventoryGuard\Stock\Reference;

/**
 * Getting lost numbers back: looked at, started, watched, undone. Once started it goes on by itself; a screen that
 * watches it lends a hand.
 */
final class RestoresController extends Controller {

	/** Seconds of work in one request: short enough for a progress bar that moves. */
	private const SECONDS = 2.0;

	public function __construct(
		private readonly Restores $restores,
		private readonly Looking $looking,
		private readonly Applying $applying,
		private readonly Lines $lines,
		private readonly MassEvents $events,
		private readonly Reversals $reversals,
		private readonly Soon $soon,
		private readonly Clock $clock,
		private readonly RestoreShape $shape,
		private readonly LedgerLines $names
	) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'GET', '/restores', Access::VIEW, $this->index( ... ), 'List restores that were started, newest first.', 'restore', many: true, query: 'restores-query' ),
			new Operation( 'POST', '/restores', Access::ADJUST, $this->make( ... ), 'Look what bringing numbers back to a moment would change; nothing happens yet. A long look is not finished with the answer: lend it a hand with work.', 'restore', body: 'restore-request', status: 201, refusals: array( 404, 410, 422 ) ),
			new Operation( 'GET', '/restores/{id}', Access::VIEW, $this->show( ... ), 'Read how far a restore is.', 'restore', refusals: array( 404 ) ),
			new Operation( 'GET', '/restores/{id}/lines', Access::VIEW, $this->index_lines( ... ), 'What a restore changes, item by item, the largest change first.', 'restore-line', many: true, query: 'restore-lines-query', refusals: array( 404 ) ),
			new Operation( 'POST', '/restores/{id}/start', Access::ADJUST, $this->start( ... ), 'Apply a restore that was looked at; it goes on by itself.', 'restore', body: 'nothing-request', refusals: array( 404, 409 ) ),
			new Operation( 'POST', '/restores/{id}/work', Access::ADJUST, $this->work( ... ), 'Lend a restore that is under way a hand for a moment, and read how far it is.', 'restore', body: 'nothing-request', refusals: array( 404 ) ),
			new Operation( 'POST', '/restores/{id}/undo', Access::ADJUST, $this->undo( ... ), 'Take a restore back as one act, as new movements; where it still runs it does not go on. A long one goes on with work, and by itself.', 'restore', body: 'nothing-request', refusals: array( 404, 409 ) ),
		);
	}

	private function index( Call $call ): \WP_REST_Response {
		$page = new Page( $call );
		return $page->response( array_map( $this->shape->of( ... ), $this->restores->page( $page->offset(), $page->size ) ), $this->restores->count() );
	}

	private function make( Call $call ): \WP_REST_Response {
		$key      = $call->key();
		$mark     = $call->text( 'event' );
		$made     = null === $mark ? $this->make_of_filter( $call, $key ) : $this->restores->make_for( $this->event( $mark ), $call->actor(), $key );
		$id       = $made['restore']->id;
		$response = new \WP_REST_Response( $this->lent( $id ), $made['replayed'] ? 200 : 201 );
		$response->header( 'Location', rest_url( self::ROOT . '/restores/' . $id ) );
		return $response;
	}

	/**
	 * @return array{restore: Restore, replayed: bool}
	 * @throws InvalidInput
	 */
	private function make_of_filter( Call $call, string $key ): array {
		$moment = $call->time( 'moment' ) ?? throw InvalidInput::of( 'moment', __( 'moment: say to which day and time the numbers are to be brought back.', 'woo-inventory-guard' ) );
		if ( $moment > $this->clock->now() ) {
			throw InvalidInput::of( 'moment', __( 'moment: this time is still to come. Choose one that has passed.', 'woo-inventory-guard' ) );
		}
		$filter = $call->values()['filter'] ?? null;
		$filter = is_array( $filter ) ? $filter : array();
		$which  = Which::from_array( $filter );
		if ( $which->is_everything() && true !== ( $filter['all'] ?? null ) ) {
			throw InvalidInput::of( 'filter.all', __( 'filter.all: say true to restore every item, or name in filter which ones are meant.', 'woo-inventory-guard' ) );
		}
		$exactly = false === ( $call->values()['keep_sales'] ?? true );
		return $this->restores->make( $moment, ! $exactly, $which, $call->actor(), $key );
	}

	/**
	 * @throws NotThere
	 * @throws InvalidInput
	 */
	private function event( string $mark ): MassEvent {
		$event = $this->events->find( $mark ) ?? throw new NotThere( __( 'This event is not open any more: somebody has put it right, or said that it was meant. Look at the dashboard again.', 'woo-inventory-guard' ) );
		if ( '' !== $event->reference->type ) {
			// Taken back twice, its units would be added twice: who made the document has its own Undo.
			throw InvalidInput::of( 'event', __( 'event: this was done by a document. Take that back as a whole: a bulk change by its own Undo, anything else in the ledger.', 'woo-inventory-guard' ) );
		}
		return $event;
	}

	private function show( Call $call ): \WP_REST_Response {
		return new \WP_REST_Response( $this->shape->of( $this->find( $call->id() ) ) );
	}

	private function index_lines( Call $call ): \WP_REST_Response {
		$restore = $this->find( $call->id() );
		$page    = new Page( $call );
		return $page->response(
			array_map(
				fn( array $line ): array => array(
					'item_id'     => $line['item_id'],
					'item_name'   => $line['name'],
					'item_sku'    => $line['sku'],
					'location_id' => $line['location_id'],
					'location'    => $this->names->place( $line['location_id'] ),
					'now'         => $line['now']->json(),
					'then'        => $line['then']->json(),
					'kept'        => $line['kept']->json(),
					'delta'       => $line['delta']->json(),
					'after'       => $line['now']->plus( $line['delta'] )->json(),
				),
				$this->lines->page( $restore->id, $page->offset(), $page->size )
			),
			$restore->changing
		);
	}

	private function start( Call $call ): \WP_REST_Response {
		$call->key();
		try {
			$restore = $this->restores->start( $call->id() );
		} catch ( NoSuchRestore ) {
			throw self::missing();
		}
		if ( State::Running === $restore->state ) {
			$this->soon->plan();
		}
		return new \WP_REST_Response( $this->shape->of( $restore ) );
	}

	private function work( Call $call ): \WP_REST_Response {
		$call->key();
		$this->find( $call->id() );
		return new \WP_REST_Response( $this->lent( $call->id() ) );
	}

	private function undo( Call $call ): \WP_REST_Response {
		$key     = $call->key();
		$restore = $this->find( $call->id() );
		if ( null === $restore->started_at || ( State::Done === $restore->state && 0 === $restore->done ) ) {
			throw new CannotUndo( $restore->id );
		}
		$this->reversals->begin( new Reference( Restore::TYPE, (string) $restore->id ), $call->actor(), $key );
		return new \WP_REST_Response( $this->lent( $restore->id ) );
	}

	/**
	 * After some seconds of work at whatever is to be done.
	 *
	 * @return array<string, mixed> See Schema/restore.json.
	 */
	private function lent( int $id ): array {
		$this->looking->work( $id, self::SECONDS );
		$this->applying->work( $id, self::SECONDS );
		$this->reversals->work_on( new Reference( Restore::TYPE, (string) $id ), self::SECONDS );
		return $this->shape->of( $this->find( $id ) );
	}

	private function find( int $id ): Restore {
		return $this->restores->find( $id ) ?? throw self::missing();
	}

	private static function missing(): NotThere {
		return new NotThere( __( 'There is no restore with this number. One that was only looked at is forgotten after three days.', 'woo-inventory-guard' ) );
	}
}
