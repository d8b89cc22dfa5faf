<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Restore;

use WooInventoryGuard\Backup\Backup;
use WooInventoryGuard\Backup\Backups;
use WooInventoryGuard\Backup\Making;
use WooInventoryGuard\Backup\Rounds;
use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Platform\Soon;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\InvalidInput;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Rest\Words;

/**
 * Backups of the ledger: made, watched, sent, checked, deleted. They go on by themselves; a screen that watches lends a
 * hand. The file itself is handed out by wp-admin (see Admin\BackupDownload): it is no JSON.
 */
final class BackupsController extends Controller {

	private const SECONDS = 2.0;

	public function __construct(
		private readonly Backups $backups,
		private readonly Making $making,
		private readonly Soon $soon,
		private readonly Rounds $rounds
	) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'GET', '/backups', Access::CONFIGURE, $this->index( ... ), 'List backups of the ledger, newest first.', 'backups' ),
			new Operation( 'POST', '/backups', Access::CONFIGURE, $this->make( ... ), 'Begin a backup of the whole ledger; it goes on by itself and is read back at its end.', 'backup', body: 'backup-step', status: 201, refusals: array( 409, 422 ) ),
			new Operation( 'POST', '/backups/uploads', Access::CONFIGURE, $this->expect( ... ), 'Announce a backup file that is going to be sent in pieces.', 'backup', body: 'backup-upload', status: 201, refusals: array( 409, 422 ) ),
			new Operation( 'GET', '/backups/{id}', Access::CONFIGURE, $this->show( ... ), 'Read how far a backup is.', 'backup', refusals: array( 404 ) ),
			new Operation( 'POST', '/backups/{id}/pieces', Access::CONFIGURE, $this->receive( ... ), 'Send the next piece of a file; the answer says how many bytes are there. The last one begins the check.', 'backup', body: 'backup-piece', refusals: array( 404, 409 ) ),
			new Operation( 'POST', '/backups/{id}/check', Access::CONFIGURE, $this->check( ... ), 'Read a backup once more and compare its checksums.', 'backup', body: 'backup-step', refusals: array( 404 ) ),
			new Operation( 'POST', '/backups/{id}/work', Access::CONFIGURE, $this->work( ... ), 'Lend a backup that is under way a hand for a moment, and read how far it is.', 'backup', body: 'backup-step', refusals: array( 404 ) ),
			new Operation( 'DELETE', '/backups/{id}', Access::CONFIGURE, $this->delete( ... ), 'Delete a backup and its file.', 'backup', refusals: array( 404 ) ),
		);
	}

	private function index(): \WP_REST_Response {
		return new \WP_REST_Response(
			array(
				'backups' => array_map( self::shape( ... ), $this->backups->all() ),
				'next_at' => Words::maybe_time( $this->rounds->next() ),
			)
		);
	}

	private function make( Call $call ): \WP_REST_Response {
		return $this->begun( $this->backups->begin( 'made', $call->actor(), $call->key() ) );
	}

	private function expect( Call $call ): \WP_REST_Response {
		return $this->begun( $this->backups->expect( (int) $call->int( 'bytes' ), $call->actor(), $call->key() ) );
	}

	private function begun( Backup $backup ): \WP_REST_Response {
		if ( $backup->is_under_way() ) {
			$this->soon->plan();
		}
		$response = new \WP_REST_Response( self::shape( $backup ), 201 );
		$response->header( 'Location', rest_url( self::ROOT . '/backups/' . $backup->id ) );
		return $response;
	}

	private function show( Call $call ): \WP_REST_Response {
		return new \WP_REST_Response( self::shape( $this->backups->find( $call->id() ) ) );
	}

	private function receive( Call $call ): \WP_REST_Response {
		$call->key();
		$bytes = base64_decode( (string) $call->text( 'data' ), true ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- Bytes in JSON.
		if ( false === $bytes ) {
			throw InvalidInput::of( 'data', __( 'data must be a piece of the file in base64.', 'woo-inventory-guard' ) );
		}
		return new \WP_REST_Response( self::shape( $this->backups->receive( $call->id(), (int) $call->int( 'from' ), $bytes ) ) );
	}

	private function check( Call $call ): \WP_REST_Response {
		$call->key();
		return new \WP_REST_Response( self::shape( $this->backups->check( $call->id() ) ) );
	}

	private function work( Call $call ): \WP_REST_Response {
		$call->key();
		$this->making->work( $call->id(), self::SECONDS );
		return $this->show( $call );
	}

	private function delete( Call $call ): \WP_REST_Response {
		$call->key();
		$backup = $this->backups->find( $call->id() );
		$this->backups->delete( $backup->id );
		return new \WP_REST_Response( self::shape( $backup ) );
	}

	/**
	 * @return array<string, mixed> See Schema/backup.json.
	 */
	private static function shape( Backup $backup ): array {
		$link = array(
			'action'   => Backups::DOWNLOAD,
			'id'       => $backup->id,
			'_wpnonce' => wp_create_nonce( Backups::DOWNLOAD . $backup->id ),
		);
		return array(
			'id'         => $backup->id,
			'origin'     => $backup->origin,
			'state'      => $backup->state,
			'done'       => $backup->done,
			'total'      => max( $backup->total, $backup->done ),
			'bytes'      => $backup->bytes,
			'sha256'     => $backup->sha256,
			'problem'    => $backup->problem,
			'actor'      => Words::actor( $backup->actor ),
			'created_at' => Words::time( $backup->created_at ),
			'checked_at' => Words::maybe_time( $backup->checked_at ),
			'download'   => 'ready' === $backup->state ? admin_url( 'admin-post.php?' . http_build_query( $link ) ) : null,
		);
	}
}
