import { lazy, Suspense } from '@wordpress/element';
import { ErrorBoundary } from '../../shared/ui/ErrorBoundary';
import type { Props } from './Pictures';

const Pictures = lazy( async () => ( {
	default: (
		await import( /* webpackChunkName: "report-pictures" */ './Pictures' )
	).Pictures,
} ) );

/** The door to pictures: rows do not wait for what draws. */
export const ReportPictures = ( props: Props ) => (
	<ErrorBoundary>
		<Suspense fallback={ null }>
			<Pictures { ...props } />
		</Suspense>
	</ErrorBoundary>
);
