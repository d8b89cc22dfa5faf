<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Wiring;

use WooInventoryGuard\Report\ItemHistory;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\Item\ItemRulesController;
use WooInventoryGuard\Rest\Item\RulesController;
use WooInventoryGuard\Rest\Item\RulesStateController;
use WooInventoryGuard\Rule\Categories;
use WooInventoryGuard\Rule\Inheritance;
use WooInventoryGuard\Rule\Matching;
use WooInventoryGuard\Rule\Names;
use WooInventoryGuard\Rule\NoCategories;
use WooInventoryGuard\Rule\Origins;
use WooInventoryGuard\Rule\OwnValues;
use WooInventoryGuard\Rule\Preview;
use WooInventoryGuard\Rule\RuleList;
use WooInventoryGuard\Rule\Turn;
use WooInventoryGuard\Rule\Work;
use WooInventoryGuard\Shop\Product\LowAmount;
use WooInventoryGuard\Shop\Mirror\ProductCaches;
use WooInventoryGuard\Shop\Following\RuleCategories;
use WooInventoryGuard\Shop\Following\RuleFollow;
use WooInventoryGuard\Shop\Mirror\RuleWindow;

/**
 * What counts for items that say nothing themselves. A part of the composition root.
 */
trait RuleServices {

	public function rules(): RuleList {
		return $this->once( RuleList::class, fn(): RuleList => new RuleList( $this->db(), $this->clock(), $this->rule_turn(), $this->rule_categories() ) );
	}

	public function rule_work(): Work {
		return $this->once( Work::class, fn(): Work => new Work( $this->db(), $this->rule_turn(), $this->inheritance(), $this->rules() ) );
	}

	private function rule_turn(): Turn {
		return $this->once( Turn::class, fn(): Turn => new Turn( $this->db() ) );
	}

	private function rule_categories(): Categories {
		return $this->once( Categories::class, static fn(): Categories => class_exists( 'WooCommerce', false ) ? new RuleCategories() : new NoCategories() );
	}

	private function matching(): Matching {
		return $this->once( Matching::class, fn(): Matching => new Matching( $this->db(), $this->rules(), $this->rule_categories() ) );
	}

	private function inheritance(): Inheritance {
		return $this->once( Inheritance::class, fn(): Inheritance => new Inheritance( $this->db(), $this->clock(), $this->matching(), $this->levels(), $this->derived_bundles(), $this->default_low( ... ) ) );
	}

	private function rule_names(): Names {
		return $this->once( Names::class, fn(): Names => new Names( $this->rules(), $this->items(), $this->rule_categories() ) );
	}

	/**
	 * Only where WooCommerce is there.
	 */
	private function register_rules(): void {
		$this->inheritance()->show_in( new RuleWindow( $this->db(), $this->lookup_row(), new ProductCaches( $this->db() ) ) );
		( new RuleFollow( $this->rules(), $this->rule_work() ) )->register();
		( new LowAmount( $this->sold_items(), $this->settings() ) )->register();
	}

	/**
	 * @return list<Controller>
	 */
	private function rule_controllers(): array {
		return array(
			new RulesController( $this->rules(), new Preview( $this->db(), $this->items(), $this->matching(), $this->rules(), $this->rule_categories(), $this->default_low( ... ) ), $this->rule_names(), $this->items(), $this->rule_work() ),
			new RulesStateController( $this->rule_work(), new OwnValues( $this->db() ), $this->default_low( ... ) ),
			new ItemRulesController( $this->items(), new Origins( $this->matching(), $this->rule_names(), $this->items(), $this->default_low( ... ) ), new ItemHistory( $this->db(), $this->calendar(), $this->daily_sums() ) ),
		);
	}
}
