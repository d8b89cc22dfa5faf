import { __ } from '@wordpress/i18n';
import type { Offer } from '../data/api';
import type { Plan } from '../logic/plan';
import { AppliesTo } from './AppliesTo';
import { HowFields, WhoFields } from './MannerFields';
import { Part } from './Part';
import { ScopeFields } from './ScopeFields';

interface Props {
	plan: Plan;
	offer: Offer;
	/** What is wrong, by field. */
	errors: Partial< Record< string, string > >;
	onChange: ( part: Partial< Plan > ) => void;
}

/** What is counted, how and by whom: the same for a stocktake and for a schedule of them. */
export const PlanFields = ( { plan, offer, errors, onChange }: Props ) => (
	<>
		<Part
			title={ __( 'What is counted', 'woo-inventory-guard' ) }
			words={ __(
				'Items that fit all of this. With nothing chosen, everything is counted.',
				'woo-inventory-guard'
			) }
		>
			<ScopeFields
				plan={ plan }
				choices={ offer.choices }
				errors={ errors }
				onChange={ onChange }
			/>
			<AppliesTo plan={ plan } error={ errors.scope } />
		</Part>
		<Part title={ __( 'How', 'woo-inventory-guard' ) }>
			<HowFields plan={ plan } onChange={ onChange } />
		</Part>
		<Part title={ __( 'By whom', 'woo-inventory-guard' ) }>
			<WhoFields
				plan={ plan }
				people={ offer.people }
				error={ errors.counters }
				onChange={ onChange }
			/>
		</Part>
	</>
);
