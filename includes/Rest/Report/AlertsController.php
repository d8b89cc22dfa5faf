<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Report;

use WooInventoryGuard\Alert\Alert;
use WooInventoryGuard\Alert\AlertList;
use WooInventoryGuard\Alert\Alerts;
use WooInventoryGuard\Alert\Kind;
use WooInventoryGuard\Alert\Sentences;
use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\NotThere;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Rest\Page;
use WooInventoryGuard\Rest\Words;
use WooInventoryGuard\Stock\Reference;

/**
 * What somebody has to know, and that somebody has seen to it.
 */
final class AlertsController extends Controller {

	public function __construct( private readonly Alerts $alerts, private readonly AlertList $list ) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'GET', '/alerts', Access::VIEW, $this->index( ... ), 'List alerts, newest first.', 'alert', many: true, query: 'alerts-query' ),
			new Operation( 'POST', '/alerts/{id}/handle', Access::ADJUST, $this->handle( ... ), 'Say that somebody has seen to it.', 'alert', body: 'handle-request', refusals: array( 404 ) ),
		);
	}

	private function index( Call $call ): \WP_REST_Response {
		$page = new Page( $call );
		$open = match ( $call->text( 'state' ) ) {
			'handled' => false,
			'all'     => null,
			default   => true,
		};
		$asked  = array(
			$open,
			(string) $call->text( 'kind' ),
			(int) $call->int( 'item_id' ),
			(int) $call->int( 'order_id' ),
		);
		$alerts = $this->list->page( ...array( ...$asked, $page->offset(), $page->size ) );
		cache_users( array_values( array_unique( array_map( static fn( Alert $alert ): int => $alert->handled_by, $alerts ) ) ) );
		$response = $page->response( array_map( self::shape( ... ), $alerts ), $this->list->count( ...$asked ) );
		$counts   = array_map( static fn( array $open ): int => $open['count'], $this->list->open() );
		$response->header( 'X-WIG-Counts', (string) wp_json_encode( (object) $counts ) );
		return $response;
	}

	/**
	 * Twice is as once: the first who said it stays named.
	 */
	private function handle( Call $call ): \WP_REST_Response {
		$call->key();
		if ( null === $this->alerts->find( $call->id() ) ) {
			throw NotThere::alert();
		}
		$this->alerts->handle( $call->id(), $call->actor() );
		$after = $this->alerts->find_many( array( $call->id() ) );
		return new \WP_REST_Response( self::shape( $after[0] ?? throw NotThere::alert() ) );
	}

	/**
	 * @return array<string, mixed> See Schema/alert.json.
	 */
	private static function shape( Alert $alert ): array {
		return array(
			'id'              => $alert->id,
			'kind'            => $alert->kind->value,
			'item_id'         => $alert->item_id,
			'order_id'        => $alert->order_id,
			'text'            => Sentences::of( $alert ),
			'data'            => (object) $alert->data,
			'link'            => self::link( $alert ),
			'needs_a_person'  => $alert->kind->needs_a_person(),
			'created_at'      => Words::time( $alert->created_at ),
			'sent_at'         => Words::maybe_time( $alert->sent_at ),
			'handled_at'      => Words::maybe_time( $alert->handled_at ),
			'handled_by'      => $alert->handled_by,
			'handled_by_name' => Words::actor( $alert->handled_by ),
		);
	}

	private static function link( Alert $alert ): ?string {
		if ( null !== $alert->order_id ) {
			return Words::reference_link( new Reference( 'order', (string) $alert->order_id ) );
		}
		if ( Kind::Ledger === $alert->kind ) {
			return current_user_can( 'view_site_health_checks' ) ? admin_url( 'site-health.php' ) : null;
		}
		return null === $alert->item_id ? null : add_query_arg( 'search', rawurlencode( $alert->text( 'name' ) ), admin_url( 'admin.php?page=woo-inventory-guard&path=/stock' ) );
	}
}
