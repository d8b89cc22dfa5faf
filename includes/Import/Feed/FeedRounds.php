<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import\Feed;

use WooInventoryGuard\Alert\Kind;
use WooInventoryGuard\Alert\Recorder;
use WooInventoryGuard\Import\File\BadFile;
use WooInventoryGuard\Import\File\Csv;
use WooInventoryGuard\Import\File\FileIn;
use WooInventoryGuard\Import\Import;
use WooInventoryGuard\Import\Imports;
use WooInventoryGuard\Import\NoSuchImport;
use WooInventoryGuard\Import\Runner;
use WooInventoryGuard\Import\State;
use WooInventoryGuard\Import\WrongState;
use WooInventoryGuard\Platform\Log;

/**
 * The job's part of feeds: reads what is due, portion by portion, and has it checked and applied like any other file.
 * Rows with problems are left out; what they are stands in the import. Killed anywhere it goes on where it was; where its
 * copy of the file has gone meanwhile it reads from the beginning, which replaces what it has sent.
 */
final class FeedRounds {

	/** What `last_error` says of a reading whose import was given up. */
	public const CANCELLED = 'wig_feed_cancelled';

	private readonly FeedContent $content;

	public function __construct( private readonly Feeds $feeds, private readonly FeedSource $source, private readonly FileIn $files, private readonly Imports $imports, private readonly Runner $runner, private readonly Recorder $recorder ) {
		$this->content = new FeedContent( $imports );
	}

	/**
	 * @return bool Whether nothing is left to do now.
	 */
	public function run( float $seconds ): bool {
		$until    = microtime( true ) + $seconds;
		$finished = true;
		foreach ( $this->feeds->due() as $id ) {
			try {
				$finished = $this->work( $id, $until ) && $finished;
			} catch ( NoSuchFeed ) {
				// Somebody has deleted it while it was read.
				continue;
			}
		}
		return $finished;
	}

	/**
	 * Deletes a feed. What is being read is given up, unless it is written already; nobody needs to be told of it any more.
	 *
	 * @throws NoSuchFeed
	 */
	public function drop( int $id ): Feed {
		$feed = $this->feeds->delete( $id );
		$this->give_up( $feed );
		self::forget( $feed->copy );
		$this->recorder->settle( self::subject( $feed ) );
		return $feed;
	}

	/**
	 * @throws NoSuchFeed
	 */
	private function work( int $id, float $until ): bool {
		$runner = wp_generate_uuid4();
		if ( ! $this->feeds->turns->take( $id, $runner ) ) {
			return true;
		}
		$feed = $this->feeds->get( $id );
		try {
			return $this->go_on( $feed, $runner, $until );
		} catch ( BadFile $bad ) {
			$this->fail( $this->feeds->get( $id ), $runner, $bad->getMessage() );
			return true;
		} catch ( WrongState | NoSuchImport ) {
			// Somebody has given it up on the screen, and need not be told.
			$feed_now = $this->feeds->get( $id );
			$this->give_up( $feed_now );
			self::forget( $feed_now->copy );
			$this->feeds->finish( $feed_now, $runner, null, self::CANCELLED );
			return true;
		} finally {
			if ( null === $feed->import_id ) {
				$this->feeds->answered( $feed, $runner );
			}
			$this->feeds->turns->leave( $id, $runner );
		}
	}

