import type { Settings } from '../../schema';
import { toUnits } from '../../shared/format/quantity';

export type Name = keyof Settings;

/** All settings, in the order and the company in which they are shown: one that is new gets its place here. */
export const SECTIONS = {
	orders: [ 'stock_leaves', 'when_short', 'expiry_cancels' ],
	holds: [ 'hold_minutes', 'method_holds' ],
	shoppers: [ 'show_numbers', 'answer_early' ],
	records: [
		'low_stock_threshold',
		'fold_after',
		'delete_data_on_uninstall',
	],
	alerts: [ 'alert_digest_minutes', 'alert_recipients' ],
	backups: [ 'backup_every', 'backup_keep' ],
} as const satisfies Record< string, readonly Name[] >;

export type SectionId = keyof typeof SECTIONS;

export const SECTION_IDS: readonly SectionId[] = [
	'orders',
	'holds',
	'shoppers',
	'records',
	'alerts',
	'backups',
];

export const NAMES: readonly Name[] = SECTION_IDS.flatMap( ( id ) => [
	...SECTIONS[ id ],
] );

/** Settings whose value is one of a few words. */
export const CHOICES = [
	'stock_leaves',
	'when_short',
	'show_numbers',
	'backup_every',
	'fold_after',
] as const;
export type ChoiceName = ( typeof CHOICES )[ number ];

/** Settings that are switched on or off. */
export const SWITCHES = [
	'expiry_cancels',
	'answer_early',
	'delete_data_on_uninstall',
] as const;
export type SwitchName = ( typeof SWITCHES )[ number ];

/** Settings that are one typed number. */
export const NUMBERS = [
	'hold_minutes',
	'low_stock_threshold',
	'alert_digest_minutes',
	'backup_keep',
] as const;
export type NumberName = ( typeof NUMBERS )[ number ];

/** Which settings are not the same in both; the order of payment methods means nothing. */
export const differing = ( one: Settings, other: Settings ): Name[] =>
	NAMES.filter(
		( name ) => comparable( one, name ) !== comparable( other, name )
	);

function comparable( settings: Settings, name: Name ): string {
	switch ( name ) {
		case 'low_stock_threshold':
			return toUnits( settings[ name ] ).toString();
		case 'method_holds':
			return settings[ name ]
				.map( ( { method, minutes } ) => `${ method }:${ minutes }` )
				.sort()
				.join();
		default:
			return JSON.stringify( settings[ name ] );
	}
}

/** Whether every word that is searched for stands somewhere in what is said of a setting. */
export function isFound( search: string, texts: readonly string[] ): boolean {
	const plain = ( text: string ) =>
		text.normalize( 'NFKC' ).toLocaleLowerCase();
	const said = plain( texts.join( ' ' ) );
	return plain( search )
		.split( /\s+/ )
		.every( ( word ) => said.includes( word ) );
}
