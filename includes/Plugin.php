<?php
declare( strict_types=1 );

namespace WooInventoryGuard;

use WooInventoryGuard\Admin\AlertNotices;
use WooInventoryGuard\Admin\BackupDownload;
use WooInventoryGuard\Admin\BackupHealth;
use WooInventoryGuard\Admin\SiteHealth;
use WooInventoryGuard\Backup\Backups;
use WooInventoryGuard\Backup\Folder;
use WooInventoryGuard\Catalog\Bundle\DerivedBundles;
use WooInventoryGuard\Catalog\SpecialItems;
use WooInventoryGuard\Install\Migrator;
use WooInventoryGuard\Install\Schema;
use WooInventoryGuard\Install\StandingOptions;
use WooInventoryGuard\Install\StorageUnfit;
use WooInventoryGuard\Install\Uninstaller;
use WooInventoryGuard\Limit\Limits;
use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\DbError;
use WooInventoryGuard\Platform\Jobs;
use WooInventoryGuard\Platform\Log;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rule\RuleList;
use WooInventoryGuard\Shop\Features;
use WooInventoryGuard\Shop\Mail\ShopMail;
use WooInventoryGuard\Wiring\AlertServices;
use WooInventoryGuard\Wiring\BackupServices;
use WooInventoryGuard\Wiring\BulkServices;
use WooInventoryGuard\Wiring\CatalogServices;
use WooInventoryGuard\Wiring\EdgeServices;
use WooInventoryGuard\Wiring\FoldServices;
use WooInventoryGuard\Wiring\HistoryServices;
use WooInventoryGuard\Wiring\ImportServices;
use WooInventoryGuard\Wiring\LimitServices;
use WooInventoryGuard\Wiring\ReportServices;
use WooInventoryGuard\Wiring\RestoreServices;
use WooInventoryGuard\Wiring\RuleServices;
use WooInventoryGuard\Wiring\ShopServices;
use WooInventoryGuard\Wiring\StockServices;
use WooInventoryGuard\Wiring\StocktakeServices;

/**
 * The composition root: the only `new` of services (in Wiring/, each made when it is first asked for), and the only list
 * of hooks.
 */
final class Plugin {

	use AlertServices;
	use BackupServices;
	use BulkServices;
	use CatalogServices;
	use EdgeServices;
	use FoldServices;
	use HistoryServices;
	use ImportServices;
	use LimitServices;
	use ReportServices;
	use RestoreServices;
	use RuleServices;
	use ShopServices;
	use StockServices;
	use StocktakeServices;

	public const VERSION = '0.1.0';

	/** The job that ends reservations whose time is up and heals what a crash left behind. */
	private const SWEEP = 'woo_inventory_guard_sweep';

	private static ?self $instance = null;

	/** @var array<string, object> */
	private array $made = array();

	/**
	 * @param string     $file  The main file.
	 * @param Clock|null $clock Tests and the demo bring their own.
	 */
	public function __construct( private readonly string $file, private readonly ?Clock $clock = null ) {}

	public static function boot( string $file ): void {
		self::$instance = new self( $file );
		self::$instance->hook();
	}

	/**
	 * Every hook of the plugin is here or in the register() of a class named here.
	 */
	private function hook(): void {
		register_activation_hook( $this->file, $this->switched_on( ... ) );
		register_deactivation_hook( $this->file, $this->switched_off( ... ) );
		// Roles have translated names, so not before init; on multisite every site migrates when it is first visited.
		add_action( 'init', $this->load_words( ... ), 0 );
		add_action( 'init', $this->migrate( ... ), 1 );
		add_filter( 'wpmu_drop_tables', $this->with_our_tables( ... ) );
		add_filter( 'rest_pre_dispatch', $this->with_routes( ... ), 0, 3 );
		add_filter( 'rest_request_before_callbacks', $this->before_answer( ... ), 10, 3 );
		$this->view()->register();
		$this->early()->register();
		add_action( 'admin_menu', $this->register_admin( ... ), 1 );
		add_action( 'init', $this->register_counting( ... ) );
		( new Features( $this->file ) )->register();
		add_action( 'woocommerce_loaded', $this->register_shop( ... ) );
		add_action( 'plugins_loaded', $this->register_without_shop( ... ), 20 );
		$this->jobs()->register( $this->sweep( ... ) );
		$this->register_alerts();
		$this->register_bulk();
		$this->register_backups();
		( new SiteHealth( $this->integrity(), $this->migrator()->tables_without_transactions( ... ), $this->jobs()->planned( ... ), fn(): array => $this->migrator()->missing_tables() ) )->register();
		( new BackupHealth( fn() => $this->backups()->newest(), fn() => $this->backup_rounds()->next(), fn(): array => $this->migrator()->table_sizes(), fn() => $this->folded_levels()->before() ) )->register();
		add_action( 'admin_post_' . Backups::DOWNLOAD, fn() => ( new BackupDownload( $this->backups(), $this->backup_folder() ) )->send() );
		$this->register_files();
		$this->register_personal_data();
		add_action( 'plugins_loaded', $this->register_commands( ... ) );
	}

