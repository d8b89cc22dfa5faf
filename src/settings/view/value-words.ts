import { __, _n, sprintf } from '@wordpress/i18n';
import type { Settings } from '../../schema';
import { boot } from '../../shared/app/boot';
import { formatQuantity } from '../../shared/format/quantity';
import type { Name } from '../logic/catalogue';
import { recipientDrafts } from '../logic/recipients';
import { optionsOf } from './options';
import { kindWord } from './words';

const switchWord = ( isOn: boolean ) =>
	isOn
		? __( 'On', 'woo-inventory-guard' )
		: __( 'Off', 'woo-inventory-guard' );

const minutesWord = ( minutes: number ) =>
	sprintf(
		/* translators: %s: number of minutes. */
		_n( '%s minute', '%s minutes', minutes, 'woo-inventory-guard' ),
		minutes.toLocaleString( boot().locale )
	);

/** A payment method that the shop does not have (any more) goes by its id. */
export const methodWord = ( id: string ) =>
	boot().payment_methods.find( ( method ) => method.id === id )?.title ?? id;

/** The value of a setting, as it is read. */
export function valueWord( name: Name, settings: Settings ): string {
	switch ( name ) {
		case 'stock_leaves':
		case 'when_short':
		case 'show_numbers':
		case 'backup_every':
		case 'fold_after': {
			const value: string = settings[ name ];
			return (
				optionsOf( name ).find( ( option ) => option.value === value )
					?.label ?? value
			);
		}
		case 'expiry_cancels':
		case 'answer_early':
		case 'delete_data_on_uninstall':
			return switchWord( settings[ name ] );
		case 'hold_minutes':
		case 'alert_digest_minutes':
			return minutesWord( settings[ name ] );
		case 'backup_keep':
			return settings[ name ].toLocaleString( boot().locale );
		case 'low_stock_threshold':
			return formatQuantity( settings[ name ], boot().locale );
		case 'method_holds':
			return (
				settings[ name ]
					.map(
						( { method, minutes } ) =>
							`${ methodWord( method ) }: ${ minutesWord( minutes ) }`
					)
					.join( '; ' ) || __( 'none', 'woo-inventory-guard' )
			);
		default:
			return recipientsWord( settings[ name ] );
	}
}

const recipientsWord = ( recipients: Settings[ 'alert_recipients' ] ) =>
	recipientDrafts( recipients )
		.map( ( { email, kinds, categories } ) => {
			const only = [
				...kinds.map( kindWord ),
				...categories.split( '\n' ).filter( Boolean ),
			];
			return only.length ? `${ email } (${ only.join( ', ' ) })` : email;
		} )
		.join( '; ' ) || __( 'nobody', 'woo-inventory-guard' );

export const defaultWord = ( name: Name, defaults: Settings ): string =>
	sprintf(
		/* translators: %s: the value that a setting has unless it is changed, such as 60 minutes. */
		__( 'Default: %s.', 'woo-inventory-guard' ),
		valueWord( name, defaults )
	);
