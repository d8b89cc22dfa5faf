import { lazy, Suspense, useRef } from '@wordpress/element';
import { boot } from '../../../shared/app/boot';
import type { BulkProps } from '../bulk';

const BulkView = lazy( async () => ( {
	default: ( await import( /* webpackChunkName: "bulk" */ '../bulk' ) )
		.BulkView,
} ) );

/** Changes of many items; fetched once somebody wants one, or where one is under way. */
export function ManyItems( props: BulkProps ) {
	const isWanted = useRef( boot().bulk_running === true );
	// What it began it watches to the end, also when the form is closed again.
	isWanted.current ||= props.isOpen;
	return isWanted.current ? (
		<Suspense fallback={ null }>
			<BulkView { ...props } />
		</Suspense>
	) : null;
}
