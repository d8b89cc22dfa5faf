import { Shop } from '../../../tests/js/shop';
import {
	adoptEstimate,
	checkBackup,
	deleteBackup,
	fetchBackups,
	fetchRepair,
	fetchReturns,
	lookAtReturn,
	makeBackup,
	mend,
	sendPiece,
	startReturn,
	workAtBackup,
	workAtReturn,
	announceFile,
} from './api';

const ROOT = '/woo-inventory-guard/v1';

it( 'asks for each thing where it is, and writes each act with a key', async () => {
	const shop = Shop.open();
	await fetchBackups();
	await fetchReturns();
	await fetchRepair();
	await makeBackup( 'key-1' );
	await checkBackup( 3 );
	await workAtBackup( 3 );
	await announceFile( 500 );
	await sendPiece( 3, 0, 'eHl6' );
	await deleteBackup( 3 );
	await lookAtReturn( 3, { numbers: 'backup' }, 'key-2' );
	await startReturn( 4, 'key-3' );
	await workAtReturn( 4 );
	await mend( { act: 'shop' }, 'key-4' );
	const estimate = { item_id: 1, estimate: 3, on_hand: 0 };
	await adoptEstimate( estimate, 'key-5' );

	expect(
		shop.asked.map( ( { method, path, data } ) => [ method, path, data ] )
	).toEqual( [
		[ 'GET', `${ ROOT }/backups`, {} ],
		[ 'GET', `${ ROOT }/backup-returns`, {} ],
		[ 'GET', `${ ROOT }/repair`, {} ],
		[ 'POST', `${ ROOT }/backups`, {} ],
		[ 'POST', `${ ROOT }/backups/3/check`, {} ],
		[ 'POST', `${ ROOT }/backups/3/work`, {} ],
		[ 'POST', `${ ROOT }/backups/uploads`, { bytes: 500 } ],
		[ 'POST', `${ ROOT }/backups/3/pieces`, { from: 0, data: 'eHl6' } ],
		[ 'POST', `${ ROOT }/backups/3`, {} ],
		[ 'POST', `${ ROOT }/backups/3/returns`, { numbers: 'backup' } ],
		[ 'POST', `${ ROOT }/backup-returns/4/start`, {} ],
		[ 'POST', `${ ROOT }/backup-returns/4/work`, {} ],
		[ 'POST', `${ ROOT }/repair`, { act: 'shop' } ],
		[ 'POST', `${ ROOT }/repair/estimates`, estimate ],
	] );
	expect(
		shop.asked.flatMap( ( { method, key, path } ) =>
			method === 'POST' && ! path.endsWith( '/3' ) && ! key
				? [ path ]
				: []
		)
	).toEqual( [] );
} );
