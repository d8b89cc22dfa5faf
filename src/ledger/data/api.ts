import type {
	Balance,
	Balances,
	DocumentLine,
	LedgerChoices,
	LedgerDocument,
	LedgerLine,
	LedgerQuery,
	Reversal,
} from '../../schema';
import { requestList, type Listed } from '../../shared/data/list';
import { request } from '../../shared/data/request';
import type { DocumentName } from '../logic/view';

const ROOT = '/woo-inventory-guard/v1';

/** Some lines, and where to go on. */
export interface Lines {
	rows: LedgerLine[];
	next: string | null;
	/** How far back was looked, where there may be more. */
	backTo: string | null;
}

const asParams = ( query: object ): string =>
	new URLSearchParams(
		Object.entries( query ).flatMap( ( [ name, value ] ) =>
			value === undefined ? [] : [ [ name, String( value ) ] ]
		)
	).toString();

const read = async < T >( path: string, signal?: AbortSignal ): Promise< T > =>
	( await request< T >( { path: ROOT + path, signal } ) ).body;

export async function fetchLines(
	query: LedgerQuery,
	signal?: AbortSignal
): Promise< Lines > {
	const { body, header } = await request< LedgerLine[] >( {
		path: `${ ROOT }/movements?${ asParams( query ) }`,
		signal,
	} );
	return {
		rows: body,
		next: header( 'X-WIG-Next' ),
		backTo: header( 'X-WIG-Back-To' ),
	};
}

export const fetchChoices = ( signal?: AbortSignal ) =>
	read< LedgerChoices >( '/movements/choices', signal );

export const fetchBalance = (
	item: number,
	at: string,
	signal?: AbortSignal
) =>
	read< Balance >(
		`/items/${ item }/balance?${ asParams( { at } ) }`,
		signal
	);

export const fetchBalances = (
	item: number,
	between: { after?: string; before?: string },
	signal?: AbortSignal
) =>
	read< Balances >(
		`/items/${ item }/balances?${ asParams( between ) }`,
		signal
	);

export const fetchDocuments = (
	query: { type: string | null; page: number; perPage: number },
	signal?: AbortSignal
): Promise< Listed< LedgerDocument > > =>
	requestList(
		`${ ROOT }/documents`,
		{
			page: query.page,
			per_page: query.perPage,
			reference_type: query.type ?? undefined,
		},
		signal
	);

const named = ( { type, id }: DocumentName ) => ( {
	reference_type: type,
	reference_id: id,
} );

export const fetchDocument = ( name: DocumentName, signal?: AbortSignal ) =>
	read< LedgerDocument >(
		`/documents/summary?${ asParams( named( name ) ) }`,
		signal
	);

export const fetchDocumentLines = (
	name: DocumentName,
	page: number,
	perPage: number,
	signal?: AbortSignal
): Promise< Listed< DocumentLine > > =>
	requestList(
		`${ ROOT }/documents/lines`,
		{ ...named( name ), page, per_page: perPage },
		signal
	);

/** A long one is not done with the answer: the same again goes on where it was. */
export const postReverse = async (
	{ type, id }: DocumentName,
	key: string
): Promise< NonNullable< Reversal > > =>
	(
		await request< NonNullable< Reversal > >( {
			path: `${ ROOT }/documents/reverse`,
			method: 'POST',
			data: { reference: { type, id } },
			key,
		} )
	).body;
