import { SelectControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { boot } from '../../shared/app/boot';
import { formatUnits, parseUnits } from '../../shared/format/quantity';
import { Field } from '../../shared/form/Field';
import type { Piece, Shelf } from '../logic/flatten';
import { countedItems, setsOf, untilNext, type Limit } from '../logic/sets';
import { limitNames, namesOf } from './words';

interface Props {
	shelf: Shelf;
	pieces: readonly Piece[];
	limits: readonly Limit[];
}

/** What stocking a part would free. */
export function IfMore( { shelf, pieces, limits }: Props ) {
	const [ chosen, setChosen ] = useState< number | null >( null );
	const [ text, setText ] = useState( '10' );
	const counted = countedItems( shelf, pieces );
	const limiting = limits.flatMap( ( { ids } ) => ids );
	const id =
		counted.find( ( part ) => part === chosen ) ??
		limiting[ 0 ] ??
		counted[ 0 ];
	if ( id === undefined ) {
		return null;
	}
	const { locale } = boot();
	const parsed = parseUnits( text, locale );
	const units = 'units' in parsed && parsed.units > 0n ? parsed.units : 0n;
	const then = setsOf( shelf, pieces, { id, units } );
	const next = limiting.includes( id )
		? untilNext( shelf, pieces, id )
		: null;
	const show = ( sets: bigint | null ) =>
		formatUnits( ( sets ?? 0n ) * 10_000n, locale );
	return (
		<section className="wig-section wig-if-more">
			<h2>{ __( 'If more come', 'woo-inventory-guard' ) }</h2>
			<div className="wig-if-more-ask">
				<Field
					label={ __( 'So many more', 'woo-inventory-guard' ) }
					inputMode="decimal"
					value={ text }
					onChange={ setText }
				/>
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'of', 'woo-inventory-guard' ) }
					value={ String( id ) }
					options={ counted.map( ( part ) => ( {
						value: String( part ),
						label: namesOf( shelf, [ part ] ),
					} ) ) }
					onChange={ ( value ) => setChosen( Number( value ) ) }
				/>
			</div>
			<p role="status">
				{ sprintf(
					/* translators: 1: number of sets, 2: names of the parts that then allow no more. */
					__(
						'Then %1$s can be sold; the limit is %2$s.',
						'woo-inventory-guard'
					),
					show( then.sets ),
					limitNames( shelf, then.limits )
				) }
			</p>
			{ next && (
				<p className="wig-quiet">
					{ sprintf(
						/* translators: 1: number of units, 2: name of a part, 3: number of sets, 4: names of other parts. */
						__(
							'With %1$s more of %2$s there would be %3$s; beyond that %4$s is the limit.',
							'woo-inventory-guard'
						),
						formatUnits( next.units, locale ),
						namesOf( shelf, [ id ] ),
						show( next.sets ),
						limitNames( shelf, next.limits )
					) }
				</p>
			) }
		</section>
	);
}
