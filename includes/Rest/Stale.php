<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest;

/**
 * The one answer to who writes over a version that is not the present one any more.
 */
final class Stale {

	/**
	 * @param int                  $version The present one.
	 * @param array<string, mixed> $more    What it says now, where that helps to choose.
	 * @return array{string, int, string, array<string, mixed>} Code, status, sentence, data.
	 */
	public static function since( int $version, array $more = array() ): array {
		return array(
			'wig_stale_version',
			412,
			__( 'Somebody has changed this since you read it. Read it again, and send its new version as If-Match.', 'woo-inventory-guard' ),
			array( 'version' => $version ) + $more,
		);
	}
}
