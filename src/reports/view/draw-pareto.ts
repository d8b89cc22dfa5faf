import { __, _n, sprintf } from '@wordpress/i18n';
import type { Drawing } from '../../shared/chart/drawing';
import { money, number, percent } from '../../shared/format/words';
import { USUAL_CUTS, type Abc } from '../logic/classes';
import { pareto } from '../logic/pictures';
import type { Table } from '../logic/table';
import { columnWord } from './words';

const COLOURS: Record< Abc, string > = {
	A: '#2271b1',
	B: '#00834a',
	C: '#8c8f94',
};

/** The curve, in the colours of the classes, and where their limits are. */
export function drawPareto( table: Table ): Drawing | null {
	const curve = pareto( table );
	if ( curve === null ) {
		return null;
	}
	const { points, classes } = curve;
	const named = classes.filter( ( { items } ) => items > 0 );
	const of = ( {
		class: letter,
		items,
		salesShare,
	}: ( typeof classes )[ 0 ] ) =>
		sprintf(
			/* translators: 1: A, B or C, 2: a number of items, 3: a share such as 80 %. */
			_n(
				'%1$s: %2$s item, %3$s',
				'%1$s: %2$s items, %3$s',
				items,
				'woo-inventory-guard'
			),
			letter,
			number( items ),
			percent( salesShare )
		);
	const limits = [
		{ letter: 'A', at: USUAL_CUTS.a },
		{ letter: 'B', at: USUAL_CUTS.b },
	];
	return {
		type: 'line',
		labels: [],
		moments: {
			at: points.map( ( { items } ) => items ),
			word: ( share ) => percent( share ),
		},
		sets: [
			...named.map( ( one ) => ( {
				label: of( one ),
				colour: COLOURS[ one.class ],
				// A class begins where the one above it ends.
				values: points.map( ( point, place ) =>
					point.class === one.class ||
					points[ place + 1 ]?.class === one.class
						? point.sales
						: null
				),
			} ) ),
			...limits.map( ( { letter, at } ) => ( {
				label: sprintf(
					/* translators: 1: A or B, 2: a share such as 80 %. */
					__( 'Limit of %1$s: %2$s', 'woo-inventory-guard' ),
					letter,
					percent( at )
				),
				colour: '#646970',
				values: points.map( () => at ),
				isLimit: true,
			} ) ),
		],
		top: 1,
		format: ( value ) => percent( value ),
		summary: named.map( of ).join( '; ' ),
		rows: columnWord( 'class' ),
		columns: [
			__( 'Items', 'woo-inventory-guard' ),
			__( 'Share of items', 'woo-inventory-guard' ),
			__( 'Sales', 'woo-inventory-guard' ),
			__( 'Share of sales', 'woo-inventory-guard' ),
		],
		cells: classes.map( ( one ) => ( {
			row: one.class,
			values: [
				number( one.items ),
				percent( one.itemShare ),
				money( one.sales ),
				percent( one.salesShare ),
			],
		} ) ),
	};
}
