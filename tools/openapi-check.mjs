// Validates an OpenAPI document with Redocly's rules: node tools/openapi-check.mjs FILE
import { readFileSync } from 'node:fs';
import { createConfig, lintFromString } from '@redocly/openapi-core';

const config = await createConfig( { extends: [ 'recommended' ] } );
const problems = await lintFromString( { source: readFileSync( process.argv[ 2 ], 'utf8' ), config } );
for ( const { severity, ruleId, message, location } of problems ) {
	process.stdout.write( `${ severity } ${ ruleId }: ${ message } (${ location?.[ 0 ]?.pointer ?? '' })\n` );
}
process.exit( problems.length === 0 ? 0 : 1 );
