/**
 * @jest-environment node
 */
import type { View } from '../../schema';
import { DEFAULT_LAYOUT } from './layout';
import {
	contentOf,
	isChanged,
	layoutOf,
	saysAlready,
	viewOf,
} from './saved-view';
import { changeView, readView, START, writeView } from './view-state';

const view = {
	...START,
	search: 'tea',
	filter: 'low' as const,
	sort: 'available' as const,
	page: 3,
	item: 7,
	as: 'sheet' as const,
};
const layout = {
	...DEFAULT_LAYOUT,
	sheet: [ 'name' as const, 'supplier' as const ],
	pinned: 2,
};
const content = contentOf( view, layout );

it( 'shows again what was saved, from the first page', () => {
	expect( viewOf( content, 12 ) ).toEqual( {
		...view,
		page: 1,
		item: null,
		kept: 12,
	} );
	expect( layoutOf( content ) ).toEqual( layout );
	expect( isChanged( content, { ...view, page: 9 }, layout ) ).toBe( false );
} );

it( 'notices another filter and another column', () => {
	expect( isChanged( content, { ...view, filter: 'all' }, layout ) ).toBe(
		true
	);
	expect( isChanged( content, view, { ...layout, pinned: 1 } ) ).toBe( true );
} );

it( 'shows what it knows of a view that is empty or newer', () => {
	expect( viewOf( {}, 3 ) ).toEqual( { ...START, kept: 3 } );
	expect( layoutOf( { list: [ 'name', 'margin' ] } ).list ).toEqual( [
		'name',
	] );
} );

it( 'names the view in the address, with the filter that is shown, also if it is the usual one', () => {
	const shown = changeView( viewOf( content, 12 ), {
		search: '',
		filter: 'all',
	} );
	const written = writeView( shown );
	expect( written ).toMatchObject( { view: '12', status: 'all' } );
	expect( readView( new URLSearchParams( written ) ) ).toEqual( shown );
} );

it( 'knows a view that is saved already, whatever of it was to be changed', () => {
	const kept: View = {
		id: 3,
		name: 'To order',
		shared: true,
		own: true,
		owner: 'Mei',
		may_change: true,
		may_delete: true,
		content,
		version: 2,
		updated_at: '2026-11-28T10:00:00Z',
	};
	expect( saysAlready( kept, { name: 'To order', content } ) ).toBe( true );
	expect( saysAlready( kept, { name: 'Other' } ) ).toBe( false );
	expect( saysAlready( kept, { shared: false } ) ).toBe( false );
	expect(
		saysAlready( kept, { content: { ...content, search: 'cup' } } )
	).toBe( false );
} );
