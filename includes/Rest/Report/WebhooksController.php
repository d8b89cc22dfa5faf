<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Report;

use WooInventoryGuard\Alert\Kind;
use WooInventoryGuard\Alert\NoSuchWebhook;
use WooInventoryGuard\Alert\Webhook;
use WooInventoryGuard\Alert\WebhookCall;
use WooInventoryGuard\Alert\Webhooks;
use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\NotThere;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Rest\Page;
use WooInventoryGuard\Rest\Words;

/**
 * Addresses of other systems that are told of alerts. The secret is in the answer to who made it, and nowhere else.
 */
final class WebhooksController extends Controller {

	public function __construct( private readonly Webhooks $webhooks ) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'GET', '/webhooks', Access::CONFIGURE, $this->index( ... ), 'List webhooks.', 'webhook', many: true, query: 'webhooks-query' ),
			new Operation( 'POST', '/webhooks', Access::CONFIGURE, $this->create( ... ), 'Make a webhook; the answer shows its secret once.', 'webhook', body: 'webhook-request', status: 201, refusals: array( 422 ) ),
			new Operation( 'GET', '/webhooks/{id}', Access::CONFIGURE, $this->show( ... ), 'Read one webhook, and how its deliveries go.', 'webhook', refusals: array( 404 ) ),
			new Operation( 'PUT', '/webhooks/{id}', Access::CONFIGURE, $this->change( ... ), 'Change a webhook; what is left out stays.', 'webhook', body: 'webhook-update', refusals: array( 404 ) ),
			new Operation( 'DELETE', '/webhooks/{id}', Access::CONFIGURE, $this->delete( ... ), 'Delete a webhook, and what was still to be sent to it.', 'webhook', body: 'webhook-delete', refusals: array( 404 ) ),
			new Operation( 'POST', '/webhooks/{id}/test', Access::CONFIGURE, $this->test( ... ), 'Send an event named test there, now and once, and tell what came of it.', 'webhook-test', body: 'webhook-test-request', refusals: array( 404 ) ),
		);
	}

	private function index( Call $call ): \WP_REST_Response {
		$page = new Page( $call );
		return $page->response( array_map( $this->shape( ... ), $this->webhooks->page( $page->offset(), $page->size ) ), $this->webhooks->count() );
	}

	private function show( Call $call ): \WP_REST_Response {
		return new \WP_REST_Response( $this->shape( $this->webhooks->find( $call->id() ) ?? throw NotThere::webhook() ) );
	}

	private function create( Call $call ): \WP_REST_Response {
		$made     = $this->webhooks->create( (string) $call->text( 'url' ), self::kinds( $call ) ?? array(), false !== ( $call->values()['active'] ?? true ), $call->key() );
		$webhook  = $made['webhook'];
		$response = new \WP_REST_Response( $this->shape( $webhook, $made['replayed'] ? null : $webhook->secret ), $made['replayed'] ? 200 : 201 );
		$response->header( 'Location', rest_url( self::ROOT . '/webhooks/' . $webhook->id ) );
		return $response;
	}

	private function change( Call $call ): \WP_REST_Response {
		$call->key();
		$active = $call->values()['active'] ?? null;
		$renew  = true === ( $call->values()['new_secret'] ?? false );
		try {
			$webhook = $this->webhooks->change( $call->id(), $call->text( 'url' ), self::kinds( $call ), is_bool( $active ) ? $active : null, $renew );
		} catch ( NoSuchWebhook ) {
			throw NotThere::webhook();
		}
		return new \WP_REST_Response( $this->shape( $webhook, $renew ? $webhook->secret : null ) );
	}

	private function delete( Call $call ): \WP_REST_Response {
		$call->key();
		$shape = $this->shape( $this->webhooks->find( $call->id() ) ?? throw NotThere::webhook() );
		if ( ! $this->webhooks->delete( $call->id() ) ) {
			throw NotThere::webhook();
		}
		return new \WP_REST_Response( $shape );
	}

	/**
	 * Past the outbox: who asks waits for the answer, and nobody tries again. One that is switched off can be tested too.
	 */
	private function test( Call $call ): \WP_REST_Response {
		$call->key();
		$answer = WebhookCall::test( $this->webhooks->find( $call->id() ) ?? throw NotThere::webhook() );
		return new \WP_REST_Response(
			array(
				'taken'  => $answer['ok'],
				'result' => $answer['said'],
			)
		);
	}

	/**
	 * @return list<Kind>|null Null where none were sent.
	 */
	private static function kinds( Call $call ): ?array {
		$kinds = $call->values()['kinds'] ?? null;
		return is_array( $kinds ) ? Webhook::kinds( $kinds ) : null;
	}

	/**
	 * @return array<string, mixed> See Schema/webhook.json.
	 */
	private function shape( Webhook $webhook, ?string $secret = null ): array {
		$deliveries = $this->webhooks->deliveries( $webhook->id );
		return array(
			'id'           => $webhook->id,
			'url'          => $webhook->url,
			'kinds'        => array_map( static fn( Kind $kind ): string => $kind->value, $webhook->kinds ),
			'active'       => $webhook->active,
			'secret'       => $secret,
			'waiting'      => $deliveries['waiting'],
			'given_up'     => $deliveries['given_up'],
			'last_result'  => $deliveries['last'],
			'last_sent_at' => Words::maybe_time( $deliveries['last_at'] ),
			'created_at'   => Words::time( $webhook->created_at ),
			'updated_at'   => Words::time( $webhook->updated_at ),
		);
	}
}
