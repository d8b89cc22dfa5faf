<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Rest;

use WooInventoryGuard\Plugin;

/**
 * The API over real HTTP: what WordPress's server makes of bodies, headers, cookies and passwords before we see them.
 */
final class HttpTest extends RestTestCase {

	/** @var resource|null */
	private static $process = null;

	private static string $root = '';

	/** @var list<string> The last answer's header lines. */
	private array $headers = array();

	public static function setUpBeforeClass(): void {
		parent::setUpBeforeClass();
		$probe = stream_socket_server( 'tcp://127.0.0.1:0' );
		self::assertIsResource( $probe );
		$address = (string) stream_socket_get_name( $probe, false );
		fclose( $probe );
		$process = proc_open(
			array( PHP_BINARY, '-d', 'variables_order=EGPCS', '-S', $address, __DIR__ . '/http-server.php' ),
			array(
				1 => array( 'file', '/dev/null', 'w' ),
				2 => array( 'file', '/dev/null', 'w' ),
			),
			$pipes
		);
		self::assertIsResource( $process );
		self::$process = $process;
		self::$root    = "http://$address/woo-inventory-guard/v1";
		$until         = microtime( true ) + 60;
		while ( false === @file_get_contents( self::$root . '/availability?items=1' ) ) {
			self::assertLessThan( $until, microtime( true ), 'The server does not answer.' );
			usleep( 100_000 );
		}
	}

	public static function tearDownAfterClass(): void {
		if ( null !== self::$process ) {
			proc_terminate( self::$process );
			proc_close( self::$process );
		}
		parent::tearDownAfterClass();
	}

	public function test_a_channel_reserves_with_an_application_password(): void {
		$tea  = $this->part( 3, array( 'sku' => 'TEA-H' ) );
		$auth = $this->password( 'wig_sales_channel' );
		$body = wp_json_encode(
			array(
				'reference' => array(
					'type' => 'channel',
					'id'   => 'X-1',
				),
				'lines'     => array(
					array(
						'sku'      => 'TEA-H',
						'quantity' => 2,
					),
				),
			)
		);
		$head = array( $auth, 'Content-Type: application/json', 'Idempotency-Key: x-1' );

		$first = $this->http( 'POST', '/reservations', (string) $body, $head );
		self::assertSame( 201, $first->status, $first->text );
		self::assertNotSame( array(), preg_grep( '/^Cache-Control:.*no-store/i', $this->headers ) );
		self::assertSame( 200, $this->http( 'POST', '/reservations', (string) $body, $head )->status );
		$short = $this->http( 'POST', '/reservations', str_replace( 'X-1', 'X-2', (string) $body ), array( $auth, 'Content-Type: application/json' ) );
		self::assertSame( array( 409, 1 ), array( $short->status, $short->at( 'data.lines.0.available' ) ) );
		self::assertSame( 403, $this->http( 'POST', '/adjustments', '{"sku":"TEA-H","delta":1,"reason":"found"}', array( $auth, 'Content-Type: application/json' ) )->status );
		self::assertSame( 1, $this->http( 'GET', "/items/$tea", null, array( $auth ) )->at( 'available' ) );
		self::assertSame( 401, $this->http( 'GET', "/items/$tea", null, array( 'Authorization: Basic ' . base64_encode( 'nobody:x' ) ) )->status );
	}

	public function test_a_form_is_understood_too(): void {
		$this->part( 3, array( 'sku' => 'TEA-F' ) );
		$answer = $this->http(
			'POST',
			'/reservations',
			'reference[type]=order&reference[id]=12&lines[0][sku]=TEA-F&lines[0][quantity]=1.25&expires_in=60',
			array( $this->password( 'wig_sales_channel' ), 'Content-Type: application/x-www-form-urlencoded' )
		);
		self::assertSame( array( 201, 1.25 ), array( $answer->status, $answer->at( 'lines.0.quantity' ) ), $answer->text );
		$settings = $this->http( 'PUT', '/settings', 'delete_data_on_uninstall=true&hold_minutes=20', array( $this->password( 'administrator' ), 'Content-Type: application/x-www-form-urlencoded' ) );
		self::assertSame( array( true, 20 ), array( $settings->at( 'delete_data_on_uninstall' ), $settings->at( 'hold_minutes' ) ), $settings->text );
	}

	public function test_a_browser_needs_its_cookie_and_the_nonce(): void {
		$cookie = $this->cookie( 'administrator' );
		$nonce  = wp_create_nonce( 'wp_rest' );
		self::assertSame( 200, $this->http( 'GET', '/settings', null, array( $cookie, "X-WP-Nonce: $nonce" ) )->status );
		self::assertSame( 401, $this->http( 'GET', '/settings', null, array( $cookie ) )->status );
		foreach ( array( 'wrong', '', str_repeat( 'a', 5000 ), "' OR 1=1" ) as $wrong ) {
			$answer = $this->http( 'PUT', '/settings', '{"hold_minutes":1}', array( $cookie, 'Content-Type: application/json', "X-WP-Nonce: $wrong" ) );
			self::assertContains( $answer->status, array( 401, 403 ), $answer->text );
		}
		self::assertSame( 60, Plugin::instance()->settings()->get()->hold_minutes );
		self::assertSame( 403, $this->http( 'GET', '/availability?items=1', null, array( $cookie, 'X-WP-Nonce: wrong' ) )->status );
		self::assertSame( 200, $this->http( 'GET', '/availability?items=1', null )->status );
		self::assertNotSame( array(), preg_grep( '/^Cache-Control:.*no-store/i', $this->headers ) );
	}

