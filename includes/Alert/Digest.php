<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Alert;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;

/**
 * Gathers what happened in a window of time into one mail for each recipient. The window opens with the first alert
 * that waits, so a quiet shop hears of it within the minutes that its owner chose.
 */
final class Digest {

	/** Alerts of one mail. */
	private const AT_ONCE = 1_000;

	/**
	 * @param \Closure(): int $minutes How long alerts are gathered.
	 */
	public function __construct(
		private readonly Db $db,
		private readonly Clock $clock,
		private readonly Alerts $alerts,
		private readonly Recipients $recipients,
		private readonly Outbox $outbox,
		private readonly \Closure $minutes
	) {}

	/**
	 * @return int How many alerts it took; 0 when none is due.
	 */
	public function make(): int {
		$since = $this->alerts->waiting_since();
		if ( null === $since || $since->modify( '+' . ( $this->minutes )() . ' minutes' ) > $this->clock->now() ) {
			return 0;
		}
		$everybody = $this->recipients->all( Mailer::DIGEST );
		return $this->db->transaction(
			function () use ( $everybody ): int {
				$alerts = $this->alerts->take_waiting( wp_generate_uuid4(), self::AT_ONCE );
				$mails  = array();
				foreach ( $alerts as $alert ) {
					foreach ( Recipients::of( $alert, $everybody ) as $email ) {
						$mails[ $email ][] = $alert->id;
					}
					if ( ! $alert->kind->needs_a_person() ) {
						$this->alerts->handle( $alert->id, 0 );
					}
				}
				foreach ( $mails as $email => $ids ) {
					$this->outbox->add( Outbox::MAIL, $email, Mailer::DIGEST, wp_generate_uuid4(), Alert::encode( array( 'alerts' => $ids ) ) );
				}
				return count( $alerts );
			}
		);
	}
}
