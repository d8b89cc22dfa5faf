<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Backup;

use WooInventoryGuard\Backup\Archive;
use WooInventoryGuard\Backup\BrokenFile;
use WooInventoryGuard\Backup\Contents;
use WooInventoryGuard\Backup\Making;
use WooInventoryGuard\Backup\Section;
use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Catalog\Writing\NewItem;
use WooInventoryGuard\Stock\Adjustment;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Choice;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;

/**
 * A backup holds the whole ledger, can be read by anybody, is found out when it is changed, and brings everything back:
 * onto an emptied site, onto another one, onto one that lost some lines; killed half-way or not, once.
 */
final class BackupsTest extends BackupTestCase {

	public function test_it_is_gzip_of_lines_of_json_that_says_what_it_is(): void {
		$this->tea();
		$backup = $this->made();
		$path   = $this->plugin->backup_folder()->archive( $backup->file )->path;
		$text   = (string) shell_exec( 'zcat ' . escapeshellarg( $path ) );
		$lines  = array_map( static fn ( string $line ): array => (array) json_decode( $line, true ), explode( "\n", trim( $text ) ) );

		self::assertSame( array( 'heading', 'location', 'item', 'level', 'movement', 'movement', 'movement', 'end' ), array_column( $lines, 'is' ) );
		self::assertSame( array( '5', '2', '-3' ), array_map( static fn ( array $line ): string => (string) Quantity::from_sql( $line['delta'] ), array_slice( $lines, 4, 3 ) ) );
		self::assertSame( hash_file( 'sha256', $path ), $backup->sha256 );
		$end = $lines[7];
		self::assertSame( hash( 'sha256', substr( (string) file_get_contents( $path ), 0, $end['bytes'] ) ), $end['sha256'] );
		self::assertSame( hash( 'sha256', implode( "\n", array_slice( explode( "\n", $text ), 3, 4 ) ) . "\n" ), $end['sections'][3]['sha256'] );
		self::assertFileExists( dirname( $path ) . '/.htaccess' );
		self::assertMatchesRegularExpression( '#/woo-inventory-guard-backups-[0-9a-f]{24}/stock-ledger-[0-9-]{10}-[0-9a-f]{24}\.jsonl\.gz$#', $path );
	}

	public function test_any_byte_that_is_another_is_found_out_and_nothing_is_written(): void {
		$this->tea();
		$backup = $this->made();
		$path   = $this->plugin->backup_folder()->archive( $backup->file )->path;
		$whole  = (string) file_get_contents( $path );
		for ( $at = 0; $at < strlen( $whole ); $at++ ) {
			$archive = new Archive( $path );
			file_put_contents( $path, substr_replace( $whole, chr( ord( $whole[ $at ] ) ^ 0x10 ), $at, 1 ) );
			try {
				$archive->sections();
				$archive->require_unchanged();
				self::fail( "Byte {$at} was changed and nobody saw it." );
			} catch ( BrokenFile $broken ) {
				self::assertNotSame( '', $broken->getMessage() );
			}
		}
		$before = self::checksum( 'items', 'levels', 'movements' );
		$giving = $this->checked( $backup );
		self::assertSame( 'failed', $giving->state );
		self::assertSame( $before, self::checksum( 'items', 'levels', 'movements' ) );
		$this->plugin->backups()->check( $backup->id );
		$this->plugin->making()->work( $backup->id, self::ALL );
		self::assertSame( 'broken', $this->plugin->backups()->find( $backup->id )->state );
	}

	public function test_one_that_is_changed_between_check_and_start_is_refused(): void {
		$this->tea();
		$backup = $this->made();
		$this->everything_is_lost();
		$giving = $this->checked( $backup );
		$path   = $this->plugin->backup_folder()->archive( $backup->file )->path;
		$whole  = (string) file_get_contents( $path );
		file_put_contents( $path, substr_replace( $whole, "\x00", 40, 1 ) );
		$this->plugin->backup_returns()->start( $giving->id );
		$this->plugin->returning()->work( $giving->id, self::ALL );

		self::assertSame( 'failed', $this->plugin->backup_returns()->find( $giving->id )->state );
		self::assertSame( '0', $this->db->value( 'SELECT COUNT(*) FROM %i', $this->db->table( 'movements' ) ) );
	}

