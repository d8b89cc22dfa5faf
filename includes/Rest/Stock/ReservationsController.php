<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Stock;

use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\InvalidInput;
use WooInventoryGuard\Rest\Lines;
use WooInventoryGuard\Rest\NotThere;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Rest\Words;
use WooInventoryGuard\Settings\SettingsStore;
use WooInventoryGuard\Stock\AskedLine;
use WooInventoryGuard\Stock\Line;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stock\Reservation;
use WooInventoryGuard\Stock\Reservations;

/**
 * Promises of stock to orders, carts and channels.
 */
final class ReservationsController extends Controller {

	private const LIST_LIMIT = 100;

	public function __construct( private readonly Reservations $reservations, private readonly Lines $lines, private readonly SettingsStore $settings ) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'GET', '/reservations', Access::VIEW, $this->index( ... ), 'Find reservations by key, by document or by item.', 'reservation', many: true, query: 'reservations-query' ),
			new Operation( 'POST', '/reservations', Access::RESERVE, $this->reserve( ... ), 'Reserve all lines, or none. The same Idempotency-Key gets the first answer again, with status 200.', 'reservation', body: 'reservation-request', status: 201, refusals: array( 409, 422 ) ),
			new Operation( 'GET', '/reservations/{id}', Access::VIEW, $this->show( ... ), 'Read one reservation.', 'reservation', refusals: array( 404 ) ),
			new Operation( 'POST', '/reservations/{id}/commit', Access::RESERVE, $this->commit( ... ), 'The units have gone out: all of them, or the lines that are sent.', 'reservation', body: 'commit-request', refusals: array( 404, 409, 422 ) ),
			new Operation( 'POST', '/reservations/{id}/release', Access::RESERVE, $this->release( ... ), 'Give the units back.', 'reservation', body: 'nothing-request', refusals: array( 404, 409, 422 ) ),
			new Operation( 'POST', '/reservations/{id}/extend', Access::RESERVE, $this->extend( ... ), 'Let the promise last longer, counted from now.', 'reservation', body: 'extend-request', refusals: array( 404, 409, 422 ) ),
		);
	}

	private function index( Call $call ): \WP_REST_Response {
		$found    = $this->wanted( $call );
		$response = new \WP_REST_Response( array_map( self::shape( ... ), $found ) );
		$response->header( 'X-WP-Total', (string) count( $found ) );
		$response->header( 'X-WP-TotalPages', array() === $found ? '0' : '1' );
		return $response;
	}

	/**
	 * @return list<Reservation>
	 */
	private function wanted( Call $call ): array {
		$key  = $call->text( 'key' );
		$type = $call->text( 'reference_type' );
		$id   = $call->text( 'reference_id' );
		$item = $call->int( 'item_id' );
		if ( null !== $key ) {
			$found = $this->reservations->find_by_key( $key );
			return null === $found ? array() : array( $found );
		}
		if ( null !== $type && null !== $id ) {
			return $this->reservations->of_reference( new Reference( $type, $id ), self::LIST_LIMIT );
		}
		if ( null !== $item ) {
			return array_column( $this->reservations->active_for_item( $item, self::LIST_LIMIT ), 'reservation' );
		}
		throw InvalidInput::of( 'reference_type', __( 'Say which reservations: send key, or reference_type and reference_id, or item_id.', 'woo-inventory-guard' ) );
	}

	private function reserve( Call $call ): \WP_REST_Response {
		$reservation = $this->reservations->reserve(
			$call->key(),
			self::reference( $call ),
			$this->lines->asked( $call, $this->first_answer( $call ) ),
			$call->has( 'expires_in' ) ? $call->int( 'expires_in' ) : $this->settings->get()->hold_minutes * 60,
			$call->actor()
		);
		$response    = new \WP_REST_Response( self::shape( $reservation ), $reservation->replayed ? 200 : 201 );
		$response->header( 'Location', rest_url( self::ROOT . '/reservations/' . $reservation->id ) );
		return $response;
	}

	/**
	 * Only where lines are named by SKU: an SKU may belong to another item by now, and the same key still means the
	 * same items.
	 */
	private function first_answer( Call $call ): ?Reservation {
		$key = $call->sent_key();
		return null === $key || array() === array_column( $call->entries( 'lines' ), 'sku' ) ? null : $this->reservations->find_by_key( $key );
	}

	private function show( Call $call ): \WP_REST_Response {
		return new \WP_REST_Response( self::shape( $this->reservations->find( $call->id() ) ?? throw NotThere::reservation() ) );
	}

	private function commit( Call $call ): \WP_REST_Response {
		$part = $call->has( 'lines' ) ? $this->lines->asked( $call ) : null;
		return new \WP_REST_Response( self::shape( $this->reservations->commit( $call->id(), $call->key(), $call->actor(), $part, 'sold', $call->text( 'note' ) ?? '' ) ) );
	}

	private function release( Call $call ): \WP_REST_Response {
		return new \WP_REST_Response( self::shape( $this->reservations->release( $call->id(), $call->key() ) ) );
	}

	private function extend( Call $call ): \WP_REST_Response {
		return new \WP_REST_Response( self::shape( $this->reservations->extend( $call->id(), (int) $call->int( 'expires_in' ), $call->key() ) ) );
	}

	public static function reference( Call $call ): Reference {
		$sent = $call->values()['reference'] ?? null;
		$type = is_array( $sent ) ? $sent['type'] ?? '' : '';
		$id   = is_array( $sent ) ? $sent['id'] ?? '' : '';
		return new Reference( is_string( $type ) ? $type : '', is_string( $id ) ? $id : '' );
	}

	/**
	 * @return array<string, mixed> See Schema/reservation.json.
	 */
	private static function shape( Reservation $reservation ): array {
		return array(
			'id'         => $reservation->id,
			'key'        => $reservation->key,
			'state'      => $reservation->state->value,
			'reference'  => Words::reference( $reservation->reference ),
			'expires_at' => Words::maybe_time( $reservation->expires_at ),
			'created_at' => Words::time( $reservation->created_at ),
			'lines'      => array_map(
				self::line( ... ),
				$reservation->lines
			),
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function line( AskedLine $line ): array {
		$shape = array(
			'item_id'     => $line->item_id,
			'sku'         => $line->sku,
			'location_id' => $line->location_id,
			'quantity'    => $line->quantity->json(),
		);
		return array() === $line->components && array() === $line->made ? $shape : $shape + array(
			'taken' => array_map(
				static fn( Line $part ): array => array(
					'item_id'  => $part->item_id,
					'quantity' => $part->quantity->json(),
				),
				Line::merge( $line->lines() )
			),
		);
	}
}
