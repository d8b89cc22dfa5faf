import type { Bench } from '../../tools/lib/report.ts';
import { findWooCommerce } from '../../tools/lib/sources.ts';
import { firstImport } from './import/first-import.ts';

/** Switching the plugin on in a shop that has been there for years. */
export const figures: Bench = async ( note ) => ( ( await findWooCommerce() ) ? firstImport( note ) : { first_import_s_100k: null } );
