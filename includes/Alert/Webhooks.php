<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Alert;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Error\KeyReused;
use WooInventoryGuard\Stock\Requests;

/**
 * The rows of `webhooks`, and what they are told.
 */
final class Webhooks {

	public function __construct(
		private readonly Db $db,
		private readonly Clock $clock,
		private readonly Outbox $outbox,
		private readonly Requests $requests
	) {}

	/**
	 * Puts an event into the outbox for everybody who wants it. To be called in the transaction of what it tells.
	 *
	 * @param array<string, mixed> $data
	 */
	public function announce( Kind $kind, array $data ): void {
		$ids = $this->db->column( "SELECT id FROM %i WHERE active = 1 AND ( kinds = '' OR kinds LIKE %s )", $this->db->table( 'webhooks' ), '%,' . $kind->value . ',%' );
		foreach ( $ids as $id ) {
			$event_id = wp_generate_uuid4();
			$body     = array(
				'id'         => $event_id,
				'event'      => $kind->value,
				'created_at' => $this->clock->now()->format( 'Y-m-d\TH:i:s.u\Z' ),
				'data'       => $data,
			);
			$this->outbox->add( Outbox::WEBHOOK, $id, $kind->value, $event_id, Alert::encode( $body ) );
		}
	}

	/**
	 * @param list<Kind> $kinds
	 * @param string     $key   The same key makes it once.
	 * @return array{webhook: Webhook, replayed: bool}
	 * @throws KeyReused When the key stands for another request.
	 */
	public function create( string $url, array $kinds, bool $active, string $key ): array {
		$now    = Clock::sql( $this->clock->now() );
		$result = $this->requests->once(
			$key,
			Requests::fingerprint( 'webhook', array( $url, self::slugs( $kinds ), $active ) ),
			function () use ( $url, $kinds, $active, $now ): array {
				$this->db->execute(
					'INSERT INTO %i (url, secret, kinds, active, created_at, updated_at) VALUES (%s, %s, %s, %d, %s, %s)',
					$this->db->table( 'webhooks' ),
					$url,
					self::secret(),
					self::slugs( $kinds ),
					$active ? 1 : 0,
					$now,
					$now
				);
				return array( 'webhook' => $this->db->insert_id() );
			}
		);
		/** @var array{webhook: int} $answer */
		$answer = $result['answer'];
		return array(
			'webhook'  => $this->find( $answer['webhook'] ) ?? throw new NoSuchWebhook( $answer['webhook'] ),
			'replayed' => $result['replayed'],
		);
	}

	/**
	 * @param list<Kind>|null $kinds  Null: as it is; so are the others.
	 * @param bool            $secret Whether it gets a new one.
	 */
	public function change( int $id, ?string $url, ?array $kinds, ?bool $active, bool $secret ): Webhook {
		return $this->db->transaction(
			function () use ( $id, $url, $kinds, $active, $secret ): Webhook {
				$row = $this->db->row( 'SELECT ' . Webhook::COLUMNS . ' FROM %i WHERE id = %d FOR UPDATE', $this->db->table( 'webhooks' ), $id );
				if ( null === $row ) {
					throw new NoSuchWebhook( $id );
				}
				$this->db->execute(
					'UPDATE %i SET url = %s, kinds = %s, active = %d, secret = %s, updated_at = %s WHERE id = %d',
					$this->db->table( 'webhooks' ),
					$url ?? (string) $row['url'],
					null === $kinds ? (string) $row['kinds'] : self::slugs( $kinds ),
					null === $active ? (int) $row['active'] : (int) $active,
					$secret ? self::secret() : (string) $row['secret'],
					Clock::sql( $this->clock->now() ),
					$id
				);
				return $this->find( $id ) ?? throw new NoSuchWebhook( $id );
			}
		);
	}

	/**
	 * What was still to be sent there goes with it.
	 */
	public function delete( int $id ): bool {
		return $this->db->transaction(
			function () use ( $id ): bool {
				$this->outbox->forget( Outbox::WEBHOOK, (string) $id );
				return 1 === $this->db->execute( 'DELETE FROM %i WHERE id = %d', $this->db->table( 'webhooks' ), $id );
			}
		);
	}

	public function find( int $id ): ?Webhook {
		$row = $this->db->row( 'SELECT ' . Webhook::COLUMNS . ' FROM %i WHERE id = %d', $this->db->table( 'webhooks' ), $id );
		return null === $row ? null : Webhook::from_row( $row );
	}

	/**
	 * @return list<Webhook>
	 */
	public function page( int $offset, int $limit ): array {
		return array_map( Webhook::from_row( ... ), $this->db->rows( 'SELECT ' . Webhook::COLUMNS . ' FROM %i ORDER BY id LIMIT %d OFFSET %d', $this->db->table( 'webhooks' ), $limit, $offset ) );
	}

	public function count(): int {
		return (int) $this->db->value( 'SELECT COUNT(*) FROM %i', $this->db->table( 'webhooks' ) );
	}

	/**
	 * How deliveries to a webhook go.
	 *
	 * @return array{waiting: int, given_up: int, last: string, last_at: \DateTimeImmutable|null} `last` is what came of the newest attempt.
	 */
	public function deliveries( int $id ): array {
		$count = fn( string $state ): int => (int) $this->db->value(
			'SELECT COUNT(*) FROM %i WHERE channel = %s AND target = %s AND state = %s',
			$this->db->table( 'outbox' ),
			Outbox::WEBHOOK,
			(string) $id,
			$state
		);
		$last  = $this->db->row( "SELECT said, done_at FROM %i WHERE channel = %s AND target = %s AND said <> '' ORDER BY id DESC LIMIT 1", $this->db->table( 'outbox' ), Outbox::WEBHOOK, (string) $id );
		return array(
			'waiting'  => $count( 'waiting' ),
			'given_up' => $count( 'given_up' ),
			'last'     => $last['said'] ?? '',
			'last_at'  => Clock::from_sql( $last['done_at'] ?? null ),
		);
	}

	/**
	 * @param list<Kind> $kinds
	 */
	private static function slugs( array $kinds ): string {
		return array() === $kinds ? '' : ',' . implode( ',', array_map( static fn( Kind $kind ): string => $kind->value, $kinds ) ) . ',';
	}

	private static function secret(): string {
		return bin2hex( random_bytes( 32 ) );
	}
}
