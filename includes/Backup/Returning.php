<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Backup;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;

/**
 * Checks what a backup would bring back, and brings it back, portion by portion, whoever calls. The check reads the whole
 * file first: one that was changed is refused before a line is written. Each portion moves the place on in the
 * transaction that writes the books, so a killed run goes on where it was and nothing comes back twice; what is back
 * already is known again by its lines, so doing it once more changes nothing.
 *
 * @phpstan-import-type Open from History
 * @phpstan-type Place array{section: int, group: int, open: Open|null, locations: array<int, int>}
 */
final class Returning {

	public const JOB_SECONDS = 15.0;

	/** Lines of one transaction: their levels are locked for so long. */
	private const LINES = 1_000;

	private readonly Steps $steps;

	/** @var array{file: string, section: int, lines: list<array<mixed>>}|null The section that was read last. */
	private ?array $read = null;

	/**
	 * @param \Closure(list<int>): void $changed Told of items whose lines are back: copies of them elsewhere are looked at.
	 * @param \Closure(): void          $ended   Told when all is back: sums of the past are made anew.
	 */
	public function __construct(
		private readonly Db $db,
		private readonly Clock $clock,
		private readonly Backups $backups,
		private readonly Givings $returns,
		private readonly Folder $folder,
		private readonly Matching $matching,
		private readonly Items $items,
		private readonly History $history,
		private readonly \Closure $changed,
		private readonly \Closure $ended
	) {
		$this->steps = new Steps( $db, $clock, 'backup_returns' );
	}

	/**
	 * @return bool Whether it is finished.
	 */
	public function work( int $id, float $seconds ): bool {
		$runner = wp_generate_uuid4();
		$until  = microtime( true ) + $seconds;
		if ( ! $this->steps->turns->take( $id, $runner ) ) {
			return ! $this->returns->find( $id )->is_under_way();
		}
		try {
			do {
				$giving = $this->returns->find( $id );
				$moved  = $giving->is_under_way() && $this->portion( $giving, $runner );
			} while ( $moved && microtime( true ) < $until );
		} catch ( BrokenFile $broken ) {
			$this->fail( $id, $runner, $broken->getMessage() );
		} catch ( TurnLost ) {
			return false;
		} catch ( NoSuchBackup ) {
			$this->fail( $id, $runner, BrokenFile::gone()->getMessage() );
		} finally {
			$this->steps->turns->leave( $id, $runner );
		}
		return ! $this->returns->find( $id )->is_under_way();
	}

	/**
	 * @return bool Whether all is finished.
	 */
	public function work_all( float $seconds ): bool {
		$until    = microtime( true ) + $seconds;
		$finished = true;
		foreach ( $this->returns->under_way() as $id ) {
			$finished = $this->work( $id, max( 0.0, $until - microtime( true ) ) ) && $finished;
		}
		return $finished;
	}

	private function fail( int $id, string $runner, string $problem ): void {
		$this->db->execute( "UPDATE %i SET state = 'failed', problem = %s, ended_at = %s WHERE id = %d AND runner = %s", $this->db->table( 'backup_returns' ), $problem, Clock::sql( $this->clock->now() ), $id, $runner );
	}

	private function portion( Giving $giving, string $runner ): bool {
		$archive  = $this->folder->archive( $this->backups->find( $giving->backup_id )->file );
		$sections = $archive->sections();
		$place    = self::place( $giving->place );
		if ( null === $place ) {
			return $this->begin( $giving, $runner, $archive, $sections );
		}
		$section = $sections[ $place['section'] ] ?? null;
		if ( null === $section ) {
			return $this->end( $giving, $runner, $place );
		}
		$lines = $this->section( $archive, $place['section'], $section );
		return match ( $section->of ) {
			'ledger' => $this->ledger( $giving, $runner, $place, $lines ),
			default  => $this->whole( $giving, $runner, $place, $section->of, $lines ),
		};
	}

