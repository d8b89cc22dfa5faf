import {
	CheckboxControl,
	RadioControl,
	SelectControl,
} from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { StocktakePerson } from '../../schema';
import { SHARES, without, withOne, type Plan } from '../logic/plan';
import { shareWord } from './words';

interface Props {
	plan: Plan;
	onChange: ( part: Partial< Plan > ) => void;
}

/** Whether counters see what is expected, and where goods of orders in packing lie. */
export const HowFields = ( { plan, onChange }: Props ) => (
	<>
		<RadioControl
			className="wig-choice is-wide"
			label={ __( 'Expected numbers', 'woo-inventory-guard' ) }
			selected={ plan.blind ? 'blind' : 'shown' }
			options={ [
				{
					value: 'blind',
					label: __( 'Blind', 'woo-inventory-guard' ),
					description: __(
						'Who counts does not see what should be there. Finds more mistakes.',
						'woo-inventory-guard'
					),
				},
				{
					value: 'shown',
					label: __( 'Shown', 'woo-inventory-guard' ),
					description: __(
						'Who counts sees what should be there. Faster.',
						'woo-inventory-guard'
					),
				},
			] }
			onChange={ ( value ) => onChange( { blind: value === 'blind' } ) }
		/>
		<RadioControl
			className="wig-choice is-wide"
			label={ __(
				'Goods of orders that are paid for and not handed over yet',
				'woo-inventory-guard'
			) }
			selected={ plan.packing }
			options={ [
				{
					value: 'shelf',
					label: __(
						'They lie on the shelf and are counted',
						'woo-inventory-guard'
					),
				},
				{
					value: 'aside',
					label: __(
						'They are set aside and are not counted',
						'woo-inventory-guard'
					),
				},
			] }
			onChange={ ( value ) =>
				onChange( { packing: value === 'aside' ? 'aside' : 'shelf' } )
			}
		/>
	</>
);

interface WhoProps {
	plan: Pick< Plan, 'counters' | 'share' >;
	people: readonly StocktakePerson[];
	error?: string;
	onChange: ( part: Partial< Pick< Plan, 'counters' | 'share' > > ) => void;
}

/** Who counts, and how the items are shared out among them. */
export const WhoFields = ( { plan, people, error, onChange }: WhoProps ) => (
	<>
		<fieldset className="wig-many is-wide">
			<legend>{ __( 'Who counts', 'woo-inventory-guard' ) }</legend>
			{ error && <p className="wig-many-wrong">{ error }</p> }
			<p className="wig-quiet">
				{ __(
					'Nobody chosen: everybody who manages stock.',
					'woo-inventory-guard'
				) }
			</p>
			{ people
				.filter( ( { may_count: may } ) => may )
				.map( ( { user_id: id, name, may_review: reviews } ) => (
					<CheckboxControl
						key={ id }
						__nextHasNoMarginBottom
						label={
							reviews
								? name
								: sprintf(
										/* translators: %s: name of a person. */
										__(
											'%s (only counts)',
											'woo-inventory-guard'
										),
										name
									)
						}
						checked={ plan.counters.includes( id ) }
						onChange={ ( isIn ) =>
							onChange( {
								counters: isIn
									? withOne( plan.counters, id )
									: without( plan.counters, id ),
							} )
						}
					/>
				) ) }
		</fieldset>
		{ plan.counters.length > 1 && (
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				className="is-wide"
				label={ __( 'Share the items out', 'woo-inventory-guard' ) }
				value={ plan.share }
				options={ SHARES.map( ( value ) => ( {
					value,
					label: shareWord( value ),
				} ) ) }
				onChange={ ( picked ) =>
					onChange( {
						share:
							SHARES.find( ( known ) => known === picked ) ??
							'none',
					} )
				}
			/>
		) }
	</>
);
