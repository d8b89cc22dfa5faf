<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Backup;

/**
 * A file is no backup, or not the one that was made. Its message is a sentence for the shop's owner.
 */
final class BrokenFile extends \RuntimeException {

	public static function not_ours(): self {
		return new self( __( 'This file is not a backup of Woo Inventory Guard, or its end is missing. Nothing was written. Choose a file that ends in .jsonl.gz and was downloaded from the Backups screen.', 'woo-inventory-guard' ) );
	}

	public static function changed(): self {
		return new self( __( 'This backup was changed or damaged after it was made: its checksum is not right. Nothing was written from it. Use another backup, or download this one again.', 'woo-inventory-guard' ) );
	}

	public static function unreadable( string $where ): self {
		/* translators: %s: a place in a file, such as "section 12, line 4" */
		return new self( sprintf( __( 'This backup holds something that does not belong there (%s). Nothing was written from that place on. Use another backup.', 'woo-inventory-guard' ), $where ) );
	}

	public static function gone(): self {
		return new self( __( 'The file of this backup is not there any more, or cannot be read. Look at the folder of uploads, or use another backup.', 'woo-inventory-guard' ) );
	}

	public static function not_written(): self {
		return new self( __( 'The backup could not be written. Look whether the disk is full and whether WordPress may write into the folder of uploads.', 'woo-inventory-guard' ) );
	}
}
