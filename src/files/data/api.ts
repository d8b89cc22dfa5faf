import type {
	ExportItems,
	ExportItemsQuery,
	Import,
	ImportLine,
	ImportLinesQuery,
	ImportMappings,
	ImportMappingsRequest,
	ImportRequest,
	ImportRow,
} from '../../schema';
import { requestList, type Listed } from '../../shared/data/list';
import { request } from '../../shared/data/request';

const ROOT = '/woo-inventory-guard/v1';
const PATH = `${ ROOT }/imports`;

export const fetchImports = (
	page: number,
	perPage: number,
	signal: AbortSignal
): Promise< Listed< Import > > =>
	requestList< Import >( PATH, { page, per_page: perPage }, signal );

export const fetchImport = async (
	id: number,
	signal: AbortSignal
): Promise< Import > =>
	( await request< Import >( { path: `${ PATH }/${ id }`, signal } ) ).body;

export const fetchLines = (
	id: number,
	query: ImportLinesQuery,
	signal?: AbortSignal
): Promise< Listed< ImportLine > > =>
	requestList< ImportLine >(
		`${ PATH }/${ id }/lines`,
		{ ...query },
		signal
	);

export const postImport = async (
	data: ImportRequest,
	key: string
): Promise< Import > =>
	( await request< Import >( { path: PATH, method: 'POST', data, key } ) )
		.body;

export const postRows = async (
	id: number,
	rows: ImportRow[],
	key: string,
	signal?: AbortSignal
): Promise< Import > =>
	(
		await request< Import >( {
			path: `${ PATH }/${ id }/rows`,
			method: 'POST',
			data: { rows },
			key,
			signal,
		} )
	).body;

export type Step = 'check' | 'apply' | 'undo' | 'cancel';

/** One portion of long work. That a person wants rows with problems left out is said with each portion of applying. */
export const postStep = async (
	id: number,
	step: Step,
	key: string,
	skipProblems = false,
	signal?: AbortSignal
): Promise< Import > =>
	(
		await request< Import >( {
			path: `${ PATH }/${ id }/${ step }`,
			method: 'POST',
			data: step === 'apply' ? { skip_problems: skipProblems } : {},
			key,
			signal,
		} )
	).body;

export const fetchMappings = async (
	signal?: AbortSignal
): Promise< ImportMappings > =>
	(
		await request< ImportMappings >( {
			path: `${ PATH }/mappings`,
			signal,
		} )
	).body;

export const putMappings = async (
	data: ImportMappingsRequest,
	version: number,
	key: string
): Promise< ImportMappings > =>
	(
		await request< ImportMappings >( {
			path: `${ PATH }/mappings`,
			method: 'PUT',
			data,
			key,
			ifMatch: version,
		} )
	).body;

/** Some items, and where the next ones begin. */
export async function fetchExport(
	query: ExportItemsQuery,
	signal: AbortSignal
): Promise< ExportItems > {
	const asked = Object.entries( query ).flatMap( ( [ name, value ] ) =>
		value === undefined || value === '' ? [] : [ [ name, String( value ) ] ]
	);
	return (
		await request< ExportItems >( {
			path: `${ ROOT }/exports/items?${ new URLSearchParams( asked ).toString() }`,
			signal,
		} )
	).body;
}
