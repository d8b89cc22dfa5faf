<?php
/**
 * What a screen asks first.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

namespace WooInventoryGuard\Admin;

use WooInventoryGuard\Platform\Access;

/**
 * Answers to the requests that the screen of this address is about to make, so that it begins with rows instead of with
 * waiting. Each is that of the route itself, for this person. Where an address says what makes no sense, the app reads it
 * otherwise than we do, and asks by itself; so it does for a search.
 */
final class FirstAnswers {

	private const ROOT  = '/woo-inventory-guard/v1';
	private const ITEMS = self::ROOT . '/items';

	private const STATUSES = array( 'low', 'out', 'backorder', 'untracked' );

	/** Rows that lists ask for, and those that the spreadsheet fetches at a time. */
	private const ROWS       = 20;
	private const SHEET_ROWS = 100;

	/** Days of what was averted, and webhooks, as the alerts screen asks for them. */
	private const AVERTED_DAYS = 30;
	private const WEBHOOKS     = 100;

	private const RULES      = 100;
	private const MOVEMENTS  = 50;
	private const ACCURACIES = 100;

	/** What narrows the ledger: then the app asks by itself. */
	private const LEDGER_FILTERS = array( 'item', 'reason', 'person', 'number', 'location', 'from', 'to', 'document' );

	public function __construct( private readonly View $view ) {}

	/**
	 * @return array<string, mixed> By route, as src/shared/data/first-answers.ts takes them.
	 */
	public function all(): array {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- only says which list to read.
		$is_search = isset( $_GET['search'] );
		$routes    = ! Access::can( Access::VIEW ) || $is_search ? array() : $this->routes();
		return array() === $routes ? array() : self::with_few_routes( static fn(): array => array_reduce( $routes, 'rest_preload_api_request', array() ) );
	}

	/**
	 * A page of wp-admin has no REST server yet. The usual one would have WordPress and all plugins make their routes
	 * first: 25 of the 30 milliseconds that this takes here (measured). This one gets ours, as they are asked for.
	 *
	 * @param callable(): array<string, mixed> $work
	 * @return array<string, mixed>
	 */
	private static function with_few_routes( callable $work ): array {
		$usual = $GLOBALS['wp_rest_server'] ?? null;
		// phpcs:ignore WordPress.WP.GlobalVariablesOverride -- put back below.
		$GLOBALS['wp_rest_server'] = $usual ?? new \WP_REST_Server();
		try {
			return $work();
		} finally {
			// phpcs:ignore WordPress.WP.GlobalVariablesOverride -- as it was.
			$GLOBALS['wp_rest_server'] = $usual;
		}
	}

	/**
	 * @return list<string>
	 */
	private function routes(): array {
		return match ( self::asked( 'path' ) ) {
			'', Menu::START => $this->dashboard(),
			'/stock'      => $this->stock(),
			'/bundles'    => array( $this->bundles() ),
			'/variations' => array( self::ITEMS . '/' . (int) self::asked( 'product' ) . '/variations' ),
			'/shortfalls' => array( $this->shortfalls() ),
			'/alerts'     => $this->alerts(),
			'/limits'     => array( self::ROOT . "/limits?page={$this->page()}&per_page=" . self::ROWS ),
			'/rules'      => array( self::ROOT . "/rules?page={$this->page()}&per_page=" . self::RULES, self::ROOT . '/rules/state' ),
			'/ledger'     => $this->ledger(),
			'/files'      => $this->files(),
			'/stocktakes' => $this->stocktakes(),
			'/settings'   => array( self::ROOT . '/settings', self::ROOT . '/settings/defaults' ),
			'/start'      => array( self::ROOT . '/first-run' ),
			default       => array(),
		};
	}

	/**
	 * @return list<string> None on the page of one import, which begins with its own state.
	 */
	private function files(): array {
		if ( '' !== self::asked( 'import' ) ) {
			return array();
		}
		return array(
			...( Access::can( Access::ADJUST ) ? array( self::ROOT . "/imports?page={$this->page()}&per_page=" . self::ROWS ) : array() ),
			...( Access::can( Access::CONFIGURE ) ? array( self::ROOT . '/import-feeds?page=1&per_page=' . self::ROWS ) : array() ),
		);
	}