	/**
	 * @throws BadFile|WrongState|NoSuchImport
	 */
	private function go_on( Feed $feed, string $runner, float $until ): bool {
		$mapping = $this->files->mapping( $feed->settings->mapping );
		$import  = null === $feed->import_id ? null : $this->imports->get( $feed->import_id );
		if ( null === $import || State::Receiving === $import->state ) {
			$there  = null !== $import && is_file( $feed->copy );
			$copy   = $there ? $feed->copy : $this->source->fetch( $feed->settings );
			$digest = $there ? $feed->copy_digest : FeedContent::digest( $copy );
			if ( ! $there && $this->content->is_in_the_books( $feed, $mapping, $digest ) ) {
				self::forget( $copy );
				$this->give_up( $feed );
				$this->end( $feed, $runner, null, true );
				return true;
			}
			$import = $this->read( $feed, $runner, $mapping, $import, $copy, $digest, $until );
			if ( null === $import ) {
				return false;
			}
		}
		while ( true ) {
			if ( State::Checked === $import->state ) {
				$import = $this->imports->apply( $import->id, true );
			}
			if ( ! $import->state->is_under_way() ) {
				break;
			}
			if ( ! $this->runner->work( $import->id, max( 0.0, $until - microtime( true ) ) ) ) {
				return false;
			}
			$import = $this->imports->get( $import->id );
		}
		if ( State::Cancelled === $import->state ) {
			throw new WrongState( $import );
		}
		self::forget( $feed->copy );
		$this->end( $feed, $runner, $import->id, false );
		return true;
	}

	/**
	 * @param array<mixed> $mapping
	 * @return Import|null Once all of it has come.
	 * @throws BadFile
	 */
	private function read( Feed $feed, string $runner, array $mapping, ?Import $import, string $copy, string $digest, float $until ): ?Import {
		// With a copy of this moment it begins again.
		$there  = $copy === $feed->copy;
		$number = $there ? $feed->row_no : 2;
		try {
			$csv      = Csv::open( $copy, $mapping, $feed->settings->decimal );
			$import ??= $this->files->begin( $feed->settings->name, $mapping, 0, self::key( $feed, $mapping ) );
			$csv->go_to( $there ? $feed->place : 0 );
			$this->feeds->reach( $feed, $runner, $import->id, $copy, $digest, $csv->place(), $number );
			do {
				if ( $this->files->read( $import, $csv, $number ) ) {
					self::forget( $copy );
					return $this->imports->get( $import->id );
				}
				$this->feeds->reach( $feed, $runner, $import->id, $copy, $digest, $csv->place(), $number );
			} while ( microtime( true ) < $until );
		} catch ( BadFile $bad ) {
			self::forget( $copy );
			throw $bad;
		}
		return null;
	}

	/**
	 * The same until this reading has ended, also for one that goes on after it was killed here: it takes up the import
	 * that it has begun instead of leaving it behind.
	 *
	 * @param array<mixed> $mapping
	 */
	private static function key( Feed $feed, array $mapping ): string {
		return 'feed:' . $feed->id . ':' . hash( 'sha256', (string) wp_json_encode( array( $feed->last_at?->format( 'U.u' ), $feed->settings->name, $mapping['options'] ?? null ) ) );
	}

	/**
	 * What it has found is in the books.
	 */
	private function end( Feed $feed, string $runner, ?int $import, bool $unchanged ): void {
		$this->feeds->finish( $feed, $runner, $import, '', $unchanged );
		$this->recorder->settle( self::subject( $feed ) );
	}

	private function give_up( Feed $feed ): void {
		if ( null === $feed->import_id ) {
			return;
		}
		try {
			$this->imports->cancel( $feed->import_id );
		} catch ( WrongState | NoSuchImport ) {
			// It is written already, or has gone.
			Log::error( "The import of the feed {$feed->settings->name} could not be given up." );
		}
	}

	private function fail( Feed $feed, string $runner, string $error ): void {
		$this->give_up( $feed );
		$this->feeds->finish( $feed, $runner, null, $error );
		$this->recorder->record(
			Kind::Feed,
			self::subject( $feed ),
			array(
				'name'  => $feed->settings->name,
				'error' => $error,
			)
		);
		/**
		 * Fires when the file of a feed could not be read; nothing of it was written.
		 *
		 * @param int    $id    The feed.
		 * @param string $error A code such as wig_feed_fetch, and what it is about.
		 */
		do_action( 'woo_inventory_guard_feed_failed', $feed->id, $error );
	}

	private static function subject( Feed $feed ): string {
		return 'feed:' . $feed->id;
	}

	private static function forget( string $copy ): void {
		if ( '' !== $copy && is_file( $copy ) ) {
			wp_delete_file( $copy );
		}
	}
}
