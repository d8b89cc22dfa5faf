import { useCallback, useState } from '@wordpress/element';
import { nameOf, type Scan } from '../../shared/codes/decode';
import { boot } from '../../shared/app/boot';
import type { Base } from '../data/base';
import type { KeptItem } from '../data/db';
import { keepCount, keepTags, type Desk } from '../data/outbox';
import { findByCode } from '../data/finding';
import { signal } from './signals';
import type { Opened } from './use-replica';
import { addedWords, againWords, setWords, tookBackWords } from './words';

/** What stands over the screen. */
export type Panel =
	| { kind: 'pad'; item: KeptItem; typed: string; code: string }
	| { kind: 'unknown'; scan: Scan; items: KeptItem[] }
	| { kind: 'search' | 'camera' | 'options' | 'done' }
	| null;

type PadPanel = Extract< Panel, { kind: 'pad' } >;

/** What a person does while counting. Each act is kept in the database before it shows. */
export function useCounting(
	base: Base,
	{ replica, options }: Opened,
	stocktake: number
) {
	const [ current, setCurrent ] = useState< number | null >( null );
	const [ told, setTold ] = useState( '' );
	const [ panel, setPanel ] = useState< Panel >( null );
	const desk: Desk = {
		db: base.db,
		channel: base.channel,
		stocktake,
		me: base.facts.user,
	};

	const keep = async ( act: Parameters< typeof keepCount >[ 1 ] ) => {
		await keepCount( desk, { place: options.place, ...act } );
		base.sync.kick();
	};

	const add = async ( item: KeptItem, quantity: string, code = '' ) => {
		await keep( {
			item_id: item.id,
			mode: 'add',
			quantity,
			code,
			round: item.round,
		} );
		setCurrent( item.id );
		setTold( addedWords( item.name, quantity ) );
	};

	const set = async (
		item: KeptItem,
		quantity: string,
		code: string,
		note: string
	) => {
		await keep( {
			item_id: item.id,
			mode: 'set',
			quantity,
			code,
			note,
			round: item.round,
		} );
		setCurrent( item.id );
		setTold( setWords( item.name, quantity ) );
	};

	/** An item is on the table: one more of it, or how many? */
	const take = async ( item: KeptItem, scan: Scan | null ) => {
		const meaning = scan?.meaning;
		const single = scan?.single ?? '';
		if ( single !== '' && replica.book.has( single ) ) {
			signal( 'again', options );
			setCurrent( item.id );
			setTold( againWords( item.name ) );
			return;
		}
		signal( 'known', options );
		const said =
			meaning?.weight?.value ?? meaning?.count ?? meaning?.content?.count;
		if ( options.scan === 'type' || meaning?.weight ) {
			setCurrent( item.id );
			setPanel( { kind: 'pad', item, typed: said ?? '', code: single } );
			return;
		}
		await add( item, said ?? '1', single );
	};

	const readTag = async ( scan: Scan, items: KeptItem[] ) => {
		const fresh = await keepTags( desk, [ scan.text ], options.place );
		const [ item ] = items;
		signal( fresh.length ? 'known' : 'again', options );
		setCurrent( item?.id ?? null );
		setTold(
			fresh.length
				? addedWords( item?.name ?? scan.text, '1' )
				: againWords( item?.name ?? scan.text )
		);
		base.sync.kick();
	};

	const scan = async ( texts: readonly string[] ) => {
		const found = replica.finder.find( texts, new Date().getFullYear() );
		if ( found.scan.text === '' ) {
			return;
		}
		if ( found.scan.kind === 'tag' ) {
			await readTag( found.scan, found.items );
			return;
		}
		const known = found.items.length
			? found.items
			: await findByCode( base.db, replica, stocktake, found.scan );
		const [ item ] = known;
		if ( item && known.length === 1 ) {
			await take( item, found.scan );
			return;
		}
		signal( 'unknown', options );
		setPanel( { kind: 'unknown', scan: found.scan, items: known } );
	};

	/** Nobody knows it: the code is kept with how many there were, and somebody finds out later. */
	const note = async ( unknown: Scan, quantity: string ) => {
		await keep( {
			item_id: null,
			mode: 'add',
			quantity,
			code: nameOf( unknown ),
			round: 1,
		} );
		setPanel( null );
		setTold( addedWords( unknown.text, quantity ) );
	};

	const undo = async () => {
		const [ last ] = replica.book.own( 1 );
		if ( ! last ) {
			return;
		}
		await keep( {
			item_id: last.item_id,
			mode: 'undo',
			undo: last.uuid,
			round: last.round,
			place: last.place,
		} );
		const item =
			last.item_id === null ? null : replica.items.get( last.item_id );
		setCurrent( item?.id ?? null );
		setTold( tookBackWords( item?.name ?? last.code ) );
	};

	const close = useCallback( () => setPanel( null ), [] );

	/** Goes to an item without counting anything. */
	const pick = ( item: KeptItem ) => {
		setCurrent( item.id );
		setTold( '' );
		setPanel( null );
	};

	const settle = async (
		{ item, code }: PadPanel,
		quantity: string,
		noted: string
	) => {
		setPanel( null );
		await set( item, quantity, code, noted );
	};

	const top = async ( { item, code }: PadPanel, quantity: string ) => {
		setPanel( null );
		await add( item, quantity, code );
	};

	/** From the number pad on to the next thing. */
	const next = async ( texts: readonly string[] ) => {
		setPanel( null );
		await scan( texts );
	};

	return {
		current:
			current === null ? null : ( replica.items.get( current ) ?? null ),
		told,
		panel,
		mayTie: boot().can.adjust,
		add,
		take,
		pick,
		settle,
		top,
		next,
		scan,
		note,
		undo,
		close,
		show: setPanel,
	};
}

export type Counting = ReturnType< typeof useCounting >;
