<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Backup;

/**
 * The file of a backup: gzip of lines of JSON (see docs/backup-format.md). Each section is a gzip member of its own, so
 * that one can be read without those before it, and nothing but one is ever in memory. The last member holds one line,
 * which says where each section lies and its SHA-256, and that of all bytes before itself; it is stored uncompressed and
 * must be to the byte what it says, so that not one byte of the file can be another.
 *
 * phpcs:disable WordPress.WP.AlternativeFunctions -- Files of megabytes, piece by piece, which WP_Filesystem cannot do.
 */
final class Archive {

	public const FORMAT = 1;

	private const CHUNK = 262_144;

	/** The last line of 20,000 sections is 3 MB. */
	private const MOST_END = 8_388_608;

	/** Uncompressed blocks of gzip hold so much. */
	private const BLOCK = 65_535;

	private const GZIP = "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff";

	public function __construct( public readonly string $path ) {}

	/**
	 * Writes a section behind the first $from bytes; what a killed writer has left there is cut off.
	 *
	 * @param list<array<string, mixed>> $lines
	 * @param int<0, max>                $from
	 * @throws BrokenFile
	 */
	public function append( string $of, array $lines, int $from ): Section {
		$text = '';
		foreach ( $lines as $line ) {
			$text .= json_encode( $line, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE ) . "\n";
		}
		$packed = (string) gzencode( $text, 6 );
		$this->put( $packed, $from );
		return new Section( $of, $from, strlen( $packed ), strlen( $text ), count( $lines ), hash( 'sha256', $text ) );
	}

	/**
	 * Writes the last line.
	 *
	 * @param non-empty-list<Section> $sections
	 * @throws BrokenFile
	 */
	public function close( array $sections, string $made_at ): void {
		$last = $sections[ count( $sections ) - 1 ];
		$from = $last->from + $last->bytes;
		$line = json_encode(
			array(
				'is'       => 'end',
				'format'   => self::FORMAT,
				'made_at'  => $made_at,
				'bytes'    => $from,
				'sha256'   => $this->hash( $from ),
				'sections' => array_map( static fn( Section $section ): array => $section->to_array(), $sections ),
			),
			JSON_THROW_ON_ERROR
		) . "\n";
		$this->put( self::stored( $line ), max( 0, $from ) );
	}

	/**
	 * What is in the file, by its last line. Reads that line only.
	 *
	 * @return non-empty-list<Section>
	 * @throws BrokenFile
	 */
	public function sections(): array {
		$end      = $this->end();
		$sections = array_map( Section::from( ... ), is_array( $end['sections'] ?? null ) ? array_values( $end['sections'] ) : array() );
		$at       = 0;
		foreach ( $sections as $section ) {
			if ( $section->from !== $at ) {
				throw BrokenFile::not_ours();
			}
			$at += $section->bytes;
		}
		$bytes = $end['bytes'] ?? null;
		if ( array() === $sections || 'heading' !== $sections[0]->of || $at !== $bytes ) {
			throw BrokenFile::not_ours();
		}
		return $sections;
	}

	/**
	 * Compares all bytes with what the last line says of them.
	 *
	 * @throws BrokenFile
	 */
	public function require_unchanged(): void {
		$end = $this->end();
		if ( ! is_int( $end['bytes'] ?? null ) || ! is_string( $end['sha256'] ?? null ) || ! hash_equals( $end['sha256'], $this->hash( $end['bytes'] ) ) ) {
			throw BrokenFile::changed();
		}
	}

	/**
	 * @return list<array<mixed>> The lines of a section.
	 * @throws BrokenFile
	 */
	public function read( Section $section ): array {
		$text = $this->unpack( $section );
		if ( strlen( $text ) !== $section->size || hash( 'sha256', $text ) !== $section->sha256 ) {
			throw BrokenFile::changed();
		}
		$lines = array();
		foreach ( '' === $text ? array() : explode( "\n", rtrim( $text, "\n" ) ) as $number => $line ) {
			$read = json_decode( $line, true, 8 );
			if ( ! is_array( $read ) || $number >= $section->lines ) {
				throw BrokenFile::unreadable( $section->of . ' ' . $number );
			}
			$lines[] = $read;
		}
		if ( count( $lines ) !== $section->lines ) {
			throw BrokenFile::not_ours();
		}
		return $lines;
	}

	public function bytes(): int {
		clearstatcache( true, $this->path );
		return is_file( $this->path ) ? (int) filesize( $this->path ) : 0;
	}

