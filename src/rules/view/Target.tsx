import { RadioControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { boot } from '../../shared/app/boot';
import { Picker } from '../../shared/form/Picker';
import type { Choice } from '../../shared/form/use-choices';
import { FIND } from '../data/api';
import type { Scope } from '../logic/draft';
import { scopeWord } from './words';

interface Props {
	scope: Scope;
	choice: Choice | null;
	error?: string;
	onScope: ( scope: Scope ) => void;
	onPick: ( choice: Choice | null ) => void;
}

/** What a rule is for. Without WooCommerce there is only the shop as a whole. */
export function Target( { scope, choice, error, onScope, onPick }: Props ) {
	const scopes: Scope[] = [ 'category', 'product', 'shop' ];
	return (
		<>
			{ boot().woocommerce && (
				<RadioControl
					className="wig-choice is-wide"
					label={ __( 'Rule for', 'woo-inventory-guard' ) }
					selected={ scope }
					options={ scopes.map( ( value ) => ( {
						value,
						label: scopeWord( value ),
					} ) ) }
					onChange={ ( value ) =>
						onScope(
							scopes.find( ( known ) => known === value ) ??
								'shop'
						)
					}
				/>
			) }
			{ scope !== 'shop' && (
				<Picker
					label={ scopeWord( scope ) }
					find={ FIND[ scope ] }
					choice={ choice }
					error={ error }
					onPick={ onPick }
				/>
			) }
		</>
	);
}
