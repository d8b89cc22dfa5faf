<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Item;

use WooInventoryGuard\Catalog\Backorders;
use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\InvalidInput;
use WooInventoryGuard\Rest\NotThere;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Rest\Page;
use WooInventoryGuard\Rule\Names;
use WooInventoryGuard\Rule\Preview;
use WooInventoryGuard\Rule\Rule;
use WooInventoryGuard\Rule\RuleList;
use WooInventoryGuard\Rule\Scope;
use WooInventoryGuard\Rule\Values;
use WooInventoryGuard\Rule\Work;

/**
 * Rules: what counts for items that say nothing themselves.
 */
final class RulesController extends Controller {

	/** How long a change lets the items follow before it answers, in seconds; most shops are done by then. */
	private const SECONDS = 1.0;

	public function __construct(
		private readonly RuleList $rules,
		private readonly Preview $preview,
		private readonly Names $names,
		private readonly Items $items,
		private readonly Work $work
	) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'GET', '/rules', Access::CONFIGURE, $this->index( ... ), 'List rules, in the order in which they win.', 'rule', many: true, query: 'rules-query' ),
			new Operation( 'POST', '/rules', Access::CONFIGURE, $this->create( ... ), 'Make a rule for a product, a category or the shop.', 'rule', body: 'rule-request', status: 201, refusals: array( 409 ) ),
			new Operation( 'POST', '/rules/preview', Access::CONFIGURE, $this->preview( ... ), 'What a rule would do: how many items it would speak for, and five of them.', 'rule-preview', body: 'rule-request' ),
			new Operation( 'POST', '/rules/order', Access::CONFIGURE, $this->order( ... ), 'Put the rules of categories in order.', 'rule', many: true, body: 'rule-order-request', refusals: array( 409 ) ),
			new Operation( 'GET', '/rules/{id}', Access::CONFIGURE, $this->show( ... ), 'Read one rule.', 'rule', refusals: array( 404 ) ),
			new Operation( 'PUT', '/rules/{id}', Access::CONFIGURE, $this->change( ... ), 'Change a rule; what is left out stays.', 'rule', body: 'rule-update', refusals: array( 404 ) ),
			new Operation( 'DELETE', '/rules/{id}', Access::CONFIGURE, $this->delete( ... ), 'Take a rule away; what items say themselves stays.', 'rule', refusals: array( 404 ) ),
			new Operation( 'GET', '/rules/{id}/items', Access::CONFIGURE, $this->touched( ... ), 'List the items that a rule speaks for.', 'rule-example', many: true, query: 'rule-items-query', refusals: array( 404 ) ),
		);
	}

	private function index( Call $call ): \WP_REST_Response {
		$page = new Page( $call );
		return $page->response( $this->shapes( $this->rules->page( $page->size, $page->offset() ) ), $this->rules->count() );
	}

	private function create( Call $call ): \WP_REST_Response {
		$call->key();
		$made = $this->rules->create( $this->sent( $call ) );
		$this->work->work( self::SECONDS );
		$answer = new \WP_REST_Response( $this->shapes( array( $made ) )[0], 201 );
		$answer->header( 'Location', rest_url( self::ROOT . '/rules/' . $made->id ) );
		return $answer;
	}

	private function preview( Call $call ): \WP_REST_Response {
		$call->key();
		$found = $this->preview->of( $this->sent( $call ) );
		return new \WP_REST_Response(
			array(
				'items'    => $found['items'],
				'examples' => array_map( static fn( array $one ): array => RuleShape::example( $one['item'], $one['before'], $one['after'] ), $found['examples'] ),
			)
		);
	}

	private function order( Call $call ): \WP_REST_Response {
		$call->key();
		$ids = $call->values()['ids'] ?? array();
		$this->rules->reorder( array_values( array_filter( is_array( $ids ) ? $ids : array(), is_int( ... ) ) ) );
		$this->work->work( self::SECONDS );
		return new \WP_REST_Response( $this->shapes( $this->rules->page( 100, 0 ) ) );
	}

	private function show( Call $call ): \WP_REST_Response {
		return new \WP_REST_Response( $this->shapes( array( $this->find( $call ) ) )[0] );
	}

	private function change( Call $call ): \WP_REST_Response {
		$call->key();
		$rule  = $this->find( $call );
		$after = $this->rules->change( $rule->id, self::laid_over( $rule, $call ) ) ?? throw self::missing();
		$this->work->work( self::SECONDS );
		return new \WP_REST_Response( $this->shapes( array( $after ) )[0] );
	}

	private function delete( Call $call ): \WP_REST_Response {
		$call->key();
		$rule  = $this->find( $call );
		$shape = $this->shapes( array( $rule ) )[0];
		$this->rules->delete( $rule->id );
		$this->work->work( self::SECONDS );
		return new \WP_REST_Response( $shape );
	}

	private function touched( Call $call ): \WP_REST_Response {
		$rule  = $this->find( $call );
		$page  = new Page( $call );
		$items = $this->preview->items( $rule, $page->size, $page->offset() );
		return $page->response( array_map( static fn( Item $item ): array => RuleShape::example( $item, Values::now( $item ), Values::now( $item ) ), $items ), $this->preview->count( $rule ) );
	}

	private function find( Call $call ): Rule {
		return $this->rules->find( $call->id() ) ?? throw self::missing();
	}

	private static function missing(): NotThere {
		return new NotThere( __( 'There is no rule with this number.', 'woo-inventory-guard' ) );
	}

	/**
	 * @throws InvalidInput When it speaks for nothing that there is.
	 */
	private function sent( Call $call ): Rule {
		$scope = Scope::from( (string) $call->text( 'scope' ) );
		$id    = Scope::Shop === $scope ? 0 : (int) $call->int( 'scope_id' );
		if ( Scope::Shop !== $scope && 0 === $id ) {
			throw InvalidInput::of( 'scope_id', __( 'scope_id: say for which product or category the rule is.', 'woo-inventory-guard' ) );
		}
		if ( Scope::Product === $scope && Kind::Variable !== $this->items->find( $id )?->kind ) {
			throw InvalidInput::of( 'scope_id', __( 'scope_id: a rule of a product is for one with variations. For any other item, set the value on the item itself.', 'woo-inventory-guard' ) );
		}
		return self::laid_over( new Rule( 0, $scope, $id, 0, null, null, null, '' ), $call );
	}

	/**
	 * The rule with what was sent laid over it.
	 *
	 * @throws InvalidInput When it would say nothing.
	 */
	private static function laid_over( Rule $rule, Call $call ): Rule {
		$backorders = $call->text( 'backorders' );
		$after      = new Rule(
			$rule->id,
			$rule->scope,
			$rule->scope_id,
			$rule->place,
			$call->has( 'low_stock_threshold' ) ? $call->quantity( 'low_stock_threshold' ) : $rule->low,
			$call->has( 'backorders' ) ? ( null === $backorders ? null : Backorders::from( $backorders ) ) : $rule->backorders,
			$call->has( 'backorder_limit' ) ? $call->quantity( 'backorder_limit' ) : $rule->limit,
			$call->has( 'backorder_text' ) ? (string) $call->text( 'backorder_text' ) : $rule->text
		);
		if ( Scope::Shop === $after->scope && null !== $after->low ) {
			throw InvalidInput::of( 'low_stock_threshold', __( 'low_stock_threshold: the threshold of the whole shop is in the settings.', 'woo-inventory-guard' ) );
		}
		if ( $after->is_empty() ) {
			throw InvalidInput::of( 'low_stock_threshold', __( 'Say what counts: send low_stock_threshold, backorders, backorder_limit or backorder_text.', 'woo-inventory-guard' ) );
		}
		return $after;
	}

	/**
	 * @param list<Rule> $rules
	 * @return ($rules is non-empty-list ? non-empty-list<array<string, mixed>> : list<array<string, mixed>>)
	 */
	private function shapes( array $rules ): array {
		$names = $this->names->of_rules( $rules );
		return array_map( fn( Rule $rule ): array => RuleShape::rule( $rule, $names[ $rule->id ], $this->preview->count_few( $rule ) ), $rules );
	}
}
