import { Button, SelectControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { Finder, reasonWord } from '../../items';
import { useAsked } from '../../shared/app/use-asked';
import { useTyped } from '../../shared/app/use-typed';
import { todayInShop } from '../../shared/format/words';
import { DateField } from '../../shared/form/DateField';
import { Field } from '../../shared/form/Field';
import { personWord } from '../../shared/format/person';
import { fetchChoices } from '../data/api';
import { isNarrowed, NOTHING_NARROWED, type View } from '../logic/view';

interface Props {
	view: View;
	onChange: (
		part: Partial< View >,
		options?: { replace?: boolean }
	) => void;
}

/** What the list is narrowed by; each is a part of the address. */
export function Filters( { view, onChange }: Props ) {
	const { answer } = useAsked( fetchChoices );
	const [ number, setNumber ] = useTyped( view.number, ( words, options ) =>
		onChange( { number: words }, options )
	);
	const places = answer?.locations ?? [];
	return (
		<div className="wig-ledger-filters" role="search">
			{ view.item === null && (
				<Finder
					label={ __( 'Item', 'woo-inventory-guard' ) }
					accepts={ () => true }
					onPick={ ( { id } ) => onChange( { item: id } ) }
				/>
			) }
			<Select
				label={ __( 'Reason', 'woo-inventory-guard' ) }
				any={ __( 'Any reason', 'woo-inventory-guard' ) }
				value={ view.reason }
				options={ withChosen(
					( answer?.reasons ?? [] ).map( ( slug ) => ( {
						value: slug,
						label: reasonWord( slug ),
					} ) ),
					view.reason,
					reasonWord
				) }
				onChange={ ( reason ) => onChange( { reason } ) }
			/>
			<Select
				label={ __( 'Person', 'woo-inventory-guard' ) }
				any={ __( 'Anybody', 'woo-inventory-guard' ) }
				value={ view.person === null ? null : String( view.person ) }
				options={ withChosen(
					( answer?.people ?? [] ).map( ( { id, name } ) => ( {
						value: String( id ),
						label: personWord( id, name ),
					} ) ),
					view.person === null ? null : String( view.person ),
					( id ) => personWord( Number( id ), '' )
				) }
				onChange={ ( person ) =>
					onChange( {
						person: person === null ? null : Number( person ),
					} )
				}
			/>
			{ ( places.length > 1 || view.location !== null ) && (
				<Select
					label={ __( 'Place', 'woo-inventory-guard' ) }
					any={ __( 'Any place', 'woo-inventory-guard' ) }
					value={
						view.location === null ? null : String( view.location )
					}
					options={ withChosen(
						places.map( ( { id, name } ) => ( {
							value: String( id ),
							label: name,
						} ) ),
						view.location === null ? null : String( view.location ),
						( id ) => id
					) }
					onChange={ ( location ) =>
						onChange( {
							location:
								location === null ? null : Number( location ),
						} )
					}
				/>
			) }
			<Field
				label={ __(
					'Order or document number',
					'woo-inventory-guard'
				) }
				value={ number }
				maxLength={ 64 }
				onChange={ setNumber }
			/>
			<DateField
				max={ todayInShop() }
				label={ __( 'From', 'woo-inventory-guard' ) }
				value={ view.from }
				onChange={ ( from ) => onChange( { from } ) }
			/>
			<DateField
				max={ todayInShop() }
				label={ __( 'To', 'woo-inventory-guard' ) }
				value={ view.to }
				onChange={ ( to ) => onChange( { to } ) }
			/>
			{ isNarrowed( view ) && (
				<Button
					__next40pxDefaultSize
					variant="tertiary"
					onClick={ () => onChange( NOTHING_NARROWED ) }
				>
					{ __( 'Show all', 'woo-inventory-guard' ) }
				</Button>
			) }
		</div>
	);
}

interface Option {
	value: string;
	label: string;
}

/** What an address names is chosen, also before or without the list of what there is. */
const withChosen = (
	options: Option[],
	chosen: string | null,
	word: ( value: string ) => string
): Option[] =>
	chosen === null || options.some( ( { value } ) => value === chosen )
		? options
		: [ ...options, { value: chosen, label: word( chosen ) } ];

interface SelectProps {
	label: string;
	any: string;
	value: string | null;
	options: Option[];
	onChange: ( value: string | null ) => void;
}

const Select = ( { label, any, value, options, onChange }: SelectProps ) => (
	<SelectControl
		__next40pxDefaultSize
		__nextHasNoMarginBottom
		label={ label }
		value={ value ?? '' }
		options={ [ { value: '', label: any }, ...options ] }
		onChange={ ( chosen ) => onChange( chosen === '' ? null : chosen ) }
	/>
);
