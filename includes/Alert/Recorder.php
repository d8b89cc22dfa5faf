<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Alert;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\DuplicateKey;
use WooInventoryGuard\Stock\StockStatus;

/**
 * Writes down what somebody has to know, together with the messages about it, in one transaction: SQL only. Who it goes
 * to by mail is asked before the transaction, because options pass the hooks of others.
 */
final class Recorder {

	public function __construct(
		private readonly Db $db,
		private readonly Alerts $alerts,
		private readonly Webhooks $webhooks,
		private readonly Outbox $outbox,
		private readonly Recipients $recipients
	) {}

	/**
	 * An item has come to another status. Its alert of before is over. As long as no mail has told of that one, both
	 * are one change: out and back again within one digest is no news. (Webhooks are told of each.)
	 *
	 * To be called in the transaction that holds the item's lock.
	 *
	 * @param array<string, mixed> $data Of the item.
	 */
	public function status_changed( int $item_id, StockStatus $from, StockStatus $to, array $data ): void {
		$subject = 'item:' . $item_id;
		$begin   = $from;
		$before  = $this->alerts->lock_open( $subject );
		if ( null !== $before ) {
			$begin = null === $before->sent_at ? StockStatus::from_slug( $before->text( 'from' ) ) ?? $from : $from;
			$this->alerts->handle( $before->id, 0 );
		}
		$news = Kind::of_change( $begin, $to );
		// Told before, and still so: it stays on the list, and no mail says it again.
		$kind = $news ?? Kind::of_change( StockStatus::Ok, $to );
		$data = $data + array(
			'from' => $begin->slug(),
			'to'   => $to->slug(),
		);
		if ( null !== $kind ) {
			$this->alerts->open( $kind, $item_id, 0, $subject, $data, null === $news );
		}
		$event = Kind::of_change( $from, $to );
		if ( null !== $event ) {
			$this->webhooks->announce(
				$event,
				array(
					'item_id'  => $item_id,
					'order_id' => null,
					'from'     => $from->slug(),
				) + $data
			);
		}
	}

	/**
	 * Something that is no status of an item. While an alert about the same subject is open, what is new is added to it
	 * and nobody is told twice.
	 *
	 * @param array<string, mixed> $data
	 */
	public function record( Kind $kind, string $subject, array $data, int $item_id = 0, int $order_id = 0 ): void {
		$everybody = $kind->is_urgent() ? $this->recipients->all( Mailer::URGENT ) : array();
		$this->db->transaction(
			function () use ( $kind, $subject, $data, $item_id, $order_id, $everybody ): void {
				try {
					$id = $this->alerts->open( $kind, $item_id, $order_id, $subject, $data, $kind->is_urgent() );
				} catch ( DuplicateKey ) {
					$open = $this->alerts->lock_open( $subject );
					if ( null !== $open ) {
						$this->alerts->add_to( $open, $data );
					}
					return;
				}
				if ( $kind->is_urgent() ) {
					$this->mail_at_once( $id, $everybody );
				}
				$this->webhooks->announce(
					$kind,
					array(
						'item_id'  => 0 === $item_id ? null : $item_id,
						'order_id' => 0 === $order_id ? null : $order_id,
					) + $data
				);
			}
		);
	}

	/**
	 * What was wrong about a subject is right again.
	 */
	public function settle( string $subject ): void {
		$this->db->transaction(
			function () use ( $subject ): void {
				$open = $this->alerts->lock_open( $subject );
				if ( null !== $open ) {
					$this->alerts->handle( $open->id, 0 );
				}
			}
		);
	}

	/**
	 * @param list<\WooInventoryGuard\Settings\AlertRecipient> $everybody
	 */
	private function mail_at_once( int $id, array $everybody ): void {
		$alert = $this->alerts->find( $id );
		if ( null === $alert ) {
			return;
		}
		foreach ( Recipients::of( $alert, $everybody ) as $email ) {
			$this->outbox->add( Outbox::MAIL, $email, Mailer::URGENT, wp_generate_uuid4(), Alert::encode( array( 'alerts' => array( $id ) ) ) );
		}
	}
}
