import { __ } from '@wordpress/i18n';
import type { Encoding } from '../logic/encoding';

/** What an encoding is called, whether it is read here or by the server. */
export const encodingWord = ( encoding: Encoding ): string =>
	( {
		'utf-8': __( 'Unicode (UTF-8)', 'woo-inventory-guard' ),
		'utf-16le': __( 'Unicode (UTF-16)', 'woo-inventory-guard' ),
		'utf-16be': __( 'Unicode (UTF-16, old Macs)', 'woo-inventory-guard' ),
		gb18030: __( 'Simplified Chinese (GB18030)', 'woo-inventory-guard' ),
		big5: __( 'Traditional Chinese (Big5)', 'woo-inventory-guard' ),
		'windows-1252': __(
			'Western European (Windows)',
			'woo-inventory-guard'
		),
	} )[ encoding ];
