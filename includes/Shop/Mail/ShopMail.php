<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Mail;

use WooInventoryGuard\Alert\Mailer;

/**
 * Alerts as WooCommerce's mails: with its header and footer, its settings, and the theme's templates.
 */
final class ShopMail implements Mailer {

	/** Where WooCommerce keeps the settings of our mails. It reads them in every request that its mails are made in. */
	public const OPTIONS = array( 'woocommerce_wig_stock_digest_settings', 'woocommerce_wig_paid_order_short_settings' );

	/**
	 * @param string             $folder Of our templates, with a slash at the end.
	 * @param \Closure(): string $screen Where the inventory is seen.
	 */
	public function __construct( private readonly string $folder, private readonly \Closure $screen ) {}

	public function register(): void {
		add_filter( 'woocommerce_email_classes', $this->add_classes( ... ) );
	}

	public function send( string $to, string $event, array $alerts ): bool {
		return $this->email( $event )->deliver( $to, $alerts );
	}

	public function is_enabled( string $event ): bool {
		return $this->email( $event )->is_enabled();
	}

	/**
	 * Who gets it where the settings of the guard name nobody.
	 *
	 * @return list<string>
	 */
	public function usual_recipients( string $event ): array {
		return $this->email( $event )->usual_recipients();
	}

	/**
	 * What WooCommerce keeps of our mails' settings. Runs also where WooCommerce is gone, so it names no class of a mail.
	 */
	public static function uninstall(): void {
		foreach ( self::OPTIONS as $option ) {
			delete_option( $option );
		}
	}

	/**
	 * @param array<string, \WC_Email> $classes
	 * @return array<string, \WC_Email>
	 */
	private function add_classes( array $classes ): array {
		$screen                      = ( $this->screen )();
		$classes['WIG_Stock_Digest'] = new StockDigest( $this->folder, $screen );
		$classes['WIG_Paid_Short']   = new PaidOrderShort( $this->folder, $screen );
		return $classes;
	}

	/**
	 * The object that the settings page and other plugins know; if one of them has put something else in its place, our
	 * own.
	 */
	private function email( string $event ): AlertEmail {
		$name  = self::URGENT === $event ? 'WIG_Paid_Short' : 'WIG_Stock_Digest';
		$email = WC()->mailer()->get_emails()[ $name ] ?? null;
		if ( $email instanceof AlertEmail ) {
			return $email;
		}
		return self::URGENT === $event ? new PaidOrderShort( $this->folder, ( $this->screen )() ) : new StockDigest( $this->folder, ( $this->screen )() );
	}
}
