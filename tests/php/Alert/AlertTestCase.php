<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Alert;

use WooInventoryGuard\Alert\AlertList;
use WooInventoryGuard\Alert\Alerts;
use WooInventoryGuard\Alert\Crossings;
use WooInventoryGuard\Alert\Daily;
use WooInventoryGuard\Alert\DailyCounts;
use WooInventoryGuard\Alert\Delivery;
use WooInventoryGuard\Alert\Digest;
use WooInventoryGuard\Alert\Listeners;
use WooInventoryGuard\Alert\Outbox;
use WooInventoryGuard\Alert\PlainMail;
use WooInventoryGuard\Alert\Recipients;
use WooInventoryGuard\Alert\Recorder;
use WooInventoryGuard\Alert\Rounds;
use WooInventoryGuard\Alert\Webhooks;
use WooInventoryGuard\Report\LastCheck;
use WooInventoryGuard\Settings\AlertRecipient;
use WooInventoryGuard\Stock\Adjustment;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Tests\Support\Engine;
use WooInventoryGuard\Tests\Support\EngineTestCase;

/**
 * An engine that has somebody to tell, the mails that went out, and the calls that were made.
 */
abstract class AlertTestCase extends EngineTestCase {

	protected Alerts $alerts;
	protected Outbox $outbox;
	protected Webhooks $webhooks;
	protected Recorder $recorder;
	protected Crossings $crossings;
	protected DailyCounts $counts;
	protected Rounds $rounds;

	protected int $minutes = 15;

	/** @var list<array{email: string, kinds?: list<string>, categories?: list<string>}> */
	protected array $people = array();

	/** @var list<array{to: string, subject: string, text: string}> */
	protected array $mails = array();

	protected bool $mail_works = true;

	/** @var list<array{url: string, headers: array<string, string>, body: string, args: array<string, mixed>}> */
	protected array $calls = array();

	/** Status that the receiver answers with. */
	protected int $answer = 200;

	protected function setUp(): void {
		parent::setUp();
		remove_all_actions( 'woo_inventory_guard_refused' );
		remove_all_actions( 'woo_inventory_guard_paid_short' );
		remove_all_actions( 'woo_inventory_guard_paid_late' );
		remove_all_actions( 'woo_inventory_guard_backordered' );
		$recipients      = new Recipients( fn (): array => AlertRecipient::read( $this->people ), static fn ( string $event ): array => array( 'owner@wig.test' ) );
		$this->alerts    = new Alerts( $this->db, $this->clock );
		$this->outbox    = new Outbox( $this->db, $this->clock );
		$this->webhooks  = new Webhooks( $this->db, $this->clock, $this->outbox, $this->engine->requests );
		$this->recorder  = new Recorder( $this->db, $this->alerts, $this->webhooks, $this->outbox, $recipients );
		$this->crossings = new Crossings( $this->db, $this->clock, $this->recorder );
		$this->counts    = new DailyCounts( $this->db, $this->clock );
		$this->rounds    = new Rounds(
			$this->crossings,
			new Digest( $this->db, $this->clock, $this->alerts, $recipients, $this->outbox, fn (): int => $this->minutes ),
			new Delivery( $this->outbox, $this->alerts, $this->webhooks, new PlainMail( static fn (): string => 'https://shop.test/stock' ) ),
			new Daily( $this->db, $this->engine->integrity, $this->recorder, $this->counts, $this->alerts, $this->outbox, ( new LastCheck( $this->clock ) )->keep( ... ) )
		);
		( new Listeners( $this->db, $this->recorder, $this->counts ) )->register();
		$this->engine->participants->add( $this->crossings );
		add_filter( 'pre_wp_mail', $this->catch_mail( ... ), 10, 2 );
		add_filter( 'pre_http_request', $this->catch_call( ... ), 10, 3 );
		add_filter( 'woo_inventory_guard_may_call', '__return_true' );
	}

	/**
	 * Somebody else's, on a connection of its own.
	 */
	final protected function rival_crossings(): Crossings {
		$db     = $this->rival_db();
		$alerts = new Alerts( $db, $this->clock );
		$outbox = new Outbox( $db, $this->clock );
		$rival  = new Engine( self::connection(), $this->clock, $this->bundles );
		return new Crossings( $db, $this->clock, new Recorder( $db, $alerts, new Webhooks( $db, $this->clock, $outbox, $rival->requests ), $outbox, new Recipients( static fn (): array => array(), static fn (): array => array() ) ) );
	}

	final protected function move( int $item, int|string $delta, ?Engine $by = null ): void {
		$cause = new Cause( 'counted', Reference::none() );
		( $by ?? $this->engine )->ledger->adjust( Adjustment::delta( $item, 1, Quantity::of( $delta ), $cause ), $this->key() );
	}

	/**
	 * The job, as it comes round each minute.
	 */
	final protected function minutes_pass( int $minutes ): void {
		for ( $minute = 0; $minute < $minutes; $minute++ ) {
			$this->clock->advance( 60 );
			$this->rounds->run();
		}
	}

	/**
	 * Open alerts, oldest first, such as "low Part 1".
	 *
	 * @return list<string>
	 */
	final protected function open(): array {
		return array_map( static fn ( $alert ): string => trim( $alert->kind->value . ' ' . ( $alert->item_id ?? $alert->order_id ) ), array_reverse( ( new AlertList( $this->db ) )->page( true, '', 0, 0, 0, 100 ) ) );
	}

	final protected function rows( string $table ): int {
		return (int) $this->db->value( 'SELECT COUNT(*) FROM %i', $this->db->table( $table ) );
	}

	/**
	 * @param mixed                $sent Null until somebody has sent it.
	 * @param array<string, mixed> $mail
	 */
	private function catch_mail( mixed $sent, array $mail ): bool {
		if ( $this->mail_works ) {
			$this->mails[] = array( 'to' => (string) $mail['to'], 'subject' => (string) $mail['subject'], 'text' => (string) $mail['message'] );
		}
		return $this->mail_works;
	}

	/**
	 * @param array<string, mixed> $args
	 * @return array<string, mixed>
	 */
	private function catch_call( mixed $answer, array $args, string $url ): array {
		$this->calls[] = array( 'url' => $url, 'headers' => $args['headers'], 'body' => $args['body'], 'args' => $args );
		return array( 'response' => array( 'code' => $this->answer, 'message' => '' ), 'body' => '', 'headers' => array(), 'cookies' => array(), 'filename' => null );
	}
}
