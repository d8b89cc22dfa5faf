import { SelectControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { DateField } from '../../shared/form/DateField';
import { Field } from '../../shared/form/Field';
import { CLASSES } from '../logic/plan';
import { EVERY, type ScheduleDraft } from '../logic/schedule';
import { everyWord } from './words';

interface Props {
	draft: ScheduleDraft;
	errors: Partial< Record< string, string > >;
	onChange: ( part: Partial< ScheduleDraft > ) => void;
}

/** How often and when; portions by class have more to say. */
export const WhenFields = ( { draft, errors, onChange }: Props ) => (
	<>
		<SelectControl
			__next40pxDefaultSize
			__nextHasNoMarginBottom
			label={ __( 'How often', 'woo-inventory-guard' ) }
			value={ draft.every }
			options={ EVERY.map( ( value ) => ( {
				value,
				label: everyWord( value ),
			} ) ) }
			onChange={ ( picked ) =>
				onChange( {
					every:
						EVERY.find( ( known ) => known === picked ) ?? 'month',
				} )
			}
		/>
		<div className={ errors.next_on ? 'is-wrong' : undefined }>
			<DateField
				label={ __( 'Next on', 'woo-inventory-guard' ) }
				value={ draft.next_on }
				required
				onChange={ ( day ) => onChange( { next_on: day } ) }
			/>
			{ errors.next_on && (
				<p className="wig-many-wrong" role="alert">
					{ errors.next_on }
				</p>
			) }
		</div>
		{ draft.every === 'cycle' && (
			<>
				{ CLASSES.map( ( name ) => (
					<Field
						key={ name }
						label={ sprintf(
							/* translators: %s: A, B or C. */
							__(
								'Times a year, class %s',
								'woo-inventory-guard'
							),
							name
						) }
						inputMode="numeric"
						value={ draft.times[ name ] }
						error={ errors.times }
						onChange={ ( times ) =>
							onChange( {
								times: { ...draft.times, [ name ]: times },
							} )
						}
					/>
				) ) }
				<Field
					label={ __(
						'Days from one portion to the next',
						'woo-inventory-guard'
					) }
					inputMode="numeric"
					value={ draft.portion_days }
					error={ errors.portion_days }
					onChange={ ( days ) => onChange( { portion_days: days } ) }
				/>
			</>
		) }
		<Field
			label={ __( 'Days to count in', 'woo-inventory-guard' ) }
			inputMode="numeric"
			value={ draft.days_to_count }
			error={ errors.days_to_count }
			onChange={ ( days ) => onChange( { days_to_count: days } ) }
		/>
	</>
);
