import { useCallback } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { Link } from '../../shared/app/Link';
import { usePaged } from '../../shared/app/use-paged';
import { useRows } from '../../shared/app/use-rows';
import { PagedRows } from '../../shared/table/PagedRows';
import { useRowKeys } from '../../shared/table/row-focus';
import { Message } from '../../shared/ui/Message';
import { When } from '../../shared/ui/When';
import { fetchRestores } from '../data/api';
import { stateWord, sumsWord, titleOf } from './words';

const PER_PAGE = 20;

/** What was restored before. */
export function PastList() {
	const { page, turn } = usePaged();
	const rowKeys = useRowKeys();
	const list = useRows(
		useCallback(
			( signal: AbortSignal ) => fetchRestores( page, PER_PAGE, signal ),
			[ page ]
		)
	);
	const title = __( 'Past restores', 'woo-inventory-guard' );
	return (
		<section className="wig-surface" aria-label={ title }>
			<h2 className="wig-restore-past">{ title }</h2>
			<PagedRows
				list={ list }
				page={ page }
				perPage={ PER_PAGE }
				onPage={ turn }
				nothing={
					<Message
						icon="undo"
						title={ __(
							'Nothing had to be restored yet.',
							'woo-inventory-guard'
						) }
					/>
				}
			>
				<ul
					ref={ rowKeys }
					className={ `wig-cards ${ list.waiting ? 'is-waiting' : '' }` }
					aria-label={ title }
					aria-busy={ list.waiting !== null }
				>
					{ list.rows.map( ( restore ) => (
						<li
							key={ restore.id }
							className="wig-card is-tall"
							data-wig-row={ restore.id }
						>
							<div className="wig-card-name">
								<Link
									className="wig-name"
									path="/restore"
									params={ { restore: String( restore.id ) } }
								>
									{ titleOf( restore ) }
								</Link>
								<span className="wig-sub">
									<When moment={ restore.created_at } />{ ' ' }
									{ restore.actor }
								</span>
							</div>
							<ul className="wig-terms">
								<li>{ sumsWord( restore ) }</li>
								<li>{ stateWord( restore ) }</li>
							</ul>
						</li>
					) ) }
				</ul>
			</PagedRows>
		</section>
	);
}
