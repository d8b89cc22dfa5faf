/**
 * @jest-environment node
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	faultsOf,
	keyOf,
	LANGUAGES,
	readPo,
	writeJson,
	writeMo,
	writePo,
} from '../../tools/lib/po';
import { findPhrases, inPhp, inTypeScript } from '../../tools/lib/words';

const root = join( __dirname, '../..' );
const phrases = findPhrases( root );
const kept = ( name: string ) =>
	readFileSync( join( root, 'languages', `woo-inventory-guard${ name }` ) );

describe.each( LANGUAGES )( '$name', ( language ) => {
	const said = readPo( kept( `-${ language.locale }.po` ).toString() );

	it( 'says every phrase of the plugin', () => {
		expect( faultsOf( phrases, language, said ) ).toEqual( [] );
	} );

	it( 'is in the files that PHP and the screen read (node tools/run.mjs languages)', () => {
		const name = `-${ language.locale }`;
		expect(
			kept( `${ name }.mo` ).equals( writeMo( phrases, language, said ) )
		).toBe( true );
		expect(
			kept( `${ name }-woo-inventory-guard-admin.json` ).toString()
		).toBe( writeJson( phrases, language, said ) );
		expect( kept( `${ name }.po` ).toString() ).toBe(
			writePo( phrases, language, said )
		);
	} );
} );

describe( 'Finding phrases', () => {
	it( 'gives the translator the comment of the phrase, not of the one before', () => {
		const code = `
			/* translators: %s: name */
			a( __( 'Adjust %s', 'woo-inventory-guard' ), b );
			c( _x( 'Low', 'status', 'woo-inventory-guard' ) );
			d( _n( '%s item', '%s items', n, 'woo-inventory-guard' ) );
			e( __( 'Not ours', 'other' ), __( variable, 'woo-inventory-guard' ) );`;
		const expected = [
			{
				id: 'Adjust %s',
				plural: null,
				context: null,
				comment: '%s: name',
			},
			{ id: 'Low', plural: null, context: 'status', comment: null },
			{ id: '%s item', plural: '%s items', context: null, comment: null },
		];
		expect( inTypeScript( 'x.ts', code ) ).toEqual( expected );
		expect( inPhp( code.replace( /variable/g, '$variable' ) ) ).toEqual(
			expected
		);
	} );

	it( 'reads the quotes of PHP', () => {
		expect(
			inPhp( `__( 'It\\'s "here"', 'woo-inventory-guard' )` )[ 0 ]?.id
		).toBe( `It's "here"` );
		expect(
			inPhp( `__( "so \\"n\\"", 'woo-inventory-guard' )` )[ 0 ]?.id
		).toBe( 'so "n"' );
	} );

	it( 'notices what is not said, and a placeholder that got lost', () => {
		const [ language ] = LANGUAGES;
		const phrase = {
			id: 'Only %s left',
			plural: null,
			context: null,
			comment: null,
			places: [],
			onScreen: true,
		};
		expect( faultsOf( [ phrase ], language!, new Map() ) ).toHaveLength(
			1
		);
		expect(
			faultsOf(
				[ phrase ],
				language!,
				new Map( [ [ keyOf( phrase ), [ '仅剩' ] ] ] )
			)
		).toHaveLength( 1 );
		expect(
			faultsOf(
				[ phrase ],
				language!,
				new Map( [ [ keyOf( phrase ), [ '仅剩 %s' ] ] ] )
			)
		).toEqual( [] );
	} );
} );
