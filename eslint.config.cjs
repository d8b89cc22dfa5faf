const base = require( '@wordpress/scripts/config/eslint.config.cjs' );
// eslint-disable-next-line import/no-extraneous-dependencies -- comes with @wordpress/scripts.
const wordpress = require( '@wordpress/eslint-plugin' );

// The rooms of src/ (DESIGN.md section 2). Globs need the long form: './src/*/data' alone is silently ignored.
const FEATURES = [
	'dashboard',
	'items',
	'bundles',
	'variations',
	'shortfalls',
	'alerts',
	'limits',
	'backups',
	'ledger',
	'reports',
	'rules',
	'first-run',
	'settings',
	'stocktakes',
	'labels',
	'restore',
	'files',
];

const behindTheDoor = FEATURES.map( ( feature ) => ( {
	target: [
		'./src/admin/**/*',
		'./src/counting/**/*',
		'./src/product-panel/**/*',
		...FEATURES.filter( ( other ) => other !== feature ).map(
			( other ) => `./src/${ other }/**/*`
		),
	],
	from: `./src/${ feature }/*/**/*`,
	message: `Come in through src/${ feature }/index.ts.`,
} ) );

const zones = [
	{
		target: './src/shared/**/*',
		from: [
			'./src/admin/**/*',
			'./src/counting/**/*',
			'./src/product-panel/**/*',
			...FEATURES.map( ( f ) => `./src/${ f }/**/*` ),
		],
		message: 'shared/ knows no feature.',
	},
	{
		target: './src/*/data/**/*',
		from: './src/*/view/**/*',
		message: 'A store never imports a view.',
	},
	{
		target: './src/*/logic/**/*',
		from: [
			'./src/*/data/**/*',
			'./src/*/view/**/*',
			'./src/shared/ui/**/*',
			'./src/shared/table/**/*',
		],
		message: 'logic/ is pure: types and other pure functions only.',
	},
	{
		target: './src/schema/**/*',
		from: './src/!(schema)/**/*',
		message: 'schema/ is made from JSON.',
	},
	...behindTheDoor,
];

module.exports = [
	...base,
	{ ignores: [ 'build/**', 'vendor/**', 'src/schema/**', '.wig/**' ] },
	{
		files: [ 'src/**/*.{ts,tsx}' ],
		rules: {
			'@wordpress/i18n-text-domain': [
				'error',
				{ allowedTextDomain: 'woo-inventory-guard' },
			],
			'@wordpress/components-no-missing-40px-size-prop': 'error',
			'@wordpress/components-no-unsafe-button-disabled': 'error',
			'@wordpress/data-no-store-string-literals': 'error',
			'@typescript-eslint/no-explicit-any': 'error',
			'import/no-cycle': 'error',
			'import/no-default-export': 'error',
			'import/no-restricted-paths': [ 'error', { zones } ],
			// The types say what the parameters are; comments say why.
			'jsdoc/require-param': 'off',
			'jsdoc/check-tag-names': [
				'error',
				{ definedTags: [ 'jest-environment' ] },
			],
			'max-lines': [ 'error', { max: 200, skipBlankLines: true } ],
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						{
							group: [ '@wordpress/api-fetch' ],
							message: 'Only data/ talks to REST.',
						},
					],
				},
			],
			// Answers of REST become types in one place; everywhere else a type is proven, not claimed.
			'@typescript-eslint/consistent-type-assertions': [
				'error',
				{ assertionStyle: 'never' },
			],
		},
	},
	{
		files: [ 'src/*/data/**' ],
		rules: {
			'no-restricted-imports': 'off',
			'@typescript-eslint/consistent-type-assertions': 'off',
		},
	},
	...wordpress.configs[ 'test-unit' ].map( ( config ) => ( {
		...config,
		files: [ '**/*.test.{ts,tsx}' ],
	} ) ),
	{
		files: [ '**/*.test.{ts,tsx}', 'tests/js/**' ],
		rules: {
			'no-restricted-imports': 'off',
			'import/no-restricted-paths': 'off',
			'@typescript-eslint/consistent-type-assertions': 'off',
			'max-lines': 'off',
			'jsdoc/check-tag-names': [
				'error',
				{ definedTags: [ 'jest-environment' ] },
			],
		},
	},
];
