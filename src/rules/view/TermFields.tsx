import { SelectControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { Field } from '../../shared/form/Field';
import { POLICIES, type Draft } from '../logic/draft';
import { policyWord } from './words';

interface Props {
	draft: Draft;
	errors: Partial< Record< string, string > >;
	/** Said of an empty field: what counts instead. */
	emptyWords: Partial< Record< keyof Draft, string > >;
	hasThreshold: boolean;
	/** A bundle has no backorders of its own. */
	hasBackorders: boolean;
	onChange: ( change: Partial< Draft > ) => void;
}

/** What a rule or an item says: each field may be left empty. */
export function TermFields( props: Props ) {
	const { draft, errors, emptyWords, onChange } = props;
	return (
		<>
			{ props.hasThreshold && (
				<Field
					label={ __( 'Low at', 'woo-inventory-guard' ) }
					inputMode="decimal"
					value={ draft.low_stock_threshold }
					error={ errors.low_stock_threshold }
					help={ emptyWords.low_stock_threshold }
					onChange={ ( value ) =>
						onChange( { low_stock_threshold: value } )
					}
				/>
			) }
			{ props.hasBackorders && (
				<>
					<SelectControl
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						className={ `wig-field ${ errors.backorders ? 'is-wrong' : '' }` }
						label={ __( 'Backorders', 'woo-inventory-guard' ) }
						value={ draft.backorders }
						help={ errors.backorders ?? emptyWords.backorders }
						options={ [
							{
								value: '',
								label: __(
									'Not said here',
									'woo-inventory-guard'
								),
							},
							...POLICIES.map( ( value ) => ( {
								value,
								label: policyWord( value ),
							} ) ),
						] }
						onChange={ ( value ) =>
							onChange( {
								backorders:
									POLICIES.find(
										( policy ) => policy === value
									) ?? '',
							} )
						}
					/>
					<Field
						label={ __(
							'Backorders up to',
							'woo-inventory-guard'
						) }
						inputMode="decimal"
						value={ draft.backorder_limit }
						error={ errors.backorder_limit }
						help={ emptyWords.backorder_limit }
						onChange={ ( value ) =>
							onChange( { backorder_limit: value } )
						}
					/>
					<Field
						label={ __(
							'What shoppers are told of a backorder',
							'woo-inventory-guard'
						) }
						value={ draft.backorder_text }
						error={ errors.backorder_text }
						help={
							emptyWords.backorder_text ??
							__(
								'Such as “Ships in 10 days”.',
								'woo-inventory-guard'
							)
						}
						maxLength={ 200 }
						onChange={ ( value ) =>
							onChange( { backorder_text: value } )
						}
					/>
				</>
			) }
		</>
	);
}
