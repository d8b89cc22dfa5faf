<?php
/**
 * WordPress's own Help, at the top of our screens.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

namespace WooInventoryGuard\Admin;

use WooInventoryGuard\Platform\Access;

/**
 * A tab for each screen of the app, the one that is open first: the app goes from screen to screen without a new page,
 * and then opens the tab itself (src/shared/app/menu.ts). One more on the product screen.
 */
final class HelpTabs {

	/** What the app finds a tab by, before the name of its screen. */
	private const ID = 'wig-help-';

	public function register(): void {
		add_action( 'load-' . Menu::hook(), $this->add( ... ) );
		add_action( 'current_screen', $this->add_to_product( ... ) );
	}

	private function add(): void {
		$screen = get_current_screen();
		if ( null === $screen ) {
			return;
		}
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended, WordPress.Security.ValidatedSanitizedInput -- only compared.
		$open = Menu::section( $_GET['path'] ?? Menu::START );
		foreach ( self::texts() as $path => $tab ) {
			if ( Access::can( $tab['right'] ) ) {
				$screen->add_help_tab(
					array(
						'id'       => self::ID . ltrim( $path, '/' ),
						'title'    => $tab['title'],
						'content'  => self::paragraphs( $tab['text'] ),
						'priority' => $path === $open ? 1 : 10,
					)
				);
			}
		}
		$screen->set_help_sidebar( '<p><strong>' . esc_html__( 'Keyboard', 'woo-inventory-guard' ) . '</strong></p><p>' . esc_html__( 'Press ? on any of these screens to see all shortcuts.', 'woo-inventory-guard' ) . '</p>' );
	}

	private function add_to_product( \WP_Screen $screen ): void {
		if ( 'product' !== $screen->id || ! Access::can( Access::VIEW ) ) {
			return;
		}
		$screen->add_help_tab(
			array(
				'id'      => self::ID . 'product',
				'title'   => __( 'Inventory guard', 'woo-inventory-guard' ),
				'content' => self::paragraphs(
					array(
						__( 'The tab Inventory guard of the product data, and that of each variation, shows what is on hand, what is reserved and for which orders, and what happened to the stock.', 'woo-inventory-guard' ),
						__( 'An adjustment there is saved at once, with its reason. The quantity in the Inventory tab is the same number; when you change it there, it is written down when the product is updated.', 'woo-inventory-guard' ),
					)
				),
			)
		);
	}

	/**
	 * @param list<string> $text Plain sentences.
	 */
	private static function paragraphs( array $text ): string {
		return '<p>' . implode( '</p><p>', array_map( 'esc_html', $text ) ) . '</p>';
	}

