<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Pages;

use WooInventoryGuard\Platform\Db;

/**
 * A product page that tells whether pages of this shop are old: preferably of a product that has just sold out.
 */
final class PageProbe {

	public function __construct( private readonly Db $db ) {}

	/**
	 * @return array{url: string, gone: bool}|null Null where nothing is sold.
	 */
	public function page(): ?array {
		$row = $this->db->row(
			"SELECT i.product_id, i.status FROM %i i JOIN %i p ON p.ID = i.product_id
			WHERE i.kind = 'simple' AND i.status IN ( 0, 3 ) AND i.backorders = 'no' AND p.post_status = 'publish' AND p.post_password = '' ORDER BY i.status, i.updated_at DESC LIMIT 1",
			$this->db->table( 'items' ),
			$this->db->wp_table( 'posts' )
		);
		$url = null === $row ? false : get_permalink( (int) $row['product_id'] );
		return null === $row || false === $url ? null : array(
			'url'  => $url,
			'gone' => 0 === (int) $row['status'],
		);
	}
}
