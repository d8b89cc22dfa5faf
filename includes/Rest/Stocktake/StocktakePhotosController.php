<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Stocktake;

use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\InvalidInput;
use WooInventoryGuard\Rest\NotThere;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Rest\Words;
use WooInventoryGuard\Stock\Error\UnknownItem;
use WooInventoryGuard\Stocktake\Counting\Counts;
use WooInventoryGuard\Stocktake\Counting\Jpeg;
use WooInventoryGuard\Stocktake\Counting\Moment;
use WooInventoryGuard\Stocktake\Counting\Photos;
use WooInventoryGuard\Stocktake\Stocktake;

/**
 * Photos of what was found. They are for those who review, and for who took them: nobody else gets one, and none has an
 * address of its own.
 */
final class StocktakePhotosController extends Controller {

	public function __construct(
		private readonly Photos $photos,
		private readonly Counts $counts,
		private readonly StocktakeShape $shape,
		private readonly Clock $clock
	) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'GET', '/stocktakes/{id}/photos', Access::COUNT, $this->index( ... ), 'List photos of an item, without the pictures; who only counts sees their own.', 'stocktake-photo', many: true, query: 'stocktake-line-query', refusals: array( 404 ) ),
			new Operation( 'POST', '/stocktakes/{id}/photos', Access::COUNT, $this->add( ... ), 'Send a photo of an item: it is kept once, however often it is sent.', 'stocktake-photo-result', body: 'stocktake-photo-request', refusals: array( 404, 409 ) ),
			new Operation( 'GET', '/stocktakes/{id}/photo', Access::COUNT, $this->show( ... ), 'Read a photo with its picture; who only counts reads their own.', 'stocktake-picture', query: 'stocktake-photo-query', refusals: array( 404 ) ),
			new Operation( 'DELETE', '/stocktakes/{id}/photo', Access::COUNT, $this->delete( ... ), 'Delete a photo; who only counts deletes their own.', 'stocktake-photo', body: 'stocktake-photo-delete', refusals: array( 404 ) ),
		);
	}

	private function index( Call $call ): \WP_REST_Response {
		$stocktake = $this->shape->given( $call );
		return new \WP_REST_Response( array_map( self::row( ... ), $this->photos->of( $stocktake->id, (int) $call->int( 'item_id' ), self::only( $call ) ) ) );
	}

	private function add( Call $call ): \WP_REST_Response {
		$call->key();
		$stocktake = $this->shape->given( $call );
		$item      = (int) $call->int( 'item_id' );
		if ( ! array_key_exists( $item, $this->counts->countable( array( $item ) ) ) ) {
			throw new UnknownItem( $item );
		}
		$bytes = base64_decode( (string) $call->text( 'data' ), true ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- A picture in JSON.
		$photo = false === $bytes ? null : Jpeg::read( $bytes );
		if ( null === $photo ) {
			/* translators: 1: pixels, 2: kilobytes */
			throw InvalidInput::of( 'data', sprintf( __( 'data must be a JPEG in base64: at most %1$s pixels wide and high, and at most %2$s KB.', 'woo-inventory-guard' ), number_format_i18n( Jpeg::MOST_PIXELS ), number_format_i18n( intdiv( Jpeg::MOST_BYTES, 1024 ) ) ) );
		}
		$now   = $this->clock->now();
		$taken = Moment::of( $call->time( 'at' ) ?? $now, $call->has( 'at' ) ? $call->int( 'offset_ms' ) : 0, null, $now, $stocktake->started_at ?? $now );
		$uuid  = strtolower( (string) $call->text( 'uuid' ) );
		$fresh = $this->photos->add( $stocktake->id, $uuid, $item, $call->actor(), $taken->at, $photo );
		return new \WP_REST_Response(
			array(
				'uuid'  => $uuid,
				'state' => $fresh ? 'kept' : 'repeated',
			)
		);
	}

	private function show( Call $call ): \WP_REST_Response {
		$stocktake = $this->shape->given( $call );
		$photo     = $this->photo( $stocktake, $call );
		return new \WP_REST_Response( self::row( $photo ) + array( 'data' => (string) $photo['data'] ) );
	}

	private function delete( Call $call ): \WP_REST_Response {
		$call->key();
		$stocktake = $this->shape->given( $call );
		$photo     = $this->photo( $stocktake, $call );
		$this->photos->delete( $stocktake->id, (int) $photo['id'], self::only( $call ) );
		return new \WP_REST_Response( self::row( $photo ) );
	}

	/**
	 * @return array<string, string|null> See Photos::find().
	 * @throws NotThere
	 */
	private function photo( Stocktake $stocktake, Call $call ): array {
		return $this->photos->find( $stocktake->id, (int) $call->int( 'photo_id' ), self::only( $call ) ) ?? throw new NotThere( __( 'There is no photo with this number.', 'woo-inventory-guard' ) );
	}

	/**
	 * @return int Whose photos the asker may see; 0 for everybody's.
	 */
	private static function only( Call $call ): int {
		return StocktakeShape::manages() ? 0 : $call->actor();
	}

	/**
	 * @param array<string, string|null> $row Of `stocktake_photos`.
	 * @return array<string, mixed>
	 */
	private static function row( array $row ): array {
		return array(
			'id'          => (int) $row['id'],
			'uuid'        => (string) $row['uuid'],
			'item_id'     => (int) $row['item_id'],
			'author_id'   => (int) $row['author_id'],
			'author_name' => Words::actor( (int) $row['author_id'] ),
			'at'          => StocktakeLineShape::time( $row['taken_at'] ),
			'received_at' => StocktakeLineShape::time( $row['received_at'] ),
			'width'       => (int) $row['width'],
			'height'      => (int) $row['height'],
		);
	}
}
