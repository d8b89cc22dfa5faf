// The full version, `npm run fault`.
import type { Part } from '../../tools/lib/report.ts';
import { faults } from './faults.ts';

export const run: Part = ( t ) => faults( t, { reservations: 2000, clients: 6, kills: 120, crashes: 4, deadlocks: 500 } );
