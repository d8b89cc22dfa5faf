<?php
/**
 * Which names a room may speak (DESIGN.md section 2), checked inside PHPStan.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Architecture;

use PhpParser\Node;
use PHPStan\Analyser\Scope;
use PHPStan\Rules\IdentifierRuleError;
use PHPStan\Rules\Rule;
use PHPStan\Rules\RuleErrorBuilder;

/**
 * What phpat cannot see, because functions and global variables are no classes: WooCommerce is named in Shop only, $wpdb
 * in Platform (handed to it by Plugin) and in Early (where Platform is not loaded), and Stock names neither WordPress's classes nor its translations.
 *
 * @implements Rule<Node>
 */
final class WordsRule implements Rule {

	private const WOOCOMMERCE = '/^(wc_|WC_|WC$|WooCommerce$|Automattic\\\\WooCommerce\\\\|woocommerce_)/';

	private const TRANSLATIONS = '/^(__|_e|_n|_x|_nx|_ex|esc_html__|esc_html_e|esc_html_x|esc_attr__|esc_attr_e|esc_attr_x|translate|load_plugin_textdomain)$/';

	private const WORDPRESS = '/^(WP_|wp_|WP$|get_option$|update_option$|current_user_can$|get_current_user_id$)/';

	public function getNodeType(): string {
		return Node::class;
	}

	/**
	 * @return list<IdentifierRuleError>
	 */
	public function processNode( Node $node, Scope $scope ): array {
		if ( 1 !== preg_match( '#/includes/(?:(\w+)/)?[\w/]+\.php$#', $scope->getFile(), $found ) ) {
			return array();
		}
		$room = $found[1] ?? '';
		if ( $node instanceof Node\Name ) {
			return self::name( $node->toString(), $room, $node->getStartLine() );
		}
		if ( $node instanceof Node\Expr\Variable && 'wpdb' === $node->name && ! in_array( $room, array( 'Platform', 'Early', '' ), true ) ) {
			return array( self::error( 'Only Platform\Db and what runs before it touch $wpdb.', $node->getStartLine() ) );
		}
		return array();
	}

	/**
	 * @return list<IdentifierRuleError>
	 */
	private static function name( string $name, string $room, int $line ): array {
		if ( 'Shop' !== $room && 1 === preg_match( self::WOOCOMMERCE, $name ) ) {
			return array( self::error( "Only the room Shop names WooCommerce, not {$name}.", $line ) );
		}
		if ( 'Stock' === $room && ( 1 === preg_match( self::TRANSLATIONS, $name ) || 1 === preg_match( self::WORDPRESS, $name ) ) ) {
			return array( self::error( "The engine names nothing of WordPress, not {$name}.", $line ) );
		}
		return array();
	}

	private static function error( string $message, int $line ): IdentifierRuleError {
		return RuleErrorBuilder::message( $message )->identifier( 'wig.rooms' )->line( $line )->build();
	}
}
