import { __, _n, sprintf } from '@wordpress/i18n';
import type { Backup, Repair } from '../../schema';
import { boot } from '../../shared/app/boot';
import { shopTime } from '../../shared/format/time';
import { number } from '../../shared/format/words';
import { sizeOf } from '../logic/work';

export function sizeWord( bytes: number ): string {
	const { value, unit } = sizeOf( bytes );
	return value.toLocaleString( boot().locale, {
		style: 'unit',
		unit,
		unitDisplay: 'short',
		maximumFractionDigits: 1,
	} );
}

export function nameOf( { created_at: made }: Backup ): string {
	const { day, time } = shopTime( made, boot().locale, boot().timezone );
	return `${ day }, ${ time }`;
}

export const originWord = ( origin: Backup[ 'origin' ] ): string =>
	( {
		made: __( 'Made by hand', 'woo-inventory-guard' ),
		scheduled: __( 'Made by itself', 'woo-inventory-guard' ),
		uploaded: __( 'From a file', 'woo-inventory-guard' ),
		found: __( 'Found in the folder', 'woo-inventory-guard' ),
	} )[ origin ];

export const stateWord = ( state: Backup[ 'state' ] ): string =>
	( {
		making: __( 'Being made', 'woo-inventory-guard' ),
		uploading: __( 'Being sent', 'woo-inventory-guard' ),
		checking: __( 'Being read back', 'woo-inventory-guard' ),
		ready: __( 'Checked', 'woo-inventory-guard' ),
		broken: __( 'Damaged', 'woo-inventory-guard' ),
	} )[ state ];

type Act = Repair[ 'findings' ][ number ][ 'act' ];

/** What is lost. */
export function lostWord( act: Act, count: number ): string {
	const many = number( count );
	switch ( act ) {
		case 'tables':
			return sprintf(
				/* translators: %s: a number. */
				_n(
					'%s table of the plugin is gone from the database.',
					'%s tables of the plugin are gone from the database.',
					count,
					'woo-inventory-guard'
				),
				many
			);
		case 'records':
			return sprintf(
				/* translators: %s: a number. */
				_n(
					'%s stock record does not agree with its ledger.',
					'%s stock records do not agree with their ledger.',
					count,
					'woo-inventory-guard'
				),
				many
			);
		case 'shop':
			return sprintf(
				/* translators: %s: a number. */
				_n(
					'WooCommerce has lost the number of %s product.',
					'WooCommerce has lost the numbers of %s products.',
					count,
					'woo-inventory-guard'
				),
				many
			);
		case 'estimates':
			return sprintf(
				/* translators: %s: a number. */
				_n(
					'Of %s item nobody knows the number; an old order remembers one.',
					'Of %s items nobody knows the number; old orders remember one.',
					count,
					'woo-inventory-guard'
				),
				many
			);
	}
}

/** What mending it would do. */
export const mendWord = ( act: Exclude< Act, 'estimates' > ): string =>
	( {
		tables: __(
			'They are made again, and stock is taken over from WooCommerce. The history comes back only from a backup: bring one back afterwards.',
			'woo-inventory-guard'
		),
		records: __(
			'What is on hand stays. Where lines are missing, the ledger gets a line that says how many and by how much the stock changed there.',
			'woo-inventory-guard'
		),
		shop: __(
			'The numbers of the books, sales of the time between included, are written there again.',
			'woo-inventory-guard'
		),
	} )[ act ];

export const mendButton = ( act: Exclude< Act, 'estimates' > ): string =>
	( {
		tables: __( 'Make the tables again', 'woo-inventory-guard' ),
		records: __( 'Make the records agree', 'woo-inventory-guard' ),
		shop: __( 'Write them again', 'woo-inventory-guard' ),
	} )[ act ];
