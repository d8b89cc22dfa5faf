<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import\File;

/**
 * A text file as some program has written it, read as UTF-8 from front to back. It is never held in memory: what is not
 * UTF-8 is turned into it while it streams by.
 */
final class TextFile {

	public const ENCODINGS = array( 'UTF-8', 'UTF-16LE', 'UTF-16BE', 'GB18030', 'BIG5', 'Windows-1252' );

	/** So many bytes tell what it is. */
	private const LOOKED_AT = 65_536;

	private const PIECE = 262_144;

	/**
	 * A new file that nobody else can read.
	 *
	 * @throws BadFile
	 */
	public static function temporary(): string {
		$path = tempnam( get_temp_dir(), 'wig-file-' ); // WordPress's own is there only in wp-admin.
		return false === $path ? throw new BadFile( BadFile::UNREADABLE, get_temp_dir() ) : $path;
	}

	/**
	 * Copies a file as UTF-8 without a mark at its beginning.
	 *
	 * @param string|null $encoding One of ENCODINGS; NULL finds out.
	 * @throws BadFile
	 */
	public static function copy( string $from, string $to, ?string $encoding, int $most ): void {
		// phpcs:disable WordPress.WP.AlternativeFunctions -- A stream: WP_Filesystem holds a file as a whole.
		$in  = is_file( $from ) && filesize( $from ) <= $most ? fopen( $from, 'rb' ) : false;
		$out = fopen( $to, 'wb' );
		if ( false === $in || false === $out ) {
			throw new BadFile( is_file( $from ) ? BadFile::TOO_LARGE : BadFile::UNREADABLE );
		}
		try {
			$head     = (string) fread( $in, self::LOOKED_AT );
			$encoding = $encoding ?? self::guess( $head );
			fseek( $in, self::mark( $head ) );
			if ( 'UTF-8' !== $encoding && false === stream_filter_append( $in, 'convert.iconv.' . $encoding . '/UTF-8', STREAM_FILTER_READ ) ) {
				throw new BadFile( BadFile::ENCODING );
			}
			$rest = '';
			while ( ! feof( $in ) ) {
				// A broken sequence ends the filter with a warning and nothing more to read.
				$piece = @fread( $in, self::PIECE ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- It is answered for below.
				if ( false === $piece ) {
					throw new BadFile( BadFile::ENCODING );
				}
				$rest = self::write_whole( $out, $rest . $piece );
			}
			if ( '' !== $rest || ( 'UTF-8' !== $encoding && strlen( $head ) > 2 && 0 === ftell( $out ) ) ) {
				throw new BadFile( BadFile::ENCODING );
			}
		} finally {
			fclose( $in );
			fclose( $out );
		}
		// phpcs:enable
	}

	/**
	 * Writes all but a character that goes on in the next piece.
	 *
	 * @param resource $out
	 * @return string What is left.
	 * @throws BadFile
	 */
	private static function write_whole( $out, string $text ): string {
		$cut = strlen( $text );
		for ( $back = 1; $back <= 3 && $back <= $cut; $back++ ) {
			$byte = ord( $text[ $cut - $back ] );
			if ( $byte >= 0xC0 ) {
				$needs = $byte >= 0xF0 ? 4 : ( $byte >= 0xE0 ? 3 : 2 );
				$cut  -= $needs > $back ? $back : 0;
				break;
			}
			if ( $byte < 0x80 ) {
				break;
			}
		}
		$whole = substr( $text, 0, $cut );
		if ( str_contains( $whole, "\0" ) ) {
			throw new BadFile( BadFile::NOT_TEXT );
		}
		if ( ! mb_check_encoding( $whole, 'UTF-8' ) ) {
			throw new BadFile( BadFile::ENCODING );
		}
		fwrite( $out, $whole ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- See copy().
		return substr( $text, $cut );
	}

	/**
	 * @return int How many bytes of a mark stand at the beginning.
	 */
	private static function mark( string $head ): int {
		return match ( true ) {
			str_starts_with( $head, "\xEF\xBB\xBF" )                                         => 3,
			str_starts_with( $head, "\xFF\xFE" ), str_starts_with( $head, "\xFE\xFF" ) => 2,
			default                                                                          => 0,
		};
	}

	/**
	 * By its mark, else by what cannot be anything else. Between the two Chinese encodings: the second byte of a character
	 * that is in everyday use is never below A1 in GB18030, and often in Big5.
	 *
	 * @return 'UTF-8'|'UTF-16LE'|'UTF-16BE'|'GB18030'|'BIG5'|'Windows-1252'
	 * @throws BadFile
	 */
	public static function guess( string $head ): string {
		if ( str_starts_with( $head, "\xFF\xFE" ) ) {
			return 'UTF-16LE';
		}
		if ( str_starts_with( $head, "\xFE\xFF" ) ) {
			return 'UTF-16BE';
		}
		$nul = substr_count( $head, "\0" );
		if ( 0 < $nul ) {
			$odd = 0;
			for ( $at = 1, $end = strlen( $head ); $at < $end; $at += 2 ) {
				$odd += "\0" === $head[ $at ] ? 1 : 0;
			}
			return match ( true ) {
				$nul * 4 < strlen( $head ) => throw new BadFile( BadFile::NOT_TEXT ),
				$odd === $nul              => 'UTF-16LE',
				0 === $odd                 => 'UTF-16BE',
				default                    => throw new BadFile( BadFile::NOT_TEXT ),
			};
		}
		// The last character may be cut in two.
		for ( $cut = 0; $cut < 4; $cut++ ) {
			if ( mb_check_encoding( substr( $head, 0, strlen( $head ) - $cut ), 'UTF-8' ) ) {
				return 'UTF-8';
			}
		}
		preg_match_all( '/[\x81-\xFE]([\x40-\x7E\x80-\xFE])/', $head, $pairs );
		$all = count( $pairs[1] );
		$low = count( array_filter( $pairs[1], static fn( string $byte ): bool => ord( $byte ) < 0xA1 ) );
		if ( 4 * $all < (int) preg_match_all( '/[\x80-\xFF]/', $head ) ) {
			return 'Windows-1252';
		}
		return $low * 5 > $all && mb_check_encoding( self::whole_pairs( $head ), 'BIG-5' ) ? 'BIG5' : 'GB18030';
	}

	private static function whole_pairs( string $head ): string {
		return substr( $head, 0, (int) strrpos( $head, "\n" ) );
	}
}
