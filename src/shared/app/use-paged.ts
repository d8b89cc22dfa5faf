import { useRoute } from './route';

/** The page of a list whose only view is its page. */
export function usePaged() {
	const { search, go } = useRoute();
	const paged = new URLSearchParams( search ).get( 'paged' ) ?? '';
	return {
		page: /^[1-9]\d{0,5}$/.test( paged ) ? Number( paged ) : 1,
		turn: ( page: number ) =>
			go( page > 1 ? { paged: String( page ) } : {} ),
	};
}