	public function test_an_emptied_site_has_everything_back(): void {
		$tea = $this->tea();
		$cup = $this->part( 'Cup', 'CUP', 0 );
		$this->plugin->ledger()->adjust( Adjustment::delta( $cup, 1, Quantity::of( 2 ), new Cause( 'received', Reference::none() ), Quantity::of( '0.75' ) ), 'paid' );
		$this->move( $cup, -2, 'sold' );
		$set = $this->plugin->item_writer()->create( new NewItem( Kind::Bundle, 'Set', 'SET' ), Quantity::zero(), new Cause( 'opening', Reference::none() ), 'set' )['item']->id;
		$this->plugin->bundles()->put( $set, array( new Choice( array( $tea ), Quantity::of( 2 ) ), new Choice( array( $cup ), Quantity::of( 1 ) ) ) );
		$this->db->execute( "UPDATE %i SET unit_cost = 2.5, average_cost = 2.25, supplier = 'Mei' WHERE id = %d", $this->db->table( 'items' ), $tea );
		$backup = $this->made();
		$this->everything_is_lost();
		$this->clock->advance( 60 );
		$giving = $this->brought_back( $backup );

		self::assertSame( array( '4', '0' ), array( $this->on_hand( 'TEA' ), $this->on_hand( 'CUP' ) ) );
		self::assertSame( array( '1: 5 -> 5 opening', '2: 2 -> 7 received', '3: -3 -> 4 sold', '4: -4 -> 0 backup', '5: 0 -> 0 opening', '6: 4 -> 4 backup' ), $this->ledger( $this->id_of( 'TEA' ) ) );
		self::assertSame( '2', $this->db->value( 'SELECT COUNT(*) FROM %i WHERE bundle_id = %d', $this->db->table( 'bundle_components' ), $this->id_of( 'SET' ) ) );
		self::assertSame( 'Mei', $this->db->value( 'SELECT supplier FROM %i WHERE sku = %s', $this->db->table( 'items' ), 'TEA' ) );
		self::assertEquals( array( array( 2.5, 2.25 ), array( 0.75, 0.75 ) ), array_map( fn ( string $sku ): array => array_map( 'floatval', array_values( (array) $this->db->row( 'SELECT unit_cost, average_cost FROM %i WHERE sku = %s', $this->db->table( 'items' ), $sku ) ) ), array( 'TEA', 'CUP' ) ) );
		self::assertSame( array( -1.0, 0.75, -1.0 ), array_map( 'floatval', $this->db->column( 'SELECT COALESCE( unit_cost, -1 ) FROM %i WHERE item_id = %d AND seq < 4 ORDER BY seq', $this->db->table( 'movements' ), $this->id_of( 'CUP' ) ) ) );
		self::assertSame( array( 3, 6 ), array( $giving->found['made'], $giving->found['written'] ) );
		$times = $this->db->column( 'SELECT created_at FROM %i WHERE item_id = %d AND seq < 4 ORDER BY seq', $this->db->table( 'movements' ), $this->id_of( 'TEA' ) );
		self::assertSame( array( '2026-03-02 09:00:00', '2026-03-02 09:01:00', '2026-03-02 09:02:00' ), array_map( static fn ( string $time ): string => substr( $time, 0, 19 ), $times ) );

		$before = self::checksum( 'items', 'levels', 'movements' );
		$again  = $this->brought_back( $backup );
		self::assertSame( 0, $again->found['written'] );
		self::assertSame( $before, self::checksum( 'items', 'levels', 'movements' ), 'Twice is once.' );
	}

