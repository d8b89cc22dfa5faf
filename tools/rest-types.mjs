// Makes src/schema/index.d.ts from includes/Rest/Schema/*.json, the files that PHP reads at run time.
// `npm run types:rest` writes it; with --check nothing is written and a difference is an error.
import { readFileSync, readdirSync, writeFileSync, mkdirSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from 'json-schema-to-typescript';

const root = join( dirname( fileURLToPath( import.meta.url ) ), '..' );
const from = join( root, 'includes/Rest/Schema' );
const to = join( root, 'src/schema/index.d.ts' );

const files = new Map(
	readdirSync( from )
		.filter( ( name ) => name.endsWith( '.json' ) )
		.sort()
		.map( ( name ) => [ name, JSON.parse( readFileSync( join( from, name ), 'utf8' ) ) ] )
);

const titleOf = ( name ) => {
	const schema = files.get( name );
	if ( ! schema ) {
		throw new Error( `${ name } is referred to, but is no file in includes/Rest/Schema.` );
	}
	return schema.title;
};

// WordPress reads `required: true` at a property, TypeScript and JSON Schema read a list at the object.
// Keywords beside a $ref would make a copy of the type under another name, so only the $ref stays.
function normalise( schema ) {
	if ( Array.isArray( schema ) ) {
		return schema.map( normalise );
	}
	if ( schema === null || typeof schema !== 'object' ) {
		return schema;
	}
	if ( typeof schema.$ref === 'string' ) {
		return { $ref: `#/definitions/${ titleOf( schema.$ref ) }` };
	}
	const out = {};
	for ( const [ key, value ] of Object.entries( schema ) ) {
		if ( key === 'properties' ) {
			out.properties = Object.fromEntries( Object.entries( value ).map( ( [ name, property ] ) => [ name, normalise( property ) ] ) );
		} else if ( key === 'items' || key === 'additionalProperties' ) {
			out[ key ] = normalise( value );
		} else if ( ! [ 'required', 'minItems', 'maxItems', 'minProperties', 'default' ].includes( key ) ) {
			out[ key ] = value;
		}
	}
	if ( schema.properties ) {
		out.additionalProperties ??= false;
		out.required = Array.isArray( schema.required )
			? schema.required
			: Object.keys( schema.properties ).filter( ( name ) => schema.properties[ name ].required === true );
	}
	return out;
}

const definitions = Object.fromEntries( [ ...files.keys() ].map( ( name ) => [ titleOf( name ), normalise( files.get( name ) ) ] ) );
const text = await compile( { title: 'Unused', definitions, type: 'object', properties: {}, additionalProperties: false }, 'Unused', {
	unreachableDefinitions: true,
	bannerComment: '// Made from includes/Rest/Schema/*.json by `npm run types:rest`. Never edited.',
	style: { useTabs: true, singleQuote: true, printWidth: 140 },
} );
const types = text
	.replace( /export interface Unused \{\}\n+/, '' )
	.replace( / \*\n \* This interface was referenced by `Unused`'s JSON-Schema\n \* via the `definition` "\w+"\.\n/g, '' );

if ( process.argv.includes( '--check' ) ) {
	if ( ! existsSync( to ) || readFileSync( to, 'utf8' ) !== types ) {
		process.stderr.write( 'src/schema/index.d.ts is not what includes/Rest/Schema says. Run: npm run types:rest\n' );
		process.exit( 1 );
	}
} else {
	mkdirSync( dirname( to ), { recursive: true } );
	writeFileSync( to, types );
}
