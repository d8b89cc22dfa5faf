import { Shop } from '../../../tests/js/shop';
import {
	deleteMail,
	fetchMail,
	fetchMails,
	postMail,
	putMail,
	sendMail,
} from './mails';

const PATH = '/woo-inventory-guard/v1/report-mails';

it( 'asks for a page, and writes each act with its key', async () => {
	const shop = Shop.open();
	shop.then( {
		status: 200,
		body: [ { id: 5 } ],
		headers: { 'X-WP-Total': '21' },
	} );
	expect( await fetchMails( 2, 20 ) ).toMatchObject( { total: 21 } );
	const mail = {
		report: 'outs',
		every: 'day',
		recipients: [ 'anna@shop.test' ],
	} as const;
	const data = { ...mail, recipients: [ ...mail.recipients ] };
	await postMail( data, 'key-1' );
	await putMail( 5, data, 7, 'key-2' );
	await sendMail( 5, 'key-3' );
	await fetchMail( 5 );
	await deleteMail( 5 );
	expect( shop.asked[ 2 ]?.ifMatch ).toBe( '"7"' );
	expect(
		shop.asked
			.slice( 1 )
			.map( ( { method, path, data: sent, key } ) => [
				method,
				path,
				sent,
				key,
			] )
	).toEqual( [
		[ 'POST', PATH, mail, 'key-1' ],
		[ 'POST', `${ PATH }/5`, mail, 'key-2' ],
		[ 'POST', `${ PATH }/5/send`, {}, 'key-3' ],
		[ 'GET', `${ PATH }/5`, {}, undefined ],
		[ 'POST', `${ PATH }/5`, {}, undefined ],
	] );
} );
