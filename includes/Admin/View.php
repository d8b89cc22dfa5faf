<?php
/**
 * How a user has laid out the list.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

namespace WooInventoryGuard\Admin;

/**
 * Hidden columns, rows a page, density and the columns of the spreadsheet, kept with the user. The app writes it through WordPress's own
 * /wp/v2/users/me, so there is no route of ours for it. What is looked at (page, search, filter) is in the address.
 */
final class View {

	public const META = 'woo_inventory_guard_view';

	private const SCHEMA = array(
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => array(
			'hidden'   => array(
				'type'     => 'array',
				'maxItems' => 20,
				'items'    => array(
					'type'      => 'string',
					'maxLength' => 40,
				),
			),
			'list'     => array(
				'type'     => 'array',
				'maxItems' => 30,
				'items'    => array(
					'type'      => 'string',
					'maxLength' => 40,
				),
			),
			'pinned'   => array(
				'type'    => 'integer',
				'minimum' => 1,
				'maximum' => 5,
			),
			'per_page' => array(
				'type'    => 'integer',
				'minimum' => 1,
				'maximum' => 100,
			),
			'density'  => array(
				'type' => 'string',
				'enum' => array( 'comfortable', 'compact' ),
			),
			'sheet'    => array(
				'type'     => 'array',
				'maxItems' => 30,
				'items'    => array(
					'type'      => 'string',
					'maxLength' => 40,
				),
			),
		),
	);

	public function register(): void {
		add_action( 'init', $this->declare_meta( ... ) );
	}

	/**
	 * The current user's layout; empty where nothing was chosen.
	 *
	 * @return array<string, mixed>
	 */
	public function current(): array {
		$kept = get_user_meta( get_current_user_id(), self::META, true );
		// What lies in the database may have been written by anybody: it must still be what the schema says.
		return is_array( $kept ) && true === rest_validate_value_from_schema( $kept, self::SCHEMA ) ? $kept : array();
	}

	private function declare_meta(): void {
		register_meta(
			'user',
			self::META,
			array(
				'type'          => 'object',
				'description'   => 'Layout of the inventory list.',
				'single'        => true,
				'default'       => array(),
				'show_in_rest'  => array(
					'schema'           => self::SCHEMA,
					'prepare_callback' => static fn ( mixed $value ): mixed => array() === $value ? new \stdClass() : $value,
				),
				// Everybody lays out their own list, nobody another's.
				'auth_callback' => static fn ( bool $allowed, string $key, int $user_id ): bool => get_current_user_id() === $user_id,
			)
		);
	}
}
