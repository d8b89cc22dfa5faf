<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import\File;

/**
 * A file cannot be read; nothing of it was written.
 */
final class BadFile extends \RuntimeException {

	public const UNREADABLE  = 'wig_feed_unreadable';
	public const TOO_LARGE   = 'wig_feed_too_large';
	public const NOT_TEXT    = 'wig_feed_not_text';
	public const ENCODING    = 'wig_feed_encoding';
	public const COLUMNS     = 'wig_feed_columns';
	public const NO_HEADINGS = 'wig_feed_headings';
	public const EMPTY       = 'wig_feed_empty';
	public const FORBIDDEN   = 'wig_feed_forbidden';
	public const FETCH       = 'wig_feed_fetch';
	public const MAPPING     = 'wig_feed_mapping';

	/**
	 * @param self::* $why
	 */
	public function __construct( public readonly string $why, public readonly string $what = '' ) {
		parent::__construct( trim( $why . ' ' . $what ) );
	}
}