	/**
	 * @return array<string, array{title: string, right: string, text: list<string>}> By where in the app the screen is.
	 */
	private static function texts(): array {
		return array(
			Menu::START   => array(
				'title' => __( 'Dashboard', 'woo-inventory-guard' ),
				'right' => Access::VIEW,
				'text'  => array(
					__( 'What needs a person stands first, the most pressing on top, with what can be done about it. Snooze hides an item for a week.', 'woo-inventory-guard' ),
					__( 'Below are figures of the period that is chosen at the top. Each leads to the list that it counts; each chart can be read as a table.', 'woo-inventory-guard' ),
				),
			),
			'/stock'      => array(
				'title' => __( 'Stock', 'woo-inventory-guard' ),
				'right' => Access::VIEW,
				'text'  => array(
					__( 'On hand is what the books say is there. Reserved is promised to orders that are not done yet. Available is what can be sold now: on hand less reserved.', 'woo-inventory-guard' ),
					__( 'Press a number to see why it is so. Press the number on hand to change it, with a reason; every change stays in the history of the item. Press a name to see everything about an item.', 'woo-inventory-guard' ),
					__( '“As a spreadsheet” lets you type into cells, and copy and paste a block from Excel or Google Sheets.', 'woo-inventory-guard' ),
				),
			),
			'/variations' => array(
				'title' => __( 'Variations', 'woo-inventory-guard' ),
				'right' => Access::VIEW,
				'text'  => array(
					__( 'A product with its variations in one table: two attributes along the sides, sums at the edges. Type a number into a cell to set what is on hand; small below it stands what is reserved. A dotted cell is a variation that the product does not have.', 'woo-inventory-guard' ),
				),
			),
			'/bundles'    => array(
				'title' => __( 'Bundles', 'woo-inventory-guard' ),
				'right' => Access::VIEW,
				'text'  => array(
					__( 'A bundle is sold as one, and has no stock of its own: how many can be sold follows from its components. The bottleneck is the component that runs out first.', 'woo-inventory-guard' ),
					__( 'Add components by typing or with a scanner; the same code scanned twice means two in each set.', 'woo-inventory-guard' ),
				),
			),
			'/stocktakes' => array(
				'title' => __( 'Stocktakes', 'woo-inventory-guard' ),
				'right' => Access::ADJUST,
				'text'  => array(
					__( 'A stocktake compares what lies on the shelves with what the books say, while the shop goes on selling: each count is compared with the books of the moment at which it was made.', 'woo-inventory-guard' ),
					__( 'Make one, say what is counted and by whom, and let counting begin. People count on a phone or with a scanner, under Count stock. In review you decide about each difference; only then is the stock changed.', 'woo-inventory-guard' ),
					__( 'Blind means that who counts does not see what should be there, which finds more mistakes. Accuracy is the share of counted items that had no difference.', 'woo-inventory-guard' ),
				),
			),
			'/ledger'     => array(
				'title' => __( 'Ledger', 'woo-inventory-guard' ),
				'right' => Access::VIEW,
				'text'  => array(
					__( 'Every change of the stock, newest first: what changed, by how much, what was there afterwards, why, and who did it. Nothing here is ever changed or taken away; what was wrong is put right by another line.', 'woo-inventory-guard' ),
				),
			),
			'/reports'    => array(
				'title' => __( 'Reports', 'woo-inventory-guard' ),
				'right' => Access::VIEW,
				'text'  => array(
					__( 'Lists of the stock as it is and of what happened to it, each with a sentence on what it counts. They can be downloaded for a spreadsheet.', 'woo-inventory-guard' ),
					__( 'Who may change the settings can have a report sent by mail every day, week or month. Such a mail goes out once, from six in the morning on, by the shop’s clock; one that could not be handed over is not tried again, but said under Send by mail, where it can be sent by hand.', 'woo-inventory-guard' ),
				),
			),
			'/files'      => array(
				'title' => __( 'Import and export', 'woo-inventory-guard' ),
				'right' => Access::VIEW,
				'text'  => array(
					__( 'An import reads a CSV or XLSX file: from this shop, another plugin, a supplier or a spreadsheet. Say what its columns are, and whether its numbers are what is there now, what came or went, or what was counted at a certain time. Empty cells leave what is there.', 'woo-inventory-guard' ),
					__( 'First everything is checked, row by row, and nothing is changed. What was applied can be undone as one act; sales since then stay.', 'woo-inventory-guard' ),
					__( 'A feed is a CSV file that the server reads by itself, from a folder or a web address, as often as you say. Its columns are a choice that was saved here. Rows that are right are applied; what was wrong with the others stands in its report. The same file of differences is not added twice.', 'woo-inventory-guard' ),
				),
			),
			'/labels'     => array(
				'title' => __( 'Labels', 'woo-inventory-guard' ),
				'right' => Access::VIEW,
				'text'  => array(
					__( 'Choose items by typing or with a scanner, and how many labels of each. A barcode that is a right EAN or UPC is drawn as such, another one, or the SKU where there is no barcode, as Code 128; or all of them as QR codes.', 'woo-inventory-guard' ),
					__( 'When printing, choose the size of paper that is named here, no margins, and a scale of 100 %, so that labels come out where they belong.', 'woo-inventory-guard' ),
					__( 'A count sheet lists items by the bin in which they lie, with room to write the number.', 'woo-inventory-guard' ),
				),
			),
			'/restore'    => array(
				'title' => __( 'Restore', 'woo-inventory-guard' ),
				'right' => Access::ADJUST,
				'text'  => array(
					__( 'Brings numbers on hand back to what they were at a day and time: everything, a category, what a search finds, or chosen items. First it shows what would change, the largest change first.', 'woo-inventory-guard' ),
					__( 'Usually what was sold, sent back, delivered or lost since then is kept, and only what was typed, counted, imported or changed in bulk is taken back. Orders are never touched.', 'woo-inventory-guard' ),
					__( 'A restore is one document in the ledger and can be undone as a whole. When many items are emptied at once, the dashboard says so, and you can take just that back.', 'woo-inventory-guard' ),
				),
			),
			'/shortfalls' => array(
				'title' => __( 'Short orders', 'woo-inventory-guard' ),
				'right' => Access::VIEW,
				'text'  => array(
					__( 'Orders that are paid, while units they need are gone. Decide for each: deliver it from what came in, let it wait, or tell the customer and refund.', 'woo-inventory-guard' ),
				),
			),
			'/alerts'     => array(
				'title' => __( 'Alerts', 'woo-inventory-guard' ),
				'right' => Access::VIEW,
				'text'  => array(
					__( 'What happened that somebody should know. An alert is done by itself when its cause is gone; “Done” says that it was seen to.', 'woo-inventory-guard' ),
					__( 'Who gets alerts by email is set in the settings. Webhooks send them to other systems.', 'woo-inventory-guard' ),
				),
			),
			'/rules'      => array(
				'title' => __( 'Rules', 'woo-inventory-guard' ),
				'right' => Access::CONFIGURE,
				'text'  => array(
					__( 'What counts for items that say nothing themselves: when they are low, and whether and how far they may be sold on backorder. The nearest wins: the item, its product, its categories in the order shown here, the shop.', 'woo-inventory-guard' ),
				),
			),
			'/limits'     => array(
				'title' => __( 'Purchase limits', 'woo-inventory-guard' ),
				'right' => Access::CONFIGURE,
				'text'  => array(
					__( 'How much one customer or one order may buy of a product, a variation or a category, over how many days, and in which steps. They hold in the cart, at the checkout and in the API.', 'woo-inventory-guard' ),
				),
			),
			'/backups'    => array(
				'title' => __( 'Backups', 'woo-inventory-guard' ),
				'right' => Access::CONFIGURE,
				'text'  => array(
					__( 'A backup is the whole stock ledger as one file: items, bundles and every movement. It is read back when it is made. Download one now and then and keep it elsewhere.', 'woo-inventory-guard' ),
					__( 'Bring back first checks the file and says what would come back; nothing is written before you say so. Only the history changes no number; Numbers too sets what is on hand to what the backup says, less what was sold since.', 'woo-inventory-guard' ),
					__( 'What is lost looks at all records and says for each finding what mending it would do.', 'woo-inventory-guard' ),
				),
			),
			'/settings'   => array(
				'title' => __( 'Settings', 'woo-inventory-guard' ),
				'right' => Access::CONFIGURE,
				'text'  => array(
					__( 'Each setting says what it does and how it is unless you change it. Reset is done at once and can be undone.', 'woo-inventory-guard' ),
					__( 'Export writes the settings to a file, for a copy or for another shop. It has the addresses of who gets alerts, but no webhooks and no secrets. Import first shows what would change.', 'woo-inventory-guard' ),
				),
			),
			'/start'      => array(
				'title' => __( 'First steps', 'woo-inventory-guard' ),
				'right' => Access::CONFIGURE,
				'text'  => array(
					__( 'What was found in this shop, the start of the guard, and a test of it: buyers who want more than there is of an item that is made for the test and thrown away. No real stock is touched.', 'woo-inventory-guard' ),
				),
			),
		);
	}
}