	/**
	 * A period of the reader's own choice the dashboard asks for itself.
	 *
	 * @return list<string>
	 */
	private function dashboard(): array {
		$days  = self::asked( 'days' );
		$asked = array( self::ROOT . '/reports/attention' );
		if ( '' === self::asked( 'from' ) ) {
			$asked[] = self::ROOT . '/reports/overview?days=' . ( in_array( $days, array( '7', '90' ), true ) ? $days : '30' );
		}
		return $asked;
	}

	/**
	 * @return list<string> The spreadsheet asks for the list too, which has the numbers of the tabs; both for the saved views.
	 */
	private function stock(): array {
		$status = self::asked( 'status' );
		$query  = array(
			'order'   => 'desc' === self::asked( 'order' ) ? 'desc' : 'asc',
			'orderby' => '' === self::asked( 'orderby' ) ? 'name' : self::asked( 'orderby' ),
		) + ( in_array( $status, self::STATUSES, true ) ? array( 'status' => $status ) : array() );
		$list   = $query + array(
			'page'     => $this->page(),
			'per_page' => $this->view->current()['per_page'] ?? self::ROWS,
		);
		$sheet  = $query + array(
			'page'     => 1,
			'per_page' => self::SHEET_ROWS,
		);
		$lists  = array_map( static fn( array $asked ): string => self::ITEMS . '?' . http_build_query( $asked ), 'sheet' === self::asked( 'as' ) ? array( $list, $sheet ) : array( $list ) );
		return array( ...$lists, self::ROOT . '/views?page=1&per_page=100' );
	}

	private function bundles(): string {
		$open = (int) self::asked( 'bundle' );
		return 0 < $open ? self::ITEMS . "/$open/contents" : self::ROOT . "/bundles?page={$this->page()}&per_page=" . self::ROWS;
	}

	private function shortfalls(): string {
		$state = self::asked( 'state' );
		$order = (int) self::asked( 'order' );
		$query = array(
			'state'    => in_array( $state, array( 'ready', 'closed' ), true ) ? $state : 'open',
			'page'     => $this->page(),
			'per_page' => self::ROWS,
		);
		return self::ROOT . '/shortfalls?' . http_build_query( $query + ( 0 < $order ? array( 'order_id' => $order ) : array() ) );
	}

	/**
	 * @return list<string>
	 */
	private function alerts(): array {
		$averted = self::ROOT . '/reports/averted?days=' . self::AVERTED_DAYS;
		if ( 'webhooks' === self::asked( 'show' ) ) {
			return array( $averted, self::ROOT . '/webhooks?per_page=' . self::WEBHOOKS );
		}
		$kind  = self::asked( 'kind' );
		$query = array(
			'state'    => 'all' === self::asked( 'show' ) ? 'all' : 'open',
			'page'     => $this->page(),
			'per_page' => self::ROWS,
		);
		return array( $averted, self::ROOT . '/alerts?' . http_build_query( $query + ( '' === $kind ? array() : array( 'kind' => $kind ) ) ) );
	}

	/**
	 * What the filters offer comes later: it takes longer than the lines.
	 *
	 * @return list<string>
	 */
	private function ledger(): array {
		if ( 'documents' === self::asked( 'show' ) ) {
			$kind = self::asked( 'kind' );
			return array( self::ROOT . "/documents?page={$this->page()}&per_page=" . self::ROWS . ( '' === $kind ? '' : "&reference_type=$kind" ) );
		}
		$is_narrowed = array() !== array_filter( self::LEDGER_FILTERS, static fn( string $name ): bool => '' !== self::asked( $name ) );
		return $is_narrowed ? array() : array( self::ROOT . '/movements?per_page=' . self::MOVEMENTS );
	}

	/**
	 * @return list<string>
	 */
	private function stocktakes(): array {
		$state = self::asked( 'state' );
		$query = array(
			'state'    => '' === $state ? 'all' : $state,
			'page'     => $this->page(),
			'per_page' => self::ROWS,
		);
		return array( self::ROOT . '/stocktakes?' . http_build_query( $query ), self::ROOT . '/stocktakes/accuracy?page=1&per_page=' . self::ACCURACIES );
	}

	private function page(): int {
		return max( 1, (int) self::asked( 'paged' ) );
	}

	/**
	 * What the address says: small letters, digits, and what leads through the app.
	 */
	public static function asked( string $name ): string {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended, WordPress.Security.ValidatedSanitizedInput -- what is left can do no harm.
		$value = $_GET[ $name ] ?? '';
		return is_string( $value ) ? (string) preg_replace( '~[^a-z0-9_/-]~', '', strtolower( $value ) ) : '';
	}
}
