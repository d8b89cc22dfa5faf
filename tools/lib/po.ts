// Translations in the three forms that WordPress wants: .po for people, .mo for PHP, .json for scripts.
import type { Phrase } from './words.ts';

/** What a language says, by context and phrase. */
export type Translations = Map< string, string[] >;

export const keyOf = ( {
	context,
	id,
}: Pick< Phrase, 'context' | 'id' > ): string =>
	context === null ? id : `${ context }\u0004${ id }`;

export interface Language {
	locale: string;
	name: string;
	plurals: string;
	/** How many forms a plural has. */
	forms: number;
}

export const LANGUAGES: Language[] = [
	{
		locale: 'zh_CN',
		name: 'Chinese (China)',
		plurals: 'nplurals=1; plural=0;',
		forms: 1,
	},
	{
		locale: 'zh_TW',
		name: 'Chinese (Taiwan)',
		plurals: 'nplurals=1; plural=0;',
		forms: 1,
	},
];

const quote = ( text: string ): string => JSON.stringify( text );

/**
 * A .po file, or with no language the .pot template. Without dates: the same sources make the same file.
 * @param phrases
 * @param language
 * @param translations
 */
export function writePo(
	phrases: Phrase[],
	language: Language | null,
	translations: Translations
): string {
	const header = [
		'Project-Id-Version: Woo Inventory Guard',
		'MIME-Version: 1.0',
		'Content-Type: text/plain; charset=UTF-8',
		'Content-Transfer-Encoding: 8bit',
		...( language
			? [
					`Language: ${ language.locale }`,
					`Plural-Forms: ${ language.plurals }`,
				]
			: [] ),
		'X-Domain: woo-inventory-guard',
	];
	const head = [
		`# ${ language ? `${ language.name }. ` : '' }This file is distributed under the GPL-2.0-or-later.`,
		'msgid ""',
		'msgstr ""',
		...header.map( ( line ) => quote( `${ line }\n` ) ),
	];
	const blocks = phrases.map( ( phrase ) => {
		const said = translations.get( keyOf( phrase ) ) ?? [];
		const forms = language?.forms ?? 2;
		return [
			...( phrase.comment
				? [
						`#. translators: ${ phrase.comment.replace( /\s+/g, ' ' ) }`,
					]
				: [] ),
			...phrase.places.map( ( place ) => `#: ${ place }` ),
			...( phrase.context === null
				? []
				: [ `msgctxt ${ quote( phrase.context ) }` ] ),
			`msgid ${ quote( phrase.id ) }`,
			...( phrase.plural === null
				? [ `msgstr ${ quote( said[ 0 ] ?? '' ) }` ]
				: [
						`msgid_plural ${ quote( phrase.plural ) }`,
						...Array.from(
							{ length: forms },
							( _, form ) =>
								`msgstr[${ form }] ${ quote( said[ form ] ?? '' ) }`
						),
					] ),
		].join( '\n' );
	} );
	return [ head.join( '\n' ), ...blocks ].join( '\n\n' ) + '\n';
}

/**
 * What a .po file says. Understands strings that an editor has broken into several lines.
 * @param text
 */
export function readPo( text: string ): Translations {
	const translations: Translations = new Map();
	for ( const block of text.split( /\n\s*\n/ ) ) {
		const fields = new Map< string, string >();
		let field = '';
		for ( const line of block.split( '\n' ) ) {
			const match =
				/^(?:(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)\s+)?(".*")\s*$/.exec(
					line
				);
			if ( match?.[ 2 ] ) {
				field = match[ 1 ] ?? field;
				fields.set(
					field,
					( fields.get( field ) ?? '' ) +
						String( JSON.parse( match[ 2 ] ) )
				);
			}
		}
		const id = fields.get( 'msgid' );
		if ( id ) {
			const said = [ ...fields ]
				.filter( ( [ name ] ) => name.startsWith( 'msgstr' ) )
				.map( ( [ , value ] ) => value );
			translations.set(
				keyOf( { context: fields.get( 'msgctxt' ) ?? null, id } ),
				said
			);
		}
	}
	return translations;
}

