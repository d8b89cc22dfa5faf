import { RadioControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { Limit } from '../../schema';
import { boot } from '../../shared/app/boot';
import { Picker } from '../../shared/form/Picker';
import type { Choice } from '../../shared/form/use-choices';
import { FIND } from '../data/api';
import { scopeWord } from './words';

interface Props {
	scope: Limit[ 'scope' ];
	choice: Choice | null;
	error?: string;
	onScope: ( scope: Limit[ 'scope' ] ) => void;
	onPick: ( choice: Choice | null ) => void;
}

/** What is limited: an item (all variations of a product together), or a category with those below it. */
export const Target = ( { scope, choice, error, onScope, onPick }: Props ) => (
	<>
		{ boot().woocommerce && (
			<RadioControl
				className="wig-choice is-wide"
				label={ __( 'Limit', 'woo-inventory-guard' ) }
				selected={ scope }
				options={ [
					{
						value: 'item',
						label: scopeWord( 'item' ),
						description: __(
							'All variations of a product count together.',
							'woo-inventory-guard'
						),
					},
					{
						value: 'category',
						label: scopeWord( 'category' ),
						description: __(
							'Everything in it and below it counts together.',
							'woo-inventory-guard'
						),
					},
				] }
				onChange={ ( value ) =>
					onScope( value === 'category' ? 'category' : 'item' )
				}
			/>
		) }
		<Picker
			label={ scopeWord( scope ) }
			find={ FIND[ scope ] }
			choice={ choice }
			error={ error }
			onPick={ onPick }
		/>
	</>
);
