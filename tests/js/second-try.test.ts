import { newTally, reporter, type Tally } from '../../tools/lib/report';
import { withSecondTry } from '../../tools/lib/second-try';

const PARTS = [ 'seats', 'lists', 'views' ];

/**
 * @param failing How many times each part fails, of all parts.
 * @param needs   What must run before a part.
 */
async function tried(
	failing: Record< string, number >,
	needs?: Record< string, string[] >
): Promise< { tally: Tally; runs: string[][] } > {
	const tally = newTally();
	const runs: string[][] = [];
	await withSecondTry(
		reporter( tally, () => {} ),
		PARTS,
		async ( names, each ) => {
			runs.push( [ ...names ] );
			for ( const name of names ) {
				await each( name, async ( t ) => {
					await t.check( `${ name } open`, () => {} );
					await t.check( `${ name } fit`, () => {
						if ( ( failing[ name ] ?? 0 ) >= runs.length ) {
							throw new Error( `${ name } late` );
						}
					} );
				} );
			}
		},
		{ needs }
	);
	return { tally, runs };
}

describe( 'A second try', () => {
	it( 'is not made where all holds', async () => {
		const { tally, runs } = await tried( {} );
		expect( runs ).toEqual( [ PARTS ] );
		expect( tally ).toMatchObject( { passed: 6, failed: 0, unsteady: [] } );
	} );

	it( 'is made of what failed alone, counts, and is told', async () => {
		const { tally, runs } = await tried( { lists: 1 } );
		expect( runs ).toEqual( [ PARTS, [ 'lists' ] ] );
		expect( tally ).toMatchObject( { passed: 6, failed: 0 } );
		expect( tally.unsteady ).toEqual( [ 'lists fit: Error: lists late' ] );
	} );

	it( 'fails what fails twice', async () => {
		const { tally } = await tried( { lists: 2 } );
		expect( tally ).toMatchObject( { passed: 5, failed: 1 } );
		expect( tally.failures ).toEqual( [ 'lists fit: Error: lists late' ] );
	} );

	it( 'runs what a part needs before it, and counts that once', async () => {
		const { tally, runs } = await tried(
			{ views: 1 },
			{ views: [ 'seats' ] }
		);
		expect( runs ).toEqual( [ PARTS, [ 'seats', 'views' ] ] );
		expect( tally ).toMatchObject( { passed: 6, failed: 0 } );
	} );
} );
