import { Button, SelectControl } from '@wordpress/components';
import { useCallback } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { reasonWord } from '../../items';
import type { LedgerDocument } from '../../schema';
import { useAsked } from '../../shared/app/use-asked';
import { useRows } from '../../shared/app/use-rows';
import { number } from '../../shared/format/words';
import { useRowKeys } from '../../shared/table/row-focus';
import { PagedRows } from '../../shared/table/PagedRows';
import { Message } from '../../shared/ui/Message';
import { When } from '../../shared/ui/When';
import { personWord } from '../../shared/format/person';
import { fetchChoices, fetchDocuments } from '../data/api';
import { DOCUMENTS, type View } from '../logic/view';
import { kindOfDocument } from './words';

interface Props {
	view: View;
	onChange: ( part: Partial< View > ) => void;
}

/** What moved many items as one act; orders are found among the movements. */
export function DocumentList( { view, onChange }: Props ) {
	const { kind, page } = view;
	const { answer } = useAsked( fetchChoices );
	const list = useRows(
		useCallback(
			async ( signal: AbortSignal ) => {
				const found = await fetchDocuments(
					{ type: kind, page, perPage: DOCUMENTS },
					signal
				);
				return {
					...found,
					rows: found.rows.map( ( row, place ) => ( {
						...row,
						id: place,
					} ) ),
				};
			},
			[ kind, page ]
		)
	);
	const types = answer?.document_types ?? [];
	const rowKeys = useRowKeys();
	return (
		<>
			{ types.length > 1 && (
				<div className="wig-ledger-filters">
					<SelectControl
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						label={ __( 'Kind', 'woo-inventory-guard' ) }
						value={ kind ?? '' }
						options={ [
							{
								value: '',
								label: __( 'All kinds', 'woo-inventory-guard' ),
							},
							...types.map( ( type ) => ( {
								value: type,
								label: kindOfDocument( type ),
							} ) ),
						] }
						onChange={ ( chosen ) =>
							onChange( { kind: chosen || null } )
						}
					/>
				</div>
			) }
			<PagedRows
				list={ list }
				page={ page }
				perPage={ DOCUMENTS }
				onPage={ ( next ) => onChange( { page: next } ) }
				nothing={
					<Message
						icon="box"
						title={ __(
							'There is no document yet. A stocktake, an import or a change of many items makes one; orders are found among the movements.',
							'woo-inventory-guard'
						) }
					/>
				}
			>
				<ul
					ref={ rowKeys }
					className={ `wig-cards ${ list.waiting ? 'is-waiting' : '' }` }
					aria-label={ __( 'Documents', 'woo-inventory-guard' ) }
				>
					{ list.rows.map( ( row ) => (
						<Row
							key={ row.id }
							row={ row }
							onOpen={ () =>
								onChange( { open: row.reference, page } )
							}
						/>
					) ) }
				</ul>
			</PagedRows>
		</>
	);
}

const Row = ( {
	row,
	onOpen,
}: {
	row: LedgerDocument;
	onOpen: () => void;
} ) => (
	<li className="wig-card is-tall" data-wig-row={ row.reference.id }>
		<div className="wig-card-name" data-wig-column="document">
			<Button
				__next40pxDefaultSize
				variant="link"
				className="wig-name"
				onClick={ onOpen }
			>
				{ row.reference_label }
			</Button>
			<span className="wig-sub">
				<When moment={ row.last_at } />
				<span>{ personWord( row.actor, row.actor_name ) }</span>
				<span>{ reasonWord( row.reason ) }</span>
			</span>
			{ row.reversal && (
				<span className="wig-sub">
					{ row.reversal.finished_at
						? __( 'Taken back', 'woo-inventory-guard' )
						: __( 'Being taken back', 'woo-inventory-guard' ) }
				</span>
			) }
			{ row.reverses && (
				<span className="wig-sub">
					{ sprintf(
						/* translators: %s: a document, such as Import 12. */
						__( 'Takes back: %s', 'woo-inventory-guard' ),
						row.reverses
					) }
				</span>
			) }
		</div>
		<span className="wig-quiet">
			{ row.many_lines
				? sprintf(
						/* translators: %s: a number of lines. */
						__( 'more than %s lines', 'woo-inventory-guard' ),
						number( row.lines )
					)
				: sprintf(
						/* translators: %s: a number of lines. */
						_n(
							'%s line',
							'%s lines',
							row.lines,
							'woo-inventory-guard'
						),
						number( row.lines )
					) }
		</span>
	</li>
);
