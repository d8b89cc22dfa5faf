import { lazy, Suspense } from '@wordpress/element';
import type { SheetProps } from '../sheet';
import { Skeleton } from './Skeleton';

// Who only reads the list does not fetch the spreadsheet.
const SheetView = lazy( async () => ( {
	default: ( await import( /* webpackChunkName: "sheet" */ '../sheet' ) )
		.SheetView,
} ) );

/** The spreadsheet, fetched when it is opened. */
export const Spreadsheet = ( props: SheetProps ) => (
	<Suspense
		fallback={
			<Skeleton
				layout={ props.layout }
				isPhone={ false }
				hasPicks={ false }
			/>
		}
	>
		<SheetView { ...props } />
	</Suspense>
);
