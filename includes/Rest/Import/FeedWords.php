<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Import;

use WooInventoryGuard\Import\File\BadFile;
use WooInventoryGuard\Import\Feed\FeedRounds;

/**
 * What a shop owner is told of a file that cannot be read.
 */
final class FeedWords {

	public static function of( string $code, string $what ): string {
		$sentence = match ( $code ) {
			/* translators: %s: path of a file */
			BadFile::UNREADABLE  => __( 'There is no such file: %s. Give the path below the uploads folder.', 'woo-inventory-guard' ),
			BadFile::TOO_LARGE   => __( 'The file is larger than 100 MB.', 'woo-inventory-guard' ),
			BadFile::NOT_TEXT    => __( 'This is not a text file. Save it as CSV.', 'woo-inventory-guard' ),
			BadFile::ENCODING    => __( 'Some letters cannot be read. Say which encoding the file has, or save it as CSV UTF-8.', 'woo-inventory-guard' ),
			BadFile::COLUMNS     => __( 'The file has too many columns, or a line that is too long.', 'woo-inventory-guard' ),
			/* translators: %s: headings of columns */
			BadFile::NO_HEADINGS => __( 'None of the columns says which item is meant. The mapping knows other headings than these: %s.', 'woo-inventory-guard' ),
			BadFile::EMPTY       => __( 'The file has no rows.', 'woo-inventory-guard' ),
			/* translators: %s: path of a file, or name of a server */
			BadFile::FORBIDDEN   => __( 'The server may not read this: %s. It must be a public web address, or a file that ends with .csv, .txt or .tsv below the uploads folder.', 'woo-inventory-guard' ),
			/* translators: %s: a status or an error message */
			BadFile::FETCH       => __( 'The web address does not answer with the file: %s.', 'woo-inventory-guard' ),
			/* translators: %s: name of a mapping */
			BadFile::MAPPING     => __( 'There is no mapping with the name %s any more.', 'woo-inventory-guard' ),
			FeedRounds::CANCELLED => __( 'Its import was cancelled before it was applied. Read it again when the file is right.', 'woo-inventory-guard' ),
			default              => __( 'The file could not be read.', 'woo-inventory-guard' ),
		};
		return str_contains( $sentence, '%s' ) ? sprintf( $sentence, $what ) : $sentence;
	}
}
