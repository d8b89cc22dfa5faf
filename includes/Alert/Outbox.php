<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Alert;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;

/**
 * Messages on their way out. A row is written in the transaction of what it tells, so what was committed is told, and
 * what was rolled back is not. It is claimed by one conditional UPDATE and is its claimant's for some minutes; who dies
 * in that time leaves it to the next, so a message arrives at least once, and carries an id by which twice is noticed.
 */
final class Outbox {

	public const MAIL    = 'mail';
	public const WEBHOOK = 'webhook';

	/** How long a claimant may take. Calls time out after seconds; a mail server may be slow. */
	private const LEASE_SECONDS = 300;

	/** Pauses double: after the last one it is given up, a day and a half after it began. */
	private const FIRST_PAUSE = 60;
	private const TRIES       = 12;

	private const KEEP_DAYS = 14;

	public function __construct( private readonly Db $db, private readonly Clock $clock ) {}

	/**
	 * To be called in the transaction of what it tells.
	 *
	 * @param self::MAIL|self::WEBHOOK $channel
	 * @param string                   $target  Mail address, or number of the webhook.
	 */
	public function add( string $channel, string $target, string $event, string $event_id, string $body ): void {
		$now = Clock::sql( $this->clock->now() );
		$this->db->execute(
			'INSERT INTO %i (channel, target, event, event_id, body, next_at, created_at) VALUES (%s, %s, %s, %s, %s, %s, %s)',
			$this->db->table( 'outbox' ),
			$channel,
			$target,
			$event,
			$event_id,
			$body,
			$now,
			$now
		);
	}

	/**
	 * The next message that is due, claimed. Of several who ask at once each gets another one.
	 *
	 * @param self::MAIL|self::WEBHOOK $channel
	 * @param list<string>             $without Targets that do not answer at present.
	 */
	public function claim( string $channel, array $without = array() ): ?Message {
		$now = Clock::sql( $this->clock->now() );
		do {
			$row = $this->db->row(
				"SELECT id, channel, target, event, event_id, body, attempts FROM %i
				WHERE state = 'waiting' AND next_at <= %s AND channel = %s AND target NOT IN (" . $this->db->marks( array( '', ...$without ), '%s' ) . ') ORDER BY next_at, id LIMIT 1',
				$this->db->table( 'outbox' ),
				$now,
				$channel,
				...array( '', ...$without )
			);
			if ( null === $row ) {
				return null;
			}
			$claimed = $this->db->execute(
				"UPDATE %i SET attempts = attempts + 1, next_at = %s WHERE id = %d AND state = 'waiting' AND attempts = %d AND next_at <= %s",
				$this->db->table( 'outbox' ),
				$this->in( self::LEASE_SECONDS ),
				(int) $row['id'],
				(int) $row['attempts'],
				$now
			);
		} while ( 1 !== $claimed );
		return Message::from_row( $row );
	}

	public function done( Message $message, string $said ): void {
		$this->close( $message, 'done', $said );
	}

	/**
	 * It is tried again later, or given up after the last try. Only while the claim stands: a claimant that took too
	 * long does not speak for the next one.
	 */
	public function failed( Message $message, string $said ): void {
		if ( $message->attempt >= self::TRIES ) {
			$this->close( $message, 'given_up', $said );
			return;
		}
		$this->db->execute(
			"UPDATE %i SET next_at = %s, said = %s WHERE id = %d AND state = 'waiting' AND attempts = %d",
			$this->db->table( 'outbox' ),
			$this->in( self::FIRST_PAUSE * 2 ** ( $message->attempt - 1 ) ),
			mb_substr( $said, 0, 200 ),
			$message->id,
			$message->attempt
		);
	}

	/**
	 * A receiver has gone: nothing more is sent there.
	 *
	 * @param self::MAIL|self::WEBHOOK $channel
	 */
	public function forget( string $channel, string $target ): void {
		$this->db->execute( "DELETE FROM %i WHERE channel = %s AND target = %s AND state = 'waiting'", $this->db->table( 'outbox' ), $channel, $target );
	}

	public function tidy(): void {
		$this->db->execute( "DELETE FROM %i WHERE state <> 'waiting' AND next_at < %s", $this->db->table( 'outbox' ), $this->in( -86_400 * self::KEEP_DAYS ) );
	}

	/**
	 * @param 'done'|'given_up' $state
	 */
	private function close( Message $message, string $state, string $said ): void {
		$this->db->execute(
			"UPDATE %i SET state = %s, done_at = %s, said = %s WHERE id = %d AND state = 'waiting'",
			$this->db->table( 'outbox' ),
			$state,
			Clock::sql( $this->clock->now() ),
			mb_substr( $said, 0, 200 ),
			$message->id
		);
	}

	private function in( int $seconds ): string {
		return Clock::sql( $this->clock->now()->modify( ( $seconds < 0 ? '' : '+' ) . $seconds . ' seconds' ) );
	}
}
