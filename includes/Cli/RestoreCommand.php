<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Cli;

use WooInventoryGuard\Bulk\Matches;
use WooInventoryGuard\History\AlreadyReversed;
use WooInventoryGuard\History\Reversals;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Restore\Applying;
use WooInventoryGuard\Restore\CannotStart;
use WooInventoryGuard\Restore\Lines;
use WooInventoryGuard\Restore\Looking;
use WooInventoryGuard\Restore\NoSuchRestore;
use WooInventoryGuard\Restore\Restore;
use WooInventoryGuard\Restore\Restores;
use WooInventoryGuard\Restore\Which;
use WooInventoryGuard\Stock\Lines\Folded;
use WooInventoryGuard\Stock\Reference;

/**
 * wp inventory-guard restore: brings numbers back to a moment, or takes such a restore back.
 */
final class RestoreCommand {

	/** As WP-CLI wants it said. */
	public const ABOUT = array(
		'shortdesc' => 'Brings numbers on hand back to what they were at a moment; without --yes only shows what would change.',
		'synopsis'  => array(
			array(
				'type'        => 'assoc',
				'name'        => 'to',
				'description' => 'Day and time, such as "2026-11-28 14:00", in the time zone of the site.',
				'optional'    => true,
			),
			array(
				'type'        => 'assoc',
				'name'        => 'search',
				'description' => 'Only items with these words in name, SKU or barcode.',
				'optional'    => true,
			),
			array(
				'type'        => 'assoc',
				'name'        => 'items',
				'description' => 'Only items with these numbers, with commas between.',
				'optional'    => true,
			),
			array(
				'type'        => 'assoc',
				'name'        => 'categories',
				'description' => 'Only products of these categories (numbers, with commas between), with those below them.',
				'optional'    => true,
			),
			array(
				'type'        => 'flag',
				'name'        => 'exact',
				'description' => 'Exactly the number of the moment: what was sold since is not kept.',
				'optional'    => true,
			),
			array(
				'type'        => 'flag',
				'name'        => 'yes',
				'description' => 'Apply it.',
				'optional'    => true,
			),
			array(
				'type'        => 'assoc',
				'name'        => 'undo',
				'description' => 'Number of a restore that is to be taken back.',
				'optional'    => true,
			),
		),
	);

	private const SHOWN = 20;

	private const SECONDS = 5.0;

	public function __construct(
		private readonly Restores $restores,
		private readonly Looking $looking,
		private readonly Applying $applying,
		private readonly Lines $lines,
		private readonly Reversals $reversals,
		private readonly Clock $clock
	) {}

	/**
	 * @param list<string>        $unnamed None.
	 * @param array<string, mixed> $options See ABOUT.
	 */
	public function run( array $unnamed = array(), array $options = array() ): void {
		unset( $unnamed );
		$undo = self::text( $options, 'undo' );
		if ( '' !== $undo ) {
			$this->undo( (int) $undo );
			return;
		}
		$moment = self::moment( self::text( $options, 'to' ) );
		if ( null === $moment || $moment > $this->clock->now() ) {
			\WP_CLI::error( __( 'Say with --to to which day and time the numbers are to be brought back, such as --to="2026-11-28 14:00"; it must have passed.', 'woo-inventory-guard' ) );
			return;
		}
		$which = new Which( new Matches( self::text( $options, 'search' ), ids: self::numbers( $options, 'items' ) ), self::numbers( $options, 'categories' ) );
		try {
			$id = $this->restores->make( $moment, ! isset( $options['exact'] ), $which, get_current_user_id(), wp_generate_uuid4() )['restore']->id;
		} catch ( Folded $folded ) {
			/* translators: %s: date and time */
			\WP_CLI::error( sprintf( __( 'Movements before %s were folded into monthly sums. Choose a later time.', 'woo-inventory-guard' ), (string) wp_date( 'Y-m-d H:i', $folded->before->getTimestamp() ) ) );
			return;
		}
		do {
			$finished = $this->looking->work( $id, self::SECONDS );
		} while ( ! $finished );
		$this->show( $this->restores->find( $id ) ?? throw new NoSuchRestore( $id ) );
		if ( isset( $options['yes'] ) ) {
			$this->apply( $id );
		} else {
			\WP_CLI::log( __( 'Nothing has been changed. Say the same again with --yes to apply it.', 'woo-inventory-guard' ) );
		}
	}

