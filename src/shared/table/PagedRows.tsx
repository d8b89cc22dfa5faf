import type { ReactNode } from 'react';
import type { Problem } from '../data/problem';
import { RowsFrame } from '../ui/RowsFrame';
import { Pager } from './Pager';

interface Props {
	/** As useRows has it. */
	list: {
		rows: readonly unknown[];
		total: number;
		waiting: 'first' | 'again' | null;
		problem: Problem | null;
		reload: () => unknown;
	};
	page: number;
	perPage: number;
	onPage: ( page: number ) => void;
	/** Said where there is nothing. */
	nothing: ReactNode;
	children: ReactNode;
}

/** One page of a list, or what stands in its place, and the way to its other pages. */
export const PagedRows = ( props: Props ) => {
	const { list, page, perPage, onPage, nothing, children } = props;
	return (
		<>
			<RowsFrame
				waiting={ list.waiting }
				problem={ list.problem }
				isEmpty={ list.rows.length === 0 }
				nothing={ nothing }
				onRetry={ list.reload }
			>
				{ children }
			</RowsFrame>
			{ list.total > perPage && ! list.problem && (
				<Pager
					page={ page }
					perPage={ perPage }
					total={ list.total }
					onPage={ onPage }
				/>
			) }
		</>
	);
};
