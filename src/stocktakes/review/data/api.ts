import type {
	Stocktake,
	StocktakeDecided,
	StocktakeHistory,
	StocktakeLine,
	StocktakePhoto,
	StocktakePicture,
	StocktakeReport,
	StocktakeSums,
	StocktakeUpdate,
} from '../../../schema';
import { requestList, type Listed } from '../../../shared/data/list';
import { request } from '../../../shared/data/request';
import type { Order } from '../logic/decide';
import { asRow, type Row } from '../logic/line';
import { PER_PAGE, type View } from '../logic/view';

const one = ( id: number ) => `/woo-inventory-guard/v1/stocktakes/${ id }`;

const read = async < T >( path: string, signal?: AbortSignal ): Promise< T > =>
	( await request< T >( { path, signal } ) ).body;

const write = async < T >(
	path: string,
	data: unknown,
	key: string,
	method: 'POST' | 'PUT' = 'POST'
): Promise< T > => ( await request< T >( { path, method, data, key } ) ).body;

export const fetchStocktake = ( id: number, signal?: AbortSignal ) =>
	read< Stocktake >( one( id ), signal );

export const fetchSums = ( id: number, signal?: AbortSignal ) =>
	read< StocktakeSums >( `${ one( id ) }/sums`, signal );

export const fetchReport = ( id: number, signal?: AbortSignal ) =>
	read< StocktakeReport >( `${ one( id ) }/report`, signal );

export const fetchHistory = (
	id: number,
	item: number,
	signal?: AbortSignal
) =>
	read< StocktakeHistory >( `${ one( id ) }/line?item_id=${ item }`, signal );

/** Photos that people took of an item, without the pictures. */
export const fetchPhotos = ( id: number, item: number, signal?: AbortSignal ) =>
	read< StocktakePhoto[] >(
		`${ one( id ) }/photos?item_id=${ item }`,
		signal
	);

export const fetchPicture = (
	id: number,
	photo: number,
	signal?: AbortSignal
) =>
	read< StocktakePicture >(
		`${ one( id ) }/photo?photo_id=${ photo }`,
		signal
	);

/** For good. */
export async function deletePhoto(
	id: number,
	photo: number
): Promise< void > {
	await request( {
		path: `${ one( id ) }/photo`,
		method: 'DELETE',
		data: { photo_id: photo },
	} );
}

/** A page of lines. */
export async function fetchLines(
	id: number,
	{
		show,
		sort,
		search,
		page,
	}: Pick< View, 'show' | 'sort' | 'search' | 'page' >,
	signal?: AbortSignal
): Promise< Listed< Row > > {
	const listed = await requestList< StocktakeLine >(
		`${ one( id ) }/review`,
		{
			show,
			orderby: sort,
			search: search.trim() || undefined,
			page,
			per_page: PER_PAGE,
		},
		signal
	);
	return { ...listed, rows: listed.rows.map( asRow ) };
}

export const putState = (
	id: number,
	state: NonNullable< StocktakeUpdate[ 'state' ] >,
	key: string
) => write< Stocktake >( one( id ), { state }, key, 'PUT' );

/** A long one is not done with the answer: the same again goes on where it was. */
export const postApply = ( id: number, key: string ) =>
	write< Stocktake >( `${ one( id ) }/apply`, {}, key );

export const postUndo = ( id: number, key: string ) =>
	write< Stocktake >( `${ one( id ) }/undo`, {}, key );

/** Sends what was ordered to where it belongs. */
export const postOrder = ( id: number, { to, body }: Order, key: string ) =>
	write< StocktakeDecided >( `${ one( id ) }/${ to }`, body, key );