	/**
	 * The SHA-256 of the whole file, as sha256sum tells it.
	 *
	 * @throws BrokenFile
	 */
	public function sha256(): string {
		return $this->hash( $this->bytes() );
	}

	/**
	 * Only as much is unpacked as the section says; a file that unpacks to more is refused there.
	 */
	private function unpack( Section $section ): string {
		$file = $this->open( 'rb' );
		$zip  = inflate_init( ZLIB_ENCODING_GZIP );
		fseek( $file, $section->from );
		$text = '';
		for ( $left = $section->bytes; 0 < $left; $left -= $step ) {
			$step = min( $left, 4_096 );
			$read = fread( $file, $step );
			// A byte that no gzip can have makes a warning, which is what is asked for here.
			$more = false === $zip || false === $read || strlen( $read ) !== $step ? false : @inflate_add( $zip, $read ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- See above.
			if ( false === $more || strlen( $text ) + strlen( $more ) > $section->size ) {
				fclose( $file );
				throw BrokenFile::changed();
			}
			$text .= $more;
		}
		fclose( $file );
		return $text;
	}

	/**
	 * @return array<mixed>
	 */
	private function end(): array {
		$size = $this->bytes();
		$file = $this->open( 'rb' );
		fseek( $file, max( 0, $size - 4 ) );
		$tail   = (string) fread( $file, 4 );
		$length = 4 === strlen( $tail ) ? (int) ( (array) unpack( 'V', $tail ) )[1] : 0;
		$member = self::stored_size( $length );
		if ( 0 === $length || $length > self::MOST_END || $member > $size ) {
			fclose( $file );
			throw BrokenFile::not_ours();
		}
		fseek( $file, $size - $member );
		$packed = '';
		do {
			$read    = (string) fread( $file, max( 1, $member - strlen( $packed ) ) );
			$packed .= $read;
			$more    = '' !== $read && strlen( $packed ) < $member;
		} while ( $more );
		fclose( $file );
		$line = '';
		for ( $done = 0; $done < $length; $done += self::BLOCK ) {
			$line .= substr( $packed, strlen( self::GZIP ) + 5 * intdiv( $done, self::BLOCK ) + 5 + $done, min( self::BLOCK, $length - $done ) );
		}
		$end = json_decode( $line, true, 8 );
		if ( ! is_array( $end ) || 'end' !== ( $end['is'] ?? null ) || self::FORMAT !== ( $end['format'] ?? null ) || self::stored( $line ) !== $packed || ( $end['bytes'] ?? null ) !== $size - $member ) {
			throw BrokenFile::not_ours();
		}
		return $end;
	}

	/**
	 * A gzip member that holds a text as it is.
	 */
	private static function stored( string $text ): string {
		$packed = self::GZIP;
		$blocks = str_split( $text, self::BLOCK );
		foreach ( $blocks as $number => $block ) {
			$packed .= pack( 'Cvv', count( $blocks ) - 1 === $number ? 1 : 0, strlen( $block ), 65_535 ^ strlen( $block ) ) . $block;
		}
		return $packed . pack( 'VV', crc32( $text ), strlen( $text ) );
	}

	private static function stored_size( int $length ): int {
		return strlen( self::GZIP ) + 5 * (int) ceil( $length / self::BLOCK ) + $length + 8;
	}

	private function hash( int $bytes ): string {
		$file = $this->open( 'rb' );
		$hash = hash_init( 'sha256' );
		for ( $left = $bytes; $left > 0; $left -= strlen( $read ) ) {
			$read = (string) fread( $file, min( $left, self::CHUNK ) );
			if ( '' === $read ) {
				break;
			}
			hash_update( $hash, $read );
		}
		fclose( $file );
		return hash_final( $hash );
	}

	/**
	 * Writes bytes, and cuts off what is behind them.
	 *
	 * @param int<0, max> $at
	 * @throws BrokenFile
	 */
	public function put( string $bytes, int $at ): void {
		$file = $this->open( 'c+b' );
		$done = ftruncate( $file, $at ) && 0 === fseek( $file, $at ) && strlen( $bytes ) === fwrite( $file, $bytes ) && fflush( $file );
		fclose( $file );
		if ( ! $done ) {
			throw BrokenFile::not_written();
		}
	}

	/**
	 * @return resource
	 */
	private function open( string $mode ) {
		$file = 'rb' !== $mode || is_readable( $this->path ) ? fopen( $this->path, $mode ) : false;
		if ( false === $file ) {
			throw 'rb' === $mode ? BrokenFile::gone() : BrokenFile::not_written();
		}
		return $file;
	}
}
