import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join( __dirname, '../..' );
const read = ( file: string ): string =>
	readFileSync( join( root, file ), 'utf8' );

/** [ row, file, words of the test, words of the test without the guard ] */
const rows = read( 'docs/doors.md' )
	.split( '\n' )
	.filter( ( line ) => /^\| (?!Row )/.test( line ) )
	.map( ( line ) =>
		line
			.split( '|' )
			.slice( 1, -1 )
			.map( ( cell ) => cell.trim() )
	);

const alone = [ 'rows.ts', 'race.ts', 'writers.ts', 'life.ts' ]
	.map( ( file ) => read( `tests/shop/${ file }` ) )
	.join( '\n' );

test( 'the table has every door, writer and state', () => {
	expect( rows.length ).toBe( 65 );
} );

test.each( rows )( '%s has the test that docs/doors.md names', ( ...row ) => {
	const [ , file, words, without ] = row;
	expect( read( `tests/shop/${ file }` ) ).toContain( words );
	expect( without === '—' ? without : alone ).toContain( without );
} );
