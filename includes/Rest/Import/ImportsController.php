<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Import;

use WooInventoryGuard\Import\Import;
use WooInventoryGuard\Import\Imports;
use WooInventoryGuard\Import\Lines;
use WooInventoryGuard\Import\NoSuchImport;
use WooInventoryGuard\Import\Options;
use WooInventoryGuard\Import\Runner;
use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Soon;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\NotThere;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Rest\Page;

/**
 * A file that is brought in: its rows are sent, checked, applied, and undone as one act. Each step goes on by itself; a
 * screen that watches it lends a hand, so that nobody waits for a shop whose cron sleeps.
 */
final class ImportsController extends Controller {

	/** Seconds of work in one request: short enough for a progress bar that moves. */
	private const SECONDS = 2.0;

	public function __construct(
		private readonly Imports $imports,
		private readonly Runner $runner,
		private readonly Lines $lines,
		private readonly Soon $soon,
		private readonly Clock $clock
	) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'GET', '/imports', Access::VIEW, $this->index( ... ), 'List imports, newest first.', 'import', many: true, query: 'imports-query' ),
			new Operation( 'POST', '/imports', Access::ADJUST, $this->make( ... ), 'Begin an import; its rows come afterwards.', 'import', body: 'import-request', status: 201, refusals: array( 422 ) ),
			new Operation( 'GET', '/imports/{id}', Access::VIEW, $this->show( ... ), 'Read how far an import is.', 'import', refusals: array( 404 ) ),
			new Operation( 'GET', '/imports/{id}/lines', Access::VIEW, $this->lines( ... ), 'Read what is wrong with its rows, and what they change.', 'import-line', many: true, query: 'import-lines-query', refusals: array( 404 ) ),
			new Operation( 'POST', '/imports/{id}/rows', Access::ADJUST, $this->receive( ... ), 'Send some rows; sent again they replace the first ones.', 'import', body: 'import-rows-request', refusals: array( 404, 409 ) ),
			new Operation( 'POST', '/imports/{id}/check', Access::ADJUST, $this->check( ... ), 'Check the rows for a moment; ask again until it is checked. Writes nothing.', 'import', body: 'import-step', refusals: array( 404, 409 ) ),
			new Operation( 'POST', '/imports/{id}/apply', Access::ADJUST, $this->apply( ... ), 'Apply it for a moment; ask again until it is applied. Goes on by itself.', 'import', body: 'import-apply-request', refusals: array( 404, 409 ) ),
			new Operation( 'POST', '/imports/{id}/undo', Access::ADJUST, $this->undo( ... ), 'Undo it for a moment, what was sold since stays sold; ask again until it is undone. Goes on by itself.', 'import', body: 'import-step', refusals: array( 404, 409 ) ),
			new Operation( 'POST', '/imports/{id}/cancel', Access::ADJUST, $this->cancel( ... ), 'Give it up before anything was written.', 'import', body: 'import-step', refusals: array( 404, 409 ) ),
		);
	}

	private function index( Call $call ): \WP_REST_Response {
		$page = new Page( $call );
		return $page->response( array_map( $this->shape( ... ), $this->imports->page( $page->offset(), $page->size ) ), $this->imports->count() );
	}

	private function make( Call $call ): \WP_REST_Response {
		$options  = $call->values()['options'] ?? null;
		$made     = $this->imports->make( (string) $call->text( 'name' ), (int) $call->int( 'total_rows' ), Options::from_array( is_array( $options ) ? $options : array() ), $call->actor(), $call->key() );
		$response = new \WP_REST_Response( $this->shape( $made['import'] ), $made['replayed'] ? 200 : 201 );
		$response->header( 'Location', rest_url( self::ROOT . '/imports/' . $made['import']->id ) );
		return $response;
	}

	private function show( Call $call ): \WP_REST_Response {
		return new \WP_REST_Response( $this->shape( $this->get( $call ) ) );
	}

	private function lines( Call $call ): \WP_REST_Response {
		$page   = new Page( $call );
		$import = $this->get( $call );
		$show   = $call->text( 'show' );
		$show   = 'problems' === $show || 'changes' === $show ? $show : 'all';
		return $page->response( array_map( ImportShape::line( ... ), $this->lines->page( $import, $show, $page->offset(), $page->size ) ), $this->lines->count( $import, $show ) );
	}

	private function receive( Call $call ): \WP_REST_Response {
		$call->key();
		$rows = array();
		foreach ( $call->entries( 'rows' ) as $row ) {
			$number          = is_int( $row['row'] ?? null ) ? $row['row'] : 0;
			$rows[ $number ] = array_filter( $row, 'is_string' );
		}
		return $this->answer( $call, fn( int $id ): Import => array() === $rows ? $this->imports->get( $id ) : $this->imports->receive( $id, $rows ) );
	}

	private function check( Call $call ): \WP_REST_Response {
		return $this->step( $call, $this->imports->check( ... ) );
	}

	private function apply( Call $call ): \WP_REST_Response {
		$skip = true === ( $call->values()['skip_problems'] ?? false );
		return $this->step( $call, fn( int $id ): Import => $this->imports->apply( $id, $skip ) );
	}

	private function undo( Call $call ): \WP_REST_Response {
		return $this->step( $call, $this->imports->undo( ... ) );
	}

	private function cancel( Call $call ): \WP_REST_Response {
		$call->key();
		return $this->answer( $call, $this->imports->cancel( ... ) );
	}

	/**
	 * Brings it to this step where it is not there yet, and works at it for a moment.
	 *
	 * @param \Closure(int): Import $begin
	 */
	private function step( Call $call, \Closure $begin ): \WP_REST_Response {
		$call->key();
		return $this->answer(
			$call,
			function ( int $id ) use ( $begin ): Import {
				if ( $begin( $id )->state->is_under_way() && ! $this->runner->work( $id, self::SECONDS ) ) {
					$this->soon->plan();
				}
				return $this->imports->get( $id );
			}
		);
	}

	/**
	 * @param \Closure(int): Import $act
	 */
	private function answer( Call $call, \Closure $act ): \WP_REST_Response {
		try {
			return new \WP_REST_Response( $this->shape( $act( $call->id() ) ) );
		} catch ( NoSuchImport ) {
			throw self::missing();
		}
	}

	private function get( Call $call ): Import {
		return $this->imports->find( $call->id() ) ?? throw self::missing();
	}

	private static function missing(): NotThere {
		return new NotThere( __( 'There is no import with this number.', 'woo-inventory-guard' ) );
	}

	/**
	 * @return array<string, mixed>
	 */
	private function shape( Import $import ): array {
		return ImportShape::of( $import, $this->clock->now() );
	}
}
