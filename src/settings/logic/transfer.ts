// The file by which PHP judges what is sent: a setting that is new there can be imported without a line here.
import request from '../../../includes/Rest/Schema/settings-request.json';
import type { Settings, SettingsRequest } from '../../schema';
import { isRecord } from '../../shared/format/record';
import { differing, type Name } from './catalogue';
import { objectFaults, type Fault, type Shape } from './shape';

const FORMAT = 'woo-inventory-guard/settings';

/** Goes up when a file of today could be misread by an older plugin. */
const VERSION = 1;

/** No file of ours comes near this; a film that was picked by mistake does. */
export const MOST_BYTES = 1_000_000;

const SHAPE: Shape = request;

const PARTS = [ 'format', 'version', 'exported_at', 'settings' ];

/** What is written to the file. Webhooks with their secrets are no settings, and so are never in it. */
export const copyOf = ( settings: Settings, now: Date ): string =>
	`${ JSON.stringify(
		{
			format: FORMAT,
			version: VERSION,
			exported_at: now.toISOString(),
			settings,
		},
		null,
		'\t'
	) }\n`;

export const fileNameOf = ( now: Date ): string =>
	`inventory-settings-${ now.toISOString().slice( 0, 10 ) }.json`;

export type Refused = 'no-json' | 'not-ours' | 'newer' | 'nothing';

/** What a file would do. Where anything is wrong with it, it does nothing at all. */
export type Read =
	| { refused: Refused }
	| { faults: Fault[] }
	| { changes: SettingsRequest; names: Name[]; next: Settings };

/** A file that was chosen, and what is in it. */
export interface Picked {
	name: string;
	read: Read | { refused: 'too-large' };
}

export function readCopy( text: string, kept: Settings ): Read {
	const copy = parsed( text );
	if ( copy === undefined ) {
		return { refused: 'no-json' };
	}
	if ( ! isRecord( copy ) || copy.format !== FORMAT ) {
		return { refused: 'not-ours' };
	}
	const { version, settings } = copy;
	if ( typeof version !== 'number' || version > VERSION ) {
		return { refused: 'newer' };
	}
	if ( ! isRecord( settings ) || Object.keys( settings ).length === 0 ) {
		return { refused: 'nothing' };
	}
	const faults = [
		...Object.keys( copy )
			.filter( ( part ) => ! PARTS.includes( part ) )
			.map( ( field ): Fault => ( {
				field,
				why: { kind: 'unknown' },
			} ) ),
		...objectFaults( settings, SHAPE ),
	];
	if ( faults.length || ! isRequest( settings ) ) {
		return { faults };
	}
	const next = over( kept, settings );
	const names = differing( kept, next );
	return { changes: requestOf( next, names ), names, next };
}

/** Some of the settings, ready to be sent. */
export const requestOf = (
	settings: Settings,
	names: readonly Name[]
): SettingsRequest =>
	Object.fromEntries( names.map( ( name ) => [ name, settings[ name ] ] ) );

const isRequest = (
	values: Record< string, unknown >
): values is Record< string, unknown > & SettingsRequest =>
	objectFaults( values, SHAPE ).length === 0;

/** The settings as they would be: what a recipient may leave out means all. */
const over = ( kept: Settings, sent: SettingsRequest ): Settings => ( {
	...kept,
	...sent,
	method_holds: sent.method_holds ?? kept.method_holds,
	alert_recipients:
		sent.alert_recipients?.map(
			( { email, kinds = [], categories = [] } ) => ( {
				email,
				kinds: [ ...kinds ],
				categories: [ ...categories ],
			} )
		) ?? kept.alert_recipients,
} );

/** Undefined for what is no JSON: no JSON text means that. */
function parsed( text: string ): unknown {
	try {
		return JSON.parse( text );
	} catch {
		return undefined;
	}
}
