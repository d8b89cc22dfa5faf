<?php
/**
 * The end of every page.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );
?></main><?php wp_footer(); ?></body></html>
