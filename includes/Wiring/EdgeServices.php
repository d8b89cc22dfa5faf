<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Wiring;

use WooInventoryGuard\Admin\Assets;
use WooInventoryGuard\Admin\BootData;
use WooInventoryGuard\Admin\CountingPage;
use WooInventoryGuard\Admin\HelpTabs;
use WooInventoryGuard\Admin\Menu;
use WooInventoryGuard\Admin\Palette;
use WooInventoryGuard\Admin\ProductPanelAssets;
use WooInventoryGuard\Admin\View;
use WooInventoryGuard\Admin\Welcome;
use WooInventoryGuard\Alert\AlertList;
use WooInventoryGuard\Catalog\GuardTest;
use WooInventoryGuard\Catalog\VariationAttribute;
use WooInventoryGuard\Cli\BackupCommands;
use WooInventoryGuard\Cli\Commands;
use WooInventoryGuard\Early\Keeper;
use WooInventoryGuard\Early\MustUse;
use WooInventoryGuard\Rest\Stock\AdjustmentsController;
use WooInventoryGuard\Rest\Report\AlertsController;
use WooInventoryGuard\Rest\Stock\AvailabilityController;
use WooInventoryGuard\Rest\Report\AvertedController;
use WooInventoryGuard\Rest\Item\BundlesController;
use WooInventoryGuard\Rest\Item\ComponentsController;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\FirstRunController;
use WooInventoryGuard\Rest\Stock\GuardTestsController;
use WooInventoryGuard\Rest\Stock\IntegrityController;
use WooInventoryGuard\Rest\Item\ItemsBatchController;
use WooInventoryGuard\Rest\Item\ItemsController;
use WooInventoryGuard\Rest\Item\ItemShape;
use WooInventoryGuard\Rest\Item\LimitsController;
use WooInventoryGuard\Rest\Lines;
use WooInventoryGuard\Rest\Stock\MovementsController;
use WooInventoryGuard\Rest\OpenApiController;
use WooInventoryGuard\Rest\Stock\ReservationsController;
use WooInventoryGuard\Rest\SettingsController;
use WooInventoryGuard\Rest\Stock\ShortfallsController;
use WooInventoryGuard\Rest\Item\VariationsController;
use WooInventoryGuard\Rest\Item\ViewsController;
use WooInventoryGuard\Rest\Report\WebhooksController;
use WooInventoryGuard\Shop\Product\CategoryNames;
use WooInventoryGuard\Shop\Currency;
use WooInventoryGuard\Shop\Pages\PageCaches;
use WooInventoryGuard\Shop\Order\PaymentMethods;
use WooInventoryGuard\Shop\Product\VariationAttributes;
use WooInventoryGuard\Shortfall\ShortfallList;
use WooInventoryGuard\Stock\Reserving\HeldNow;
use WooInventoryGuard\Stock\Level\LevelList;
use WooInventoryGuard\Views\SavedViews;

/**
 * What faces the outside: REST routes, the admin screen, commands. A part of the composition root.
 */
trait EdgeServices {

	/** @var \WeakMap<\WP_REST_Server, true>|null REST servers that have our routes: mostly one. */
	private ?\WeakMap $served = null;

	/**
	 * The routes are made for a request that may be for one of them: WooCommerce's checkout is a REST request too, and
	 * making a hundred controllers would be a part of its time.
	 *
	 * @return mixed As it came.
	 */
	private function with_routes( mixed $answer, \WP_REST_Server $server, \WP_REST_Request $request ): mixed {
		$for_us         = 1 === preg_match( '#^/(' . preg_quote( Controller::ROOT, '#' ) . '(/|$)|batch/|$)#i', $request->get_route() );
		$this->served ??= new \WeakMap();
		if ( $for_us && ! isset( $this->served[ $server ] ) ) {
			$this->served[ $server ] = true;
			foreach ( $this->rest_controllers() as $controller ) {
				$controller->register();
			}
		}
		return $answer;
	}

	private function register_admin(): void {
		( new Welcome() )->register();
		( new Palette( $this->file ) )->register();
		( new Menu( fn(): int => array_sum( $this->needs() ) ) )->register();
		( new HelpTabs() )->register();
		$this->register_dashboard_widget();
		( new Assets( $this->file, $this->boot_data() ) )->register();
		( new ProductPanelAssets( $this->file, $this->boot_data() ) )->register();
	}

	private function boot_data(): BootData {
		$shop = static fn(): bool => class_exists( 'WooCommerce', false );
		return $this->once(
			BootData::class,
			fn(): BootData => new BootData(
				$this->view(),
				static fn(): array => $shop() ? PaymentMethods::named() : array(),
				static fn(): ?array => $shop() ? Currency::of_shop() : null,
				fn(): bool => array() !== $this->bulk_changes()->under_way()
			)
		);
	}

