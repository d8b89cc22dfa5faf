import type { Settings } from '../../schema';
import { boot } from '../../shared/app/boot';
import {
	CHOICES,
	isFound,
	SECTION_IDS,
	SECTIONS,
	type Name,
} from '../logic/catalogue';
import { KINDS } from '../logic/recipients';
import { optionsOf } from './options';
import { helpOf, kindWord, labelOf, sectionWord } from './words';

/** Settings of which somebody speaks in these words: by their name, what they do, and what can be chosen. */
export const found = ( search: string, kept: Settings ): Name[] =>
	SECTION_IDS.flatMap( ( id ) =>
		SECTIONS[ id ].filter(
			( name ) =>
				isThere( name, kept ) &&
				isFound( search, [
					sectionWord( id ),
					labelOf( name ),
					helpOf( name ),
					...within( name ),
				] )
		)
	);

/** Where nothing is paid, there is nothing to say about payments. */
const isThere = ( name: Name, kept: Settings ): boolean =>
	name !== 'method_holds' ||
	boot().payment_methods.length + kept.method_holds.length > 0;

function within( name: Name ): string[] {
	const choice = CHOICES.find( ( known ) => known === name );
	if ( choice ) {
		return optionsOf( choice ).flatMap( ( { label, description = '' } ) => [
			label,
			description,
		] );
	}
	return {
		method_holds: boot().payment_methods.map( ( { title } ) => title ),
		alert_recipients: KINDS.map( kindWord ),
		none: [],
	}[ name === 'method_holds' || name === 'alert_recipients' ? name : 'none' ];
}
