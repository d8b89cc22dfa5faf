import type { LedgerQuery } from '../../schema';
import { momentOf } from '../../shared/format/time';

export const SHOWS = [ 'lines', 'documents' ] as const;
export type Show = ( typeof SHOWS )[ number ];

/** A document by kind and number. */
export interface DocumentName {
	type: string;
	id: string;
}

/** What is looked at: kept in the address. */
export interface View {
	show: Show;
	item: number | null;
	reason: string | null;
	/** 0 is the shop itself. */
	person: number | null;
	/** Number of a document, of any kind. */
	number: string;
	location: number | null;
	/** First and last day on the shop's calendar; '' for no bound. */
	from: string;
	to: string;
	/** Of the list of documents. */
	kind: string | null;
	page: number;
	/** The document that is open. */
	open: DocumentName | null;
}

export const PER_PAGE = 50;
export const DOCUMENTS = 20;

const SLUG = /^[a-z][a-z0-9_-]{0,31}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const positive = ( text: string | null ): number | null =>
	text !== null && /^[1-9]\d{0,14}$/.test( text ) ? Number( text ) : null;

const slug = ( text: string | null ): string | null =>
	text !== null && SLUG.test( text ) ? text : null;

const day = ( text: string | null ): string =>
	text !== null && DAY.test( text ) && ! Number.isNaN( Date.parse( text ) )
		? text
		: '';

/** Anything may stand in an address: what makes no sense there narrows nothing. */
export function readView( params: URLSearchParams ): View {
	return {
		show:
			SHOWS.find( ( known ) => known === params.get( 'show' ) ) ??
			'lines',
		item: positive( params.get( 'item' ) ),
		reason: slug( params.get( 'reason' ) ),
		person:
			params.get( 'person' ) === '0'
				? 0
				: positive( params.get( 'person' ) ),
		number: ( params.get( 'number' ) ?? '' ).slice( 0, 64 ),
		location: positive( params.get( 'location' ) ),
		from: day( params.get( 'from' ) ),
		to: day( params.get( 'to' ) ),
		kind: slug( params.get( 'kind' ) ),
		page: positive( params.get( 'paged' ) ) ?? 1,
		open: nameOf( params.get( 'document' ) ),
	};
}

/** Nothing is written that narrows nothing. */
export const writeView = ( view: View ): Record< string, string > =>
	Object.fromEntries(
		Object.entries( {
			show: view.show === 'lines' ? '' : view.show,
			item: view.item ?? '',
			reason: view.reason ?? '',
			person: view.person ?? '',
			number: view.number,
			location: view.location ?? '',
			from: view.from,
			to: view.to,
			kind: view.kind ?? '',
			paged: view.page > 1 ? view.page : '',
			document: view.open ? `${ view.open.type }:${ view.open.id }` : '',
		} ).flatMap( ( [ name, value ] ) =>
			value === '' ? [] : [ [ name, String( value ) ] ]
		)
	);

function nameOf( text: string | null ): DocumentName | null {
	const [ , type, id ] = /^([a-z][a-z0-9_-]*):(.+)$/.exec( text ?? '' ) ?? [];
	return type && id ? { type, id } : null;
}

export const NOTHING_NARROWED: Pick<
	View,
	'item' | 'reason' | 'person' | 'number' | 'location' | 'from' | 'to'
> = {
	item: null,
	reason: null,
	person: null,
	number: '',
	location: null,
	from: '',
	to: '',
};

export const isNarrowed = ( view: View ): boolean =>
	view.item !== null ||
	view.reason !== null ||
	view.person !== null ||
	view.number.trim() !== '' ||
	view.location !== null ||
	view.from !== '' ||
	view.to !== '';

/** The moments before the first and after the last day; REST counts neither. */
export function boundsOf( view: View, timezone: string ) {
	const after = view.from
		? momentOf( view.from, '00:00:00', timezone ).getTime() - 1
		: null;
	const before = view.to
		? momentOf( nextDay( view.to ), '00:00:00', timezone ).getTime()
		: null;
	return {
		...( after === null ? {} : { after: new Date( after ).toISOString() } ),
		...( before === null
			? {}
			: { before: new Date( before ).toISOString() } ),
	};
}

const nextDay = ( date: string ): string =>
	new Date( Date.parse( date ) + 86_400_000 ).toISOString().slice( 0, 10 );

/** "#1042" is how orders are written. */
export const numberIn = ( text: string ): string =>
	text.trim().replace( /^#/, '' );

export const queryOf = ( view: View, timezone: string ): LedgerQuery => ( {
	per_page: PER_PAGE,
	...( view.item === null ? {} : { item_id: view.item } ),
	...( view.reason === null ? {} : { reason: view.reason } ),
	...( view.person === null ? {} : { actor: view.person } ),
	...( numberIn( view.number ) === ''
		? {}
		: { reference_id: numberIn( view.number ) } ),
	...( view.location === null ? {} : { location_id: view.location } ),
	...boundsOf( view, timezone ),
} );
