import type { ItemFacts, Shrinkage, StockOnDate } from '../../schema';
import { request } from '../../shared/data/request';

const ROOT = '/woo-inventory-guard/v1/reports';

interface Read< T > {
	items: T[];
	/** Where the day asked for is not known by itself: from when on every day is. */
	foldedBefore: string | null;
}

/** All items, portion by portion: a shop of 100,000 is too large for one answer. */
async function readAll< T >(
	path: string,
	perPage: number,
	onSome: ( count: number ) => void,
	signal: AbortSignal
): Promise< Read< T > > {
	const all: T[] = [];
	let from: string | null = '0';
	let folded: string | null = null;
	while ( from !== null ) {
		const { body, header }: Awaited< ReturnType< typeof request< T[] > > > =
			await request< T[] >( {
				path: `${ ROOT }${ path }&per_page=${ perPage }&from_item=${ from }`,
				signal,
			} );
		all.push( ...body );
		onSome( all.length );
		from = header( 'X-WIG-Next' );
		folded ??= header( 'X-WIG-Folded-Before' );
	}
	return { items: all, foldedBefore: folded };
}

export const fetchStock = (
	day: string,
	onSome: ( count: number ) => void,
	signal: AbortSignal
) =>
	readAll< StockOnDate >(
		`/stock-on-date?day=${ day }`,
		5000,
		onSome,
		signal
	);

export const fetchFacts = (
	from: string,
	to: string,
	onSome: ( count: number ) => void,
	signal: AbortSignal
) =>
	readAll< ItemFacts >(
		`/items?from=${ from }&to=${ to }`,
		1000,
		onSome,
		signal
	);

/** @param query The days, as queryOf says them. */
export const fetchShrinkage = async ( query: string, signal: AbortSignal ) =>
	(
		await request< Shrinkage >( {
			path: `${ ROOT }/shrinkage?${ query }`,
			signal,
		} )
	).body;
