import { __, sprintf } from '@wordpress/i18n';
import { boot } from '../../shared/app/boot';
import type { KeptItem } from '../data/db';
import type { Replica } from '../data/replica';

/** Items of the list that are this person's, or anybody's. */
export const theirs = (
	{ listed, counter_id: by }: KeptItem,
	me: number
): boolean => listed && ( by === 0 || by === me );

/** How far it is, as this device knows it: also what is not sent yet counts. */
export function progressOf( replica: Replica, me: number ): string {
	let all = 0;
	let counted = 0;
	for ( const item of replica.items.values() ) {
		if ( theirs( item, me ) ) {
			all++;
			counted += replica.isCounted( item ) ? 1 : 0;
		}
	}
	return sprintf(
		/* translators: 1: items that are counted, 2: items in all. */
		__( '%1$s of %2$s', 'woo-inventory-guard' ),
		counted.toLocaleString( boot().locale ),
		all.toLocaleString( boot().locale )
	);
}
