<?php
/**
 * The beginning of every page.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );
?><!DOCTYPE html>
<html><head><meta charset="utf-8"><?php wp_head(); ?></head>
<body <?php body_class(); ?>><main>
