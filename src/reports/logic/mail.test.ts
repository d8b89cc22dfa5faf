import type { ReportMail } from '../../schema';
import {
	checkMail,
	mailDraft,
	newMail,
	refusedRecipient,
	saysMail,
} from './mail';

const MAIL: ReportMail = {
	id: 3,
	report: 'outs',
	every: 'week',
	weekday: 2,
	recipients: [ 'li.na', 'anna@shop.test' ],
	active: true,
	next_on: '2026-12-01',
	outcome: 'none',
	reason: '',
	failed: [],
	tried_at: null,
	sent_at: null,
	version: 1,
};
const typed = ( recipients: string ) => ( {
	...newMail( 'outs' ),
	recipients,
} );

it( 'takes recipients on lines or with commas, each once', () => {
	expect(
		checkMail( typed( ' anna@shop.test, li.na;\n\nanna@shop.test\r\n' ) )
	).toEqual( {
		request: {
			report: 'outs',
			every: 'week',
			weekday: 1,
			active: true,
			recipients: [ 'anna@shop.test', 'li.na' ],
		},
	} );
} );

it( 'says what is wrong with them', () => {
	const many = Array.from( { length: 51 }, ( _, n ) => `a${ n }@b.test` );
	expect( checkMail( typed( ' ,\n' ) ) ).toEqual( { problem: 'none' } );
	expect( checkMail( typed( many.join( '\n' ) ) ) ).toEqual( {
		problem: 'many',
	} );
	for ( const wrong of [ 'a@b@c', 'A <a@b.test>', '@b.test', 'a@' ] ) {
		expect( checkMail( typed( `li.na\n${ wrong }` ) ) ).toEqual( {
			problem: { wrong },
		} );
	}
} );

it( 'finds which of them the server means', () => {
	const draft = typed( 'anna@shop.test, nobody' );
	expect( refusedRecipient( { 'recipients[1]': 'No.' }, draft ) ).toBe(
		'nobody'
	);
	expect( refusedRecipient( { report: 'No.' }, draft ) ).toBeUndefined();
} );

it( 'knows what was typed when it comes back', () => {
	const draft = mailDraft( MAIL );
	const other = { ...draft, recipients: 'Anna@shop.test,li.na' };
	expect( saysMail( MAIL, other ) ).toBe( true );
	expect( saysMail( MAIL, { ...draft, weekday: 3 } ) ).toBe( false );
	expect(
		saysMail(
			{ ...MAIL, every: 'day' },
			{ ...draft, every: 'day', weekday: 5 }
		)
	).toBe( true );
	expect( saysMail( MAIL, { ...draft, recipients: 'li.na' } ) ).toBe( false );
} );
