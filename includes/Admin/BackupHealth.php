<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Admin;

use WooInventoryGuard\Backup\Backup;

/**
 * Tools > Site Health: whether there is a backup of the ledger that was read back, and how large the tables are.
 */
final class BackupHealth {

	/** Days after which a backup is called old. */
	private const OLD = 35;

	/**
	 * @param \Closure(): (Backup|null)                               $newest The newest one that is whole.
	 * @param \Closure(): (\DateTimeImmutable|null)                   $next   When the next one is made by itself.
	 * @param \Closure(): array<string, array{rows: int, bytes: int}> $sizes  Of our tables, by name.
	 * @param \Closure(): (\DateTimeImmutable|null)                   $folded From when on every movement is known; NULL where nothing was folded.
	 */
	public function __construct( private readonly \Closure $newest, private readonly \Closure $next, private readonly \Closure $sizes, private readonly \Closure $folded ) {}

	public function register(): void {
		add_filter( 'site_status_tests', $this->add_test( ... ) );
		add_filter( 'debug_information', $this->add_facts( ... ) );
	}

	/**
	 * @param array<string, array<string, mixed>> $tests
	 * @return array<string, array<string, mixed>>
	 */
	private function add_test( array $tests ): array {
		$tests['direct']['wig_backup'] = array(
			'label' => __( 'Backup of the stock ledger', 'woo-inventory-guard' ),
			'test'  => $this->test( ... ),
		);
		return $tests;
	}

	/**
	 * @return array<string, mixed>
	 */
	private function test(): array {
		$newest = ( $this->newest )();
		$words  = __( 'A backup of the database brings stock back only together with everything else, and the orders since are lost. A backup of the stock ledger brings back the ledger alone. Make one on Inventory > Backups, and choose in the settings how often one is made by itself.', 'woo-inventory-guard' );
		if ( null === $newest ) {
			return null === ( $this->next )()
				? SiteHealth::result( 'wig_backup', 'recommended', __( 'There is no backup of the stock ledger', 'woo-inventory-guard' ), $words )
				: SiteHealth::result( 'wig_backup', 'good', __( 'The first backup of the stock ledger is planned', 'woo-inventory-guard' ), $words );
		}
		$days = intdiv( time() - $newest->created_at->getTimestamp(), 86_400 );
		return $days > self::OLD
			/* translators: %s: a number of days */
			? SiteHealth::result( 'wig_backup', 'recommended', sprintf( _n( 'The last backup of the stock ledger is %s day old', 'The last backup of the stock ledger is %s days old', $days, 'woo-inventory-guard' ), number_format_i18n( $days ) ), $words )
			/* translators: %s: a date */
			: SiteHealth::result( 'wig_backup', 'good', __( 'The stock ledger is backed up', 'woo-inventory-guard' ), sprintf( __( 'The last backup is from %s; it was read back and its checksums are right.', 'woo-inventory-guard' ), wp_date( (string) get_option( 'date_format' ), $newest->created_at->getTimestamp() ) ) );
	}

	/**
	 * @param array<string, array<string, mixed>> $facts
	 * @return array<string, array<string, mixed>>
	 */
	private function add_facts( array $facts ): array {
		$newest = ( $this->newest )();
		$fields = array(
			'backup' => array(
				'label' => __( 'Last backup of the ledger', 'woo-inventory-guard' ),
				'value' => null === $newest ? __( 'none', 'woo-inventory-guard' ) : $newest->created_at->format( 'Y-m-d H:i' ) . ' UTC, ' . size_format( $newest->bytes ),
			),
		);
		$folded = ( $this->folded )();
		if ( null !== $folded ) {
			$fields['folded'] = array(
				'label' => __( 'Movements folded into monthly sums', 'woo-inventory-guard' ),
				/* translators: %s: day and time */
				'value' => sprintf( __( 'before %s', 'woo-inventory-guard' ), $folded->format( 'Y-m-d H:i' ) . ' UTC' ),
			);
		}
		foreach ( ( $this->sizes )() as $table => $size ) {
			$fields[ $table ] = array(
				'label' => $table,
				/* translators: 1: a size such as 12 MB, 2: about how many rows */
				'value' => sprintf( __( '%1$s, about %2$s rows', 'woo-inventory-guard' ), size_format( $size['bytes'] ), number_format_i18n( $size['rows'] ) ),
			);
		}
		$facts['woo-inventory-guard'] = array(
			'label'  => 'Woo Inventory Guard',
			'fields' => $fields,
		);
		return $facts;
	}
}
