import { useCallback, useEffect } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { Link } from '../../shared/app/Link';
import { usePaged } from '../../shared/app/use-paged';
import { useRows } from '../../shared/app/use-rows';
import { number } from '../../shared/format/words';
import { Pager } from '../../shared/table/Pager';
import { RowsFrame } from '../../shared/ui/RowsFrame';
import { When } from '../../shared/ui/When';
import { fetchImports } from '../data/api';
import { stateWord } from './words';

const ROWS = 20;

/**
 * Imports that there were, the newest first.
 *
 * @param props
 * @param props.read Another number means that there is one more.
 */
export function ImportList( { read }: { read: number } ) {
	const { page, turn } = usePaged();
	const { rows, total, waiting, problem, reload } = useRows(
		useCallback(
			( signal: AbortSignal ) => fetchImports( page, ROWS, signal ),
			[ page ]
		)
	);
	useEffect( () => {
		if ( read > 0 ) {
			void reload();
		}
	}, [ read, reload ] );
	return (
		<section className="wig-surface wig-files-part">
			<h2>{ __( 'Past imports', 'woo-inventory-guard' ) }</h2>
			<RowsFrame
				waiting={ waiting }
				problem={ problem }
				isEmpty={ rows.length === 0 }
				nothing={
					<p className="wig-quiet wig-files-nothing">
						{ __(
							'Nothing has been imported yet.',
							'woo-inventory-guard'
						) }
					</p>
				}
				onRetry={ () => void reload() }
			>
				<ul
					className={ `wig-files-list ${ waiting ? 'is-waiting' : '' }` }
					aria-busy={ waiting !== null }
				>
					{ rows.map( ( one ) => (
						<li key={ one.id }>
							<Link
								className="wig-name"
								path="/files"
								params={ { import: String( one.id ) } }
							>
								{ one.name }
							</Link>
							<span>{ stateWord( one.state ) }</span>
							<span>
								{ sprintf(
									/* translators: 1: number of rows that changed something, 2: number of all rows. */
									__(
										'%1$s changes in %2$s rows',
										'woo-inventory-guard'
									),
									number(
										one.change_rows + one.created_rows
									),
									number( one.total_rows )
								) }
							</span>
							<span className="wig-quiet">
								{ one.created_by && `${ one.created_by } · ` }
								<When moment={ one.created_at } />
							</span>
						</li>
					) ) }
				</ul>
				{ total > ROWS && (
					<Pager
						page={ page }
						perPage={ ROWS }
						total={ total }
						onPage={ turn }
					/>
				) }
			</RowsFrame>
		</section>
	);
}
