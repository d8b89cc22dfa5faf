import { useCallback, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Import, ImportLinesQuery } from '../../schema';
import { useAsked } from '../../shared/app/use-asked';
import { addressOf, useRoute } from '../../shared/app/route';
import { Pager } from '../../shared/table/Pager';
import { Exporting } from '../../shared/table-file/Exporting';
import { Message } from '../../shared/ui/Message';
import { RowsFrame } from '../../shared/ui/RowsFrame';
import { Tabs } from '../../shared/ui/Tabs';
import { fetchLines } from '../data/api';
import { LineTable } from './LineTable';
import { useLinesFile } from './use-lines-file';

type Show = NonNullable< ImportLinesQuery[ 'show' ] >;

const SHOWS: readonly Show[] = [ 'problems', 'changes', 'all' ];
const ROWS = 50;

/** The rows of an import: those with problems first, which can be had as a file to be put right. */
export function Lines( { now }: { now: Import } ) {
	const { search, go, path } = useRoute();
	const params = new URLSearchParams( search );
	const show =
		SHOWS.find( ( known ) => known === params.get( 'show' ) ) ??
		( now.problem_rows > 0 ? 'problems' : 'changes' );
	const [ page, setPage ] = useState( 1 );
	const asked = useAsked(
		useCallback(
			( signal: AbortSignal ) =>
				fetchLines( now.id, { show, page, per_page: ROWS }, signal ),
			// eslint-disable-next-line react-hooks/exhaustive-deps -- in another state, rows say other things.
			[ now.id, show, page, now.state ]
		)
	);
	const to = ( wanted: Show ) => ( {
		import: String( now.id ),
		show: wanted,
	} );
	const file = useLinesFile( now.id, show );
	const { rows = [], total = 0 } = asked.answer ?? {};
	return (
		<>
			<div className="wig-files-lines-head">
				<Tabs
					tabs={ [
						{
							id: 'problems',
							label: __( 'Problems', 'woo-inventory-guard' ),
							count: now.problem_rows + now.conflict_rows,
						},
						{
							id: 'changes',
							label: __( 'Changes', 'woo-inventory-guard' ),
							count: now.change_rows + now.created_rows,
						},
						{
							id: 'all',
							label: __( 'All rows', 'woo-inventory-guard' ),
							count: now.total_rows,
						},
					] }
					current={ show }
					hrefOf={ ( tab ) => addressOf( path, to( tab ) ) }
					onPick={ ( tab ) => {
						setPage( 1 );
						go( to( tab ) );
					} }
				/>
				<Exporting file={ file } />
			</div>
			<RowsFrame
				waiting={ asked.answer ? null : 'first' }
				problem={ asked.problem }
				isEmpty={ rows.length === 0 }
				nothing={
					<Message
						icon="check"
						title={ __(
							'There is no such row.',
							'woo-inventory-guard'
						) }
					/>
				}
				onRetry={ asked.again }
			>
				<LineTable rows={ rows } isWaiting={ asked.waiting } />
				{ total > ROWS && (
					<Pager
						page={ page }
						perPage={ ROWS }
						total={ total }
						onPage={ setPage }
					/>
				) }
			</RowsFrame>
		</>
	);
}
