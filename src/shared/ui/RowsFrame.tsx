import type { ReactNode } from 'react';
import type { Problem } from '../data/problem';
import { Loading } from './Loading';
import { NotLoaded } from './NotLoaded';

interface Props {
	waiting: 'first' | 'again' | null;
	problem: Problem | null;
	isEmpty: boolean;
	/** Said where there is nothing. */
	nothing: ReactNode;
	onRetry: () => void;
	children: ReactNode;
}

/** Rows, or what stands in their place: bars, a failure with Retry, nothing. */
export function RowsFrame( props: Props ) {
	const { waiting, problem, isEmpty, nothing, onRetry, children } = props;
	if ( problem ) {
		return <NotLoaded problem={ problem } onRetry={ onRetry } />;
	}
	if ( waiting === 'first' ) {
		return <Loading className="wig-rows-wait" />;
	}
	return isEmpty && ! waiting ? nothing : children;
}
