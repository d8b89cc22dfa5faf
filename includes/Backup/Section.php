<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Backup;

/**
 * One part of a backup file: a gzip member of its own with so many lines of one sort.
 */
final class Section {

	/** A section that says it is larger is refused unread. */
	public const MOST_BYTES = 16_777_216;
	public const MOST_LINES = 20_000;

	public const SORTS = array( 'heading', 'locations', 'items', 'components', 'ledger' );

	/**
	 * @param string $of     One of SORTS.
	 * @param int    $from   Where it begins in the file.
	 * @param int    $bytes  How long it is there.
	 * @param int    $size   How long it is unpacked.
	 * @param string $sha256 Of what is unpacked.
	 */
	public function __construct(
		public readonly string $of,
		public readonly int $from,
		public readonly int $bytes,
		public readonly int $size,
		public readonly int $lines,
		public readonly string $sha256
	) {}

	/**
	 * @return array{of: string, from: int, bytes: int, size: int, lines: int, sha256: string}
	 */
	public function to_array(): array {
		return array(
			'of'     => $this->of,
			'from'   => $this->from,
			'bytes'  => $this->bytes,
			'size'   => $this->size,
			'lines'  => $this->lines,
			'sha256' => $this->sha256,
		);
	}

	/**
	 * @throws BrokenFile
	 */
	public static function from( mixed $data ): self {
		$data = is_array( $data ) ? $data : array();
		foreach ( array( 'from', 'bytes', 'size', 'lines' ) as $name ) {
			if ( ! is_int( $data[ $name ] ?? null ) || $data[ $name ] < 0 ) {
				throw BrokenFile::not_ours();
			}
		}
		$of  = $data['of'] ?? null;
		$sha = $data['sha256'] ?? null;
		if ( ! is_string( $of ) || ! in_array( $of, self::SORTS, true ) || ! is_string( $sha ) || 1 !== preg_match( '/\A[0-9a-f]{64}\z/', $sha )
			|| $data['bytes'] > self::MOST_BYTES || $data['size'] > self::MOST_BYTES || $data['lines'] > self::MOST_LINES ) {
			throw BrokenFile::not_ours();
		}
		return new self( $of, $data['from'], $data['bytes'], $data['size'], $data['lines'], $sha );
	}
}
