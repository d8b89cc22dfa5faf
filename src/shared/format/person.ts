import { __, sprintf } from '@wordpress/i18n';
import { boot } from '../app/boot';

/** Who moved something: people who are gone have no name any more. */
export function personWord( id: number, name: string ): string {
	if ( name ) {
		return name;
	}
	if ( id === Number.MAX_SAFE_INTEGER ) {
		return __( 'somebody whose name was erased', 'woo-inventory-guard' );
	}
	return id === 0
		? __( 'the shop itself', 'woo-inventory-guard' )
		: sprintf(
				/* translators: %s: number of a user who was deleted. */
				__( 'somebody who is gone (%s)', 'woo-inventory-guard' ),
				id.toLocaleString( boot().locale )
			);
}
