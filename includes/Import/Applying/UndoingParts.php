<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import\Applying;

use WooInventoryGuard\Import\Import;
use WooInventoryGuard\Import\Phase;
use WooInventoryGuard\Import\Rows;

/**
 * First way back: lists of components that still say what the import has written.
 */
final class UndoingParts implements Phase {

	public function __construct( private readonly Rows $rows, private readonly ApplyingParts $parts ) {}

	public function next( Import $import ): array {
		return $this->rows->with_parts( $import, 2, 1 );
	}

	public function act( Import $import, array $rows ): array {
		$row    = $rows[0];
		$change = Rows::changes( $row['changes'] )['components'] ?? array( '', '' );
		$this->parts->put( (int) $row['item_id'], $change[1], $change[0] ?? '' );
		$this->rows->replace(
			$import->id,
			array(
				array_merge(
					$row,
					array(
						'parts'    => '3',
						'problems' => '[]',
					)
				),
			)
		);
		return array();
	}
}
