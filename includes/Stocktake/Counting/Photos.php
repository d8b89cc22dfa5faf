<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Counting;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\DuplicateKey;
use WooInventoryGuard\Stocktake\State;
use WooInventoryGuard\Stocktake\WrongState;

/**
 * Photos that people take of an item while they count: each kept once, however often it is sent.
 */
final class Photos {

	/** Of one item by one person in one stocktake. */
	public const MOST_OF_ITEM = 5;

	/** In one stocktake: 150 MB at most. */
	public const MOST = 500;

	public function __construct( private readonly Db $db, private readonly Clock $clock ) {}

	/**
	 * All photos of a stocktake queue at its row, as its counts do: so two that come at once cannot both be the last one
	 * that there is room for. The INSERT itself asks whether there is room.
	 *
	 * @return bool False when it was there already.
	 * @throws WrongState|PhotoLimit
	 */
	public function add( int $stocktake_id, string $uuid, int $item_id, int $author, \DateTimeImmutable $taken_at, Jpeg $photo ): bool {
		$photos = $this->table();
		try {
			return $this->db->transaction(
				function () use ( $photos, $stocktake_id, $uuid, $item_id, $author, $taken_at, $photo ): bool {
					$this->queue( $stocktake_id );
					if ( null !== $this->db->value( 'SELECT id FROM %i WHERE stocktake_id = %d AND uuid = %s' . $this->db->newest(), $photos, $stocktake_id, $uuid ) ) {
						return false;
					}
					$kept = $this->db->execute(
						'INSERT INTO %i (stocktake_id, uuid, item_id, author_id, taken_at, received_at, width, height, data)
						SELECT s.id, %s, %d, %d, %s, %s, %d, %d, %s FROM %i s WHERE s.id = %d
							AND ( SELECT COUNT(*) FROM %i a WHERE a.stocktake_id = %d AND a.item_id = %d AND a.author_id = %d AND a.width > 0 ) < %d
							AND ( SELECT COUNT(*) FROM %i b WHERE b.stocktake_id = %d AND b.width > 0 ) < %d',
						$photos,
						$uuid,
						$item_id,
						$author,
						Clock::sql( $taken_at ),
						Clock::sql( $this->clock->now() ),
						$photo->width,
						$photo->height,
						base64_encode( $photo->bytes ), // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- A picture in a column of text.
						$this->db->table( 'stocktakes' ),
						$stocktake_id,
						$photos,
						$stocktake_id,
						$item_id,
						$author,
						self::MOST_OF_ITEM,
						$photos,
						$stocktake_id,
						self::MOST
					);
					return 1 === $kept ? true : throw new PhotoLimit( 'There are as many photos as there may be.' );
				}
			);
		} catch ( DuplicateKey ) {
			return false;
		}
	}

	/**
	 * @param int $author Only this person's; 0 for all.
	 * @return list<array<string, string|null>> Rows of `stocktake_photos` without the pictures, the oldest first.
	 */
	public function of( int $stocktake_id, int $item_id, int $author ): array {
		return $this->db->rows(
			'SELECT id, uuid, item_id, author_id, taken_at, received_at, width, height FROM %i WHERE stocktake_id = %d AND item_id = %d AND width > 0 AND ( 0 = %d OR author_id = %d ) ORDER BY id LIMIT %d',
			$this->table(),
			$stocktake_id,
			$item_id,
			$author,
			$author,
			self::MOST
		);
	}

	/**
	 * @param int $author Only if it is this person's; 0 for anybody's.
	 * @return array<string, string|null>|null A row of `stocktake_photos`.
	 */
	public function find( int $stocktake_id, int $id, int $author ): ?array {
		return $this->db->row( 'SELECT * FROM %i WHERE id = %d AND stocktake_id = %d AND width > 0 AND ( 0 = %d OR author_id = %d )', $this->table(), $id, $stocktake_id, $author, $author );
	}

	/**
	 * Deletes the picture, at any time. That there was one stays, without it: a device that has not heard our answer sends it
	 * again, and must be told that it was here.
	 *
	 * @param int $author Only if it is this person's; 0 for anybody's.
	 * @return bool Whether there was one to delete.
	 */
	public function delete( int $stocktake_id, int $id, int $author ): bool {
		return 1 === $this->db->execute(
			"UPDATE %i SET data = '', width = 0, height = 0 WHERE id = %d AND stocktake_id = %d AND width > 0 AND ( 0 = %d OR author_id = %d )",
			$this->table(),
			$id,
			$stocktake_id,
			$author,
			$author
		);
	}

	/**
	 * @throws WrongState
	 */
	private function queue( int $id ): void {
		if ( 1 !== $this->db->execute( 'UPDATE %i SET version = version + 1 WHERE id = %d AND state IN ' . State::TAKE_COUNTS, $this->db->table( 'stocktakes' ), $id ) ) {
			throw new WrongState( $id, State::from( (string) $this->db->value( 'SELECT state FROM %i WHERE id = %d', $this->db->table( 'stocktakes' ), $id ) ) );
		}
	}

	private function table(): string {
		return $this->db->table( 'stocktake_photos' );
	}
}
