<?php
/**
 * Tools > Export and Erase Personal Data.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

namespace WooInventoryGuard\Admin;

use WooInventoryGuard\Limit\Customers;
use WooInventoryGuard\Limit\Uses;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Privacy\People;
use WooInventoryGuard\Stock\Quantity;

/**
 * Hands WordPress what we know of a person: what staff did to the stock and counted, and what customers bought of items
 * with a purchase limit. WordPress calls page by page until it is told that it has all.
 *
 * @phpstan-type Exported array{data: list<array{group_id: string, group_label: string, item_id: string, data: list<array{name: string, value: string}>}>, done: bool}
 * @phpstan-type Erased   array{items_removed: bool, items_retained: bool, messages: list<string>, done: bool}
 */
final class PersonalData {

	private const ID = 'woo-inventory-guard';

	/**
	 * Asked for when somebody exports or erases, which is not in every request.
	 *
	 * @param \Closure(): People    $people
	 * @param \Closure(): Customers $customers
	 * @param \Closure(): Uses      $uses
	 * @param \Closure(string): int $forget_address Takes an address out of the mails that go to it; from how many.
	 */
	public function __construct( private readonly \Closure $people, private readonly \Closure $customers, private readonly \Closure $uses, private readonly \Closure $forget_address ) {}

	public function register(): void {
		add_filter( 'wp_privacy_personal_data_exporters', $this->add_exporters( ... ) );
		add_filter( 'wp_privacy_personal_data_erasers', $this->add_eraser( ... ) );
		add_action( 'admin_init', $this->explain( ... ) );
	}

	/**
	 * @param array<string, mixed> $exporters
	 * @return array<string, mixed>
	 */
	private function add_exporters( array $exporters ): array {
		$add = static function ( string $what, string $name, callable $export ) use ( &$exporters ): void {
			$exporters[ self::ID . $what ] = array(
				'exporter_friendly_name' => $name,
				'callback'               => $export,
			);
		};
		$add( '-movements', __( 'Movements of stock', 'woo-inventory-guard' ), $this->movements( ... ) );
		$add( '-counts', __( 'Counts in stocktakes', 'woo-inventory-guard' ), $this->counts( ... ) );
		$add( '-purchases', __( 'Purchases of items with a limit', 'woo-inventory-guard' ), $this->purchases( ... ) );
		return $exporters;
	}

	/**
	 * @param array<string, mixed> $erasers
	 * @return array<string, mixed>
	 */
	private function add_eraser( array $erasers ): array {
		$erasers[ self::ID ] = array(
			'eraser_friendly_name' => __( 'Inventory', 'woo-inventory-guard' ),
			'callback'             => $this->erase( ... ),
		);
		return $erasers;
	}

	/**
	 * @return Exported
	 */
	private function movements( string $email, int $page ): array {
		$user = self::user( $email );
		$rows = 0 === $user ? array() : ( $this->people )()->movements( $user, $page );
		return self::exported( 'movements', __( 'Movements of stock', 'woo-inventory-guard' ), __( 'Change', 'woo-inventory-guard' ), __( 'Reason', 'woo-inventory-guard' ), $rows );
	}

	/**
	 * @return Exported
	 */
	private function counts( string $email, int $page ): array {
		$user = self::user( $email );
		$rows = 0 === $user ? array() : ( $this->people )()->counts( $user, $page );
		return self::exported( 'counts', __( 'Counts in stocktakes', 'woo-inventory-guard' ), __( 'Counted', 'woo-inventory-guard' ), __( 'Stocktake', 'woo-inventory-guard' ), $rows );
	}

	/**
	 * @return Exported
	 */
	private function purchases( string $email, int $page ): array {
		$rows = array_map( static fn( array $row ): array => $row + array( 'reason' => '' ), ( $this->uses )()->of( ( $this->customers )()->of( self::user( $email ), $email ), People::ROWS, ( $page - 1 ) * People::ROWS ) );
		return self::exported( 'purchases', __( 'Purchases of items with a limit', 'woo-inventory-guard' ), __( 'Units', 'woo-inventory-guard' ), '', $rows );
	}

	/**
	 * @return Erased
	 */
	private function erase( string $email, int $page ): array {
		$user     = self::user( $email );
		$removed  = 1 === $page ? ( $this->uses )()->forget( ( $this->customers )()->of( $user, $email ) ) + ( $this->forget_address )( $email ) : 0;
		$portion  = 0 === $user ? array(
			'rows' => 0,
			'done' => true,
		) : ( $this->people )()->forget( $user );
		$named    = $portion['rows'] > 0;
		$messages = $named ? array( __( 'What was done to the stock stays in the inventory’s books, without the name of who did it. Notes stay as they are, and so do backups that were made before.', 'woo-inventory-guard' ) ) : array();
		return array(
			'items_removed'  => $removed > 0 || $named,
			'items_retained' => $named,
			'messages'       => $portion['done'] ? $messages : array(),
			'done'           => $portion['done'],
		);
	}

	/**
	 * A text that the owner can take over into the shop's privacy policy.
	 */
	private function explain(): void {
		wp_add_privacy_policy_content(
			'Woo Inventory Guard',
			wp_kses_post(
				'<p>' . __( 'To keep its books of stock, this shop stores which member of staff changed or counted stock, and when. To keep purchase limits, it stores how many units of such items a customer has bought, under the number of the account and a scrambled form of the e-mail address from which the address cannot be read.', 'woo-inventory-guard' ) . '</p>'
			)
		);
	}

	private static function user( string $email ): int {
		$user = get_user_by( 'email', $email );
		return false === $user ? 0 : $user->ID;
	}

	/**
	 * @param list<array{id: string, at: string, item: string, change: string, reason: string, note: string}> $rows
	 * @return Exported
	 */
	private static function exported( string $group, string $label, string $change, string $reason, array $rows ): array {
		return array(
			'data' => array_map(
				static fn( array $row ): array => array(
					'group_id'    => self::ID . '-' . $group,
					'group_label' => $label,
					'item_id'     => $group . '-' . $row['id'],
					'data'        => array_values(
						array_filter(
							array(
								self::fact( __( 'Time (UTC)', 'woo-inventory-guard' ), (string) Clock::from_sql( $row['at'] )?->format( 'Y-m-d H:i:s' ) ),
								self::fact( __( 'Item', 'woo-inventory-guard' ), $row['item'] ),
								self::fact( $change, (string) Quantity::from_sql( $row['change'] )->json() ),
								self::fact( $reason, $row['reason'] ),
								self::fact( __( 'Note', 'woo-inventory-guard' ), $row['note'] ),
							),
							static fn( array $fact ): bool => '' !== $fact['value']
						)
					),
				),
				$rows
			),
			'done' => count( $rows ) < People::ROWS,
		);
	}

	/**
	 * @return array{name: string, value: string}
	 */
	private static function fact( string $name, string $value ): array {
		return array(
			'name'  => $name,
			'value' => $value,
		);
	}
}
