import assert from 'node:assert/strict';
import { join } from 'node:path';
import { exec } from '../../tools/lib/exec.ts';
import type { Native } from '../../tools/lib/native.ts';
import { root } from '../../tools/lib/paths.ts';
import type { Report } from '../../tools/lib/report.ts';

/** For each storage of orders. The whole twenty (`WIG_WALK_SEEDS=10`) take ten minutes; every run of the tests does these. */
const SEEDS = Number( process.env.WIG_WALK_SEEDS ?? 4 );
const STEPS = Number( process.env.WIG_WALK_STEPS ?? 500 );
/** At once; the machine may have no more. */
const WALKERS = 2;

/**
 * A copy of the shop for one walk, so that walks do not disturb each other: the jobs of a shop look at all its orders.
 * @param native
 * @param name
 */
async function copyShop( native: Native, name: string ): Promise< void > {
	assert.ok( native.db );
	const tables = ( await native.db.sql( 'SHOW TABLES', native.dbName ) )
		.trim()
		.split( '\n' );
	const copies = tables.map(
		( table ) =>
			`CREATE TABLE \`${ name }\`.\`${ table }\` LIKE \`${ native.dbName }\`.\`${ table }\`; INSERT INTO \`${ name }\`.\`${ table }\` SELECT * FROM \`${ native.dbName }\`.\`${ table }\`;`
	);
	await native.db.sql(
		`DROP DATABASE IF EXISTS ${ name }; CREATE DATABASE ${ name } CHARACTER SET utf8mb4; ${ copies.join( ' ' ) }`
	);
}

async function walk(
	t: Report,
	native: Native,
	seed: number,
	storage: string
): Promise< void > {
	await t.check(
		`A random walk of ${ STEPS } steps agrees with the model after each, seed ${ seed } (${ storage })`,
		async () => {
			const database = `walk_${ seed }`;
			await copyShop( native, database );
			const ran = await exec(
				'php',
				[
					'-d',
					'memory_limit=512M',
					'-d',
					'opcache.enable_cli=1',
					join( root, 'tests/shop/php/walk.php' ),
					String( seed ),
					String( STEPS ),
					database,
				],
				{
					env: { ...process.env, WIG_WP_DIR: native.dir },
				}
			);
			await native.db?.sql( `DROP DATABASE ${ database }` );
			assert.equal( ran.code, 0, ran.output );
			t.note( ran.output.trim() );
		}
	);
}

/**
 * Acceptance 2 of issue B. Every storage of orders has seeds of its own; `WIG_WALK_SEEDS`, `WIG_WALK_SEED` and `WIG_WALK_STEPS` choose.
 * @param t
 * @param native
 * @param storage
 */
export async function walks(
	t: Report,
	native: Native,
	storage: string
): Promise< void > {
	const first = storage.includes( 'own tables' ) ? 11 : 1;
	const chosen = process.env.WIG_WALK_SEED;
	const seeds = chosen
		? chosen.split( ',' ).map( Number )
		: Array.from( { length: SEEDS }, ( _, place ) => first + place );
	const walker = async (): Promise< void > => {
		for (
			let seed = seeds.shift();
			seed !== undefined;
			seed = seeds.shift()
		) {
			await walk( t, native, seed, storage );
		}
	};
	// What is compared here does not depend on how a power cut would end.
	await native.db?.sql( 'SET GLOBAL innodb_flush_log_at_trx_commit = 0' );
	await Promise.all( Array.from( { length: WALKERS }, walker ) );
	await native.db?.sql( 'SET GLOBAL innodb_flush_log_at_trx_commit = 1' );
}
