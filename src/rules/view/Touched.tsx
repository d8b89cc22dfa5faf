import { Modal } from '@wordpress/components';
import { useCallback, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Rule } from '../../schema';
import { Link } from '../../shared/app/Link';
import { useRows } from '../../shared/app/use-rows';
import { Pager } from '../../shared/table/Pager';
import { Message } from '../../shared/ui/Message';
import { RowsFrame } from '../../shared/ui/RowsFrame';
import { fetchTouched } from '../data/api';
import { nameOf, ruleWords } from './words';

const PER_PAGE = 20;

/** The items that a rule speaks for, and what counts for each now. */
export function Touched( {
	rule,
	onClose,
}: {
	rule: Rule;
	onClose: () => void;
} ) {
	const [ page, setPage ] = useState( 1 );
	const list = useRows(
		useCallback(
			async ( signal: AbortSignal ) => {
				const found = await fetchTouched(
					rule.id,
					page,
					PER_PAGE,
					signal
				);
				return {
					...found,
					rows: found.rows.map( ( row ) => ( {
						...row,
						id: row.item_id,
					} ) ),
				};
			},
			[ rule.id, page ]
		)
	);
	return (
		<Modal
			title={ sprintf(
				/* translators: %s: name of a product or a category. */
				__( 'Items under the rule for %s', 'woo-inventory-guard' ),
				nameOf( rule )
			) }
			className="wig-modal is-roomy"
			onRequestClose={ onClose }
		>
			<RowsFrame
				waiting={ list.waiting }
				problem={ list.problem }
				isEmpty={ list.rows.length === 0 }
				nothing={
					<Message
						icon="box"
						title={ __(
							'No counted item is under this rule.',
							'woo-inventory-guard'
						) }
					/>
				}
				onRetry={ list.reload }
			>
				<ul className="wig-suggestions" aria-busy={ !! list.waiting }>
					{ list.rows.map( ( { id, name, sku, before } ) => (
						<li key={ id }>
							<span>
								<Link
									path="/stock"
									params={ { item: String( id ) } }
								>
									{ name }
								</Link>{ ' ' }
								<span className="wig-sku">{ sku }</span>
							</span>
							<span className="wig-quiet">
								{ ruleWords( before ).join( ' · ' ) }
							</span>
						</li>
					) ) }
				</ul>
			</RowsFrame>
			{ list.total > PER_PAGE && ! list.problem && (
				<Pager
					page={ page }
					perPage={ PER_PAGE }
					total={ list.total }
					onPage={ setPage }
				/>
			) }
		</Modal>
	);
}
