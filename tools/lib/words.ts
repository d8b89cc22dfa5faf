// Finds every string that is shown to people, in PHP and in TypeScript.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

export const DOMAIN = 'woo-inventory-guard';

export interface Phrase {
	id: string;
	plural: string | null;
	context: string | null;
	/** For the translator. */
	comment: string | null;
	/** Files in which it stands. */
	places: string[];
	/** Whether the screen, and not only PHP, says it. */
	onScreen: boolean;
}

/** Which argument is what, by the name of the function. */
const FUNCTIONS: Record<
	string,
	{ plural?: number; context?: number; domain: number }
> = {
	__: { domain: 1 },
	_e: { domain: 1 },
	esc_html__: { domain: 1 },
	esc_html_e: { domain: 1 },
	esc_attr__: { domain: 1 },
	esc_attr_e: { domain: 1 },
	_x: { context: 1, domain: 2 },
	esc_html_x: { context: 1, domain: 2 },
	esc_attr_x: { context: 1, domain: 2 },
	_n: { plural: 1, domain: 3 },
	_nx: { plural: 1, context: 3, domain: 4 },
	_n_noop: { plural: 1, domain: 2 },
	_nx_noop: { plural: 1, context: 2, domain: 3 },
};

/**
 * All phrases of the plugin, in the order of their files.
 * @param root
 */
export function findPhrases( root: string ): Phrase[] {
	const found = new Map< string, Phrase >();
	const add = (
		file: string,
		phrase: Omit< Phrase, 'places' | 'onScreen' >
	): void => {
		const place = relative( root, file );
		const key = `${ phrase.context ?? '' }\u0004${ phrase.id }`;
		const known = found.get( key ) ?? {
			...phrase,
			places: [],
			onScreen: false,
		};
		known.comment ??= phrase.comment;
		known.plural ??= phrase.plural;
		known.onScreen ||= place.startsWith( 'src/' );
		if ( ! known.places.includes( place ) ) {
			known.places.push( place );
		}
		found.set( key, known );
	};
	const main = join( root, 'woo-inventory-guard.php' );
	for ( const header of [ 'Plugin Name', 'Description' ] ) {
		const id = new RegExp( `^ \\* ${ header }:\\s*(.+)$`, 'm' ).exec(
			readFileSync( main, 'utf8' )
		)?.[ 1 ];
		if ( id ) {
			add( main, {
				id,
				plural: null,
				context: null,
				comment: `${ header } of the plugin.`,
			} );
		}
	}
	for ( const file of [
		main,
		...filesOf( join( root, 'includes' ), /\.php$/ ),
		...filesOf( join( root, 'templates' ), /\.php$/ ),
	] ) {
		inPhp( readFileSync( file, 'utf8' ) ).forEach( ( phrase ) =>
			add( file, phrase )
		);
	}
	for ( const file of filesOf(
		join( root, 'src' ),
		/(?<!\.test|\.d)\.tsx?$/
	) ) {
		inTypeScript( file, readFileSync( file, 'utf8' ) ).forEach(
			( phrase ) => add( file, phrase )
		);
	}
	return [ ...found.values() ];
}

function filesOf( folder: string, name: RegExp ): string[] {
	return readdirSync( folder, { withFileTypes: true } )
		.sort( ( a, b ) => ( a.name < b.name ? -1 : 1 ) )
		.flatMap( ( entry ) => {
			const path = join( folder, entry.name );
			return entry.isDirectory()
				? filesOf( path, name )
				: name.test( entry.name )
					? [ path ]
					: [];
		} );
}

type Found = Omit< Phrase, 'places' | 'onScreen' >;

function phraseOf(
	name: string,
	texts: ( string | null )[],
	comment: string | null
): Found | null {
	const shape = FUNCTIONS[ name ];
	const id = texts[ 0 ];
	if (
		! shape ||
		texts[ shape.domain ] !== DOMAIN ||
		id === null ||
		id === undefined
	) {
		return null;
	}
	return {
		id,
		plural:
			shape.plural === undefined
				? null
				: ( texts[ shape.plural ] ?? null ),
		context:
			shape.context === undefined
				? null
				: ( texts[ shape.context ] ?? null ),
		comment,
	};
}