	public function test_numbers_of_today_stay_where_only_the_history_is_wanted(): void {
		$this->tea();
		$backup = $this->made();
		$this->everything_is_lost();
		$this->clock->advance( 600 );
		$this->part( 'Tea, green', 'TEA', 9 );
		$this->move( $this->id_of( 'TEA' ), -1, 'sold' );
		$giving = $this->brought_back( $backup, 'present' );

		self::assertSame( array( '1: 5 -> 5 opening', '2: 2 -> 7 received', '3: -3 -> 4 sold', '4: -4 -> 0 backup', '5: 9 -> 9 opening', '6: -1 -> 8 sold' ), $this->ledger( $this->id_of( 'TEA' ) ) );
		self::assertSame( array( '8', 1, 1 ), array( $this->on_hand( 'TEA' ), $giving->found['sku'], $giving->found['anew'] ) );
	}

	public function test_numbers_of_the_backup_count_what_was_sold_since(): void {
		$this->tea();
		$backup = $this->made();
		$this->everything_is_lost();
		$this->part( 'Tea', '', 0, '' );
		$this->part( 'Something', 'TEA', 9 );
		$this->move( $this->id_of( 'TEA' ), -1, 'sold' );
		$this->brought_back( $backup, 'backup' );

		self::assertSame( '3', $this->on_hand( 'TEA' ), 'Four were there, and one was sold.' );
	}

	public function test_lost_lines_are_filled_in(): void {
		$tea = $this->tea();
		for ( $turn = 0; $turn < 12; $turn++ ) {
			$this->move( $tea, 1 );
		}
		$backup = $this->made();
		$this->move( $tea, -2, 'sold' );
		$before = self::checksum( 'levels' ) . implode( ',', $this->ledger( $tea ) );
		$this->db->execute( 'DELETE FROM %i WHERE MOD( seq, 2 ) = 0 AND seq < 16', $this->db->table( 'movements' ) );
		self::assertFalse( $this->plugin->integrity()->check()->ok() );
		$giving = $this->checked( $backup, 'present' );
		self::assertSame( array( 7, 0 ), array( $giving->found['lines'], $giving->found['anew'] ) );
		$this->brought_back( $backup, 'present' );

		self::assertSame( $before, self::checksum( 'levels' ) . implode( ',', $this->ledger( $tea ) ) );
	}

	public function test_killed_anywhere_it_goes_on_and_nothing_comes_twice(): void {
		for ( $number = 1; $number <= 12; $number++ ) {
			$item = $this->part( "Part {$number}", "P-{$number}", $number );
			$this->move( $item, 2 );
		}
		$backup = $this->made();
		$books  = $this->books();
		$this->everything_is_lost();
		$giving = $this->checked( $backup );
		$this->plugin->backup_returns()->start( $giving->id );
		foreach ( array( 3, 11 ) as $at ) {
			$dies = $this->rival( static fn() => throw new \ErrorException( 'Killed.' ), '/^\s*INSERT INTO \S*movements/i', $at );
			try {
				$this->plugin->returning()->work( $giving->id, self::ALL );
			} catch ( \ErrorException ) {
				self::assertSame( 'running', $this->plugin->backup_returns()->find( $giving->id )->state );
			}
			$dies->leaves();
		}
		self::assertTrue( $this->plugin->returning()->work_all( self::ALL ) );

		self::assertSame( $books, $this->books() );
		self::assertSame( '60', $this->db->value( 'SELECT COUNT(*) FROM %i', $this->db->table( 'movements' ) ) );
	}

