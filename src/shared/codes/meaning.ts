import type { Element } from './element-string';
import type { Gtin } from './gtin';

/** What a GS1 code says about what it is on. */
export interface Meaning {
	/** 14 digits: of the thing itself. */
	gtin: Gtin | null;
	/** Of a load: 18 digits. */
	sscc: string | null;
	/** What lies in a load, and how much of it (02 with 37). */
	content: { gtin: Gtin; count: string } | null;
	batch: string | null;
	serial: string | null;
	/** 2026-12-31. */
	expiry: string | null;
	/** Pieces in a thing whose number varies (30). Whole. */
	count: string | null;
	/** A decimal string, with the unit. */
	weight: { value: string; unit: 'kg' | 'lb' } | null;
}

/** Of each of them one may be there. */
const NEVER_TOGETHER = [
	[ '01', '02' ],
	[ '01', '37' ],
	[ '01', '8006' ],
	[ '21', '235' ],
	[ '37', '8006' ],
] as const;

/**
 * Takes from elements what a count needs. 30 counts pieces of the thing, 37 things inside a load: never mixed.
 *
 * @param elements
 * @param thisYear Years have two digits: see dayOf().
 * @return NULL where the parts contradict each other.
 */
export function meaningOf(
	elements: readonly Element[],
	thisYear: number
): Meaning | null {
	const values = new Map(
		elements.map( ( { ai, value } ) => [ ai, value ] )
	);
	const value = ( ai: string ) => values.get( ai ) ?? null;
	const inside = value( '02' );
	const count = value( '37' );
	if (
		NEVER_TOGETHER.some( ( pair ) =>
			pair.every( ( ai ) => values.has( ai ) )
		) ||
		( inside === null ) !== ( count === null || values.has( '8026' ) )
	) {
		return null;
	}
	const expiry = value( '17' ) ?? value( '7003' );
	return {
		gtin: value( '01' ) ?? value( '8006' )?.slice( 0, 14 ) ?? null,
		sscc: value( '00' ),
		content:
			inside !== null && count !== null
				? { gtin: inside, count: whole( count ) }
				: null,
		batch: value( '10' ),
		serial: value( '21' ),
		expiry: expiry === null ? null : dayOf( expiry, thisYear ),
		count: value( '30' ) === null ? null : whole( value( '30' ) ?? '' ),
		weight: weightOf( elements ),
	};
}

const whole = ( digits: string ): string => digits.replace( /^0+(?=\d)/, '' );

/** Net weight: 310n in kilograms, 320n in pounds. */
function weightOf( elements: readonly Element[] ): Meaning[ 'weight' ] {
	const found = elements.find( ( { ai } ) => /^3[12]0\d$/.test( ai ) );
	if ( ! found ) {
		return null;
	}
	const places = Number( found.ai[ 3 ] );
	const cut = found.value.length - places;
	const fraction = found.value.slice( cut );
	return {
		value:
			whole( found.value.slice( 0, cut ) || '0' ) +
			( fraction && `.${ fraction }` ),
		unit: found.ai.startsWith( '31' ) ? 'kg' : 'lb',
	};
}

/**
 * YYMMDD as 2026-12-31. The year is the one that lies from 49 years before this one to 50 after it (GS1 General
 * Specifications 7.12). Day 00 is the last of the month (not allowed for medicine since 2025, which a code does not
 * say it is).
 */
export function dayOf( yymmdd: string, thisYear: number ): string {
	const [ yy = 0, month = 0, day = 0 ] = [ 0, 2, 4 ].map( ( at ) =>
		Number( yymmdd.slice( at, at + 2 ) )
	);
	const ahead = ( ( ( ( yy - thisYear + 49 ) % 100 ) + 100 ) % 100 ) - 49;
	const moment = day
		? Date.UTC( thisYear + ahead, month - 1, day )
		: Date.UTC( thisYear + ahead, month, 0 );
	return new Date( moment ).toISOString().slice( 0, 10 );
}