const COMMENT = /translators:\s*([\s\S]*?)\s*\*\//g;

export function inTypeScript( file: string, code: string ): Found[] {
	const source = ts.createSourceFile(
		file,
		code,
		ts.ScriptTarget.ES2022,
		true,
		file.endsWith( 'x' ) ? ts.ScriptKind.TSX : ts.ScriptKind.TS
	);
	const found: Found[] = [];
	let lastEnd = 0;
	const visit = ( node: ts.Node ): void => {
		if (
			ts.isCallExpression( node ) &&
			ts.isIdentifier( node.expression ) &&
			node.expression.text in FUNCTIONS
		) {
			// Only a comment between the phrase before and this one is about this one.
			const before = code.slice(
				Math.max( lastEnd, node.getStart() - 300 ),
				node.getStart()
			);
			const comment =
				[ ...before.matchAll( COMMENT ) ].at( -1 )?.[ 1 ] ?? null;
			const phrase = phraseOf(
				node.expression.text,
				node.arguments.map( textOf ),
				comment
			);
			if ( phrase ) {
				found.push( phrase );
				lastEnd = node.getEnd();
			}
		}
		ts.forEachChild( node, visit );
	};
	visit( source );
	return found;
}

const textOf = ( node: ts.Expression ): string | null =>
	ts.isStringLiteralLike( node ) ? node.text : null;

const CALL = new RegExp(
	`(?<![\\w>$:])(${ Object.keys( FUNCTIONS ).join( '|' ) })\\(`,
	'g'
);

export function inPhp( code: string ): Found[] {
	const found: Found[] = [];
	let lastEnd = 0;
	for ( const call of code.matchAll( CALL ) ) {
		const { texts, end } = readArguments(
			code,
			call.index + call[ 0 ].length
		);
		const before = code.slice(
			Math.max( lastEnd, call.index - 400 ),
			call.index
		);
		const comment =
			[ ...before.matchAll( COMMENT ) ].at( -1 )?.[ 1 ] ?? null;
		const phrase = phraseOf( call[ 1 ] ?? '', texts, comment );
		if ( phrase ) {
			found.push( phrase );
			lastEnd = end;
		}
	}
	return found;
}

/**
 * The arguments of a call in PHP: literal strings as they are, everything else as null.
 * @param code
 * @param start
 */
function readArguments(
	code: string,
	start: number
): { texts: ( string | null )[]; end: number } {
	const texts: ( string | null )[] = [];
	let at = start;
	let depth = 0;
	let text: string | null = null;
	let isOther = false;
	const finish = (): void => {
		texts.push( isOther ? null : text );
		text = null;
		isOther = false;
	};
	for ( ; at < code.length; at++ ) {
		const sign = code[ at ];
		if ( sign === "'" || sign === '"' ) {
			const literal = readLiteral( code, at );
			isOther ||= text !== null || depth > 0;
			text = literal.text;
			at = literal.end - 1;
		} else if ( sign === '(' || sign === '[' ) {
			depth++;
			isOther = true;
		} else if ( ( sign === ')' || sign === ']' ) && depth > 0 ) {
			depth--;
		} else if ( sign === ')' ) {
			finish();
			break;
		} else if ( sign === ',' && depth === 0 ) {
			finish();
		} else if ( sign !== undefined && ! /\s/.test( sign ) ) {
			isOther = true;
		}
	}
	return { texts, end: at };
}

function readLiteral(
	code: string,
	start: number
): { text: string; end: number } {
	const quote = code[ start ];
	let text = '';
	let at = start + 1;
	for ( ; at < code.length && code[ at ] !== quote; at++ ) {
		const next = code[ at + 1 ];
		if (
			code[ at ] === '\\' &&
			next !== undefined &&
			( next === quote || next === '\\' )
		) {
			text += next;
			at++;
		} else {
			text += code[ at ] ?? '';
		}
	}
	return { text, end: at + 1 };
}
