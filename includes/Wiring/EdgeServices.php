<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Wiring;

use WooInventoryGuard\Admin\Assets;
use WooInventoryGuard\Admin\BootData;
use WooInventoryGuard\Admin\Menu;
use WooInventoryGuard\Admin\View;
use WooInventoryGuard\Alert\AlertList;
use WooInventoryGuard\Cli\Commands;
use WooInventoryGuard\Early\Keeper;
use WooInventoryGuard\Early\MustUse;
use WooInventoryGuard\Rest\AdjustmentsController;
use WooInventoryGuard\Rest\AlertsController;
use WooInventoryGuard\Rest\AvailabilityController;
use WooInventoryGuard\Rest\AvertedController;
use WooInventoryGuard\Rest\ComponentsController;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\IntegrityController;
use WooInventoryGuard\Rest\ItemsController;
use WooInventoryGuard\Rest\ItemShape;
use WooInventoryGuard\Rest\LimitsController;
use WooInventoryGuard\Rest\Lines;
use WooInventoryGuard\Rest\MovementsController;
use WooInventoryGuard\Rest\OpenApiController;
use WooInventoryGuard\Rest\ReservationsController;
use WooInventoryGuard\Rest\SettingsController;
use WooInventoryGuard\Rest\ShortfallsController;
use WooInventoryGuard\Rest\WebhooksController;
use WooInventoryGuard\Shop\PaymentMethods;
use WooInventoryGuard\Stock\LevelList;
use WooInventoryGuard\Stock\StockStatus;

/**
 * What faces the outside: REST routes, the admin screen, commands. A part of the composition root.
 */
trait EdgeServices {

	private function register_routes(): void {
		foreach ( $this->rest_controllers() as $controller ) {
			$controller->register();
		}
	}

	private function register_admin(): void {
		( new Menu( $this->attention( ... ) ) )->register();
		( new Assets( $this->file, new BootData( $this->view(), static fn(): array => class_exists( 'WooCommerce', false ) ? PaymentMethods::named() : array() ) ) )->register();
	}

	/**
	 * For WP-CLI; elsewhere Commands adds nothing.
	 */
	private function register_commands(): void {
		$import = ! class_exists( 'WooCommerce', false ) ? null : function (): array {
			$finished = $this->import()->work( 5 );
			return array( 'finished' => $finished ) + $this->import()->status();
		};
		( new Commands( $this->integrity(), $this->repair(), $this->reservations(), $import ) )->register();
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
	 * How many items need a person: low or out.
	 */
	private function attention(): int {
		$counts = $this->counts()->of( null );
		return $counts->of( StockStatus::Low ) + $counts->of( StockStatus::Out );
	}

	/**
	 * @return list<Controller> One a resource; the last describes the others.
	 */
	public function rest_controllers(): array {
		$lines       = new Lines( $this->items() );
		$controllers = array(
			new ItemsController( $this->items(), $this->item_list(), $this->item_writer(), new ItemShape( $this->items(), new LevelList( $this->db() ), $this->reservations() ) ),
			new ComponentsController( $this->bundles(), $this->items(), $lines ),
			new MovementsController( $this->ledger(), $this->items() ),
			new AdjustmentsController( $this->ledger(), $lines ),
			new ReservationsController( $this->reservations(), $lines, $this->settings() ),
			new AvailabilityController( $this->db(), $this->clock(), $this->settings() ),
			new IntegrityController( $this->integrity() ),
			new LimitsController( $this->limits(), $this->items() ),
			new SettingsController( $this->settings() ),
			new ShortfallsController( $this->shortfalls(), $this->resolver( ... ) ),
			new AlertsController( $this->alerts(), new AlertList( $this->db() ) ),
			new WebhooksController( $this->webhooks() ),
			new AvertedController( $this->daily_counts() ),
		);
		return array( ...$controllers, new OpenApiController( $controllers, self::VERSION ) );
	}
}