	public function test_a_level_of_many_lines_lies_in_more_than_one_section(): void {
		$tea = $this->tea();
		for ( $line = 4; $line <= 24; $line++ ) {
			$this->move( $tea, 1 );
		}
		$this->part( 'Cup', 'CUP', 3 );
		$backup = $this->plugin->backups()->begin( 'made', 0, $this->key() );
		$making = new Making( $this->db, $this->clock, $this->plugin->backups(), $this->plugin->backup_folder(), new Contents( $this->db, 'test', 10 ) );
		self::assertTrue( $making->work( $backup->id, self::ALL ) );
		$sections = $this->plugin->backup_folder()->archive( $backup->file )->sections();
		$before   = $this->ledger( $tea );
		$this->everything_is_lost();
		$this->clock->advance( 60 );
		$this->part( 'Tea', 'TEA', 0 );
		$this->brought_back( $backup );

		self::assertSame( array( 10, 10, 7 ), array_values( array_map( static fn ( Section $section ): int => $section->lines, array_filter( $sections, static fn ( Section $section ): bool => 'ledger' === $section->of ) ) ) );
		self::assertSame( array( '25', '3' ), array( $this->on_hand( 'TEA' ), $this->on_hand( 'CUP' ) ) );
		self::assertSame( $before, array_slice( $this->ledger( $this->id_of( 'TEA' ) ), 0, 24 ) );
	}

	public function test_a_file_is_sent_in_pieces_and_checked(): void {
		$this->tea();
		$backup = $this->made();
		$bytes  = (string) file_get_contents( $this->plugin->backup_folder()->archive( $backup->file )->path );
		$sent   = $this->plugin->backups()->expect( strlen( $bytes ), 3, 'send' );
		foreach ( str_split( $bytes, 500 ) as $number => $piece ) {
			$this->plugin->backups()->receive( $sent->id, $number * 500, $piece );
			$this->plugin->backups()->receive( $sent->id, $number * 500, $piece );
		}
		$this->plugin->making()->work( $sent->id, self::ALL );
		$there = $this->plugin->backups()->find( $sent->id );

		self::assertSame( array( 'ready', $backup->sha256 ), array( $there->state, $there->sha256 ) );
	}

	public function test_files_that_are_none_or_mean_harm_are_refused_without_memory(): void {
		$this->tea();
		$before = self::checksum( 'items', 'levels', 'movements' );
		foreach ( self::hostile_files() as $name => $bytes ) {
			$sent = $this->plugin->backups()->expect( strlen( $bytes ), 3, 'hostile ' . $name );
			$this->plugin->backups()->receive( $sent->id, 0, $bytes );
			$peak = memory_get_usage();
			memory_reset_peak_usage();
			$this->plugin->making()->work( $sent->id, self::ALL );
			$there = $this->plugin->backups()->find( $sent->id );
			self::assertSame( 'broken', $there->state, $name );
			self::assertNotSame( '', $there->problem, $name );
			self::assertLessThan( 64 * 1_048_576, memory_get_peak_usage() - $peak, $name );
		}
		self::assertSame( $before, self::checksum( 'items', 'levels', 'movements' ) );
	}

	public function test_files_whose_rows_were_lost_are_found_in_the_folder(): void {
		$this->tea();
		$backup = $this->made();
		$this->db->execute( 'DELETE FROM %i', $this->db->table( 'backups' ) );
		delete_option( \WooInventoryGuard\Backup\Folder::OPTION );
		$found = $this->plugin->backups()->all();
		$this->plugin->making()->work_all( self::ALL );

		self::assertSame( array( $backup->file, 'found' ), array( $found[0]->file, $found[0]->origin ) );
		self::assertSame( 'ready', $this->plugin->backups()->all()[0]->state );
	}

	public function test_the_schedule_makes_one_when_it_is_due_and_keeps_some(): void {
		$this->tea();
		$rounds = $this->plugin->backup_rounds();
		update_option( 'woo_inventory_guard_settings', array( 'backup_every' => 'daily', 'backup_keep' => 2 ) );
		for ( $day = 0; $day < 5; $day++ ) {
			$rounds->run();
			$rounds->run();
			$this->clock->advance( 86_401 );
		}

		self::assertCount( 2, $this->plugin->backups()->all() );
		self::assertCount( 2, $this->plugin->backup_folder()->names() );
	}

