import type { ImportMapping, ImportMappingOptions } from '../../schema';
import type { Field } from './fields';

/** What each column is by a mapping that was saved; a heading that it does not know is left out. */
export function fieldsOf(
	{ columns }: ImportMapping,
	headings: readonly string[]
): Field[] {
	const known = new Map(
		columns.map( ( { heading, field } ) => [ heading, field ] )
	);
	return headings.map( ( heading ) => known.get( heading ) ?? '' );
}

/** The newest stands first; one of the same name is replaced. Only columns that are read are kept. */
export const withMapping = (
	mappings: readonly ImportMapping[],
	name: string,
	headings: readonly string[],
	fields: readonly Field[],
	options: ImportMappingOptions
): ImportMapping[] => [
	{
		name,
		columns: headings.flatMap( ( heading, place ) => {
			const field = fields[ place ] ?? '';
			return field === '' ? [] : [ { heading, field } ];
		} ),
		// The moment of a count is another one each time.
		options: { ...options, counted_at: null },
	},
	...withoutMapping( mappings, name ),
];

export const withoutMapping = (
	mappings: readonly ImportMapping[],
	name: string
): ImportMapping[] => mappings.filter( ( mapping ) => mapping.name !== name );
