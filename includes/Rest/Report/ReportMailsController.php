<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Report;

use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Report\MailPeople;
use WooInventoryGuard\Report\MailRounds;
use WooInventoryGuard\Report\ReportMail;
use WooInventoryGuard\Report\ReportMails;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\InvalidInput;
use WooInventoryGuard\Rest\NotThere;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Rest\Page;
use WooInventoryGuard\Rest\Words;

/**
 * Reports that go out by mail: which, when, to whom. Figures leave the house this way, so all of it is for who may change
 * the settings.
 */
final class ReportMailsController extends Controller {

	public function __construct( private readonly ReportMails $mails, private readonly MailRounds $rounds ) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'GET', '/report-mails', Access::CONFIGURE, $this->index( ... ), 'List reports that go out by mail.', 'report-mail', many: true, query: 'page-query' ),
			new Operation( 'POST', '/report-mails', Access::CONFIGURE, $this->create( ... ), 'Send a report by mail from now on.', 'report-mail', body: 'report-mail-request', status: 201, refusals: array( 404, 422 ), versioned: true ),
			new Operation( 'GET', '/report-mails/{id}', Access::CONFIGURE, $this->show( ... ), 'Read one.', 'report-mail', refusals: array( 404 ), versioned: true ),
			new Operation( 'PUT', '/report-mails/{id}', Access::CONFIGURE, $this->change( ... ), 'Change one; what is left out stays.', 'report-mail', body: 'report-mail-update', refusals: array( 404, 412 ), versioned: true ),
			new Operation( 'DELETE', '/report-mails/{id}', Access::CONFIGURE, $this->delete( ... ), 'Take one away.', 'report-mail', refusals: array( 404 ) ),
			new Operation( 'POST', '/report-mails/{id}/send', Access::CONFIGURE, $this->send( ... ), 'Send one now; the answer says what became of it. The same Idempotency-Key sends it once.', 'report-mail', body: 'nothing-request', refusals: array( 404, 422 ), versioned: true ),
		);
	}

	private function index( Call $call ): \WP_REST_Response {
		$page = new Page( $call );
		return $page->response( array_map( self::shape( ... ), $this->mails->page( $page->size, $page->offset() ) ), $this->mails->count() );
	}

	private function create( Call $call ): \WP_REST_Response {
		$made     = $this->mails->create( self::with( null, $call ), $call->key() );
		$mail     = $made['mail'] ?? throw self::missing();
		$response = self::answer( $mail );
		$response->set_status( $made['replayed'] ? 200 : 201 );
		$response->header( 'Location', rest_url( self::ROOT . '/report-mails/' . $mail->id ) );
		return $response;
	}

	private function show( Call $call ): \WP_REST_Response {
		return self::answer( $this->find( $call ) );
	}

	private function change( Call $call ): \WP_REST_Response {
		$call->key();
		return self::answer( $this->mails->change( $call->id(), static fn( ReportMail $mail ): ReportMail => self::with( $mail, $call ), $call->if_match() ) ?? throw self::missing() );
	}

	private function delete( Call $call ): \WP_REST_Response {
		$mail = $this->find( $call );
		$this->mails->delete( $mail->id );
		return new \WP_REST_Response( self::shape( $mail ) );
	}

	private function send( Call $call ): \WP_REST_Response {
		$this->rounds->send_now( $this->find( $call ), $call->key() );
		return self::answer( $this->find( $call ) );
	}

	private function find( Call $call ): ReportMail {
		return $this->mails->find( $call->id() ) ?? throw self::missing();
	}

	private static function missing(): NotThere {
		return new NotThere( __( 'There is no mail of a report with this number. Perhaps somebody has deleted it.', 'woo-inventory-guard' ) );
	}

	/**
	 * What was sent, laid over what is there.
	 *
	 * @throws InvalidInput
	 */
	private static function with( ?ReportMail $was, Call $call ): ReportMail {
		$values = $call->values();
		$people = array(
			'emails' => $was->emails ?? array(),
			'users'  => $was->users ?? array(),
		);
		if ( is_array( $values['recipients'] ?? null ) ) {
			$people = MailPeople::read( $values['recipients'] );
			if ( is_int( $people ) ) {
				throw InvalidInput::of( "recipients[{$people}]", __( 'This is neither a mail address nor the name of a user who may see the inventory. Write one address or user name for each.', 'woo-inventory-guard' ) );
			}
		}
		return new ReportMail(
			$was->id ?? 0,
			$call->text( 'report' ) ?? $was->report ?? 'stock',
			$call->text( 'every' ) ?? $was->every ?? 'week',
			$call->int( 'weekday' ) ?? $was->weekday ?? 1,
			$people['emails'],
			$people['users'],
			is_bool( $values['active'] ?? null ) ? $values['active'] : $was->active ?? true
		);
	}

	private static function answer( ReportMail $mail ): \WP_REST_Response {
		$answer = new \WP_REST_Response( self::shape( $mail ) );
		$answer->header( 'ETag', '"' . $mail->version . '"' );
		return $answer;
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function shape( ReportMail $mail ): array {
		return array(
			'id'         => $mail->id,
			'report'     => $mail->report,
			'every'      => $mail->every,
			'weekday'    => $mail->weekday,
			'recipients' => MailPeople::said( $mail ),
			'active'     => $mail->active,
			'next_on'    => $mail->next_on,
			'outcome'    => ReportMail::NONE === $mail->outcome ? 'none' : $mail->outcome,
			'reason'     => $mail->reason,
			'failed'     => $mail->failed,
			'tried_at'   => Words::maybe_time( $mail->tried_at ),
			'sent_at'    => Words::maybe_time( $mail->sent_at ),
			'version'    => $mail->version,
		);
	}
}
