/** What a part of the tests tells about itself. One line a result; the runner adds them up. */
export interface Report {
	pass: ( title: string ) => void;
	fail: ( title: string, why: string ) => void;
	skip: ( title: string, why: string ) => void;
	/** What failed at first and was run again: named at the end, whatever came of it. */
	unsteady: ( title: string, why: string ) => void;
	/** A line that counts for nothing: progress, a measured figure. */
	note: ( line: string ) => void;
	/** Runs one check: it passes when it returns and fails when it throws. The rest goes on either way. */
	check: ( title: string, work: () => Promise< void > | void ) => Promise< void >;
}

/** A part: tests/<name>/run.ts exports `run`. */
export type Part = ( report: Report ) => Promise< void >;

/** A group of the benchmark: tests/bench/<group>.ts exports `figures`. A figure that cannot be had here is null. */
export type Bench = ( note: ( line: string ) => void ) => Promise< Readonly< Partial< Record< string, number | null > > > >;

export interface Tally {
	passed: number;
	failed: number;
	skipped: number;
	/** Titles of what failed and what was skipped, for the summary. */
	failures: string[];
	skips: string[];
	unsteady: string[];
}

export function newTally(): Tally {
	return { passed: 0, failed: 0, skipped: 0, failures: [], skips: [], unsteady: [] };
}

export function addTally( to: Tally, more: Tally ): void {
	to.passed += more.passed;
	to.failed += more.failed;
	to.skipped += more.skipped;
	to.failures.push( ...more.failures );
	to.skips.push( ...more.skips );
	to.unsteady.push( ...more.unsteady );
}

export function reporter( tally: Tally, print: ( line: string ) => void ): Report {
	const report: Report = {
		pass: ( title ) => {
			tally.passed++;
			print( `  ok    ${ title }` );
		},
		fail: ( title, why ) => {
			tally.failed++;
			tally.failures.push( `${ title }: ${ firstLine( why ) }` );
			print( `  FAIL  ${ title }\n${ indent( why ) }` );
		},
		skip: ( title, why ) => {
			tally.skipped++;
			tally.skips.push( `${ title }: ${ firstLine( why ) }` );
			print( `  SKIP  ${ title }: ${ why }` );
		},
		unsteady: ( title, why ) => {
			tally.unsteady.push( `${ title }: ${ firstLine( why ) }` );
		},
		note: ( line ) => print( `        ${ line }` ),
		check: ( title, work ) => checkedBy( report, title, work ),
	};
	return report;
}

/** What `check` of a report does. */
export async function checkedBy( { pass, fail }: Pick< Report, 'pass' | 'fail' >, title: string, work: () => Promise< void > | void ): Promise< void > {
	try {
		await work();
		pass( title );
	} catch ( error ) {
		fail( title, error instanceof Error ? error.stack ?? error.message : String( error ) );
	}
}

const firstLine = ( text: string ): string => text.trim().split( '\n' )[ 0 ] ?? '';

const indent = ( text: string ): string => text.trimEnd().replace( /^/gm, '        ' );
