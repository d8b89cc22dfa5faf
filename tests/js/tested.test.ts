/**
 * @jest-environment node
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const src = join( __dirname, '../../src' );

const files = readdirSync( src, { recursive: true, encoding: 'utf8' } )
	.filter( ( name ) => /\.tsx?$/.test( name ) )
	.map( ( name ) => join( src, name ) );

/**
 * What a file imports from beside it, types too: those say what is tested as well as anything.
 * @param file
 */
function importsOf( file: string ): string[] {
	const code = readFileSync( file, 'utf8' );
	return [
		...code.matchAll( /(?:from|import|import\()\s*'(\.[^']+)'/g ),
	].flatMap( ( [ , path = '' ] ) => {
		const at = join( dirname( file ), path );
		return (
			[ '.ts', '.tsx', '/index.ts', '/index.tsx' ]
				.map( ( end ) => at + end )
				.find( existsSync ) ?? []
		);
	} );
}

it( 'every file that thinks or asks (logic/ and data/) is reached by a test', () => {
	const reached = new Set< string >();
	const queue = files.filter( ( file ) => file.includes( '.test.' ) );
	for ( let file = queue.pop(); file; file = queue.pop() ) {
		if ( ! reached.has( file ) ) {
			reached.add( file );
			queue.push( ...importsOf( file ) );
		}
	}
	expect(
		files
			.filter(
				( file ) =>
					/\/(logic|data)\//.test( file ) && ! reached.has( file )
			)
			.map( ( file ) => relative( src, file ) )
	).toEqual( [] );
} );