	/**
	 * All bytes of the file are compared before anything is looked at, and once more before anything is written.
	 *
	 * @param non-empty-list<Section> $sections
	 */
	private function begin( Giving $giving, string $runner, Archive $archive, array $sections ): bool {
		$archive->require_unchanged();
		$total = array_sum( array_map( static fn( Section $section ): int => $section->lines, $sections ) );
		$this->db->execute( 'UPDATE %i SET total = %d WHERE id = %d', $this->db->table( 'backup_returns' ), $total, $giving->id );
		return $this->steps->move( $giving->id, $giving->step, $runner, self::first(), 0 );
	}

	/**
	 * A section that is done in one go: all but the ledger's.
	 *
	 * @param Place              $place
	 * @param list<array<mixed>> $lines
	 */
	private function whole( Giving $giving, string $runner, array $place, string $of, array $lines ): bool {
		return $this->db->transaction(
			function () use ( $giving, $runner, $place, $of, $lines ): bool {
				$found = $giving->found;
				$runs  = 'running' === $giving->state;
				if ( 'heading' === $of ) {
					$found = $runs ? $found : array(
						'site'    => Lines::text( $lines[0] ?? array(), 'site', 200 ),
						'own'     => Contents::site() === Lines::text( $lines[0] ?? array(), 'key', 64 ),
						'made_at' => Lines::text( $lines[0] ?? array(), 'made_at', 30 ),
					);
				} elseif ( 'locations' === $of && $runs ) {
					$place['locations'] = $this->items->locations( $lines );
				} elseif ( 'locations' === $of ) {
					$place['locations'] = $this->known_locations( $lines );
				} elseif ( 'items' === $of && $runs ) {
					$this->items->bring_back( $giving->id, $lines, $giving->actor );
				} elseif ( 'items' === $of ) {
					$own   = $found['own'] ?? false;
					$found = self::add( $found, $this->matching->match( $giving->id, $lines, true === $own ) );
				} elseif ( $runs ) {
					$this->items->components( $giving->id, $lines );
				}
				++$place['section'];
				return $this->moved( $giving, $runner, $place, $found, count( $lines ) );
			}
		);
	}

	/**
	 * Some levels of a section.
	 *
	 * @param Place              $place
	 * @param list<array<mixed>> $lines
	 */
	private function ledger( Giving $giving, string $runner, array $place, array $lines ): bool {
		$groups = History::groups( $lines );
		$some   = array();
		$count  = 0;
		$group  = $place['group'];
		while ( isset( $groups[ $group ] ) && $count < self::LINES ) {
			$some[] = $groups[ $group ];
			$count += count( $groups[ $group ]['lines'] ) + ( null === $groups[ $group ]['level'] ? 0 : 1 );
			++$group;
		}
		$place['section'] += isset( $groups[ $group ] ) ? 0 : 1;
		$place['group']    = isset( $groups[ $group ] ) ? $group : 0;
		$ids               = array_map( static fn( array $one ): int => null === $one['level'] ? 0 : Lines::whole( $one['level'], 'item' ), $some );
		return $this->db->transaction(
			function () use ( $giving, $runner, $place, $some, $ids, $count ): bool {
				$runs    = 'running' === $giving->state;
				$here    = $this->matching->here( $giving->id, $ids );
				$found   = $giving->found;
				$touched = array();
				foreach ( $some as $one ) {
					if ( null !== $one['level'] ) {
						$found         = $this->close( $giving, $place['open'], $found );
						$place['open'] = $this->history->open( $one['level'], $here, $place['locations'] );
					}
					if ( null === $place['open'] ) {
						$found = self::add( $found, array( 'left_out' => count( $one['lines'] ) ) );
						continue;
					}
					$place['open'] = $runs ? $this->history->bring_back( $place['open'], $one['lines'] ) : $this->history->look( $place['open'], $one['lines'] );
					$touched[]     = $place['open']['here'];
				}
				if ( $runs ) {
					$this->db->after_commit( fn() => ( $this->changed )( array_values( array_unique( $touched ) ) ) );
				}
				return $this->moved( $giving, $runner, $place, $found, $count );
			}
		);
	}