	/**
	 * The page for counting is no page of wp-admin.
	 */
	private function register_counting(): void {
		( new CountingPage( $this->file, $this->boot_data() ) )->register();
	}

	/**
	 * For WP-CLI; elsewhere Commands adds nothing.
	 */
	private function register_commands(): void {
		$import = ! class_exists( 'WooCommerce', false ) ? null : function (): array {
			$finished = $this->import()->work( 5 );
			return array( 'finished' => $finished ) + $this->import()->status();
		};
		( new Commands( $this->integrity(), $this->repair(), $this->mending(), $this->reservations(), $import, fn() => $this->report_rounds()->run_to_the_end(), $this->file_command( ... ), $this->restore_command() ) )->register();
		( new BackupCommands( $this->backups(), $this->making(), $this->backup_returns(), $this->returning(), $this->backup_folder() ) )->register();
		$this->fold_command()->register();
	}

	/**
	 * Early answers to cached pages.
	 */
	private function early(): Keeper {
		return $this->once(
			Keeper::class,
			fn(): Keeper => new Keeper(
				new MustUse( plugin_basename( $this->file ), self::VERSION ),
				function (): ?string {
					$settings = $this->settings()->get();
					return $settings->answer_early ? $settings->show_numbers->value : null;
				},
				self::VERSION
			)
		);
	}

	private function view(): View {
		return $this->once( View::class, static fn(): View => new View() );
	}

	/**
	 * How far the shop's products are taken over, after so many seconds of work at it.
	 *
	 * @return array{state: string, done: int, total: int}|null Null without a shop.
	 */
	private function taking_over( int $seconds ): ?array {
		if ( ! class_exists( 'WooCommerce', false ) ) {
			return null;
		}
		if ( $seconds > 0 ) {
			$this->import()->work( $seconds );
		}
		return $this->import()->status();
	}

	/**
	 * @return list<VariationAttribute> What the variations of a product differ in; the shop knows, where there is one.
	 */
	private function attributes_of( int $product_id ): array {
		return class_exists( 'WooCommerce', false ) ? ( new VariationAttributes( $this->db() ) )->of( $product_id ) : array();
	}

	/**
	 * @return list<Controller> One a resource; the last describes the others.
	 */
	public function rest_controllers(): array {
		$lines       = new Lines( $this->items() );
		$shape       = new ItemShape( $this->items(), new LevelList( $this->db() ), $this->reservations(), $this->rule_names() );
		$controllers = array(
			new ItemsController( $this->items(), $this->item_list(), $this->item_writer(), $shape ),
			new ItemsBatchController( $this->items(), $this->item_writer(), $this->ledger(), $shape ),
			new ComponentsController( $this->bundles(), $this->items(), $lines ),
			new BundlesController( $this->item_list(), $this->items(), $this->bundle_contents(), $shape ),
			new VariationsController( $this->items(), $shape, $this->attributes_of( ... ) ),
			new MovementsController( $this->ledger(), $this->items() ),
			new AdjustmentsController( $this->ledger(), $lines ),
			new ReservationsController( $this->reservations(), $lines, $this->settings() ),
			new AvailabilityController( $this->db(), $this->clock(), $this->settings() ),
			new IntegrityController( $this->integrity(), $this->last_check() ),
			new LimitsController( $this->limits(), $this->items(), static fn( array $ids ): array => class_exists( 'WooCommerce', false ) ? CategoryNames::of( $ids ) : array() ),
			new SettingsController( $this->settings() ),
			new ShortfallsController( $this->shortfalls(), new ShortfallList( $this->db() ), $this->items(), $this->resolver( ... ) ),
			new AlertsController( $this->alerts(), new AlertList( $this->db() ) ),
			new WebhooksController( $this->webhooks() ),
			new AvertedController( $this->daily_counts() ),
			new GuardTestsController( new GuardTest( $this->db(), $this->clock(), $this->ledger(), $this->reservations() ) ),
			new FirstRunController( $this->counts(), new HeldNow( $this->db(), $this->clock() ), $this->taking_over( ... ), static fn(): array => class_exists( 'WooCommerce', false ) ? PageCaches::found() : array() ),
			...$this->history_controllers(),
			$this->bulk_controller(),
			...$this->restore_controllers(),
			new ViewsController( new SavedViews( $this->db(), $this->clock(), $this->requests() ) ),
			...$this->rule_controllers(),
			...$this->report_controllers(),
			...$this->stocktake_controllers(),
			...$this->backup_controllers(),
			...$this->file_controllers(),
		);
		return array( ...$controllers, new OpenApiController( $controllers, self::VERSION ) );
	}
}
