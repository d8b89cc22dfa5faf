import { SelectControl } from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { daysUpTo, isRange, lengthOf, OFFERED, type Range } from './range';
import { number, todayInShop } from '../format/words';

interface Props {
	range: Range;
	onChange: ( range: Range ) => void;
}

/** Which days the figures and charts are about. */
export function RangePicker( { range, onChange }: Props ) {
	const custom = 'from' in range;
	const choose = ( value: string ) =>
		onChange(
			value === 'custom'
				? daysUpTo( todayInShop(), lengthOf( range ) )
				: { days: Number( value ) }
		);
	return (
		<div className="wig-range">
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				hideLabelFromVision
				label={ __( 'Period', 'woo-inventory-guard' ) }
				value={ custom ? 'custom' : String( range.days ) }
				options={ [
					...OFFERED.map( ( days ) => ( {
						value: String( days ),
						label: sprintf(
							/* translators: %s: a number of days. */
							_n(
								'Last %s day',
								'Last %s days',
								days,
								'woo-inventory-guard'
							),
							number( days )
						),
					} ) ),
					{
						value: 'custom',
						label: __( 'From … to …', 'woo-inventory-guard' ),
					},
				] }
				onChange={ choose }
			/>
			{ custom && (
				<Dates
					key={ `${ range.from } ${ range.to }` }
					from={ range.from }
					to={ range.to }
					onChange={ onChange }
				/>
			) }
		</div>
	);
}

interface DatesProps {
	from: string;
	to: string;
	onChange: ( range: Range ) => void;
}

/** Two days; while one is being typed the figures stay as they are. */
function Dates( { from, to, onChange }: DatesProps ) {
	const [ draft, setDraft ] = useState( { from, to } );
	const today = todayInShop();
	const valid = isRange( draft.from, draft.to ) && draft.to <= today;
	useEffect( () => {
		if ( valid && ( draft.from !== from || draft.to !== to ) ) {
			const timer = setTimeout( () => onChange( draft ), 600 );
			return () => clearTimeout( timer );
		}
	}, [ draft, valid, from, to, onChange ] );
	return (
		<>
			<input
				type="date"
				aria-label={ __( 'First day', 'woo-inventory-guard' ) }
				aria-invalid={ ! valid }
				value={ draft.from }
				max={ draft.to || today }
				onChange={ ( event ) =>
					setDraft( { ...draft, from: event.target.value } )
				}
			/>
			<input
				type="date"
				aria-label={ __( 'Last day', 'woo-inventory-guard' ) }
				aria-invalid={ ! valid }
				value={ draft.to }
				min={ draft.from }
				max={ today }
				onChange={ ( event ) =>
					setDraft( { ...draft, to: event.target.value } )
				}
			/>
		</>
	);
}
