// eslint-disable-next-line import/no-extraneous-dependencies -- the one that @wordpress/scripts brings and uses.
const MiniCssExtractPlugin = require( 'mini-css-extract-plugin' );
const scripts = require( '@wordpress/scripts/config/webpack.config' );

/**
 * The style of a screen that is fetched later. Its address has the version of the app's own style, else a browser would go
 * on with the one from before an update. (This goes into the built script as it stands.)
 * @param {HTMLLinkElement} link
 */
function insertStyle( link ) {
	const app = document.getElementById( 'woo-inventory-guard-admin-css' );
	const version = app && /[?&]ver=[^&]*/.exec( app.getAttribute( 'href' ) );
	if ( version ) {
		link.href += '?' + version[ 0 ].slice( 1 );
	}
	document.head.appendChild( link );
}

module.exports = {
	...scripts,
	plugins: [
		...scripts.plugins.filter(
			( plugin ) => ! ( plugin instanceof MiniCssExtractPlugin )
		),
		new MiniCssExtractPlugin( {
			filename: '[name].css',
			insert: insertStyle,
		} ),
	],
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
