import type { Report } from './report.ts';

type Work = ( t: Report ) => Promise< void >;

/** Runs the wanted parts in a place of their own, each through `each`. */
export type Round = ( names: readonly string[], each: ( name: string, work: Work ) => Promise< void > ) => Promise< void >;

/** More than these are no accident of timing. */
const MOST = 4;

interface Result {
	title: string;
	why?: string;
	skipped?: boolean;
}

/** Keeps what a part tells until it is known whether it counts. */
function kept( t: Report, results: Result[] ): Report {
	return {
		pass: ( title ) => results.push( { title } ),
		fail: ( title, why ) => results.push( { title, why } ),
		skip: ( title, why ) => results.push( { title, why, skipped: true } ),
		note: t.note,
		unsteady: t.unsteady,
		check: async ( title, work ) => {
			try {
				await work();
				results.push( { title } );
			} catch ( error ) {
				results.push( { title, why: error instanceof Error ? error.stack ?? error.message : String( error ) } );
			}
		},
	};
}

/**
 * A browser waits for what a busy machine does late. A part with a failure is run once more, from a new start, and that
 * time counts; what failed at first is printed and named at the end of the run, so that nobody takes it for steady. Not for
 * races: one that is lost once is lost.
 *
 * @param t     Where it is told.
 * @param names The parts.
 * @param round Runs parts; called a second time with those that failed, and whatever they need.
 * @param needs A part and those that must run before it.
 */
export async function withSecondTry( t: Report, names: readonly string[], round: Round, needs: Readonly< Record< string, readonly string[] > > = {} ): Promise< void > {
	const failed: { name: string; results: Result[] }[] = [];
	await round( names, async ( name, work ) => {
		const results: Result[] = [];
		await work( kept( t, results ) );
		if ( results.some( isFailure ) ) {
			failed.push( { name, results } );
			t.note( `${ name } had a failure: it is run again at the end.` );
			results.filter( isFailure ).forEach( ( { title, why } ) => t.note( `${ title }\n${ why }`.replaceAll( '\n', '\n        ' ) ) );
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
		const results: Result[] = [];
		await work( kept( t, results ) );
		if ( again.has( name ) ) {
			tell( t, results );
		}
	} );
	for ( const { title, why } of failed.flatMap( ( { results } ) => results.filter( isFailure ) ) ) {
		t.unsteady( title, why ?? '' );
	}
}

const isFailure = ( { why, skipped }: Result ): boolean => why !== undefined && ! skipped;

function tell( t: Report, results: readonly Result[] ): void {
	for ( const { title, why, skipped } of results ) {
		if ( why === undefined ) {
			t.pass( title );
		} else if ( skipped ) {
			t.skip( title, why );
		} else {
			t.fail( title, why );
		}
	}
}
