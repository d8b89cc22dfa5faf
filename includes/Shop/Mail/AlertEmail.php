<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Mail;

use WooInventoryGuard\Alert\Alert;
use WooInventoryGuard\Alert\Kind;
use WooInventoryGuard\Alert\Sentences;

/**
 * A mail to the shop's own people, with its page under WooCommerce > Settings > Emails. Its text is a template that a
 * theme may put into woocommerce/emails/.
 */
abstract class AlertEmail extends \WC_Email {

	/** @var list<Alert> */
	private array $alerts = array();

	/**
	 * @param string $folder Of our own templates, with a slash at the end.
	 * @param string $screen Where a person looks into it.
	 */
	public function __construct( string $folder, private readonly string $screen ) {
		$this->template_base  = $folder;
		$this->template_html  = 'emails/' . $this->template() . '.php';
		$this->template_plain = 'emails/plain/' . $this->template() . '.php';
		$this->placeholders   = array( '{summary}' => '' );
		parent::__construct();
	}

	/**
	 * Looked up when somebody wants to know: mails are made in every request to the cart, and hardly ever sent.
	 *
	 * @return string
	 */
	public function get_recipient() {
		$this->recipient = implode( ', ', $this->usual_recipients() );
		return parent::get_recipient();
	}

	/**
	 * Name of the template's file, without ".php".
	 */
	abstract protected function template(): string;

	/**
	 * What the preview on the settings page tells of.
	 */
	abstract protected function sample_kind(): Kind;

	/**
	 * Addresses that get it where the settings of the guard name nobody.
	 *
	 * @return list<string>
	 */
	public function usual_recipients(): array {
		foreach ( array( $this->get_option( 'recipient', '' ), get_option( 'woocommerce_stock_email_recipient', '' ), get_option( 'admin_email', '' ) ) as $addresses ) {
			$valid = array_values( array_filter( array_map( 'trim', explode( ',', is_string( $addresses ) ? $addresses : '' ) ), static fn( string $email ): bool => false !== is_email( $email ) ) );
			if ( array() !== $valid ) {
				return $valid;
			}
		}
		return array();
	}

	/**
	 * @param list<Alert> $alerts
	 * @return bool False when it could not be handed over.
	 */
	public function deliver( string $to, array $alerts ): bool {
		if ( ! $this->is_enabled() ) {
			return true;
		}
		$this->setup_locale();
		try {
			$this->alerts       = $alerts;
			$this->placeholders = array_merge( $this->placeholders, array( '{summary}' => Sentences::summary( $alerts ) ) );
			return $this->send( $to, $this->get_subject(), $this->get_content(), $this->get_headers(), $this->get_attachments() );
		} finally {
			$this->restore_locale();
		}
	}

	/**
	 * @return string
	 */
	public function get_content_html() {
		return wc_get_template_html( $this->template_html, $this->given( false ), '', $this->template_base );
	}

	/**
	 * @return string
	 */
	public function get_content_plain() {
		return wc_get_template_html( $this->template_plain, $this->given( true ), '', $this->template_base );
	}

	/**
	 * @return string
	 */
	public function get_default_additional_content() {
		return '';
	}

	/**
	 * WooCommerce's usual fields, and who gets it.
	 *
	 * @return void
	 */
	public function init_form_fields() {
		parent::init_form_fields();
		$recipient         = array(
			'title'       => __( 'Recipients', 'woo-inventory-guard' ),
			'type'        => 'text',
			'description' => __( 'Email addresses, with commas between. Empty means the address for stock notifications under Products > Inventory. Recipients that are named in the settings of Inventory Guard come before these.', 'woo-inventory-guard' ),
			'placeholder' => is_admin() ? (string) get_option( 'woocommerce_stock_email_recipient', '' ) : '',
			'default'     => '',
			'desc_tip'    => true,
		);
		$this->form_fields = array_merge( array_slice( $this->form_fields, 0, 1 ), array( 'recipient' => $recipient ), array_slice( $this->form_fields, 1 ) );
	}

	/**
	 * What a template is given.
	 *
	 * @return array<string, mixed>
	 */
	private function given( bool $plain ): array {
		$alerts = array() === $this->alerts ? array( self::sample( $this->sample_kind() ) ) : $this->alerts;
		return array(
			'sections'           => Sentences::sections( $alerts ),
			'alerts'             => $alerts,
			'screen'             => $this->screen,
			'email_heading'      => $this->get_heading(),
			'additional_content' => $this->get_additional_content(),
			'sent_to_admin'      => true,
			'plain_text'         => $plain,
			'email'              => $this,
		);
	}

	private static function sample( Kind $kind ): Alert {
		$line = array(
			'name'      => __( 'Sample product', 'woo-inventory-guard' ),
			'sku'       => 'SAMPLE-1',
			'available' => 2,
			'missing'   => 1,
		);
		return new Alert( 0, $kind, null, $kind->is_urgent() ? 1 : null, $line + array( 'lines' => array( $line ) ), new \DateTimeImmutable(), null, null, 0 );
	}
}
