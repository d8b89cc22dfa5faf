<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Stock;

use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\History\Balances;
use WooInventoryGuard\History\Choices;
use WooInventoryGuard\History\InvalidPlace;
use WooInventoryGuard\History\LedgerCursor;
use WooInventoryGuard\History\LedgerFilter;
use WooInventoryGuard\History\LedgerList;
use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\InvalidInput;
use WooInventoryGuard\Rest\NotThere;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Rest\Words;

/**
 * The whole ledger, newest first, and what was on hand of an item at any moment.
 */
final class LedgerController extends Controller {

	public function __construct(
		private readonly LedgerList $list,
		private readonly Balances $balances,
		private readonly Choices $choices,
		private readonly LedgerLines $lines,
		private readonly Items $items,
		private readonly Clock $clock
	) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'GET', '/movements', Access::VIEW, $this->index( ... ), 'List movements of all items, newest first; the header X-WIG-Next says where to go on.', 'ledger-line', many: true, query: 'ledger-query' ),
			new Operation( 'GET', '/movements/choices', Access::VIEW, $this->choices( ... ), 'What movements can be filtered by.', 'ledger-choices' ),
			new Operation( 'GET', '/items/{id}/balance', Access::VIEW, $this->balance( ... ), 'What was on hand of an item at a moment, and why.', 'balance', query: 'balance-query', refusals: array( 404 ) ),
			new Operation( 'GET', '/items/{id}/balances', Access::VIEW, $this->balances( ... ), 'What was on hand of an item between two moments.', 'balances', query: 'balances-query', refusals: array( 404 ) ),
		);
	}

	private function index( Call $call ): \WP_REST_Response {
		$page     = $this->list->page( self::filter( $call ), self::place( $call ), (int) $call->int( 'per_page' ) );
		$response = new \WP_REST_Response( $this->lines->of( $page->movements ) );
		if ( null !== $page->next ) {
			$response->header( 'X-WIG-Next', $page->next->encode() );
			$response->header( 'X-WIG-Back-To', Words::time( Clock::from_sql( $page->next->time ) ?? $this->clock->now() ) );
		}
		return $response;
	}

	private function choices(): \WP_REST_Response {
		$people = $this->choices->people();
		cache_users( $people );
		return new \WP_REST_Response(
			array(
				'reasons'        => $this->choices->reasons(),
				'people'         => array_map(
					static fn( int $id ): array => array(
						'id'   => $id,
						'name' => Words::actor( $id ),
					),
					$people
				),
				'locations'      => $this->lines->places(),
				'document_types' => $this->choices->document_types(),
			)
		);
	}

	private function balance( Call $call ): \WP_REST_Response {
		$id = $this->item( $call );
		$at = $call->time( 'at' ) ?? $this->clock->now();
		$it = $this->balances->at( $id, $at, (int) $call->int( 'lines' ) );
		LedgerLines::prepare( $it['lines'] );
		return new \WP_REST_Response(
			array(
				'item_id' => $id,
				'at'      => Words::moment( $at ),
				'on_hand' => $it['on_hand']->json(),
				'exact'   => $it['exact'],
				'places'  => array_map(
					fn( array $place ): array => array(
						'location_id' => $place['location_id'],
						'location'    => $this->lines->place( $place['location_id'] ),
						'on_hand'     => $place['on_hand']->json(),
					),
					$it['places']
				),
				'lines'   => array_map( MovementShape::of( ... ), $it['lines'] ),
			)
		);
	}

	private function balances( Call $call ): \WP_REST_Response {
		$id     = $this->item( $call );
		$to     = $call->time( 'before' ) ?? $this->clock->now();
		$from   = $call->time( 'after' ) ?? $to->modify( '-30 days' );
		$series = $this->balances->between( $id, min( $from, $to ), $to );
		return new \WP_REST_Response(
			array(
				'item_id'      => $id,
				'every_change' => $series['every_change'],
				'points'       => array_map(
					static fn( array $point ): array => array(
						'at'      => Words::moment( $point['at'] ),
						'on_hand' => $point['on_hand']->json(),
					),
					$series['points']
				),
			)
		);
	}

	private static function filter( Call $call ): LedgerFilter {
		return new LedgerFilter(
			(int) $call->int( 'item_id' ),
			(string) $call->text( 'reason' ),
			$call->int( 'actor' ),
			(string) $call->text( 'reference_type' ),
			(string) $call->text( 'reference_id' ),
			(int) $call->int( 'location_id' ),
			$call->time( 'after' ),
			$call->time( 'before' )
		);
	}

	/**
	 * @throws InvalidInput
	 */
	private static function place( Call $call ): ?LedgerCursor {
		$from = (string) $call->text( 'from' );
		try {
			return '' === $from ? null : LedgerCursor::decode( $from );
		} catch ( InvalidPlace ) {
			throw InvalidInput::of( 'from', __( 'from: this is no place in the ledger. Take it from the header X-WIG-Next of the page before.', 'woo-inventory-guard' ) );
		}
	}

	private function item( Call $call ): int {
		return ( $this->items->find( $call->id() ) ?? throw NotThere::item() )->id;
	}
}