	private function switched_on(): void {
		$this->migrate();
		$this->take_over_shop();
	}

	private function switched_off(): void {
		$this->jobs()->stop();
		$this->bulk_soon()->stop();
		$this->backup_soon()->stop();
		$this->files_soon()->stop();
		$this->early()->remove();
		$this->hand_shop_back();
	}

	private function migrate(): void {
		try {
			$this->migrator()->migrate();
		} catch ( StorageUnfit $unfit ) {
			Log::error( $unfit->getMessage() );
		}
	}

	/**
	 * @param array<string> $tables Of a site that is being deleted.
	 * @return array<string>
	 */
	private function with_our_tables( array $tables ): array {
		return array_merge( $tables, array_map( $this->db()->table( ... ), array_keys( Schema::tables() ) ) );
	}

	/**
	 * Ends what is due, in bounded portions: a job comes round again.
	 */
	private function sweep(): void {
		for ( $portion = 0; $portion < 10; $portion++ ) {
			if ( 0 === $this->reservations()->expire_due( 100 ) ) {
				break;
			}
		}
		$this->upkeep()->run();
		$this->rule_work()->work( 10.0 );
		$this->alert_rounds()->run();
		$this->report_rounds()->run();
		$this->reversals()->go_on( 5.0 );
		$this->stocktake_rounds()->run();
		$this->bulk_rounds();
		$this->backup_rounds()->run();
		$this->file_rounds();
		$this->restore_rounds();
		$this->fold_rounds()->run();
		$this->mail_rounds()->run();
	}

	/**
	 * What has expired counts no more, also where no cron ever runs: before stock is shown, what is due is ended. One
	 * look at an index when nothing is.
	 */
	private function before_answer( mixed $response, mixed $handler, \WP_REST_Request $request ): mixed {
		if ( 'GET' === $request->get_method() && 1 === preg_match( '#^/' . Controller::ROOT . '/(items|availability)\b#', $request->get_route() ) ) {
			try {
				$this->reservations()->expire_due( 25 );
			} catch ( DbError $error ) {
				Log::error( 'Expired reservations could not be ended.', $error );
			}
		}
		return $response;
	}

	private function load_words(): void {
		load_plugin_textdomain( 'woo-inventory-guard', false, dirname( plugin_basename( $this->file ) ) . '/languages' );
	}

	private function jobs(): Jobs {
		return $this->once( Jobs::class, static fn(): Jobs => new Jobs( self::SWEEP ) );
	}

	/**
	 * For WordPress's own entry points that are not hooks (uninstall.php), the demo and the tests.
	 */
	public static function instance(): self {
		return self::$instance ?? throw new \LogicException( 'The plugin has not been started.' );
	}

	/**
	 * The same services with another clock.
	 */
	public function with_clock( Clock $clock ): self {
		return new self( $this->file, $clock );
	}

	public function db(): Db {
		return $this->once(
			Db::class,
			static function (): Db {
				global $wpdb;
				return new Db( $wpdb );
			}
		);
	}

	public function clock(): Clock {
		return $this->clock ?? $this->once( Clock::class, static fn(): Clock => new Clock() );
	}

	public function migrator(): Migrator {
		return $this->once( Migrator::class, fn(): Migrator => new Migrator( $this->db(), array( Access::install( ... ), fn() => $this->crossings()->begin(), $this->make_options( ... ) ) ) );
	}

	private function make_options(): void {
		( new StandingOptions( $this->db() ) )->make( array( DerivedBundles::OPTION, Limits::OPTION, RuleList::OPTION, SpecialItems::OPTION, ...ShopMail::OPTIONS ) );
	}

	/**
	 * Removes everything from every site of the network, where its owner chose so.
	 */
	public function uninstall(): void {
		$this->early()->remove();
		foreach ( is_multisite() ? get_sites(
			array(
				'fields' => 'ids',
				'number' => 0,
			)
		) : array( get_current_blog_id() ) as $site ) {
			if ( is_multisite() ) {
				switch_to_blog( $site );
			}
			if ( $this->settings()->get()->delete_data_on_uninstall ) {
				( new Uninstaller( $this->db(), array( Access::uninstall( ... ), AlertNotices::uninstall( ... ), ShopMail::uninstall( ... ), Folder::uninstall( ... ) ) ) )->remove_everything();
			}
			if ( is_multisite() ) {
				restore_current_blog();
			}
		}
	}

	/**
	 * @template T of object
	 * @param class-string<T> $name
	 * @param callable(): T  $make
	 * @return T
	 */
	private function once( string $name, callable $make ): object {
		$service = $this->made[ $name ] ??= $make();
		if ( ! $service instanceof $name ) {
			throw new \LogicException( "{$name} was made as something else." );
		}
		return $service;
	}
}