	private function show( Restore $restore ): void {
		$rows = array_map(
			static fn( array $line ): array => array(
				'item'   => $line['name'],
				'sku'    => $line['sku'],
				'now'    => (string) $line['now'],
				'then'   => (string) $line['then'],
				'kept'   => (string) $line['kept'],
				'change' => (string) $line['delta'],
				'after'  => (string) $line['now']->plus( $line['delta'] ),
			),
			$this->lines->page( $restore->id, 0, self::SHOWN )
		);
		if ( array() !== $rows ) {
			\WP_CLI\Utils\format_items( 'table', $rows, array( 'item', 'sku', 'now', 'then', 'kept', 'change', 'after' ) );
		}
		/* translators: 1: how many items change, 2: how many were looked at, 3: units added, 4: units taken away, 5: how many items are left alone */
		\WP_CLI::log( sprintf( __( '%1$s of %2$s items change: +%3$s, -%4$s units. %5$s had no history yet at that time and are left alone.', 'woo-inventory-guard' ), number_format_i18n( $restore->changing ), number_format_i18n( $restore->items ), (string) $restore->in, (string) $restore->out, number_format_i18n( $restore->unknown ) ) );
	}

	private function apply( int $id ): void {
		try {
			$this->restores->start( $id );
		} catch ( CannotStart ) {
			\WP_CLI::error( __( 'Another restore is at work, or was applied or undone just now. Nothing was changed; try again.', 'woo-inventory-guard' ) );
			return;
		}
		do {
			$finished = $this->applying->work( $id, self::SECONDS );
		} while ( ! $finished );
		$done = $this->restores->find( $id ) ?? throw new NoSuchRestore( $id );
		/* translators: 1: how many items, 2: number of the restore */
		\WP_CLI::success( sprintf( __( '%1$s items are restored. To take it back: wp inventory-guard restore --undo=%2$s', 'woo-inventory-guard' ), number_format_i18n( $done->done ), (string) $id ) );
	}

	private function undo( int $id ): void {
		$restore = $this->restores->find( $id );
		if ( null === $restore || null === $restore->started_at ) {
			\WP_CLI::error( __( 'There is no restore with this number that was applied.', 'woo-inventory-guard' ) );
			return;
		}
		try {
			$reversal = $this->reversals->begin( new Reference( Restore::TYPE, (string) $id ), get_current_user_id(), wp_generate_uuid4() );
		} catch ( AlreadyReversed $there ) {
			$reversal = $there->reversal;
		}
		do {
			$reversal = $this->reversals->work( $reversal->id, self::SECONDS );
		} while ( null === $reversal->finished_at );
		\WP_CLI::success( __( 'The restore is taken back.', 'woo-inventory-guard' ) );
	}

	/**
	 * @param array<string, mixed> $options
	 */
	private static function text( array $options, string $name ): string {
		$value = $options[ $name ] ?? '';
		return is_scalar( $value ) ? trim( (string) $value ) : '';
	}

	/**
	 * @param array<string, mixed> $options
	 * @return list<int>
	 */
	private static function numbers( array $options, string $name ): array {
		return array_values( array_filter( array_map( 'intval', explode( ',', self::text( $options, $name ) ) ), static fn( int $number ): bool => $number > 0 ) );
	}

	private static function moment( string $text ): ?\DateTimeImmutable {
		try {
			return '' === $text ? null : ( new \DateTimeImmutable( $text, wp_timezone() ) )->setTimezone( new \DateTimeZone( 'UTC' ) );
		} catch ( \Exception ) {
			return null;
		}
	}
}