	public function test_what_is_no_json_is_refused_cleanly(): void {
		$tea    = $this->part( 3 );
		$id     = $this->reserve( $tea, 1 )->at( 'id' );
		$auth   = $this->password( 'administrator' );
		$before = self::checksum();
		$bodies = array( "\0\xff\xfe", '{', 'null', '0', 'false', '""', '[]', '[1]', '{"delta":NaN}', '<x/>', str_repeat( '[', 100000 ), str_repeat( 'a', 1000000 ), '{"a":' . str_repeat( '9', 5000 ) . '}', 'a[b]=c&a[b][d]=e', '%00=%ff', "--x\r\nContent-Disposition: form-data; name=\"delta\"\r\n\r\n1e309\r\n--x--" );
		$paths  = array( array( 'POST', '/items' ), array( 'POST', '/adjustments' ), array( 'POST', '/reservations' ), array( 'POST', "/reservations/$id/extend" ), array( 'PATCH', "/items/$tea" ), array( 'PUT', '/settings' ), array( 'PUT', "/items/$tea/components" ) );
		foreach ( $bodies as $number => $body ) {
			foreach ( array( 'application/json', array( 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/json; charset=latin1' )[ $number % 4 ] ) as $kind => $type ) {
				[ $method, $path ] = $paths[ ( $number + $kind ) % count( $paths ) ];
				$answer            = $this->http( $method, $path, $body, array( $auth, "Content-Type: $type" ) );
				self::assertContains( $answer->status, array( 400, 413 ), "$method $path $type " . substr( $body, 0, 60 ) . ' -> ' . $answer->text );
				self::assertNotNull( $answer->at( 'code' ), $answer->text );
			}
		}
		foreach ( array( '/items/abc', '/items/1e5', '/items/-1', '/items/9999999999999999999', '/reservations/%27', '/items/1%00', '/nowhere' ) as $path ) {
			self::assertSame( 404, $this->http( 'GET', $path, null, array( $auth ) )->status, $path );
		}
		self::assertSame( 404, $this->http( 'DELETE', "/items/$tea", null, array( $auth ) )->status );
		// A part that cannot be read must not become "all".
		self::assertSame( 400, $this->http( 'POST', "/reservations/$id/commit", '{"lines":[{"item_id":1,"quantity":1}]}', array( $auth, 'Content-Type: text/plain' ) )->status );
		self::assertSame( $before, self::checksum() );
	}

	/**
	 * @param list<string> $headers
	 */
	private function http( string $method, string $path, ?string $body = null, array $headers = array() ): Answer {
		$context = stream_context_create(
			array(
				'http' => array(
					'method'        => $method,
					'header'        => $headers,
					'content'       => $body ?? '',
					'ignore_errors' => true,
					'timeout'       => 30,
				),
			)
		);
		$text          = (string) file_get_contents( self::$root . $path, false, $context );
		$this->headers = $http_response_header;
		$status        = 1 === preg_match( '#^HTTP/\S+ (\d+)#', $this->headers[0], $found ) ? (int) $found[1] : 0;
		// A notice of PHP in front of the JSON would spoil it.
		self::assertNotNull( json_decode( $text ), "$method $path: " . substr( $text, 0, 1000 ) );
		return new Answer( $status, array(), json_decode( $text, true ), $text );
	}

	private function password( string $role ): string {
		$user = get_userdata( $this->sign_in( $role ) );
		self::assertInstanceOf( \WP_User::class, $user );
		$made = \WP_Application_Passwords::create_new_application_password( $user->ID, array( 'name' => 'Test ' . wp_rand() ) );
		self::assertIsArray( $made );
		$this->sign_in( 'administrator' );
		return 'Authorization: Basic ' . base64_encode( $user->user_login . ':' . $made[0] );
	}

	/**
	 * Signs in as a browser: the nonce that wp_create_nonce() makes afterwards belongs to the cookie.
	 */
	private function cookie( string $role ): string {
		$user    = $this->sign_in( $role );
		$expires = time() + HOUR_IN_SECONDS;
		$token   = \WP_Session_Tokens::get_instance( $user )->create( $expires );
		$cookie  = wp_generate_auth_cookie( $user, $expires, 'logged_in', $token );

		$_COOKIE[ LOGGED_IN_COOKIE ] = $cookie;
		return 'Cookie: ' . LOGGED_IN_COOKIE . '=' . rawurlencode( $cookie );
	}
}
