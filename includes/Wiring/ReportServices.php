<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Wiring;

use WooInventoryGuard\Admin\DashboardWidget;
use WooInventoryGuard\Alert\AlertList;
use WooInventoryGuard\Alert\Kind;
use WooInventoryGuard\Report\Attention;
use WooInventoryGuard\Report\Calendar;
use WooInventoryGuard\Report\Closings;
use WooInventoryGuard\Report\DailySums;
use WooInventoryGuard\Report\DayBook;
use WooInventoryGuard\Report\LastCheck;
use WooInventoryGuard\Report\ItemFacts;
use WooInventoryGuard\Report\MailRounds;
use WooInventoryGuard\Report\MailRows;
use WooInventoryGuard\Report\MailWords;
use WooInventoryGuard\Report\Overview;
use WooInventoryGuard\Report\ReportMails;
use WooInventoryGuard\Report\Rounds;
use WooInventoryGuard\Report\Shrinkage;
use WooInventoryGuard\Report\Snoozes;
use WooInventoryGuard\Report\Speeds;
use WooInventoryGuard\Report\StockOnDate;
use WooInventoryGuard\Report\Valuation;
use WooInventoryGuard\Rest\Report\AttentionController;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\Report\ItemReportsController;
use WooInventoryGuard\Rest\Item\ItemShape;
use WooInventoryGuard\Rest\Report\ReportMailsController;
use WooInventoryGuard\Rest\Report\ReportsController;
use WooInventoryGuard\Shop\Currency;
use WooInventoryGuard\Stock\Level\LevelList;
use WooInventoryGuard\Stocktake\StocktakeList;

/**
 * What the owner reads every morning. A part of the composition root.
 */
trait ReportServices {

	/**
	 * Bounded, for the job that comes round each minute.
	 */
	public function report_rounds(): Rounds {
		return $this->once( Rounds::class, fn(): Rounds => new Rounds( $this->daily_sums(), $this->valuation(), $this->speeds(), $this->snoozes() ) );
	}

	public function calendar(): Calendar {
		return $this->once( Calendar::class, fn(): Calendar => new Calendar( $this->clock() ) );
	}

	private function day_book(): DayBook {
		return $this->once( DayBook::class, fn(): DayBook => new DayBook( $this->db(), $this->calendar() ) );
	}

	public function daily_sums(): DailySums {
		return $this->once( DailySums::class, fn(): DailySums => new DailySums( $this->db(), $this->calendar(), $this->day_book() ) );
	}

	public function valuation(): Valuation {
		return $this->once( Valuation::class, fn(): Valuation => new Valuation( $this->db(), $this->calendar(), $this->day_book() ) );
	}

	public function speeds(): Speeds {
		return $this->once( Speeds::class, fn(): Speeds => new Speeds( $this->db(), $this->calendar() ) );
	}

	public function overview(): Overview {
		return $this->once( Overview::class, fn(): Overview => new Overview( $this->db(), $this->calendar(), $this->daily_sums(), $this->speeds(), new Closings( $this->db(), $this->calendar(), $this->valuation() ) ) );
	}

	public function report_mails(): ReportMails {
		return $this->once( ReportMails::class, fn(): ReportMails => new ReportMails( $this->db(), $this->calendar(), $this->requests() ) );
	}

	/**
	 * Reports that go out by mail, for the job that comes round each minute.
	 */
	public function mail_rounds(): MailRounds {
		return $this->once(
			MailRounds::class,
			function (): MailRounds {
				$stock = new StockOnDate( $this->db() );
				$words = new MailWords( $this->overview(), static fn(): string => class_exists( 'WooCommerce', false ) ? Currency::of_shop()['code'] : '' );
				return new MailRounds( $this->report_mails(), new MailRows( $stock, new ItemFacts( $this->db(), $this->calendar(), $stock ), $this->calendar() ), $words, $this->overview() );
			}
		);
	}

	private function snoozes(): Snoozes {
		return $this->once( Snoozes::class, fn(): Snoozes => new Snoozes( $this->db(), $this->clock() ) );
	}

	private function last_check(): LastCheck {
		return $this->once( LastCheck::class, fn(): LastCheck => new LastCheck( $this->clock() ) );
	}

	public function attention(): Attention {
		return $this->once( Attention::class, fn(): Attention => new Attention( $this->db(), $this->clock() ) );
	}

	/**
	 * How many things need a person, for the menu and the WordPress dashboard.
	 *
	 * @return array{out: int, low: int, short: int, holds: int, due: int, mass: int, ledger: int}
	 */
	private function needs(): array {
		$stock = $this->attention()->kept_count();
		return array(
			'out'    => $stock['out'],
			'low'    => $stock['low'],
			'short'  => $this->shortfalls()->count( true ),
			'holds'  => $stock['holds'],
			'due'    => ( new StocktakeList( $this->db() ) )->count_due( $this->calendar()->today() ),
			'mass'   => $this->mass_events()->count(),
			'ledger' => min( 1, ( new AlertList( $this->db() ) )->count( true, Kind::Ledger->value, 0, 0 ) ),
		);
	}

	/**
	 * @return list<Controller>
	 */
	private function report_controllers(): array {
		return array(
			new ReportsController( $this->overview(), new Shrinkage( $this->db(), $this->calendar() ) ),
			new ReportMailsController( $this->report_mails(), $this->mail_rounds() ),
			new ItemReportsController( new StockOnDate( $this->db() ), new ItemFacts( $this->db(), $this->calendar(), new StockOnDate( $this->db() ) ), $this->calendar(), $this->daily_sums(), $this->folded_levels() ),
			new AttentionController(
				$this->attention(),
				$this->overview(),
				$this->snoozes(),
				$this->shortfalls(),
				new AlertList( $this->db() ),
				$this->items(),
				new ItemShape( $this->items(), new LevelList( $this->db() ), $this->reservations(), $this->rule_names() ),
				$this->last_check(),
				new StocktakeList( $this->db() ),
				$this->mass_events()
			),
		);
	}

	private function register_dashboard_widget(): void {
		( new DashboardWidget( $this->needs( ... ), fn(): int => array_sum( array_column( $this->daily_counts()->averted_in( 30 ), 'times' ) ) ) )->register();
	}
}
