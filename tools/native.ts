// A WordPress with the plugin on this machine's PHP and MariaDB, kept running until Ctrl-C:
// node tools/run.mjs native [--woocommerce] [--sqlite] [--multisite] [--name NAME] [--workers N]
// The last line printed is one line of JSON that tells how to reach it.
import { parseArgs } from 'node:util';
import { startNative } from './lib/native.ts';
import { main, sayTo } from './lib/say.ts';

main( async () => {
	sayTo( process.stderr );
	const { values } = parseArgs( {
		options: {
			woocommerce: { type: 'boolean' },
			sqlite: { type: 'boolean' },
			multisite: { type: 'boolean' },
			name: { type: 'string' },
			workers: { type: 'string' },
		},
	} );
	const native = await startNative( { ...values, workers: values.workers ? Number( values.workers ) : undefined } );
	const { url, dir, wordpress, woocommerce, admin, db, dbName, server } = native;
	process.stdout.write(
		JSON.stringify( {
			url,
			dir,
			wordpress,
			woocommerce,
			db: db && { socket: db.socket, port: db.port, user: db.user, password: db.password, name: dbName },
			admin: { user: admin.user, password: admin.password, app_password: admin.appPassword },
			pids: [ server.pid, ...( db ? [ db.pid ] : [] ) ],
		} ) + '\n'
	);
	await server.exited;
} );
