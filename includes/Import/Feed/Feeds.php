<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import\Feed;

use WooInventoryGuard\Import\File\StaleMappings;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\Turns;
use WooInventoryGuard\Stock\Requests;

/**
 * The rows of `import_feeds`.
 */
final class Feeds {

	/** Seconds for which a runner has a feed; downloading may take most of them. */
	private const TURN = 120;

	private const TRIES = 3;

	public readonly Turns $turns;

	public function __construct( private readonly Db $db, private readonly Clock $clock, private readonly Requests $requests ) {
		$this->turns = new Turns( $db, $clock, 'import_feeds', self::TURN );
	}

	/**
	 * @return array{feed: Feed, replayed: bool}
	 */
	public function make( FeedSettings $settings, string $key ): array {
		$result = $this->requests->once(
			$key,
			Requests::fingerprint( 'feed', $settings->values() ),
			function () use ( $settings ): array {
				$this->db->execute(
					'INSERT INTO %i (name, source, address, mapping, decimal_sign, encoding, every_minutes, active, next_at) VALUES (%s, %s, %s, %s, %s, %s, %d, %d, %s)',
					$this->table(),
					...array( ...$settings->values(), Clock::sql( $this->clock->now() ) )
				);
				return array( 'feed' => $this->db->insert_id() );
			}
		);
		/** @var array{feed: int} $answer */
		$answer = $result['answer'];
		return array(
			'feed'     => $this->get( $answer['feed'] ),
			'replayed' => $result['replayed'],
		);
	}

	/**
	 * Another interval counts from the last reading on. (One that ends just now may be followed by another one too early.)
	 *
	 * @param array<mixed> $changes
	 * @param int|null     $version NULL: over whatever is there.
	 * @throws NoSuchFeed|StaleMappings
	 */
	public function change( int $id, array $changes, ?int $version ): Feed {
		$seen     = $this->get( $id );
		$settings = $seen->settings->with( $changes );
		$changed  = $this->db->execute(
			// The time first: MySQL reads columns as the assignments before have left them.
			'UPDATE %i SET next_at = CASE WHEN every_minutes = %d THEN next_at ELSE %s END, name = %s, source = %s, address = %s, mapping = %s, decimal_sign = %s, encoding = %s, every_minutes = %d, active = %d, version = version + 1 WHERE id = %d AND version = %d',
			$this->table(),
			...array( $settings->every_minutes, Clock::sql( null === $seen->last_at ? $seen->next_at : $settings->after( $seen->last_at ) ), ...$settings->values(), $id, $version ?? $seen->version )
		);
		$now = $this->get( $id );
		return 1 === $changed ? $now : throw new StaleMappings( $now->version );
	}

	/**
	 * @throws NoSuchFeed
	 */
	public function delete( int $id ): Feed {
		$feed = $this->get( $id );
		$this->db->execute( 'DELETE FROM %i WHERE id = %d', $this->table(), $id );
		return $feed;
	}

	/**
	 * It is read with the next round, also one that is switched off; asked for while it is read, once more after that. It
	 * is no change of the feed: nobody's form becomes old by it.
	 *
	 * @param string $key The same key asks once.
	 * @throws NoSuchFeed
	 */
	public function read_now( int $id, string $key ): Feed {
		$this->get( $id );
		$this->requests->once(
			$key,
			Requests::fingerprint( 'feed run', array( $id ) ),
			function () use ( $id ): array {
				$this->db->execute( 'UPDATE %i SET asked = %s WHERE id = %d', $this->table(), Clock::sql( $this->clock->now() ), $id );
				return array( 'feed' => $id );
			}
		);
		return $this->get( $id );
	}

	/**
	 * Who asked before this reading began has got it; who asked since then is still waiting.
	 *
	 * @param Feed $feed As it was before its file was fetched.
	 */
	public function answered( Feed $feed, string $runner ): void {
		if ( null !== $feed->asked ) {
			$this->db->execute( 'UPDATE %i SET asked = NULL WHERE id = %d AND runner = %s AND asked = %s', $this->table(), $feed->id, $runner, Clock::sql( $feed->asked ) );
		}
	}

	/**
	 * @throws NoSuchFeed
	 */
	public function get( int $id ): Feed {
		$row = $this->db->row( 'SELECT ' . Feed::COLUMNS . ' FROM %i WHERE id = %d' . $this->db->newest(), $this->table(), $id );
		return null === $row ? throw new NoSuchFeed( $id ) : Feed::from_row( $row );
	}

	/**
	 * @return list<Feed>
	 */
	public function page( int $offset, int $limit ): array {
		return array_map( Feed::from_row( ... ), $this->db->rows( 'SELECT ' . Feed::COLUMNS . ' FROM %i ORDER BY name, id LIMIT %d OFFSET %d', $this->table(), $limit, $offset ) );
	}

	public function count(): int {
		return (int) $this->db->value( 'SELECT COUNT(*) FROM %i', $this->table() );
	}

	/**
	 * @return list<int> Those that are to be read, or are being read.
	 */
	public function due(): array {
		return array_map( 'intval', $this->db->column( 'SELECT id FROM %i WHERE import_id IS NOT NULL OR asked IS NOT NULL OR ( active = 1 AND next_at <= %s ) ORDER BY next_at, id LIMIT 20', $this->table(), Clock::sql( $this->clock->now() ) ) );
	}

	/**
	 * How far it has come; whose turn is over writes nothing.
	 */
	public function reach( Feed $feed, string $runner, int $import_id, string $copy, string $digest, int $place, int $row_no ): void {
		$this->db->execute(
			'UPDATE %i SET import_id = %d, copy = %s, copy_digest = %s, place = %d, row_no = %d, runs_until = %s WHERE id = %d AND runner = %s',
			$this->table(),
			$import_id,
			$copy,
			$digest,
			$place,
			$row_no,
			$this->turns->ends(),
			$feed->id,
			$runner
		);
	}

	/**
	 * @param int|null $import    What it has brought; NULL where it failed, or brought nothing new.
	 * @param string   $error     A code and what it is about; '' for none.
	 * @param bool     $unchanged Whether the file was the same as the last time.
	 * @throws NoSuchFeed
	 */
	public function finish( Feed $feed, string $runner, ?int $import, string $error, bool $unchanged = false ): void {
		$now = $this->clock->now();
		for ( $try = 1; $try <= self::TRIES; $try++ ) {
			// As somebody may have changed it while it was read; the statement counts where that is so still.
			$settings = $this->get( $feed->id )->settings;
			$written  = $this->db->execute(
				"UPDATE %i SET import_id = NULL, copy = '', place = 0, row_no = 2, last_at = %s, next_at = %s, last_error = %s, unchanged = %d, last_digest = CASE WHEN 0 = %d THEN last_digest ELSE copy_digest END, last_import = COALESCE( NULLIF( %d, 0 ), last_import ) WHERE id = %d AND runner = %s AND every_minutes = %d",
				$this->table(),
				Clock::sql( $now ),
				Clock::sql( $settings->after( $now ) ),
				mb_substr( $error, 0, 300 ),
				$unchanged ? 1 : 0,
				$import ?? 0,
				$import ?? 0,
				$feed->id,
				$runner,
				$settings->every_minutes
			);
			if ( 1 === $written ) {
				return;
			}
		}
	}

	private function table(): string {
		return $this->db->table( 'import_feeds' );
	}
}
