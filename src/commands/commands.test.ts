import { commands } from './commands';

const app = 'https://shop.example/wp-admin/admin.php?page=woo-inventory-guard';

it( 'leads to views of the app, by names that are each there once', () => {
	const all = commands( { app, can: { adjust: true, configure: true } } );
	expect( new Set( all.map( ( { name } ) => name ) ).size ).toBe(
		all.length
	);
	expect( all.map( ( { href } ) => new URL( href ).search ) ).toContain(
		'?page=woo-inventory-guard&path=/stock&status=low'
	);
} );

it( 'offers nobody what their account may not open', () => {
	const few = commands( { app, can: { adjust: false, configure: false } } );
	expect( few.map( ( { href } ) => href ).join() ).not.toMatch(
		/settings|start/
	);
} );
