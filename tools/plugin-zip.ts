// npm run plugin-zip: woo-inventory-guard.zip, as a shop installs it.
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildPluginIfNeeded } from './lib/build.ts';
import { root } from './lib/paths.ts';
import { copyPlugin } from './lib/plugin-files.ts';
import { main, say } from './lib/say.ts';
import { zipFolder } from './lib/zip.ts';

main( async () => {
	await buildPluginIfNeeded();
	const folder = join( root, '.wig/zip/woo-inventory-guard' );
	const zip = join( root, 'woo-inventory-guard.zip' );
	copyPlugin( folder );
	const files = zipFolder( folder, zip );
	rmSync( join( root, '.wig/zip' ), { recursive: true, force: true } );
	say( `woo-inventory-guard.zip: ${ files } files, ${ Math.round( statSync( zip ).size / 1024 ) } KB. Install it in wp-admin under Plugins > Add New > Upload.` );
} );
