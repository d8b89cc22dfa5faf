import { checkedBy, type Report } from './report.ts';

type Work = ( t: Report ) => Promise< void >;

/** Runs the wanted parts in a place of their own, each through `each`. */
export type Round = ( names: readonly string[], each: ( name: string, work: Work ) => Promise< void > ) => Promise< void >;

interface Options {
	/** Each part once, and each check is told as it ends: for somebody who asked for some parts by name. */
	once?: boolean;
	/** A part and those that must run before it. */
	needs?: Readonly< Record< string, readonly string[] > >;
}

/** More than these are no accident of timing. */
const MOST = 4;

interface Result {
	kind: 'pass' | 'fail' | 'skip';
	title: string;
	why: string;
}

/** Keeps what a part tells until it is known whether it counts. */
async function resultsOf( t: Report, work: Work ): Promise< Result[] > {
	const results: Result[] = [];
	const as = ( kind: Result[ 'kind' ] ) => ( title: string, why = '' ): void => void results.push( { kind, title, why } );
	const told = { pass: as( 'pass' ), fail: as( 'fail' ), skip: as( 'skip' ) };
	await work( { ...t, ...told, check: ( title, check ) => checkedBy( told, title, check ) } );
	return results;
}

/**
 * A browser waits for what a busy machine does late. A part with a failure is run once more, from a new start, and that
 * time counts; what failed at first is printed and named at the end of the run, so that nobody takes it for steady. Not for
 * races: one that is lost once is lost.
 *
 * @param t     Where it is told.
 * @param names The parts.
 * @param round Runs parts; called a second time with those that failed, and whatever they need.
 */
export async function withSecondTry( t: Report, names: readonly string[], round: Round, { once = false, needs = {} }: Options = {} ): Promise< void > {
	if ( once ) {
		await round( names, ( _name, work ) => work( t ) );
		return;
	}
	const failed: { name: string; results: Result[] }[] = [];
	await round( names, async ( name, work ) => {
		const results = await resultsOf( t, work );
		if ( failures( results ).length > 0 ) {
			failed.push( { name, results } );
			t.note( `${ name } had a failure: it is run again at the end.` );
			failures( results ).forEach( ( { title, why } ) => t.note( `${ title }\n${ why }`.replaceAll( '\n', '\n        ' ) ) );
		} else {
			tell( t, results );
		}
	} );
	if ( failed.length > MOST ) {
		failed.forEach( ( { results } ) => tell( t, results ) );
		return;
	}
	if ( failed.length === 0 ) {
		return;
	}
	const again = new Set( failed.map( ( { name } ) => name ) );
	const before = new Set( [ ...again ].flatMap( ( name ) => needs[ name ] ?? [] ) );
	await round( names.filter( ( name ) => again.has( name ) || before.has( name ) ), async ( name, work ) => {
		const results = await resultsOf( t, work );
		if ( again.has( name ) ) {
			tell( t, results );
		}
	} );
	failed.flatMap( ( { results } ) => failures( results ) ).forEach( ( { title, why } ) => t.unsteady( title, why ) );
}

const failures = ( results: readonly Result[] ): Result[] => results.filter( ( { kind } ) => kind === 'fail' );

const tell = ( t: Report, results: readonly Result[] ): void => results.forEach( ( { kind, title, why } ) => t[ kind ]( title, why ) );
