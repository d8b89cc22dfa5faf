<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Alert;

/**
 * Alerts as a plain mail, where there is no WooCommerce to dress it.
 */
final class PlainMail implements Mailer {

	/**
	 * @param \Closure(): string $screen Where the inventory is seen.
	 */
	public function __construct( private readonly \Closure $screen ) {}

	public function send( string $to, string $event, array $alerts ): bool {
		$site = wp_specialchars_decode( get_bloginfo( 'name' ), ENT_QUOTES );
		/* translators: 1: name of the site, 2: what happened */
		$subject = sprintf( __( '[%1$s] %2$s', 'woo-inventory-guard' ), $site, Sentences::summary( $alerts ) );
		return wp_mail( $to, $subject, self::text( $alerts ) . "\n" . ( $this->screen )() . "\n" );
	}

	/**
	 * @param list<Alert> $alerts
	 */
	public static function text( array $alerts ): string {
		$text = '';
		foreach ( Sentences::sections( $alerts ) as $section ) {
			$text .= $section['heading'] . "\n";
			foreach ( $section['lines'] as $line ) {
				$text .= '- ' . $line['text'] . ( '' === $line['sku'] ? '' : " ({$line['sku']})" ) . "\n";
			}
			$text .= 0 === $section['more'] ? "\n" : '- ' . Sentences::more( $section['more'] ) . "\n\n";
		}
		return $text;
	}
}
