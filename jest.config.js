const base = require( '@wordpress/scripts/config/jest-unit.config.js' );
const babel = Object.values( base.transform )[ 0 ];

// ESM-only packages: Jest cannot require() them on Node 20.
const esmOnly = [ '@tanstack', 'uuid', '@wordpress/theme' ];

module.exports = {
	...base,
	// A machine that runs other tests beside is slow, not wrong.
	testTimeout: 30_000,
	setupFilesAfterEnv: [ '<rootDir>/tests/js/setup.ts' ],
	testMatch: [
		'<rootDir>/src/**/*.test.{ts,tsx}',
		'<rootDir>/tests/js/**/*.test.{ts,tsx}',
	],
	moduleNameMapper: { ...base.moduleNameMapper, '\\.scss$': '<rootDir>/tests/js/style.ts' },
	transform: { '\\.m?[jt]sx?$': babel },
	transformIgnorePatterns: [
		`/node_modules/(?!(?:.*/node_modules/)?(?:${ esmOnly.join( '|' ) })/)`,
	],
};
