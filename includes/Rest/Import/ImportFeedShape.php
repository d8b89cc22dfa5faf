<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Import;

use WooInventoryGuard\Import\Feed\Feed;
use WooInventoryGuard\Import\Import;
use WooInventoryGuard\Rest\Words;

/**
 * A feed, and what its last file has brought, as REST shows it.
 */
final class ImportFeedShape {

	/**
	 * @param Import|null $last The import that the feed names as its last one; NULL where there is none.
	 * @return array<string, mixed> See Schema/import-feed.json.
	 */
	public static function of( Feed $feed, ?Import $last ): array {
		list( $code, $what ) = array_pad( explode( ' ', $feed->last_error, 2 ), 2, '' );
		return array(
			'id'            => $feed->id,
			'name'          => $feed->settings->name,
			'source'        => $feed->settings->source,
			'address'       => $feed->settings->address,
			'mapping'       => $feed->settings->mapping,
			'decimal'       => $feed->settings->decimal,
			'encoding'      => $feed->settings->encoding,
			'every_minutes' => $feed->settings->every_minutes,
			'active'        => $feed->settings->active,
			'next_at'       => Words::time( $feed->next_at ),
			'asked'         => null !== $feed->asked,
			'running'       => $feed->import_id,
			'last_at'       => Words::maybe_time( $feed->last_at ),
			'last_import'   => $feed->last_import,
			'last_rows'     => null === $last ? null : array(
				'changed'   => $last->rows['applied'],
				'same'      => $last->rows['same_rows'],
				'problems'  => $last->rows['problem_rows'],
				'conflicts' => $last->rows['conflict_rows'],
			),
			'unchanged'     => $feed->unchanged,
			'last_error'    => '' === $code ? null : array(
				'code'    => $code,
				'message' => FeedWords::of( $code, $what ),
			),
			'version'       => $feed->version,
		);
	}
}