	/**
	 * @param Open|null    $open
	 * @param array<mixed> $found
	 * @return array<mixed>
	 */
	private function close( Giving $giving, ?array $open, array $found ): array {
		if ( null === $open ) {
			return $found;
		}
		if ( 'running' === $giving->state ) {
			$this->history->close( $open, 'backup' === $giving->numbers, $giving->actor, (string) $giving->id );
			return self::add( $found, array( 'written' => $open['missing'] ) );
		}
		return self::add(
			$found,
			array(
				'lines'  => $open['missing'],
				'levels' => 0 < $open['missing'] ? 1 : 0,
				'whole'  => '' !== $open['way'] && 0 === $open['missing'] ? 1 : 0,
				'anew'   => 'before' === $open['way'] ? 1 : 0,
			)
		);
	}

	/**
	 * @param Place $place
	 */
	private function end( Giving $giving, string $runner, array $place ): bool {
		$ended = $this->db->transaction(
			function () use ( $giving, $runner, $place ): bool {
				$found = $this->close( $giving, $place['open'], $giving->found );
				$state = 'running' === $giving->state ? 'done' : 'checked';
				return 1 === $this->db->execute(
					"UPDATE %i SET state = %s, place = '{}', found = %s, step = step + 1, ended_at = %s, done = total WHERE id = %d AND step = %d AND runner = %s",
					$this->db->table( 'backup_returns' ),
					$state,
					json_encode( $found, JSON_THROW_ON_ERROR ),
					Clock::sql( $this->clock->now() ),
					$giving->id,
					$giving->step,
					$runner
				);
			}
		);
		if ( $ended && 'running' === $giving->state ) {
			$this->matching->forget( $giving->id );
			( $this->ended )();
		}
		return $ended;
	}

	/**
	 * @param Place        $place
	 * @param array<mixed> $found
	 */
	private function moved( Giving $giving, string $runner, array $place, array $found, int $lines ): bool {
		if ( ! $this->steps->move( $giving->id, $giving->step, $runner, $place, $giving->done + $lines ) ) {
			// Somebody else has done this portion: nothing of ours may stay.
			throw new TurnLost();
		}
		$this->db->execute( 'UPDATE %i SET found = %s WHERE id = %d', $this->db->table( 'backup_returns' ), json_encode( $found, JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE ), $giving->id );
		return true;
	}

	/**
	 * @return list<array<mixed>>
	 */
	private function section( Archive $archive, int $number, Section $section ): array {
		if ( null === $this->read || $this->read['file'] !== $archive->path || $this->read['section'] !== $number ) {
			$this->read = array(
				'file'    => $archive->path,
				'section' => $number,
				'lines'   => Lines::checked( $section, $archive->read( $section ) ),
			);
		}
		return $this->read['lines'];
	}

	/**
	 * @param list<array<mixed>> $lines
	 * @return array<int, int>
	 */
	private function known_locations( array $lines ): array {
		$known = $this->db->rows( 'SELECT id, name FROM %i ORDER BY id', $this->db->table( 'locations' ) );
		$names = array_column( $known, 'id', 'name' );
		$found = array();
		foreach ( $lines as $line ) {
			$there           = Lines::whole( $line, 'id' );
			$found[ $there ] = 1 === $there ? 1 : (int) ( $names[ Lines::text( $line, 'name', 100 ) ] ?? PHP_INT_MAX );
		}
		return $found;
	}

	/**
	 * @param array<mixed>                       $found
	 * @param array<string, int|list<string>> $more
	 * @return array<mixed>
	 */
	private static function add( array $found, array $more ): array {
		foreach ( $more as $name => $value ) {
			$before         = $found[ $name ] ?? null;
			$found[ $name ] = is_array( $value ) ? array_slice( array( ...( is_array( $before ) ? array_values( $before ) : array() ), ...$value ), 0, 50 ) : ( is_int( $before ) ? $before : 0 ) + $value;
		}
		return $found;
	}

	/**
	 * @return Place
	 */
	private static function first(): array {
		return array(
			'section'   => 0,
			'group'     => 0,
			'open'      => null,
			'locations' => array(),
		);
	}

	/**
	 * @param array<mixed> $kept
	 * @return Place|null Null before the first portion.
	 */
	private static function place( array $kept ): ?array {
		if ( ! is_int( $kept['section'] ?? null ) ) {
			return null;
		}
		/** @var Place $kept As first() and moved() write it. */
		return $kept;
	}
}
