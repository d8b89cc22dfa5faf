/**
 * @jest-environment node
 */
import { csvBegin, csvLine, withoutGuard } from './csv';

test( 'Cells are quoted where they must be, and nowhere else', () => {
	expect(
		csvLine( [ 'Tea', 'Tin, 250 g', 'a "b"', 'two\nlines', ' lead', null ] )
	).toBe( 'Tea,"Tin, 250 g","a ""b""","two\nlines"," lead",\r\n' );
	expect( csvBegin( [ 'a', 'b' ] ) ).toBe( '\ufeffa,b\r\n' );
} );

test.each( [
	'=1+1',
	'+cmd',
	'-2+3',
	'@SUM(A1)',
	'\t=1',
	' =1',
	"'=1",
	'\u{ff1d}1',
	'=HYPERLINK("http://evil")',
] )( 'A formula is made harmless: %s', ( text ) => {
	expect( csvLine( [ text ] ).replace( /^"/, '' ) ).toMatch( /^'/ );
} );

test.each( [ -3, 0.25, '-3', '99999999999.9999', '-0.5' ] )(
	'A number stays a number: %s',
	( value ) => {
		expect( csvLine( [ value ] ) ).toBe( `${ value }\r\n` );
	}
);

test.each( [
	'=1+1',
	"'=1",
	' =1',
	'-3',
	"'-3",
	"it's",
	"'quoted'",
	'"=1',
	'@a',
	'\u{ff1d}1',
	'',
] )( 'What was made harmless comes back as it was: %s', ( text ) => {
	const cell = csvLine( [ text ] ).slice( 0, -2 );
	const read = cell.startsWith( '"' )
		? cell.slice( 1, -1 ).replaceAll( '""', '"' )
		: cell;
	expect( withoutGuard( read ) ).toBe( text );
} );
