<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Item;

use WooInventoryGuard\Catalog\CatalogError;
use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Catalog\Writing\ItemWriter;
use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Platform\Busy;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\Errors;
use WooInventoryGuard\Rest\InvalidInput;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Stock\Adjustment;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Ledger;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stock\Error\StockError;

/**
 * Changes of many items in one request, as a spreadsheet makes them. Each field of each row is an act of its own: what
 * can be saved is saved, and the rest is answered with why not. Fields that agree with each other (a backorder policy
 * and its limit) are tried together first.
 */
final class ItemsBatchController extends Controller {

	private const LOCATION = 1;

	public function __construct(
		private readonly Items $items,
		private readonly ItemWriter $writer,
		private readonly Ledger $ledger,
		private readonly ItemShape $shape
	) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'POST', '/items/batch', Access::ADJUST, $this->change( ... ), 'Change up to 200 items, each with the values that were seen. Answers for each row by itself.', 'items-batch', body: 'items-batch-request' ),
		);
	}

	private function change( Call $call ): \WP_REST_Response {
		$key     = $call->key();
		$answers = array();
		foreach ( $call->entries( 'rows' ) as $place => $row ) {
			$id        = is_int( $row['id'] ?? null ) ? $row['id'] : 0;
			$problems  = $this->fields( $id, self::part( $row, 'set' ), self::part( $row, 'seen' ) );
			$problems += $this->on_hand( $id, self::part( $row, 'on_hand' ), $call->actor(), $key . ':' . $place );
			$answers[] = array(
				'id'       => $id,
				'problems' => $problems,
			);
		}
		return new \WP_REST_Response( array( 'rows' => $this->with_items( $answers ) ) );
	}

	/**
	 * @param array<mixed> $set
	 * @param array<mixed> $seen What the writer saw in these fields.
	 * @return array<string, array<string, mixed>> Problems by field.
	 */
	private function fields( int $id, array $set, array $seen ): array {
		if ( array() === $set ) {
			return array();
		}
		try {
			$this->writer->update( $id, ItemFields::changes( $set ), null, ItemFields::changes( array_intersect_key( $seen, $set ) ) );
			return array();
		} catch ( CatalogError | StockError | Busy $error ) {
			if ( 1 === count( $set ) ) {
				return array( (string) array_key_first( $set ) => self::problem( $error ) );
			}
		}
		$problems = array();
		foreach ( $set as $field => $value ) {
			$problems += $this->fields( $id, array( $field => $value ), $seen );
		}
		return $problems;
	}

	/**
	 * @param array<mixed> $wish Either delta, or set together with expected.
	 * @return array<string, array<string, mixed>>
	 */
	private function on_hand( int $id, array $wish, int $actor, string $key ): array {
		if ( array() === $wish ) {
			return array();
		}
		$reason   = $wish['reason'] ?? '';
		$note     = $wish['note'] ?? '';
		$cause    = new Cause( is_string( $reason ) ? $reason : '', Reference::none(), $actor, is_string( $note ) ? $note : '' );
		$delta    = $wish['delta'] ?? null;
		$set      = $wish['set'] ?? null;
		$expected = $wish['expected'] ?? null;
		try {
			if ( $set instanceof Quantity && $expected instanceof Quantity ) {
				$this->ledger->adjust( Adjustment::counted( $id, self::LOCATION, $set, $expected, $cause ), $key );
			} elseif ( $delta instanceof Quantity && ! $delta->is_zero() ) {
				$this->ledger->adjust( Adjustment::delta( $id, self::LOCATION, $delta, $cause ), $key );
			} else {
				throw InvalidInput::of( 'on_hand', __( 'on_hand: send either delta (not 0), or set together with expected.', 'woo-inventory-guard' ) );
			}
			return array();
		} catch ( StockError | InvalidInput | Busy $error ) {
			return array( 'on_hand' => self::problem( $error ) );
		}
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function problem( \Throwable $error ): array {
		$answer = Errors::of( $error );
		$data   = $answer->get_error_data();
		$status = is_array( $data ) && is_int( $data['status'] ?? null ) ? $data['status'] : 500;
		return array(
			'code'    => (string) $answer->get_error_code(),
			'status'  => $status,
			'message' => $answer->get_error_message(),
		);
	}

	/**
	 * How the items stand after all of it: what was saved, and what somebody else has written.
	 *
	 * @param list<array{id: int, problems: array<string, array<string, mixed>>}> $answers
	 * @return list<array<string, mixed>>
	 */
	private function with_items( array $answers ): array {
		$items  = $this->items->find_many( array_values( array_unique( array_column( $answers, 'id' ) ) ) );
		$shapes = array_combine( array_keys( $items ), $this->shape->many( array_values( $items ) ) );
		return array_map(
			static fn( array $answer ): array => array(
				'id'       => $answer['id'],
				'problems' => (object) $answer['problems'],
			) + ( isset( $shapes[ $answer['id'] ] ) ? array( 'item' => $shapes[ $answer['id'] ] ) : array() ),
			$answers
		);
	}

	/**
	 * @param array<mixed> $row
	 * @return array<mixed>
	 */
	private static function part( array $row, string $name ): array {
		return is_array( $row[ $name ] ?? null ) ? $row[ $name ] : array();
	}
}
