const scripts = require( '@wordpress/scripts/config/webpack.config' );

module.exports = {
	...scripts,
	entry: {
		admin: './src/admin/index.tsx',
		commands: './src/commands/index.ts',
		counting: './src/counting/index.tsx',
		'counting-worker': './src/counting/worker/index.ts',
		'product-panel': './src/product-panel/index.tsx',
		storefront: './src/storefront/index.ts',
	},
	optimization: {
		...scripts.optimization,
		splitChunks: {
			...scripts.optimization.splitChunks,
			// What only one screen needs stays in its file, under its name, where size-budget.mjs sees it.
			cacheGroups: {
				...scripts.optimization.splitChunks.cacheGroups,
				defaultVendors: false,
			},
		},
	},
	// A screen that grows too heavy fails size-budget.mjs, which measures what really travels.
	performance: { hints: false },
};
