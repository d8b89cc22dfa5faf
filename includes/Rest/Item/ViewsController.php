<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Item;

use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\Forbidden;
use WooInventoryGuard\Rest\NotThere;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Rest\Page;
use WooInventoryGuard\Rest\Words;
use WooInventoryGuard\Views\NoSuchView;
use WooInventoryGuard\Views\SavedView;
use WooInventoryGuard\Views\SavedViews;

/**
 * Views that people have kept. Everybody has their own. Who may adjust stock may share views, and change shared ones:
 * they are the team's tool, and a version guards against writing over what somebody else has just saved. A shared view
 * is deleted only by who made it, or who may configure.
 */
final class ViewsController extends Controller {

	public function __construct( private readonly SavedViews $views ) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'GET', '/views', Access::VIEW, $this->index( ... ), 'List your own views and those of the team.', 'view', many: true, query: 'views-query' ),
			new Operation( 'POST', '/views', Access::VIEW, $this->create( ... ), 'Keep a view; sharing it needs the right to adjust stock.', 'view', body: 'view-request', status: 201, refusals: array( 422 ), versioned: true ),
			new Operation( 'GET', '/views/{id}', Access::VIEW, $this->show( ... ), 'Read one view.', 'view', refusals: array( 404 ), versioned: true ),
			new Operation( 'PUT', '/views/{id}', Access::VIEW, $this->change( ... ), 'Change a view; what is left out stays.', 'view', body: 'view-update', refusals: array( 404, 412 ), versioned: true ),
			new Operation( 'DELETE', '/views/{id}', Access::VIEW, $this->delete( ... ), 'Delete a view. It can be restored for a day.', 'view', body: 'view-step', refusals: array( 404 ) ),
			new Operation( 'POST', '/views/{id}/restore', Access::VIEW, $this->restore( ... ), 'Bring a view back that was deleted a moment ago.', 'view', body: 'view-step', refusals: array( 404 ) ),
		);
	}

	private function index( Call $call ): \WP_REST_Response {
		$page = new Page( $call );
		return $page->response( array_map( self::shape( ... ), $this->views->seen_by( $call->actor(), $page->offset(), $page->size ) ), $this->views->count_seen_by( $call->actor() ) );
	}

	private function show( Call $call ): \WP_REST_Response {
		return self::answer( self::found( fn(): SavedView => $this->views->find( $call->id(), $call->actor() ) ) );
	}

	private function create( Call $call ): \WP_REST_Response {
		$shared = true === ( $call->values()['shared'] ?? false );
		if ( $shared ) {
			self::require_sharing();
		}
		$made     = $this->views->create( (string) $call->text( 'name' ), $shared, self::content( $call ) ?? array(), $call->actor(), $call->key() );
		$response = self::answer( $made['view'] );
		$response->set_status( $made['replayed'] ? 200 : 201 );
		$response->header( 'Location', rest_url( self::ROOT . '/views/' . $made['view']->id ) );
		return $response;
	}

	private function change( Call $call ): \WP_REST_Response {
		$call->key();
		$version = $call->if_match();
		$view    = self::found( fn(): SavedView => $this->views->find( $call->id(), $call->actor() ) );
		$shared  = $call->values()['shared'] ?? null;
		$shared  = is_bool( $shared ) ? $shared : null;
		if ( ! self::may_change( $view ) || ( true === $shared && ! $view->shared ) ) {
			self::require_sharing();
		}
		if ( false === $shared && $view->shared && $view->owner !== $call->actor() ) {
			// It would be gone for who shared the work on it, and appear nowhere.
			throw new Forbidden( __( 'Only who made this view can take it back from the team. You can delete it, or save a view of your own.', 'woo-inventory-guard' ) );
		}
		return self::answer( self::found( fn(): SavedView => $this->views->change( $call->id(), $version, $call->text( 'name' ), $shared, self::content( $call ), $call->actor() ) ) );
	}

	private function delete( Call $call ): \WP_REST_Response {
		return $this->with_right( $call, false, fn(): SavedView => $this->views->delete( $call->id(), $call->actor() ) );
	}

	private function restore( Call $call ): \WP_REST_Response {
		return $this->with_right( $call, true, fn(): SavedView => $this->views->restore( $call->id(), $call->actor() ) );
	}

	/**
	 * @param \Closure(): SavedView $act
	 */
	private function with_right( Call $call, bool $deleted, \Closure $act ): \WP_REST_Response {
		$call->key();
		if ( ! self::may_delete( self::found( fn(): SavedView => $this->views->find( $call->id(), $call->actor(), $deleted ) ) ) ) {
			throw new Forbidden( __( 'Only who made this view, or who may change the settings, can delete it or bring it back.', 'woo-inventory-guard' ) );
		}
		return self::answer( self::found( $act ) );
	}

	private static function require_sharing(): void {
		if ( ! Access::can( Access::ADJUST ) ) {
			throw new Forbidden( __( 'Views of the team are made and changed by people who may adjust stock. Save it as a view of your own.', 'woo-inventory-guard' ) );
		}
	}

	private static function may_change( SavedView $view ): bool {
		return $view->shared ? Access::can( Access::ADJUST ) : get_current_user_id() === $view->owner;
	}

	private static function may_delete( SavedView $view ): bool {
		return get_current_user_id() === $view->owner || ( $view->shared && Access::can( Access::CONFIGURE ) );
	}

	/**
	 * @param \Closure(): SavedView $find
	 */
	private static function found( \Closure $find ): SavedView {
		try {
			return $find();
		} catch ( NoSuchView ) {
			throw new NotThere( __( 'There is no view with this number. Perhaps somebody has deleted it.', 'woo-inventory-guard' ) );
		}
	}

	/**
	 * @return array<string, mixed>|null Null where none was sent.
	 */
	private static function content( Call $call ): ?array {
		$sent = $call->values()['content'] ?? null;
		if ( ! is_array( $sent ) ) {
			return null;
		}
		$content = array();
		foreach ( $sent as $name => $value ) {
			$content[ (string) $name ] = $value;
		}
		return $content;
	}

	private static function answer( SavedView $view ): \WP_REST_Response {
		$response = new \WP_REST_Response( self::shape( $view ) );
		$response->header( 'ETag', '"' . $view->version . '"' );
		return $response;
	}

	/**
	 * @return array<string, mixed> See Schema/view.json.
	 */
	private static function shape( SavedView $view ): array {
		return array(
			'id'         => $view->id,
			'name'       => $view->name,
			'shared'     => $view->shared,
			'own'        => get_current_user_id() === $view->owner,
			'owner'      => Words::actor( $view->owner ),
			'may_change' => self::may_change( $view ),
			'may_delete' => self::may_delete( $view ),
			'content'    => (object) $view->content,
			'version'    => $view->version,
			'updated_at' => Words::time( $view->updated_at ),
		);
	}
}
