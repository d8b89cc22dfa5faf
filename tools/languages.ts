// node tools/run.mjs languages: brings languages/ up to date with the phrases in includes/ and src/. New phrases appear in the
// .po files with nothing said; what a language says already stays. With --check nothing is written, and what is missing
// or out of date is an error.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/paths.ts';
import {
	faultsOf,
	LANGUAGES,
	readPo,
	writeJson,
	writeMo,
	writePo,
} from './lib/po.ts';
import { main, say, Trouble } from './lib/say.ts';
import { DOMAIN, findPhrases } from './lib/words.ts';

/** The handle of the script that speaks (Admin\Assets). */
const SCRIPT = 'woo-inventory-guard-admin';

main( async () => {
	const isCheck = process.argv.includes( '--check' );
	const folder = join( root, 'languages' );
	mkdirSync( folder, { recursive: true } );
	const faults: string[] = [];
	const keep = ( name: string, content: string | Buffer ): void => {
		const path = join( folder, name );
		const wanted = Buffer.from( content );
		if ( existsSync( path ) && readFileSync( path ).equals( wanted ) ) {
			return;
		}
		if ( isCheck ) {
			faults.push(
				`languages/${ name } is out of date: node tools/run.mjs languages`
			);
		} else {
			writeFileSync( path, wanted );
			say( `languages/${ name }` );
		}
	};
	const phrases = findPhrases( root );
	keep( `${ DOMAIN }.pot`, writePo( phrases, null, new Map() ) );
	for ( const language of LANGUAGES ) {
		const name = `${ DOMAIN }-${ language.locale }`;
		const path = join( folder, `${ name }.po` );
		const said = existsSync( path )
			? readPo( readFileSync( path, 'utf8' ) )
			: new Map();
		faults.push( ...faultsOf( phrases, language, said ) );
		keep( `${ name }.po`, writePo( phrases, language, said ) );
		keep( `${ name }.mo`, writeMo( phrases, language, said ) );
		keep(
			`${ name }-${ SCRIPT }.json`,
			writeJson( phrases, language, said )
		);
	}
	faults.forEach( say );
	if ( faults.length && isCheck ) {
		throw new Trouble( `${ faults.length } faults in languages/.` );
	}
	say( `${ phrases.length } phrases in ${ LANGUAGES.length } languages.` );
} );
