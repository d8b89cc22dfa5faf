<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Report;

use WooInventoryGuard\Alert\AlertList;
use WooInventoryGuard\Alert\Kind;
use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Report\Attention;
use WooInventoryGuard\Report\LastCheck;
use WooInventoryGuard\Report\Overview;
use WooInventoryGuard\Report\Snoozes;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\Item\ItemShape;
use WooInventoryGuard\Rest\NotThere;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Rest\Restore\MassEventShape;
use WooInventoryGuard\Rest\Words;
use WooInventoryGuard\Restore\MassEvents;
use WooInventoryGuard\Shortfall\Shortfall;
use WooInventoryGuard\Shortfall\Shortfalls;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stocktake\Stocktake;
use WooInventoryGuard\Stocktake\StocktakeList;

/**
 * What needs a person now, all in one answer: it is the first thing on the first screen.
 */
final class AttentionController extends Controller {

	/** Rows of each kind; the rest is behind a link. */
	private const ROWS = 5;

	public function __construct(
		private readonly Attention $attention,
		private readonly Overview $overview,
		private readonly Snoozes $snoozes,
		private readonly Shortfalls $shortfalls,
		private readonly AlertList $alerts,
		private readonly Items $items,
		private readonly ItemShape $shape,
		private readonly LastCheck $last_check,
		private readonly StocktakeList $stocktakes,
		private readonly MassEvents $events
	) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'GET', '/reports/attention', Access::VIEW, $this->index( ... ), 'What needs a person now.', 'attention' ),
			new Operation( 'POST', '/reports/snoozes', Access::ADJUST, $this->snooze( ... ), 'Do not remind of an item for some days.', 'snooze', body: 'snooze-request', refusals: array( 404 ) ),
		);
	}

	private function index(): \WP_REST_Response {
		$this->overview->freshen();
		$ledger = $this->alerts->page( true, Kind::Ledger->value, 0, 0, 0, 1 )[0] ?? null;
		$last   = $this->alerts->last_handled_at();
		$mass   = $this->events->open();
		return new \WP_REST_Response(
			array(
				'counts'          => $this->attention->keep() + array(
					'short'  => $this->shortfalls->count( true ),
					'due'    => $this->stocktakes->count_due( $this->overview->calendar()->today() ),
					'mass'   => count( $mass ),
					'ledger' => null === $ledger ? 0 : 1,
				),
				'mass'            => array_map( MassEventShape::of( ... ), array_slice( $mass, 0, self::ROWS ) ),
				'out'             => $this->out(),
				'low'             => $this->low(),
				'short'           => $this->short(),
				'holds'           => $this->holds(),
				'due'             => $this->due(),
				'ledger'          => array(
					'problems' => (int) ( $ledger?->text( 'problems' ) ?? 0 ),
					'link'     => current_user_can( 'view_site_health_checks' ) ? admin_url( 'site-health.php' ) : null,
					'checked'  => $this->checked(),
				),
				'last_handled_at' => Words::maybe_time( $last ),
			)
		);
	}

	/**
	 * @return array{at: string, records: int, problems: int}|null
	 */
	private function checked(): ?array {
		$last = $this->last_check->last();
		return null === $last ? null : array( 'at' => Words::time( $last['at'] ) ) + $last;
	}

	/**
	 * @return list<array<string, mixed>>
	 */
	private function out(): array {
		$now  = $this->overview->calendar()->now();
		$rows = array();
		$all  = $this->attention->out( self::ROWS );
		foreach ( $this->with_items( $all ) as $number => $item ) {
			$one    = $all[ $number ];
			$days   = null === $one['since'] ? null : max( 0, ( $now->getTimestamp() - $one['since']->getTimestamp() ) / 86_400 );
			$rows[] = array(
				'item'       => $item,
				'since'      => Words::maybe_time( $one['since'] ),
				'days'       => null === $days ? null : (int) floor( $days ),
				'per_week'   => round( $one['per_day'] * 7, 2 ),
				'lost_sales' => null === $days || 0.0 === $one['price'] ? null : round( $one['per_day'] * $days * $one['price'], 2 ),
			);
		}
		return $rows;
	}

	/**
	 * @return list<array<string, mixed>>
	 */
	private function low(): array {
		$rows = array();
		$all  = $this->attention->low( self::ROWS );
		foreach ( $this->with_items( $all ) as $number => $item ) {
			$per_day = $all[ $number ]['per_day'];
			$rows[]  = array(
				'item'       => $item,
				'cover_days' => null === $per_day || $per_day <= 0 ? null : round( (float) $item['available'] / $per_day, 1 ),
				'per_week'   => null === $per_day ? null : round( $per_day * 7, 2 ),
			);
		}
		return $rows;
	}

	/**
	 * @return list<array<string, mixed>>
	 */
	private function short(): array {
		$all   = $this->shortfalls->page( true, self::ROWS, 0 );
		$items = $this->items->find_many( array_map( static fn( Shortfall $one ): int => $one->item_id, $all ) );
		return array_map(
			static fn( Shortfall $one ): array => array(
				'id'         => $one->id,
				'item_id'    => $one->item_id,
				'name'       => isset( $items[ $one->item_id ] ) ? $items[ $one->item_id ]->name : '',
				'missing'    => $one->missing->json(),
				'created_at' => Words::time( $one->created_at ),
			) + self::order( (string) $one->order_id ),
			$all
		);
	}

	/**
	 * @return list<array<string, mixed>>
	 */
	private function holds(): array {
		return array_map(
			static fn( array $hold ): array => array(
				'reservation_id' => $hold['reservation_id'],
				'expires_at'     => Words::time( $hold['expires_at'] ),
			) + self::order( $hold['order_id'] ),
			$this->attention->holds( self::ROWS )
		);
	}

	/**
	 * @return list<array<string, mixed>>
	 */
	private function due(): array {
		$all      = $this->stocktakes->due( $this->overview->calendar()->today(), 0, self::ROWS );
		$progress = $this->stocktakes->progress( array_map( static fn( Stocktake $one ): int => $one->id, $all ), 0 );
		return array_map(
			static fn( Stocktake $one ): array => array(
				'id'      => $one->id,
				'name'    => $one->name,
				'due_on'  => (string) $one->due_on,
				'items'   => $progress[ $one->id ]['items'],
				'counted' => $progress[ $one->id ]['counted'],
			),
			$all
		);
	}

	private function snooze( Call $call ): \WP_REST_Response {
		$call->key();
		$item = $this->items->find( (int) $call->int( 'item_id' ) ) ?? throw NotThere::item();
		return new \WP_REST_Response(
			array(
				'item_id' => $item->id,
				'until'   => Words::maybe_time( $this->snoozes->set( $item->id, (int) $call->int( 'days' ), $call->actor() ) ),
			)
		);
	}

	/**
	 * @return array{order_label: string, order_link: string|null}
	 */
	private static function order( string $order_id ): array {
		$reference = new Reference( 'order', $order_id );
		return array(
			'order_label' => Words::reference_label( $reference ),
			'order_link'  => Words::reference_link( $reference ),
		);
	}

	/**
	 * @param list<array{item_id: int, ...}> $rows
	 * @return array<int, array<string, mixed>> Items as the outside sees them, by the number of their row.
	 */
	private function with_items( array $rows ): array {
		$found = $this->items->find_many( array_column( $rows, 'item_id' ) );
		$kept  = array_filter( $rows, static fn( array $row ): bool => isset( $found[ $row['item_id'] ] ) );
		$items = array_map( static fn( array $row ): Item => $found[ $row['item_id'] ], $kept );
		return array_combine( array_keys( $kept ), $this->shape->many( array_values( $items ) ) );
	}
}
