<?php
/**
 * Every page.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );
?><!DOCTYPE html>
<html><head><meta charset="utf-8"><?php wp_head(); ?></head>
<body <?php body_class(); ?>><main>
<?php
if ( is_woocommerce() ) {
	woocommerce_content();
} else {
	while ( have_posts() ) {
		the_post();
		the_content();
	}
}
?>
</main><?php wp_footer(); ?></body></html>