/**
 * GNU's binary form: sorted originals, then translations, both as tables of length and offset.
 * @param phrases
 * @param language
 * @param translations
 */
export function writeMo(
	phrases: Phrase[],
	language: Language,
	translations: Translations
): Buffer {
	const header = `Content-Type: text/plain; charset=UTF-8\nLanguage: ${ language.locale }\nPlural-Forms: ${ language.plurals }\nX-Domain: woo-inventory-guard\n`;
	const pairs = phrases
		.map( ( phrase ) => ( {
			key:
				keyOf( phrase ) +
				( phrase.plural === null ? '' : `\0${ phrase.plural }` ),
			said: translations.get( keyOf( phrase ) ) ?? [],
		} ) )
		.filter( ( { said } ) => said.some( ( text ) => text !== '' ) )
		.map(
			( { key, said } ) =>
				[
					Buffer.from( key ),
					Buffer.from( said.join( '\0' ) ),
				] as const
		)
		.concat( [ [ Buffer.from( '' ), Buffer.from( header ) ] ] )
		.sort( ( [ a ], [ b ] ) => Buffer.compare( a, b ) );
	const tables = 28;
	const tableSize = pairs.length * 8;
	const head = Buffer.alloc( tables + 2 * tableSize );
	[
		0x950412de,
		0,
		pairs.length,
		tables,
		tables + tableSize,
		0,
		tables + 2 * tableSize,
	].forEach( ( value, index ) => head.writeUInt32LE( value, index * 4 ) );
	const texts: Buffer[] = [];
	let offset = head.length;
	[ 0, 1 ].forEach( ( side ) =>
		pairs.forEach( ( pair, index ) => {
			const text = pair[ side === 0 ? 0 : 1 ];
			const at = tables + side * tableSize + index * 8;
			head.writeUInt32LE( text.length, at );
			head.writeUInt32LE( offset, at + 4 );
			texts.push( text, Buffer.from( [ 0 ] ) );
			offset += text.length + 1;
		} )
	);
	return Buffer.concat( [ head, ...texts ] );
}

/**
 * What wp_set_script_translations() hands to a script: only what the screen says.
 * @param phrases
 * @param language
 * @param translations
 */
export function writeJson(
	phrases: Phrase[],
	language: Language,
	translations: Translations
): string {
	const messages = Object.fromEntries(
		phrases
			.filter( ( { onScreen } ) => onScreen )
			.map( ( phrase ) => [
				keyOf( phrase ),
				translations.get( keyOf( phrase ) ) ?? [],
			] )
	);
	return JSON.stringify( {
		domain: 'messages',
		locale_data: {
			messages: {
				'': {
					domain: 'messages',
					'plural-forms': language.plurals,
					lang: language.locale,
				},
				...messages,
			},
		},
	} );
}

/**
 * Phrases that a language does not say yet, or whose placeholders do not fit.
 * @param phrases
 * @param language
 * @param translations
 */
export function faultsOf(
	phrases: Phrase[],
	language: Language,
	translations: Translations
): string[] {
	const marks = ( text: string ): string =>
		( text.match( /%(?:\d\$)?[sd]/g ) ?? [] ).sort().join();
	return phrases.flatMap( ( phrase ) => {
		const said = translations.get( keyOf( phrase ) ) ?? [];
		const forms = phrase.plural === null ? 1 : language.forms;
		if ( said.length < forms || said.some( ( text ) => text === '' ) ) {
			return [ `${ language.locale }: not translated: ${ phrase.id }` ];
		}
		const wanted = [
			marks( phrase.id ),
			marks( phrase.plural ?? phrase.id ),
		];
		return said.every( ( text ) => wanted.includes( marks( text ) ) )
			? []
			: [ `${ language.locale }: placeholders differ: ${ phrase.id }` ];
	} );
}
