<?php
/**
 * Every page.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

get_header();
while ( have_posts() ) {
	the_post();
	the_content();
}
get_footer();
