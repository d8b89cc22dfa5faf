// The small version, a part of `npm test`: enough of each fault to notice a mistake.
import type { Part } from '../../tools/lib/report.ts';
import { faults } from './faults.ts';

export const run: Part = ( t ) => faults( t, { reservations: 400, clients: 4, kills: 20, crashes: 1, deadlocks: 40 } );
