import { homedir } from 'node:os';
import { join } from 'node:path';

/** The checkout. run.mjs sets WIG_ROOT, because a bundle lies elsewhere than its source. */
export const root = process.env.WIG_ROOT ?? process.cwd();

/** What one checkout keeps between runs: databases, WordPress copies, downloads it unpacked. Ignored by git. */
export const state = join( root, '.wig' );

/** Shared by all checkouts of this user: WordPress, WooCommerce, the SQLite driver. */
export const cache = join( process.env.XDG_CACHE_HOME || join( homedir(), '.cache' ), 'woo-inventory-guard' );
