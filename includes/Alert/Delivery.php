<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Alert;

/**
 * Takes messages out of the outbox to where they go, so many in one run: a job comes round again.
 */
final class Delivery {

	private const MAILS = 20;
	private const CALLS = 200;

	/** Slow receivers end a run early; the rest is for the next. */
	private const SECONDS = 20;

	public function __construct(
		private readonly Outbox $outbox,
		private readonly Alerts $alerts,
		private readonly Webhooks $webhooks,
		private readonly Mailer $mailer
	) {}

	public function mails(): void {
		$until = microtime( true ) + self::SECONDS;
		for ( $sent = 0; $sent < self::MAILS; $sent++ ) {
			$message = microtime( true ) < $until ? $this->outbox->claim( Outbox::MAIL ) : null;
			if ( null === $message ) {
				return;
			}
			$alerts = $this->alerts->find_many( self::ids( $message->body ) );
			if ( array() === $alerts ) {
				$this->outbox->done( $message, 'nothing left to tell' );
				continue;
			}
			$this->mailer->send( $message->target, $message->event, $alerts )
				? $this->outbox->done( $message, 'sent' )
				: $this->outbox->failed( $message, 'The mail could not be handed over.' );
		}
	}

	/**
	 * Who has not answered once is left alone for the rest of the run: others do not wait for them.
	 */
	public function calls(): void {
		$until  = microtime( true ) + self::SECONDS;
		$silent = array();
		for ( $made = 0; $made < self::CALLS; $made++ ) {
			$message = microtime( true ) < $until ? $this->outbox->claim( Outbox::WEBHOOK, $silent ) : null;
			if ( null === $message ) {
				return;
			}
			$webhook = $this->webhooks->find( (int) $message->target );
			if ( null === $webhook || ! $webhook->active ) {
				$this->outbox->done( $message, 'The webhook is switched off.' );
				continue;
			}
			$answer = WebhookCall::make( $webhook, $message );
			if ( $answer['ok'] ) {
				$this->outbox->done( $message, $answer['said'] );
				continue;
			}
			$this->outbox->failed( $message, $answer['said'] );
			$silent[] = $message->target;
		}
	}

	/**
	 * @return list<int>
	 */
	private static function ids( string $body ): array {
		$ids = Alert::decode( $body )['alerts'] ?? array();
		return array_values( array_filter( is_array( $ids ) ? $ids : array(), 'is_int' ) );
	}
}
