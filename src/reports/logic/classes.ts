/** Where the lines between the classes are: a choice of the shop, not a law. */
export interface Cuts {
	/** A: items that make up this share of the value. B: those up to the second. */
	a: number;
	b: number;
	/** X: sales vary by at most this much of their mean. Y: by at most the second. */
	x: number;
	y: number;
}

/** The cuts that are taught most (Pareto's 80/20); for XYZ, authors differ more. */
export const USUAL_CUTS: Cuts = { a: 0.8, b: 0.95, x: 0.5, y: 1 };

export type Abc = 'A' | 'B' | 'C';
export type Xyz = 'X' | 'Y' | 'Z';

/**
 * ABC analysis: items by value, the largest first, and by the share of the whole that they make up together with those
 * before them. The item that crosses a line belongs to the class above it. (Silver, Pyke and Thomas, "Inventory and
 * Production Management in Supply Chains", 2017, chapter 2.)
 *
 * @return By place in `values`; the share before and with each.
 */
export function abc(
	values: readonly number[],
	{ a, b }: Cuts
): { class: Abc; share: number }[] {
	const whole = values.reduce(
		( sum, value ) => sum + Math.max( 0, value ),
		0
	);
	const found: { class: Abc; share: number }[] = values.map( () => ( {
		class: 'C',
		share: 1,
	} ) );
	let before = 0;
	const order = values
		.map( ( value, place ) => ( { value, place } ) )
		.sort( ( one, two ) => two.value - one.value || one.place - two.place );
	for ( const { value, place } of order ) {
		if ( value <= 0 || whole === 0 ) {
			continue;
		}
		const share = ( before + value ) / whole;
		found[ place ] = {
			class: classAt( before / whole, a, b ),
			share: Math.round( share * 10_000 ) / 10_000,
		};
		before += value;
	}
	return found;
}

function classAt( before: number, a: number, b: number ): Abc {
	if ( before < a ) {
		return 'A';
	}
	return before < b ? 'B' : 'C';
}

/** XYZ analysis: how steady sales are. What never sells is as unsteady as can be. */
export function xyz( variation: number | null, { x, y }: Cuts ): Xyz {
	if ( variation === null || variation > y ) {
		return 'Z';
	}
	return variation <= x ? 'X' : 'Y';
}
