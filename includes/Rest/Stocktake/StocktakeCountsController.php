<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Stocktake;

use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\InvalidInput;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Rest\Words;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stocktake\Counting\CountList;
use WooInventoryGuard\Stocktake\Counting\Counts;
use WooInventoryGuard\Stocktake\Counting\Mode;
use WooInventoryGuard\Stocktake\Counting\Moment;
use WooInventoryGuard\Stocktake\Counting\Outcome;
use WooInventoryGuard\Stocktake\Counting\Sent;
use WooInventoryGuard\Stocktake\Stocktake;
use WooInventoryGuard\Stocktake\Stocktakes;
use WooInventoryGuard\Stocktake\Counting\Tags;

/**
 * Counts and tags coming in from devices, and going out to the others. Nothing here tells what is expected.
 */
final class StocktakeCountsController extends Controller {

	public function __construct(
		private readonly Stocktakes $stocktakes,
		private readonly Counts $counts,
		private readonly CountList $list,
		private readonly Tags $tags,
		private readonly StocktakeShape $shape,
		private readonly Clock $clock
	) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'GET', '/stocktakes/{id}/counts', Access::COUNT, $this->index( ... ), 'List counts, in the order in which they came in.', 'stocktake-count', many: true, query: 'stocktake-counts-query', refusals: array( 404 ) ),
			new Operation( 'POST', '/stocktakes/{id}/counts', Access::COUNT, $this->take( ... ), 'Send counts: each counts once, however often it is sent.', 'stocktake-counts-result', body: 'stocktake-counts-request', refusals: array( 404, 409 ) ),
			new Operation( 'POST', '/stocktakes/{id}/tags', Access::COUNT, $this->take_tags( ... ), 'Send RFID tags: each counts once, whoever reads it.', 'stocktake-tags-result', body: 'stocktake-tags-request', refusals: array( 404, 409 ) ),
		);
	}

	private function index( Call $call ): \WP_REST_Response {
		$stocktake = $this->shape->given( $call );
		$rows      = $this->list->after( $stocktake->id, (int) $call->int( 'after' ), (int) $call->int( 'per_page' ), (int) $call->int( 'item_id' ), true === ( $call->values()['mine'] ?? false ) ? $call->actor() : 0 );
		return new \WP_REST_Response( array_map( self::row( ... ), $rows ) );
	}

	private function take( Call $call ): \WP_REST_Response {
		$call->key();
		$stocktake = $this->shape->given( $call );
		$sent      = array();
		foreach ( $call->entries( 'counts' ) as $number => $entry ) {
			$sent[] = $this->one( $entry, $number, $stocktake, $call->time( 'sent_at' ) );
		}
		if ( array() === $sent ) {
			throw InvalidInput::of( 'counts', __( 'counts: send at least one count.', 'woo-inventory-guard' ) );
		}
		$outcomes = $this->counts->take( $stocktake, $sent, $call->actor(), (string) $call->text( 'device' ) );
		return new \WP_REST_Response(
			array(
				'results'     => array_map( static fn( Sent $one ): array => self::result( $one->uuid, $outcomes[ $one->uuid ] ?? Outcome::Repeated ), $sent ),
				'version'     => ( $this->stocktakes->find( $stocktake->id ) ?? $stocktake )->version,
				'server_time' => $this->shape->server_time(),
			)
		);
	}

	/**
	 * @param array<mixed> $entry
	 * @throws InvalidInput
	 */
	private function one( array $entry, int $number, Stocktake $stocktake, ?\DateTimeImmutable $sent_at ): Sent {
		$mode     = Mode::from( is_string( $entry['mode'] ?? null ) ? $entry['mode'] : '' );
		$quantity = $entry['quantity'] ?? null;
		$item     = is_int( $entry['item_id'] ?? null ) ? $entry['item_id'] : null;
		$code     = is_string( $entry['code'] ?? null ) ? $entry['code'] : '';
		$undo     = is_string( $entry['undo'] ?? null ) ? strtolower( $entry['undo'] ) : '';
		$field    = "counts[{$number}]";
		$problem  = match ( true ) {
			/* translators: %s: name of a field */
			Mode::Undo === $mode && '' === $undo                                                  => array( "{$field}.undo", __( '%s is missing: name the count that is taken back.', 'woo-inventory-guard' ) ),
			/* translators: %s: name of a field */
			Mode::Undo !== $mode && ! $quantity instanceof Quantity                               => array( "{$field}.quantity", __( '%s is missing.', 'woo-inventory-guard' ) ),
			/* translators: %s: name of a field */
			Mode::Set === $mode && $quantity->is_negative()                                       => array( "{$field}.quantity", __( '%s must not be negative.', 'woo-inventory-guard' ) ),
			/* translators: %s: name of a field */
			Mode::Undo !== $mode && null === $item && '' === $code                                => array( "{$field}.item_id", __( '%s is missing: say which item it is, or send the code that was scanned.', 'woo-inventory-guard' ) ),
			default                                                                               => null,
		};
		if ( null !== $problem ) {
			throw InvalidInput::of( $problem[0], sprintf( $problem[1], $problem[0] ) );
		}
		return new Sent(
			strtolower( is_string( $entry['uuid'] ?? null ) ? $entry['uuid'] : '' ),
			$mode,
			$item,
			$code,
			Mode::Undo !== $mode && $quantity instanceof Quantity ? $quantity : Quantity::zero(),
			Mode::Undo === $mode ? $undo : '',
			is_string( $entry['place'] ?? null ) ? $entry['place'] : '',
			is_int( $entry['round'] ?? null ) ? $entry['round'] : null,
			$this->moment( $stocktake, $entry['at'] ?? null, $entry['offset_ms'] ?? null, $sent_at ),
			is_string( $entry['note'] ?? null ) ? $entry['note'] : ''
		);
	}

	private function take_tags( Call $call ): \WP_REST_Response {
		$call->key();
		$stocktake = $this->shape->given( $call );
		$epcs      = $call->values()['epcs'] ?? array();
		$epcs      = array_values( array_filter( is_array( $epcs ) ? $epcs : array(), is_string( ... ) ) );
		if ( array() === $epcs ) {
			throw InvalidInput::of( 'epcs', __( 'epcs: send at least one tag.', 'woo-inventory-guard' ) );
		}
		$moment = $this->moment( $stocktake, $call->time( 'at' ), $call->has( 'at' ) ? $call->int( 'offset_ms' ) : 0, null );
		$taken  = $this->tags->take( $stocktake, $epcs, $moment, $call->actor(), (string) $call->text( 'device' ), (string) $call->text( 'place' ) );
		return new \WP_REST_Response(
			array(
				'fresh'       => $taken['fresh'],
				'known'       => $taken['known'],
				'unknown'     => $taken['unknown'],
				'unreadable'  => $taken['unreadable'],
				'items'       => array_map(
					static fn( int $item, int $tags ): array => array(
						'item_id' => $item,
						'tags'    => $tags,
					),
					array_keys( $taken['items'] ),
					$taken['items']
				),
				'version'     => ( $this->stocktakes->find( $stocktake->id ) ?? $stocktake )->version,
				'server_time' => $this->shape->server_time(),
			)
		);
	}

	private function moment( Stocktake $stocktake, mixed $at, mixed $offset, ?\DateTimeImmutable $sent ): Moment {
		$now = $this->clock->now();
		return Moment::of( $at instanceof \DateTimeImmutable ? $at : $now, is_int( $offset ) ? $offset : null, $sent, $now, $stocktake->started_at ?? $now );
	}

	/**
	 * @return array<string, string>
	 */
	private static function result( string $uuid, Outcome $outcome ): array {
		$refused = match ( $outcome ) {
			Outcome::UnknownItem  => array( 'wig_unknown_item', __( 'There is no such item any more.', 'woo-inventory-guard' ) ),
			Outcome::NotCountable => array( 'wig_not_countable', __( 'The stock of this item is not counted by itself: it is a bundle, or "Manage stock" is off.', 'woo-inventory-guard' ) ),
			default               => array( '', '' ),
		};
		return array(
			'uuid'    => $uuid,
			'state'   => '' === $refused[0] ? $outcome->value : 'refused',
			'code'    => $refused[0],
			'message' => $refused[1],
		);
	}

	/**
	 * @param array<string, string|null> $row Of `stocktake_counts`.
	 * @return array<string, mixed>
	 */
	public static function row( array $row ): array {
		return array(
			'id'           => (int) $row['id'],
			'uuid'         => (string) $row['uuid'],
			'item_id'      => '0' === $row['item_id'] ? null : (int) $row['item_id'],
			'code'         => (string) $row['code'],
			'mode'         => (string) $row['mode'],
			'quantity'     => StocktakeLineShape::number( $row['quantity'] ),
			'undo'         => '' === $row['voids'] ? null : $row['voids'],
			'place'        => (string) $row['place'],
			'round'        => (int) $row['round'],
			'at'           => self::at( (int) $row['at_us'] ),
			'received_at'  => StocktakeLineShape::time( $row['received_at'] ),
			'device'       => (string) $row['device'],
			'counter_id'   => (int) $row['counter_id'],
			'counter_name' => Words::actor( (int) $row['counter_id'] ),
			'note'         => (string) $row['note'],
			'voided'       => '1' === $row['voided'],
			'doubtful'     => '1' === $row['doubtful'],
		);
	}

	/**
	 * To the microsecond: by this order the device adds up.
	 */
	private static function at( int $us ): string {
		return gmdate( 'Y-m-d\TH:i:s', intdiv( $us, 1_000_000 ) ) . sprintf( '.%06dZ', $us % 1_000_000 );
	}
}
