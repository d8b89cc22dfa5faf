import { __ } from '@wordpress/i18n';
import type { Value } from '../logic/pivot';

/** A value as a person reads it; the empty one is any, or, of a single column, the number itself. */
export function valueWord( value: Value, single = false ): string {
	if ( value.value !== '' ) {
		return value.name;
	}
	return single
		? __( 'On hand', 'woo-inventory-guard' )
		: __( 'Any', 'woo-inventory-guard' );
}
