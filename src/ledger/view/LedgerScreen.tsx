import { useMemo } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { boot } from '../../shared/app/boot';
import { addressOf } from '../../shared/app/route';
import { Tabs } from '../../shared/ui/Tabs';
import { queryOf, SHOWS, writeView } from '../logic/view';
import '../ledger.scss';
import { DocumentDialog } from './DocumentDialog';
import { DocumentList } from './DocumentList';
import { ExportLines } from './ExportLines';
import { Filters } from './Filters';
import { ItemBalance } from './ItemBalance';
import { LineList } from './LineList';
import { useLines } from './use-lines';
import { useView } from './use-view';
import { showWord } from './words';

/** Every change of stock: what, by how much, why, by whom. */
export function LedgerScreen() {
	const { view, change } = useView();
	const { timezone } = boot();
	// The same question is asked once, however often the screen around it changes.
	const asked = JSON.stringify( queryOf( view, timezone ) );
	const query = useMemo(
		() => queryOf( view, timezone ),
		// eslint-disable-next-line react-hooks/exhaustive-deps -- `asked` is what the view says about it.
		[ asked ]
	);
	const lines = useLines( query );
	const { item } = view;
	return (
		<div className="wig-ledger">
			<div className="wig-head">
				<h1>{ __( 'Ledger', 'woo-inventory-guard' ) }</h1>
				{ view.show === 'lines' && <ExportLines query={ query } /> }
			</div>
			{ view.show === 'lines' && item !== null && (
				<ItemBalance
					key={ item }
					item={ item }
					view={ view }
					onClose={ () => change( { item: null } ) }
				/>
			) }
			<div className="wig-surface">
				<Tabs
					tabs={ SHOWS.map( ( id ) => ( {
						id,
						label: showWord( id ),
					} ) ) }
					current={ view.show }
					hrefOf={ ( show ) =>
						addressOf(
							'/ledger',
							writeView( { ...view, show, page: 1 } )
						)
					}
					onPick={ ( show ) => change( { show } ) }
				/>
				{ view.show === 'lines' ? (
					<>
						<Filters view={ view } onChange={ change } />
						<LineList
							lines={ lines }
							view={ view }
							onChange={ change }
						/>
					</>
				) : (
					<DocumentList view={ view } onChange={ change } />
				) }
			</div>
			{ view.open && (
				<DocumentDialog
					key={ `${ view.open.type }:${ view.open.id }` }
					name={ view.open }
					onOpen={ ( open ) => change( { open, page: view.page } ) }
					onClose={ () => change( { open: null, page: view.page } ) }
					onReversed={ lines.reload }
				/>
			) }
		</div>
	);
}
