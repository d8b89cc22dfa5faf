<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import\Feed;

use WooInventoryGuard\Alert\PublicAddress;
use WooInventoryGuard\Import\File\BadFile;
use WooInventoryGuard\Import\File\FileIn;
use WooInventoryGuard\Import\File\TextFile;

/**
 * Gets the file of a feed, as UTF-8, into a file of our own. What it may be is narrow: a public web address, or a file
 * below the uploads folder (or below WOO_INVENTORY_GUARD_FEEDS, where the owner of the server has named another one).
 */
final class FeedSource {

	public const FOLDER = 'WOO_INVENTORY_GUARD_FEEDS';

	private const SECONDS = 60;

	private const ENDINGS = array( 'csv', 'txt', 'tsv' );

	/**
	 * @return string Path of the copy.
	 * @throws BadFile
	 */
	public function fetch( FeedSettings $feed ): string {
		$copy = TextFile::temporary();
		$got  = null;
		try {
			$got = 'url' === $feed->source ? self::download( $feed->address ) : null;
			TextFile::copy( $got ?? self::local( $feed->address ), $copy, '' === $feed->encoding ? null : $feed->encoding, FileIn::LARGEST );
			return $copy;
		} catch ( BadFile $bad ) {
			wp_delete_file( $copy );
			throw $bad;
		} finally {
			if ( null !== $got ) {
				wp_delete_file( $got );
			}
		}
	}

	/**
	 * Links are followed before it is asked where a file lies.
	 *
	 * @throws BadFile
	 */
	public static function local( string $path ): string {
		$set    = defined( self::FOLDER ) ? constant( self::FOLDER ) : null;
		$folder = realpath( is_string( $set ) ? $set : wp_upload_dir( null, false )['basedir'] );
		$file   = false === $folder ? false : realpath( $folder . '/' . ltrim( $path, '/' ) );
		if ( false === $folder || false === $file || ! is_file( $file ) ) {
			throw new BadFile( BadFile::UNREADABLE, $path );
		}
		if ( ! str_starts_with( $file, rtrim( $folder, '/\\' ) . DIRECTORY_SEPARATOR ) || ! in_array( strtolower( pathinfo( $file, PATHINFO_EXTENSION ) ), self::ENDINGS, true ) ) {
			throw new BadFile( BadFile::FORBIDDEN, $path );
		}
		return $file;
	}

	/**
	 * @throws BadFile
	 */
	private static function download( string $url ): string {
		if ( ! PublicAddress::is( $url ) ) {
			throw new BadFile( BadFile::FORBIDDEN, self::host( $url ) );
		}
		$path   = TextFile::temporary();
		$answer = wp_safe_remote_get(
			$url,
			array(
				'timeout'             => self::SECONDS,
				'stream'              => true,
				'filename'            => $path,
				// What is longer is cut off without a word: one byte more tells.
				'limit_response_size' => FileIn::LARGEST + 1,
			)
		);
		$status = is_wp_error( $answer ) ? $answer->get_error_message() : (string) wp_remote_retrieve_response_code( $answer );
		if ( '200' !== $status ) {
			wp_delete_file( $path );
			throw new BadFile( BadFile::FETCH, mb_substr( $status, 0, 150 ) );
		}
		return $path;
	}

	private static function host( string $url ): string {
		return mb_substr( (string) wp_parse_url( $url, PHP_URL_HOST ), 0, 150 );
	}
}
