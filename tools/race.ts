// npm run race -- --units U --buyers B [--processes P] [--items I] [--bundles] [--alternatives] [--fractions]
import { parseArgs } from 'node:util';
import { startNative } from './lib/native.ts';
import { race, verdict } from './lib/race.ts';
import { main, say, Trouble } from './lib/say.ts';

main( async () => {
	const { values } = parseArgs( {
		options: {
			units: { type: 'string' },
			buyers: { type: 'string' },
			processes: { type: 'string', default: '8' },
			items: { type: 'string' },
			bundles: { type: 'boolean', default: false },
			alternatives: { type: 'boolean', default: false },
			fractions: { type: 'boolean', default: false },
		},
	} );
	const bundles = values.bundles || values.alternatives;
	const options = {
		units: count( 'units', values.units ),
		buyers: count( 'buyers', values.buyers ),
		processes: count( 'processes', values.processes ),
		// Bundles that share a component are a race of their own only from two on.
		items: count( 'items', values.items ?? ( bundles ? '2' : '1' ) ),
		bundles,
		alternatives: values.alternatives,
		fractions: values.fractions,
	};
	const site = await startNative();
	try {
		say( `${ options.buyers } buyers in ${ options.processes } processes want one unit each of ${ options.items } item(s) with ${ options.units } units ...` );
		const result = await race( site, options, say );
		const wrong = verdict( result );
		const complaints = site.complaints();
		if ( complaints !== '' ) {
			wrong.push( `PHP complained:\n${ complaints.slice( 0, 2000 ) }` );
		}
		wrong.forEach( ( line ) => say( `Wrong: ${ line }` ) );
		say( JSON.stringify( result ) );
		return wrong.length === 0 ? 0 : 1;
	} finally {
		await site.stop();
	}
} );

function count( name: string, value: string | undefined ): number {
	const number = Number( value );
	if ( ! Number.isInteger( number ) || number < 1 || number > 100_000 ) {
		throw new Trouble( `--${ name } must be a whole number from 1 on.\nUsage: npm run race -- --units U --buyers B [--processes P] [--items I] [--bundles] [--alternatives] [--fractions]` );
	}
	return number;
}
