<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Views;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Error\KeyReused;
use WooInventoryGuard\Stock\Requests;

/**
 * The rows of `views`. Everybody sees their own and what is shared; who may change which is decided at the edge.
 */
final class SavedViews {

	/** A view that was deleted can come back for so many hours. */
	private const HOURS = 24;

	public function __construct( private readonly Db $db, private readonly Clock $clock, private readonly Requests $requests ) {}

	/**
	 * All that this person sees, by name.
	 *
	 * @return list<SavedView>
	 */
	public function seen_by( int $user, int $offset, int $limit ): array {
		$rows = $this->db->rows(
			'SELECT ' . SavedView::COLUMNS . ' FROM %i WHERE deleted_at IS NULL AND ( shared = 1 OR owner_id = %d ) ORDER BY name, id LIMIT %d OFFSET %d',
			$this->db->table( 'views' ),
			$user,
			$limit,
			$offset
		);
		return array_map( SavedView::from_row( ... ), $rows );
	}

	public function count_seen_by( int $user ): int {
		return (int) $this->db->value( 'SELECT COUNT(*) FROM %i WHERE deleted_at IS NULL AND ( shared = 1 OR owner_id = %d )', $this->db->table( 'views' ), $user );
	}

	/**
	 * @throws NoSuchView Also for somebody else's own.
	 */
	public function find( int $id, int $user, bool $deleted = false ): SavedView {
		$row = $this->db->row(
			'SELECT ' . SavedView::COLUMNS . ' FROM %i WHERE id = %d AND ( shared = 1 OR owner_id = %d ) AND ( deleted_at IS NULL OR 1 = %d )' . $this->db->newest(),
			$this->db->table( 'views' ),
			$id,
			$user,
			$deleted ? 1 : 0
		);
		return null === $row ? throw new NoSuchView( $id ) : SavedView::from_row( $row );
	}

	/**
	 * @param array<string, mixed> $content
	 * @param string               $key     The same key makes it once.
	 * @return array{view: SavedView, replayed: bool}
	 * @throws KeyReused When the key stands for another request.
	 */
	public function create( string $name, bool $shared, array $content, int $owner, string $key ): array {
		$this->forget_deleted();
		$now    = Clock::sql( $this->clock->now() );
		$text   = self::encode( $content );
		$result = $this->requests->once(
			$key,
			Requests::fingerprint( 'view', array( $name, $shared, $text, $owner ) ),
			function () use ( $name, $shared, $text, $owner, $now ): array {
				$this->db->execute(
					'INSERT INTO %i (name, owner_id, shared, content, created_at, updated_at) VALUES (%s, %d, %d, %s, %s, %s)',
					$this->db->table( 'views' ),
					$name,
					$owner,
					$shared ? 1 : 0,
					$text,
					$now,
					$now
				);
				return array( 'view' => $this->db->insert_id() );
			}
		);
		/** @var array{view: int} $answer */
		$answer = $result['answer'];
		return array(
			'view'     => $this->find( $answer['view'], $owner ),
			'replayed' => $result['replayed'],
		);
	}

	/**
	 * Writes over the version that was seen, and no other: of two who save at once the later one is told.
	 *
	 * @param int|null                  $version NULL: whatever is there.
	 * @param string|null               $name    NULL: as it is; so are the others.
	 * @param array<string, mixed>|null $content
	 * @throws NoSuchView|StaleView
	 */
	public function change( int $id, ?int $version, ?string $name, ?bool $shared, ?array $content, int $user ): SavedView {
		$seen    = $this->find( $id, $user );
		$changed = $this->db->execute(
			'UPDATE %i SET name = %s, shared = %d, content = %s, version = version + 1, updated_at = %s WHERE id = %d AND version = %d AND deleted_at IS NULL AND ( shared = 1 OR owner_id = %d )',
			$this->db->table( 'views' ),
			$name ?? $seen->name,
			( $shared ?? $seen->shared ) ? 1 : 0,
			self::encode( $content ?? $seen->content ),
			Clock::sql( $this->clock->now() ),
			$id,
			$version ?? $seen->version,
			$user
		);
		$now     = $this->find( $id, $user );
		return 1 === $changed ? $now : throw new StaleView( $id, $now->version );
	}

	/**
	 * It is out of sight at once, and can come back for a day.
	 *
	 * @throws NoSuchView
	 */
	public function delete( int $id, int $user ): SavedView {
		$view = $this->find( $id, $user );
		$this->db->execute( 'UPDATE %i SET deleted_at = %s WHERE id = %d AND deleted_at IS NULL', $this->db->table( 'views' ), Clock::sql( $this->clock->now() ), $id );
		return $view;
	}

	/**
	 * @throws NoSuchView When it is gone for good.
	 */
	public function restore( int $id, int $user ): SavedView {
		$this->find( $id, $user, true );
		$this->db->execute( 'UPDATE %i SET deleted_at = NULL WHERE id = %d AND deleted_at IS NOT NULL', $this->db->table( 'views' ), $id );
		return $this->find( $id, $user );
	}

	private function forget_deleted(): void {
		$this->db->execute( 'DELETE FROM %i WHERE deleted_at < %s', $this->db->table( 'views' ), Clock::sql( $this->clock->now()->modify( '-' . self::HOURS . ' hours' ) ) );
	}

	/**
	 * @param array<string, mixed> $content
	 */
	private static function encode( array $content ): string {
		ksort( $content );
		return json_encode( (object) $content, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE );
	}
}
