import { useRoute } from '../../shared/app/route';

/** What is open beside the list of schedules: a new one, one of them by number, or none. */
export function useOpen(): 'new' | number | null {
	const { search } = useRoute();
	const open = new URLSearchParams( search ).get( 'schedule' ) ?? '';
	if ( open === 'new' ) {
		return 'new';
	}
	return /^[1-9]\d{0,14}$/.test( open ) ? Number( open ) : null;
}
