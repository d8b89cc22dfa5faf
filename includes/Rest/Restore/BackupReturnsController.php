<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Restore;

use WooInventoryGuard\Backup\Giving;
use WooInventoryGuard\Backup\Givings;
use WooInventoryGuard\Backup\Returning;
use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Platform\Soon;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Rest\Words;

/**
 * Bringing a backup back: first a check, which writes nothing, then, where somebody says so, all of it.
 */
final class BackupReturnsController extends Controller {

	private const SECONDS = 2.0;

	public function __construct( private readonly Givings $returns, private readonly Returning $returning, private readonly Soon $soon ) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'POST', '/backups/{id}/returns', Access::CONFIGURE, $this->check( ... ), 'Look what a backup would bring back; nothing is written. Goes on by itself.', 'backup-return', body: 'backup-return-request', status: 201, refusals: array( 404, 422 ) ),
			new Operation( 'GET', '/backup-returns', Access::CONFIGURE, $this->index( ... ), 'Read the last one that was begun.', 'backup-return', many: true ),
			new Operation( 'GET', '/backup-returns/{id}', Access::CONFIGURE, $this->show( ... ), 'Read how far it is and what it has found.', 'backup-return', refusals: array( 404 ) ),
			new Operation( 'POST', '/backup-returns/{id}/start', Access::CONFIGURE, $this->start( ... ), 'Bring back what the check has found; it goes on by itself.', 'backup-return', body: 'backup-step', refusals: array( 404 ) ),
			new Operation( 'POST', '/backup-returns/{id}/work', Access::CONFIGURE, $this->work( ... ), 'Lend it a hand for a moment, and read how far it is.', 'backup-return', body: 'backup-step', refusals: array( 404 ) ),
		);
	}

	private function index(): \WP_REST_Response {
		$newest = $this->returns->newest();
		return new \WP_REST_Response( null === $newest ? array() : array( self::shape( $newest ) ) );
	}

	private function check( Call $call ): \WP_REST_Response {
		$giving = $this->returns->check( $call->id(), 'backup' === $call->text( 'numbers' ) ? 'backup' : 'present', $call->actor(), $call->key() );
		$this->soon->plan();
		$response = new \WP_REST_Response( self::shape( $giving ), 201 );
		$response->header( 'Location', rest_url( self::ROOT . '/backup-returns/' . $giving->id ) );
		return $response;
	}

	private function show( Call $call ): \WP_REST_Response {
		return new \WP_REST_Response( self::shape( $this->returns->find( $call->id() ) ) );
	}

	private function start( Call $call ): \WP_REST_Response {
		$call->key();
		$giving = $this->returns->start( $call->id() );
		if ( $giving->is_under_way() ) {
			$this->soon->plan();
		}
		return new \WP_REST_Response( self::shape( $giving ) );
	}

	private function work( Call $call ): \WP_REST_Response {
		$call->key();
		$this->returning->work( $call->id(), self::SECONDS );
		return $this->show( $call );
	}

	/**
	 * @return array<string, mixed> See Schema/backup-return.json.
	 */
	private static function shape( Giving $giving ): array {
		$number = static fn( string $name ): int => is_int( $giving->found[ $name ] ?? null ) ? $giving->found[ $name ] : 0;
		$text   = static fn( string $name ): string => is_string( $giving->found[ $name ] ?? null ) ? $giving->found[ $name ] : '';
		$names  = $giving->found['names'] ?? array();
		return array(
			'id'         => $giving->id,
			'backup_id'  => $giving->backup_id,
			'numbers'    => $giving->numbers,
			'state'      => $giving->state,
			'done'       => $giving->done,
			'total'      => max( $giving->total, $giving->done ),
			'site'       => $text( 'site' ),
			'own'        => true === ( $giving->found['own'] ?? null ),
			'made_at'    => $text( 'made_at' ),
			'matched'    => $number( 'sku' ) + $number( 'barcode' ) + $number( 'product' ) + $number( 'name' ),
			'made'       => $number( 'made' ),
			'unmatched'  => $number( 'unmatched' ),
			'names'      => array_values( array_filter( is_array( $names ) ? $names : array(), 'is_string' ) ),
			'lines'      => $number( 'lines' ),
			'levels'     => $number( 'levels' ),
			'anew'       => $number( 'anew' ),
			'left_out'   => $number( 'left_out' ),
			'written'    => $number( 'written' ),
			'problem'    => $giving->problem,
			'actor'      => Words::actor( $giving->actor ),
			'created_at' => Words::time( $giving->created_at ),
			'ended_at'   => Words::maybe_time( $giving->ended_at ),
		);
	}
}
