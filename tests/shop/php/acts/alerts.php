<?php
/**
 * Acts for the tests of alerts: the job, what it mails, and what others do meanwhile.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

// A receiver of this machine may be called here.
add_filter( 'woo_inventory_guard_may_call', '__return_true' );

/** Runs something and returns the mails that it would have sent. */
function wig_mails_of( callable $work ): array {
	$mails  = array();
	$caught = static function ( $sent, array $mail ) use ( &$mails ): bool {
		$mails[] = array(
			'to'      => $mail['to'],
			'subject' => $mail['subject'],
			'text'    => $mail['message'],
			'html'    => false !== strpos( implode( "\n", (array) $mail['headers'] ), 'text/html' ),
		);
		return true;
	};
	add_filter( 'pre_wp_mail', $caught, 20, 2 );
	$work();
	remove_filter( 'pre_wp_mail', $caught, 20 );
	return $mails;
}

return array(
	'alert_round'   => static fn (): array => wig_mails_of( static fn () => WooInventoryGuard\Plugin::instance()->alert_rounds()->run() ),
	'alerts_anew'   => static function (): array {
		global $wpdb;
		foreach ( array( 'alerts', 'outbox', 'webhooks' ) as $table ) {
			$wpdb->query( "DELETE FROM {$wpdb->prefix}wig_{$table}" );
		}
		return array();
	},
	'csv_stock'     => static function ( array $in ): array {
		// WooCommerce's own importer, updating the stock of many products.
		require_once WC_ABSPATH . 'includes/import/class-wc-product-csv-importer.php';
		$file = (string) tempnam( sys_get_temp_dir(), 'stock' ) . '.csv';
		file_put_contents( $file, "ID,Stock\n" . implode( "\n", array_map( static fn ( int $id ): string => "$id,{$in['stock']}", $in['ids'] ) ) . "\n" );
		$importer = new WC_Product_CSV_Importer(
			$file,
			array(
				'parse'           => true,
				'mapping'         => array(
					'from' => array( 'ID', 'Stock' ),
					'to'   => array( 'id', 'stock_quantity' ),
				),
				'update_existing' => true,
			)
		);
		$result   = $importer->import();
		unlink( $file );
		return array( 'updated' => count( $result['updated'] ) );
	},
	'mail_settings' => static function ( array $in ): array {
		update_option( 'woocommerce_' . $in['id'] . '_settings', $in['settings'] );
		return array();
	},
	'mail_classes'  => static fn (): array => array_keys( WC()->mailer()->get_emails() ),
	'theme_file'    => static function ( array $in ): array {
		$file = get_stylesheet_directory() . '/woocommerce/' . $in['name'];
		if ( null === $in['text'] ) {
			unlink( $file );
			return array();
		}
		wp_mkdir_p( dirname( $file ) );
		file_put_contents( $file, $in['text'] );
		return array();
	},
	'subscribe'     => static function ( array $in ): array {
		$wish = new Automattic\WooCommerce\Internal\StockNotifications\Notification();
		$wish->set_product_id( $in['product'] );
		$wish->set_user_email( $in['email'] );
		$wish->set_status( 'active' );
		return array( 'id' => $wish->save() );
	},
	'wishes_due'    => static function ( array $in ): array {
		$due = as_get_scheduled_actions(
			array(
				'hook'   => 'wc_send_stock_notifications_batch',
				'args'   => array( 'product_id' => $in['product'] ),
				'status' => ActionScheduler_Store::STATUS_PENDING,
			),
			'ids'
		);
		return wig_mails_of( static fn () => array_map( static fn ( $id ) => ActionScheduler::runner()->process_action( $id ), $due ) );
	},
	'sell_twice'    => static function ( array $in ): array {
		// What the doors say when they refuse, said as they say it.
		do_action( 'woo_inventory_guard_refused', $in );
		return array();
	},
	'say'           => static function ( array $in ): array {
		do_action( $in['action'], ...$in['args'] );
		return array();
	},
	'notices'       => static function ( array $in ): array {
		// What one person sees at the top of a page of wp-admin.
		require_once ABSPATH . 'wp-admin/includes/admin.php';
		wp_set_current_user( get_user_by( 'login', $in['user'] )->ID );
		set_current_screen( $in['screen'] );
		ob_start();
		( new ReflectionMethod( WooInventoryGuard\Admin\AlertNotices::class, 'show' ) )->invoke( new WooInventoryGuard\Admin\AlertNotices( new WooInventoryGuard\Alert\AlertList( WooInventoryGuard\Plugin::instance()->db() ) ) );
		return array( 'html' => (string) ob_get_clean() );
	},
	'preview'       => static function ( array $in ): array {
		$preview = wc_get_container()->get( Automattic\WooCommerce\Internal\Admin\EmailPreview\EmailPreview::class );
		$preview->set_email_type( get_class( WC()->mailer()->get_emails()[ $in['id'] ] ) );
		return array( 'html' => $preview->render() );
	},
	'person'        => static function ( array $in ): array {
		return array(
			'id' => wp_insert_user(
				array(
					'user_login' => $in['login'],
					'user_pass'  => 'password',
					'role'       => $in['role'],
				)
			),
		);
	},
);
