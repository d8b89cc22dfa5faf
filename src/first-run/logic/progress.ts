import type { FirstRun } from '../../schema';

type Import = NonNullable< FirstRun[ 'import' ] >;

/** Share of the way, 0 to 1. A shop without products has arrived. */
export function shareOf( { state, done, total }: Import ): number {
	if ( state === 'done' || total === 0 ) {
		return state === 'done' ? 1 : 0;
	}
	return Math.min( 1, done / total );
}
