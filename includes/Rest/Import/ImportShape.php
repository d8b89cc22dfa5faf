<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Import;

use WooInventoryGuard\Import\Import;
use WooInventoryGuard\Import\Problem;
use WooInventoryGuard\Rest\Words;

/**
 * What an import looks like from outside.
 */
final class ImportShape {

	/**
	 * @return array<string, mixed> See Schema/import.json.
	 */
	public static function of( Import $import, \DateTimeImmutable $now ): array {
		return array(
			'id'         => $import->id,
			'name'       => $import->name,
			'state'      => $import->state->value,
			...$import->rows,
			'options'    => $import->options->to_array(),
			'can_undo'   => $import->can_be_undone( $now ),
			'created_by' => Words::actor( $import->actor ),
			'created_at' => Words::time( $import->created_at ),
			'updated_at' => Words::time( $import->updated_at ),
			'version'    => $import->version,
			'document'   => array(
				'type' => Import::REFERENCE,
				'id'   => (string) $import->id,
			),
		);
	}

	/**
	 * @param array{row: int, sku: string, item_id: int|null, name: string|null, problems: list<Problem>, changes: list<array{field: string, from: string|null, to: string}>, state: string} $line
	 * @return array<string, mixed> See Schema/import-line.json.
	 */
	public static function line( array $line ): array {
		return array(
			'problems' => array_map(
				static fn( Problem $problem ): array => array(
					'field'   => $problem->field,
					'code'    => $problem->code,
					'message' => ImportWords::of( $problem ),
				),
				$line['problems']
			),
		) + $line;
	}
}
