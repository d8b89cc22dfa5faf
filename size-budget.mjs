// What browsers have to fetch for our screen and for a shop's pages, gzipped, in bytes.
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';

const budget = {
	'build/admin.js': 60_000,
	'build/settings.js': 11_000,
	'build/first-run.js': 5_000,
	'build/commands.js': 1_500,
	'build/shortfalls.js': 6_000,
	'build/alerts.js': 9_000,
	'build/limits.js': 7_000,
	'build/rules.js': 12_000,
	'build/backups.js': 9_000,
	'build/ledger.js': 14_000,
	'build/restore.js': 9_000,
	'build/restore.css': 1_500,
	'build/reports.js': 9_000,
	'build/report-mails.js': 6_000,
	'build/report-pictures.js': 6_000,
	'build/files.js': 20_000,
	'build/feed-form.js': 5_000,
	'build/files.css': 2_500,
	// Reads files; fetched once one is chosen. Writes files; fetched once one is wanted.
	'build/files-worker.js': 16_000,
	'build/table-file-worker.js': 8_000,
	'build/labels.js': 9_500,
	'build/labels.css': 2_500,
	// The library that draws barcodes: fetched once there is something to print.
	'build/label-codes.js': 72_000,
	'build/ledger.css': 2_500,
	'build/stocktake-review.js': 15_500,
	'build/stocktake-review.css': 2_500,
	'build/stocktakes.js': 16_000,
	'build/stocktakes.css': 2_500,
	'build/bundles.js': 12_000,
	'build/variations.js': 9_000,
	'build/dashboard.js': 16_000,
	// The library that draws charts: fetched once the figures are there.
	'build/chart.js': 65_000,
	'build/sheet.js': 24_000,
	'build/bulk.js': 7_000,
	'build/admin.css': 9_000,
	// The counting screen on a phone; its camera, and the reader of pictures where the browser has none.
	'build/counting.js': 27_000,
	'build/counting.css': 4_000,
	'build/counting-worker.js': 2_000,
	'build/counting-camera.js': 3_000,
	'build/counting-reader.js': 16_000,
	// The tab in the product screen.
	'build/product-panel.js': 24_000,
	'build/product-panel.css': 4_000,
	// What every shopper has to fetch.
	'build/storefront.js': 1_000,
};

for ( const [ file, most ] of Object.entries( budget ) ) {
	const code = readFileSync( file );
	const size = gzipSync( code, { level: 9 } ).length;
	const fits = size <= most;
	// An inlined JSX runtime would speak to another React than WordPress brings.
	const pure = ! /react\.(transitional\.)?element/.test( code.toString() );
	console.log(
		`${ file }: ${ size } of ${ most } bytes gzipped${ fits ? '' : ', too big' }${ pure ? '' : ', holds a JSX runtime' }`
	);
	if ( ! fits || ! pure ) {
		process.exitCode = 1;
	}
}
