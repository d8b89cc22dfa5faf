const scripts = require( '@wordpress/scripts/config/webpack.config' );

module.exports = {
	...scripts,
	entry: { admin: './src/admin/index.tsx', storefront: './src/storefront/index.ts' },
	// A screen that grows too heavy fails size-budget.mjs, which measures what really travels.
	performance: { hints: false },
};
