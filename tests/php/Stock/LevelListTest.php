<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Stock;

use WooInventoryGuard\Stock\Level\LevelList;
use WooInventoryGuard\Tests\Support\EngineTestCase;

final class LevelListTest extends EngineTestCase {

	public function test_it_tells_where_an_item_lies(): void {
		$tea = $this->item( '2.5' );
		$this->item( 9 );
		$this->location( 2 );
		$this->location( 3 );
		$this->stock( $tea, 4, 2 );
		$this->reserve( array( $tea => 1 ) );

		self::assertSame(
			array( '1 Main 2.5 1', '2 Warehouse 2 4 0' ),
			array_map( static fn ( array $level ): string => implode( ' ', array_map( 'strval', $level ) ), ( new LevelList( $this->db ) )->of_item( $tea ) )
		);
		self::assertSame( array(), ( new LevelList( $this->db ) )->of_item( 999999 ) );
	}
}
