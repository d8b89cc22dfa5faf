/**
 * @jest-environment node
 */
import type { ItemFacts } from '../../schema';
import { factsTable, type Report } from './reports';
import { someFacts } from './some-facts';
import type { Column } from './table';

/**
 * Reports of random histories against a plain list of what happened on each day. That the server's sums of a history are
 * right is RandomHistoryTest's to say; here it is what is made of them. Units are whole, so that nothing is rounded.
 */

const DAYS = 28;
const ITEMS = 9;

/** Park and Miller's generator: the same numbers for the same seed, everywhere. */
function randomFrom( seed: number ) {
	const next = ( state: number ) => ( state * 48_271 ) % 2_147_483_647;
	let state = next( next( seed + 1 ) );
	return ( most: number ): number => {
		state = next( state );
		return state % ( most + 1 );
	};
}

interface Day {
	sold: number;
	received: number;
	stolen: number;
	left: number;
}

interface Life {
	begin: number;
	price: number;
	cost: number;
	days: Day[];
}

function live( random: ( most: number ) => number ): Life {
	const begin = random( 30 );
	let left = begin;
	const days = Array.from( { length: DAYS }, (): Day => {
		const received = random( 9 ) === 0 ? random( 40 ) : 0;
		const stolen = random( 9 ) === 0 ? Math.min( left, 2 ) : 0;
		left += received - stolen;
		const sold = Math.min( left, random( 5 ) );
		left -= sold;
		return { sold, received, stolen, left };
	} );
	return { begin, price: 1 + random( 20 ), cost: 1 + random( 9 ), days };
}

const sumOf = ( { days }: Life, what: keyof Day ) =>
	days.reduce( ( sum, day ) => sum + day[ what ], 0 );

const isOut = ( { sold, left }: Day ) => sold === 0 && left === 0;

function factsOf( life: Life, place: number ): ItemFacts {
	const sold = sumOf( life, 'sold' );
	const out = sold > 0 ? life.days.filter( isOut ).length : 0;
	return someFacts( {
		item_id: place,
		begin: life.begin,
		on_hand: life.days[ DAYS - 1 ]?.left ?? 0,
		price: life.price,
		unit_cost: life.cost,
		sold,
		received: sumOf( life, 'received' ),
		lost: sumOf( life, 'stolen' ),
		days_out: out,
		per_day: sold / Math.max( 7, DAYS - out ),
		weeks: [ 0, 7, 14, 21 ].map( ( from ) =>
			life.days
				.slice( from, from + 7 )
				.reduce( ( sum, day ) => sum + day.sold, 0 )
		),
	} );
}

/** The model's figure of an item; null where there is none. */
const MODEL: Partial<
	Record< Column, ( life: Life, lives: Life[] ) => number | null >
> = {
	turnover: ( life ) => {
		const average =
			( life.begin + ( life.days[ DAYS - 1 ]?.left ?? 0 ) ) / 2;
		return average === 0
			? null
			: ( sumOf( life, 'sold' ) * 365 ) / DAYS / average;
	},
	cover: ( life ) => {
		const aDay = sumOf( life, 'sold' ) / DAYS;
		return aDay === 0 ? null : ( life.days[ DAYS - 1 ]?.left ?? 0 ) / aDay;
	},
	sell_through: ( life ) => {
		const could = life.begin + sumOf( life, 'received' );
		return could === 0 ? null : sumOf( life, 'sold' ) / could;
	},
	sales: ( life ) => sumOf( life, 'sold' ) * life.price,
	variation: ( life ) => {
		const weeks = factsOf( life, 0 ).weeks.map( Number );
		const mean = sumOf( life, 'sold' ) / weeks.length;
		// Mean of the squares less square of the mean: not as the report reckons it.
		const squares =
			weeks.reduce( ( sum, week ) => sum + week * week, 0 ) /
			weeks.length;
		return mean === 0
			? null
			: Math.sqrt( Math.max( 0, squares - mean * mean ) ) / mean;
	},
	lost_sales: ( life ) => {
		const sold = sumOf( life, 'sold' );
		const out = life.days.filter( isOut ).length;
		return ( sold / Math.max( 7, DAYS - out ) ) * out * life.price;
	},
	lost_cost: ( life ) => sumOf( life, 'stolen' ) * life.cost,
	value_cost: ( life ) => ( life.days[ DAYS - 1 ]?.left ?? 0 ) * life.cost,
};

/** Four places are shown; units that were not sold have lost the others before they are multiplied by a price of up to 21. */
const ROUNDED: Partial< Record< Column, number > > = { lost_sales: 0.0015 };

const SHOWN: [ Exclude< Report, 'stock' >, Column[] ][] = [
	[ 'turnover', [ 'turnover', 'cover', 'sell_through' ] ],
	[ 'classes', [ 'sales', 'variation' ] ],
	[ 'outs', [ 'lost_sales' ] ],
	[ 'shrinkage', [ 'lost_cost' ] ],
	[ 'dead', [ 'value_cost' ] ],
];

/** An item is A when what is sold better makes less than 80 % of the whole, and B when less than 95 %. */
function letterOf( life: Life, place: number, lives: Life[] ): string {
	const sales = lives.map( ( one ) => sumOf( one, 'sold' ) * one.price );
	const own = sales[ place ] ?? 0;
	const whole = sales.reduce( ( sum, one ) => sum + one, 0 );
	const better = sales.reduce(
		( sum, one, other ) =>
			one > own || ( one === own && other < place ) ? sum + one : sum,
		0
	);
	if ( own === 0 || better / whole >= 0.95 ) {
		return 'C';
	}
	return better / whole < 0.8 ? 'A' : 'B';
}

test( 'Reports of 200 random histories say what the histories say', () => {
	const first = Number(
		process.env.WIG_SEED ?? Math.floor( Math.random() * 1_000_000 )
	);
	let compared = 0;
	for ( let seed = first; seed < first + 200; seed++ ) {
		const random = randomFrom( seed );
		const lives = Array.from( { length: ITEMS }, () => live( random ) );
		const items = lives.map( factsOf );
		for ( const [ report, columns ] of SHOWN ) {
			const table = factsTable( report, items, DAYS, '2026-03-28' );
			for ( const { item, values } of table.rows ) {
				const life = lives[ item ];
				for ( const column of columns ) {
					const wanted = life && MODEL[ column ]?.( life, lives );
					const found =
						values[
							table.columns.findIndex(
								( { id } ) => id === column
							)
						];
					const say = `WIG_SEED=${ seed }, ${ report }, ${ column } of item ${ item }`;
					const off = Math.abs( Number( found ) - Number( wanted ) );
					expect( [
						say,
						found === null,
						off < ( ROUNDED[ column ] ?? 0.0001 ),
					] ).toEqual( [ say, wanted === null, true ] );
					compared++;
				}
			}
		}
		const classes = factsTable( 'classes', items, DAYS, '2026-03-28' );
		expect( [
			seed,
			...classes.rows.map( ( { values } ) => String( values[ 2 ] )[ 0 ] ),
		] ).toEqual( [
			seed,
			...lives.map( ( life, place ) => letterOf( life, place, lives ) ),
		] );
	}
	expect( compared ).toBeGreaterThan( 5_000 );
} );
