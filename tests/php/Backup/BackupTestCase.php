<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Backup;

use WooInventoryGuard\Backup\Backup;
use WooInventoryGuard\Backup\Folder;
use WooInventoryGuard\Backup\Giving;
use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Catalog\Writing\NewItem;
use WooInventoryGuard\Plugin;
use WooInventoryGuard\Stock\Adjustment;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Lines\HistoryFilter;
use WooInventoryGuard\Stock\Movement;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Tests\Support\TestCase;

/**
 * A shop with a ledger, its backups, and a few words to speak about them. After every test the books must be in order.
 */
abstract class BackupTestCase extends TestCase {

	protected const ALL = 60.0;

	protected Plugin $plugin;

	private int $keys = 0;

	protected function setUp(): void {
		parent::setUp();
		$this->plugin = Plugin::instance()->with_clock( $this->clock );
	}

	protected function tearDown(): void {
		Folder::uninstall();
		parent::tearDown();
	}

	protected function assertPostConditions(): void {
		$problems = array_map( static fn ( $problem ): string => (string) wp_json_encode( $problem ), $this->plugin->integrity()->check()->problems );
		self::assertSame( array(), $problems );
		parent::assertPostConditions();
	}

	final protected function part( string $name, string $sku = '', int|string $on_hand = 0, string $barcode = '' ): int {
		$cause = new Cause( 'opening', Reference::none() );
		return $this->plugin->item_writer()->create( new NewItem( Kind::Part, $name, $sku, $barcode ), Quantity::of( $on_hand ), $cause, $this->key() )['item']->id;
	}

	final protected function move( int $item, int|string $delta, string $reason = 'received', int $location = 1 ): void {
		$this->clock->advance( 60 );
		$this->plugin->ledger()->adjust( Adjustment::delta( $item, $location, Quantity::of( $delta ), new Cause( $reason, new Reference( 'order', '7' ), 0, 'Box 2 茶' ) ), $this->key() );
	}

	final protected function made(): Backup {
		$backup = $this->plugin->backups()->begin( 'made', 0, $this->key() );
		self::assertTrue( $this->plugin->making()->work( $backup->id, self::ALL ) );
		$made = $this->plugin->backups()->find( $backup->id );
		self::assertSame( array( 'ready', '' ), array( $made->state, $made->problem ) );
		return $made;
	}

	/**
	 * @param 'present'|'backup' $numbers
	 */
	final protected function checked( Backup $backup, string $numbers = 'backup' ): Giving {
		$giving = $this->plugin->backup_returns()->check( $backup->id, $numbers, 3, $this->key() );
		$this->plugin->returning()->work( $giving->id, self::ALL );
		return $this->plugin->backup_returns()->find( $giving->id );
	}

	/**
	 * @param 'present'|'backup' $numbers
	 */
	final protected function brought_back( Backup $backup, string $numbers = 'backup' ): Giving {
		$giving = $this->checked( $backup, $numbers );
		self::assertSame( array( 'checked', '' ), array( $giving->state, $giving->problem ) );
		$this->plugin->backup_returns()->start( $giving->id );
		self::assertTrue( $this->plugin->returning()->work( $giving->id, self::ALL ) );
		$giving = $this->plugin->backup_returns()->find( $giving->id );
		self::assertSame( array( 'done', '' ), array( $giving->state, $giving->problem ) );
		return $giving;
	}

	/**
	 * The site is as it was before the plugin came, but for its backups.
	 */
	final protected function everything_is_lost(): void {
		foreach ( array( 'items', 'levels', 'movements', 'requests', 'item_terms', 'item_texts', 'bundle_components' ) as $table ) {
			$this->db->execute( 'DELETE FROM %i', $this->db->table( $table ) );
		}
	}

	/**
	 * @return list<string> The ledger of an item, oldest first: "1: 5 -> 5 opening".
	 */
	final protected function ledger( int $item ): array {
		$lines = $this->plugin->ledger()->history( $item, new HistoryFilter( 100 ) );
		return array_map( static fn ( Movement $line ): string => "{$line->seq}: {$line->delta} -> {$line->balance_after} {$line->reason}", array_reverse( $lines ) );
	}

	final protected function id_of( string $sku ): int {
		return (int) $this->db->value( 'SELECT id FROM %i WHERE sku = %s', $this->db->table( 'items' ), $sku );
	}

	final protected function on_hand( string $sku ): string {
		return (string) Quantity::from_sql( $this->db->value( 'SELECT on_hand FROM %i WHERE sku = %s', $this->db->table( 'items' ), $sku ) );
	}

	final protected function key(): string {
		++$this->keys;
		return 'key-' . $this->keys;
	}
}
