<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Backup;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;

/**
 * Makes backups and reads them back, portion by portion, whoever calls: the screen that watches, or a job. The file is
 * written first and the place moves on after it, so what a killed runner has left in the file is cut off by the next.
 */
final class Making {

	public const JOB_SECONDS = 15.0;

	private readonly Steps $steps;

	public function __construct(
		private readonly Db $db,
		private readonly Clock $clock,
		private readonly Backups $backups,
		private readonly Folder $folder,
		private readonly Contents $contents
	) {
		$this->steps = new Steps( $db, $clock, 'backups' );
	}

	/**
	 * Works for so many seconds, at least one portion. Where somebody else is at it, not at all.
	 *
	 * @return bool Whether it is finished.
	 */
	public function work( int $id, float $seconds ): bool {
		$runner = wp_generate_uuid4();
		$until  = microtime( true ) + $seconds;
		if ( ! $this->steps->turns->take( $id, $runner ) ) {
			return ! $this->backups->find( $id )->is_under_way();
		}
		try {
			do {
				$backup = $this->backups->find( $id );
				$moved  = ! $backup->is_under_way() || $this->portion( $backup, $runner );
			} while ( $moved && $backup->is_under_way() && microtime( true ) < $until );
		} catch ( BrokenFile $broken ) {
			$this->db->execute( "UPDATE %i SET state = 'broken', problem = %s, checked_at = %s WHERE id = %d AND runner = %s", $this->db->table( 'backups' ), $broken->getMessage(), Clock::sql( $this->clock->now() ), $id, $runner );
		} finally {
			$this->steps->turns->leave( $id, $runner );
		}
		return ! $this->backups->find( $id )->is_under_way();
	}

	/**
	 * @return bool Whether all is finished.
	 */
	public function work_all( float $seconds ): bool {
		$until    = microtime( true ) + $seconds;
		$finished = true;
		foreach ( $this->backups->under_way() as $id ) {
			$finished = $this->work( $id, max( 0.0, $until - microtime( true ) ) ) && $finished;
		}
		return $finished;
	}

	private function portion( Backup $backup, string $runner ): bool {
		return 'making' === $backup->state ? $this->make( $backup, $runner ) : $this->check( $backup, $runner );
	}

	private function make( Backup $backup, string $runner ): bool {
		$archive  = $this->folder->archive( $backup->file );
		$sections = array_map( Section::from( ... ), array_values( (array) ( $backup->place['sections'] ?? array() ) ) );
		$end      = array() === $sections ? 0 : $sections[ count( $sections ) - 1 ]->from + $sections[ count( $sections ) - 1 ]->bytes;
		$at       = self::place( $backup->place['at'] ?? null );
		$made_at  = $backup->created_at->format( 'Y-m-d\TH:i:s\Z' );
		if ( null === $at && array() !== $sections ) {
			$archive->close( $sections, $made_at );
			return 1 === $this->db->execute(
				"UPDATE %i SET state = 'checking', place = '{}', step = step + 1, bytes = %d, done = 0, total = 0 WHERE id = %d AND step = %d AND runner = %s",
				$this->db->table( 'backups' ),
				$archive->bytes(),
				$backup->id,
				$backup->step,
				$runner
			);
		}
		$portion = $this->contents->portion( $at ?? Contents::FIRST, $made_at );
		if ( array() !== $portion['lines'] ) {
			$sections[] = $archive->append( $portion['of'], $portion['lines'], max( 0, $end ) );
		}
		$place = array(
			'at'       => $portion['next'],
			'sections' => array_map( static fn( Section $section ): array => $section->to_array(), $sections ),
		);
		return $this->steps->move( $backup->id, $backup->step, $runner, $place, $backup->done + count( $portion['lines'] ) );
	}

	/**
	 * First all bytes, then section by section.
	 */
	private function check( Backup $backup, string $runner ): bool {
		$archive  = $this->folder->archive( $backup->file );
		$sections = $archive->sections();
		$at       = $backup->place['section'] ?? null;
		$total    = array_sum( array_map( static fn( Section $section ): int => $section->lines, $sections ) );
		if ( ! is_int( $at ) ) {
			$archive->require_unchanged();
			$this->db->execute( 'UPDATE %i SET total = %d, sha256 = %s, bytes = %d WHERE id = %d', $this->db->table( 'backups' ), $total, $archive->sha256(), $archive->bytes(), $backup->id );
			return $this->steps->move( $backup->id, $backup->step, $runner, array( 'section' => 0 ), 0 );
		}
		if ( isset( $sections[ $at ] ) ) {
			$read = count( Lines::checked( $sections[ $at ], $archive->read( $sections[ $at ] ) ) );
			return $this->steps->move( $backup->id, $backup->step, $runner, array( 'section' => $at + 1 ), $backup->done + $read );
		}
		return 1 === $this->db->execute(
			"UPDATE %i SET state = 'ready', place = '{}', step = step + 1, checked_at = %s WHERE id = %d AND state = 'checking' AND step = %d AND runner = %s",
			$this->db->table( 'backups' ),
			Clock::sql( $this->clock->now() ),
			$backup->id,
			$backup->step,
			$runner
		);
	}

	/**
	 * @return array{phase: string, item: int, location: int, seq: int, upto: int}|null
	 */
	private static function place( mixed $kept ): ?array {
		if ( ! is_array( $kept ) ) {
			return null;
		}
		$number = static fn( string $name ): int => is_int( $kept[ $name ] ?? null ) ? $kept[ $name ] : 0;
		return array(
			'phase'    => is_string( $kept['phase'] ?? null ) ? $kept['phase'] : 'heading',
			'item'     => $number( 'item' ),
			'location' => $number( 'location' ),
			'seq'      => $number( 'seq' ),
			'upto'     => $number( 'upto' ),
		);
	}
}
