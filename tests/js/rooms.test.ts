/**
 * @jest-environment node
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join( __dirname, '../..' );

/** Lines that go around a door: folder, code, the rule that must fire. */
const BREAKS: [ string, string, string ][] = [
	[ 'src/shared/ui', `import '../../items';`, 'import/no-restricted-paths' ],
	[
		'src/items/data',
		`import '../view/words';`,
		'import/no-restricted-paths',
	],
	[
		'src/items/logic',
		`import '../data/store';`,
		'import/no-restricted-paths',
	],
	[
		'src/items/logic',
		`import '../view/words';`,
		'import/no-restricted-paths',
	],
	[
		'src/admin',
		`import '../items/data/store';`,
		'import/no-restricted-paths',
	],
	[
		'src/product-panel',
		`import '../items/data/store';`,
		'import/no-restricted-paths',
	],
	[
		'src/items/view',
		`import '@wordpress/api-fetch';`,
		'no-restricted-imports',
	],
	[
		'src/items/view',
		`export const a = ( b: any ) => b;`,
		'@typescript-eslint/no-explicit-any',
	],
	[
		'src/items/view',
		`export const a = document.body as HTMLElement;`,
		'@typescript-eslint/consistent-type-assertions',
	],
];

/** The ESLint that lint-js runs, in a process of its own: Jest's loader is not for it. Nothing is written to src/. */
const LINT = `
	const { ESLint } = require( require.resolve( 'eslint', { paths: [ require.resolve( '@wordpress/scripts/package.json' ) ] } ) );
	const eslint = new ESLint();
	Promise.all( JSON.parse( process.argv[ 1 ] ).map( ( [ folder, code ], index ) =>
		eslint.lintText( code + '\\n', { filePath: folder + '/break-' + index + '.ts' } )
	) ).then( ( results ) => console.log( JSON.stringify( results.map( ( [ { messages } ] ) => messages.map( ( { ruleId } ) => ruleId ) ) ) ) );
`;

it( 'ESLint refuses every way around the doors of the rooms', () => {
	const told = execFileSync(
		process.execPath,
		[ '-e', LINT, JSON.stringify( BREAKS ) ],
		{ cwd: root, encoding: 'utf8' }
	);
	const rules = JSON.parse( told ) as string[][];
	expect(
		BREAKS.map( ( [ , code, rule ], index ) =>
			rules[ index ]?.includes( rule ) ? '' : `${ rule }: ${ code }`
		).join( '' )
	).toBe( '' );
}, 60_000 );