	/**
	 * @return iterable<string, string>
	 */
	private static function hostile_files(): iterable {
		yield 'a photo' => "\xff\xd8\xff\xe0" . random_bytes( 5000 );
		yield 'a gzip bomb' => (string) gzencode( str_repeat( '0', 80_000_000 ), 9 );
		yield 'half a file' => (string) gzencode( '{"is":"heading","format":1}' );
		yield 'another zip' => "PK\x03\x04" . str_repeat( 'x', 100 );
		$line = array( 'is' => 'heading', 'site' => 'x', 'key' => 'x', 'made_at' => 'x' );
		yield 'a section that unpacks to more than it says' => self::forged( 'heading', (string) gzencode( str_repeat( ' ', 60_000_000 ), 9 ), 100 );
		yield 'a section that says it is large' => self::forged( 'heading', (string) gzencode( 'x' ), 4_000_000_000 );
		yield 'no JSON' => self::honest( 'heading', "hello\n" );
		yield 'deep JSON' => self::honest( 'heading', str_repeat( '[', 10_000 ) . "\n" );
		yield 'a heading with a level in it' => self::honest( 'heading', wp_json_encode( $line ) . "\n" . '{"is":"level","item":1,"location":1,"seq":1,"on_hand":"5"}' . "\n" );
		yield 'a path' => self::honest( '../../wp-config.php', wp_json_encode( $line ) . "\n" );
		foreach ( array( '"delta":"1e9"', '"delta":1', '"delta":[]', '"at":"yesterday"', '"seq":-1', '"why":"x\u0000y"' ) as $evil ) {
			yield 'a movement with ' . $evil => self::honest( 'heading', wp_json_encode( $line ) . "\n", '{"is":"movement","seq":1,"delta":"1","balance":"1","why":"sold","at":"2026-01-01 00:00:00",' . $evil . "}\n" );
		}
	}

	private static function honest( string $of, string $text, string $ledger = '' ): string {
		$path     = tempnam( sys_get_temp_dir(), 'wig' );
		$archive  = new Archive( (string) $path );
		$packed   = (string) gzencode( $text );
		$sections = array( new Section( $of, 0, strlen( $packed ), strlen( $text ), substr_count( $text, "\n" ), hash( 'sha256', $text ) ) );
		if ( '' !== $ledger ) {
			$more       = (string) gzencode( $ledger );
			$sections[] = new Section( 'ledger', strlen( $packed ), strlen( $more ), strlen( $ledger ), 1, hash( 'sha256', $ledger ) );
			$packed    .= $more;
		}
		$archive->put( $packed, 0 );
		$archive->close( $sections, '2026-01-01T00:00:00Z' );
		$bytes = (string) file_get_contents( (string) $path );
		unlink( (string) $path );
		return $bytes;
	}

	private static function forged( string $of, string $packed, int $size ): string {
		$path    = tempnam( sys_get_temp_dir(), 'wig' );
		$archive = new Archive( (string) $path );
		$archive->put( $packed, 0 );
		$archive->close( array( new Section( $of, 0, strlen( $packed ), $size, 1, str_repeat( 'a', 64 ) ) ), '2026-01-01T00:00:00Z' );
		$bytes = (string) file_get_contents( (string) $path );
		unlink( (string) $path );
		return $bytes;
	}

	private function tea(): int {
		$tea = $this->part( 'Tea', 'TEA', 5 );
		$this->move( $tea, 2 );
		$this->move( $tea, -3, 'sold' );
		return $tea;
	}

	/**
	 * @return array<string, string>
	 */
	private function books(): array {
		$rows = $this->db->rows( 'SELECT sku, on_hand FROM %i ORDER BY sku', $this->db->table( 'items' ) );
		return array_map( static fn ( string $number ): string => (string) Quantity::from_sql( $number ), array_combine( array_column( $rows, 'sku' ), array_column( $rows, 'on_hand' ) ) );
	}
}
