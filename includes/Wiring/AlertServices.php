<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Wiring;

use WooInventoryGuard\Admin\AlertNotices;
use WooInventoryGuard\Alert\AlertList;
use WooInventoryGuard\Alert\Alerts;
use WooInventoryGuard\Alert\Crossings;
use WooInventoryGuard\Alert\Daily;
use WooInventoryGuard\Alert\DailyCounts;
use WooInventoryGuard\Alert\Delivery;
use WooInventoryGuard\Alert\Digest;
use WooInventoryGuard\Alert\Listeners;
use WooInventoryGuard\Alert\Mailer;
use WooInventoryGuard\Alert\Outbox;
use WooInventoryGuard\Alert\PlainMail;
use WooInventoryGuard\Alert\Recipients;
use WooInventoryGuard\Alert\Recorder;
use WooInventoryGuard\Alert\Rounds;
use WooInventoryGuard\Alert\Webhooks;
use WooInventoryGuard\Shop\Mail\ShopMail;

/**
 * What somebody is told, and how. A part of the composition root.
 */
trait AlertServices {

	private function register_alerts(): void {
		( new Listeners( $this->db(), $this->alert_recorder(), $this->daily_counts() ) )->register();
		// Not with the menu, which admin-post.php does not make.
		add_action( 'admin_init', fn() => ( new AlertNotices( new AlertList( $this->db() ) ) )->register() );
	}

	/**
	 * Bounded, for the job that comes round each minute.
	 */
	public function alert_rounds(): Rounds {
		return $this->once(
			Rounds::class,
			fn(): Rounds => new Rounds(
				$this->crossings(),
				new Digest( $this->db(), $this->clock(), $this->alerts(), $this->alert_recipients(), $this->outbox(), fn(): int => $this->settings()->get()->alert_digest_minutes ),
				new Delivery( $this->outbox(), $this->alerts(), $this->webhooks(), $this->mailer() ),
				new Daily( $this->db(), $this->integrity(), $this->alert_recorder(), $this->daily_counts(), $this->alerts(), $this->outbox(), $this->last_check()->keep( ... ) )
			)
		);
	}

	public function crossings(): Crossings {
		return $this->once( Crossings::class, fn(): Crossings => new Crossings( $this->db(), $this->clock(), $this->alert_recorder() ) );
	}

	public function daily_counts(): DailyCounts {
		return $this->once( DailyCounts::class, fn(): DailyCounts => new DailyCounts( $this->db(), $this->clock() ) );
	}

	public function alerts(): Alerts {
		return $this->once( Alerts::class, fn(): Alerts => new Alerts( $this->db(), $this->clock() ) );
	}

	private function alert_recorder(): Recorder {
		return $this->once( Recorder::class, fn(): Recorder => new Recorder( $this->db(), $this->alerts(), $this->webhooks(), $this->outbox(), $this->alert_recipients() ) );
	}

	private function alert_recipients(): Recipients {
		return $this->once( Recipients::class, fn(): Recipients => new Recipients( fn(): array => $this->settings()->get()->alert_recipients, $this->usual_recipients( ... ) ) );
	}

	public function webhooks(): Webhooks {
		return $this->once( Webhooks::class, fn(): Webhooks => new Webhooks( $this->db(), $this->clock(), $this->outbox(), $this->requests() ) );
	}

	private function outbox(): Outbox {
		return $this->once( Outbox::class, fn(): Outbox => new Outbox( $this->db(), $this->clock() ) );
	}

	/**
	 * The room Shop names WooCommerce's classes, so it is entered only where they are.
	 */
	private function mailer(): Mailer {
		return class_exists( 'WooCommerce', false ) ? $this->shop_mail() : new PlainMail( $this->stock_screen( ... ) );
	}

	private function shop_mail(): ShopMail {
		return $this->once( ShopMail::class, fn(): ShopMail => new ShopMail( plugin_dir_path( $this->file ) . 'templates/', $this->stock_screen( ... ) ) );
	}

	/**
	 * @param string $event Mailer::DIGEST or Mailer::URGENT.
	 * @return list<string>
	 */
	private function usual_recipients( string $event ): array {
		if ( class_exists( 'WooCommerce', false ) ) {
			return $this->shop_mail()->usual_recipients( $event );
		}
		$admin = get_option( 'admin_email', '' );
		return is_string( $admin ) && '' !== $admin ? array( $admin ) : array();
	}

	private function stock_screen(): string {
		return admin_url( 'admin.php?page=woo-inventory-guard&path=/stock' );
	}
}
