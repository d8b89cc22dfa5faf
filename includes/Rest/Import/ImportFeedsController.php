<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Import;

use WooInventoryGuard\Import\File\BadFile;
use WooInventoryGuard\Import\Feed\Feed;
use WooInventoryGuard\Import\Feed\FeedRounds;
use WooInventoryGuard\Import\Feed\Feeds;
use WooInventoryGuard\Import\Feed\FeedSettings;
use WooInventoryGuard\Import\Feed\FeedSource;
use WooInventoryGuard\Import\Imports;
use WooInventoryGuard\Import\File\Mappings;
use WooInventoryGuard\Import\Feed\NoSuchFeed;
use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Platform\Soon;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\InvalidInput;
use WooInventoryGuard\Rest\NotThere;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Rest\Page;

/**
 * CSV files that the server reads by itself. Whoever sets one up says where the server goes: that is for those who may
 * change the settings.
 */
final class ImportFeedsController extends Controller {

	public function __construct( private readonly Feeds $feeds, private readonly FeedRounds $rounds, private readonly Imports $imports, private readonly Mappings $mappings, private readonly Soon $soon ) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'GET', '/import-feeds', Access::CONFIGURE, $this->index( ... ), 'List feeds: CSV files that the server reads by itself.', 'import-feed', many: true, query: 'page-query' ),
			new Operation( 'POST', '/import-feeds', Access::CONFIGURE, $this->create( ... ), 'Set a feed up; it is read at once, and then again and again.', 'import-feed', body: 'import-feed-request', status: 201, refusals: array( 422 ), versioned: true ),
			new Operation( 'GET', '/import-feeds/{id}', Access::CONFIGURE, $this->show( ... ), 'Read a feed.', 'import-feed', refusals: array( 404 ), versioned: true ),
			new Operation( 'PUT', '/import-feeds/{id}', Access::CONFIGURE, $this->change( ... ), 'Change a feed; what is left out stays.', 'import-feed', body: 'import-feed-update', refusals: array( 404, 412 ), versioned: true ),
			new Operation( 'DELETE', '/import-feeds/{id}', Access::CONFIGURE, $this->delete( ... ), 'Delete a feed; what it has brought stays.', 'import-feed', body: 'import-step', refusals: array( 404 ) ),
			new Operation( 'POST', '/import-feeds/{id}/run', Access::CONFIGURE, $this->run_now( ... ), 'Ask for a feed to be read now, whenever it is due: the background job does it, and its answer is in the feed afterwards. The same Idempotency-Key asks once.', 'import-feed', body: 'import-step', refusals: array( 404, 422 ), versioned: true ),
		);
	}

	private function index( Call $call ): \WP_REST_Response {
		$page  = new Page( $call );
		$feeds = $this->feeds->page( $page->offset(), $page->size );
		$last  = $this->imports->some( array_map( static fn( Feed $feed ): int => $feed->last_import ?? 0, $feeds ) );
		return $page->response( array_map( static fn( Feed $feed ): array => ImportFeedShape::of( $feed, $last[ $feed->last_import ?? 0 ] ?? null ), $feeds ), $this->feeds->count() );
	}

	private function show( Call $call ): \WP_REST_Response {
		return $this->answer( self::found( fn(): Feed => $this->feeds->get( $call->id() ) ) );
	}

	private function create( Call $call ): \WP_REST_Response {
		$settings = ( new FeedSettings( '', 'url', '', '' ) )->with( $call->values() );
		self::require_address( $settings );
		$this->require_mapping( $settings );
		$made     = $this->feeds->make( $settings, $call->key() );
		$response = $this->answer( $made['feed'] );
		$response->set_status( $made['replayed'] ? 200 : 201 );
		$response->header( 'Location', rest_url( self::ROOT . '/import-feeds/' . $made['feed']->id ) );
		$this->soon->plan();
		return $response;
	}

	private function change( Call $call ): \WP_REST_Response {
		$call->key();
		$version = $call->if_match();
		$feed    = self::found(
			function () use ( $call, $version ): Feed {
				$settings = $this->feeds->get( $call->id() )->settings->with( $call->values() );
				self::require_address( $settings );
				if ( $call->has( 'mapping' ) ) {
					// One whose mapping has gone can be switched off all the same.
					$this->require_mapping( $settings );
				}
				return $this->feeds->change( $call->id(), $call->values(), $version );
			}
		);
		$this->soon->plan();
		return $this->answer( $feed );
	}

	private function delete( Call $call ): \WP_REST_Response {
		$call->key();
		return $this->answer( self::found( fn(): Feed => $this->rounds->drop( $call->id() ) ) );
	}

	private function run_now( Call $call ): \WP_REST_Response {
		$feed = self::found( fn(): Feed => $this->feeds->read_now( $call->id(), $call->key() ) );
		$this->soon->plan();
		return $this->answer( $feed );
	}

	/**
	 * Whether it may be called is asked when it is read: names point elsewhere tomorrow, and a file may come at night.
	 *
	 * @throws InvalidInput
	 */
	private static function require_address( FeedSettings $settings ): void {
		if ( 'url' === $settings->source && 1 !== preg_match( '~\Ahttps?://[^/@]+~i', $settings->address ) ) {
			throw InvalidInput::of( 'address', __( 'address: a web address begins with https:// or http:// and has no password in it.', 'woo-inventory-guard' ) );
		}
		try {
			if ( 'file' === $settings->source ) {
				FeedSource::local( $settings->address );
			}
		} catch ( BadFile $bad ) {
			if ( BadFile::FORBIDDEN === $bad->why ) {
				throw InvalidInput::of( 'address', FeedWords::of( $bad->why, $bad->what ) );
			}
		}
	}

	/**
	 * @throws InvalidInput
	 */
	private function require_mapping( FeedSettings $settings ): void {
		if ( ! in_array( $settings->mapping, array_column( $this->mappings->all()['mappings'], 'name' ), true ) ) {
			throw InvalidInput::of( 'mapping', __( 'mapping: there is no saved choice of columns with this name. Choose one that is there, or save it first.', 'woo-inventory-guard' ) );
		}
	}

	/**
	 * @param \Closure(): Feed $find
	 */
	private static function found( \Closure $find ): Feed {
		try {
			return $find();
		} catch ( NoSuchFeed ) {
			throw new NotThere( __( 'There is no feed with this number.', 'woo-inventory-guard' ) );
		}
	}

	private function answer( Feed $feed ): \WP_REST_Response {
		$response = new \WP_REST_Response( ImportFeedShape::of( $feed, null === $feed->last_import ? null : $this->imports->find( $feed->last_import ) ) );
		$response->header( 'ETag', '"' . $feed->version . '"' );
		return $response;
	}
}
