import { __, _n, sprintf } from '@wordpress/i18n';
import type { Stocktake } from '../../schema';
import { boot } from '../../shared/app/boot';
import type { Base } from '../data/base';
import type { KeptItem } from '../data/db';
import type { Replica } from '../data/replica';
import { ItemList } from './ItemList';
import { progressOf, theirs } from './progress';
import { Sheet } from './Sheet';

interface Props {
	base: Base;
	replica: Replica;
	stocktake: Stocktake;
	place: string;
	onPick: ( item: KeptItem ) => void;
	onClose: () => void;
}

const MOST = 50;

/** How far it is, what is missing, and what did not get through. */
export function Done( {
	base,
	replica,
	stocktake,
	place,
	onPick,
	onClose,
}: Props ) {
	const me = base.facts.user;
	const open = [ ...replica.items.values() ].filter(
		( item ) => theirs( item, me ) && ! replica.isCounted( item )
	);
	const byBin = open.sort(
		( a, b ) =>
			a.bin.localeCompare( b.bin ) || a.name.localeCompare( b.name )
	);
	const { waiting } = replica;
	const { refused } = replica.book;
	const lost = [ ...replica.photos.values() ].filter(
		( { state } ) => state === 'refused'
	);
	return (
		<Sheet
			title={ __( 'How far it is', 'woo-inventory-guard' ) }
			onClose={ onClose }
			className="is-tall"
		>
			<p>
				{ sprintf(
					/* translators: %s: how many items are counted, such as "143 of 300". */
					__( 'Counted: %s items.', 'woo-inventory-guard' ),
					progressOf( replica, me )
				) }
			</p>
			{ waiting > 0 && (
				<p>
					{ sprintf(
						/* translators: %s: number of counts. */
						_n(
							'%s count is still on this device only. It is sent when there is a connection; do not clear the browser until then.',
							'%s counts are still on this device only. They are sent when there is a connection; do not clear the browser until then.',
							waiting,
							'woo-inventory-guard'
						),
						waiting.toLocaleString( boot().locale )
					) }
				</p>
			) }
			{ replica.waitingPhotos > 0 && (
				<p>
					{ sprintf(
						/* translators: %s: number of photos. */
						_n(
							'%s photo is still on this device only. It is sent when there is a connection; do not clear the browser until then.',
							'%s photos are still on this device only. They are sent when there is a connection; do not clear the browser until then.',
							replica.waitingPhotos,
							'woo-inventory-guard'
						),
						replica.waitingPhotos.toLocaleString( boot().locale )
					) }
				</p>
			) }
			{ lost.length > 0 && (
				<ul className="wig-c-refused">
					{ lost.map( ( { uuid, item_id: item, message } ) => (
						<li key={ uuid }>
							<b>
								{ replica.items.get( item )?.name }{ ' ' }
								{ __( '(photo)', 'woo-inventory-guard' ) }
							</b>{ ' ' }
							{ message }
						</li>
					) ) }
				</ul>
			) }
			{ refused.length > 0 && (
				<ul className="wig-c-refused">
					{ refused.map(
						( { uuid, item_id: item, code, message } ) => (
							<li key={ uuid }>
								<b>
									{ ( item !== null &&
										replica.items.get( item )?.name ) ||
										code }
								</b>{ ' ' }
								{ message }
							</li>
						)
					) }
				</ul>
			) }
			<p className="wig-c-links">
				<a href="#/">
					{ __( 'All stocktakes', 'woo-inventory-guard' ) }
				</a>
				{ base.facts.admin && stocktake.may.review && (
					<a href={ `${ base.facts.admin }/${ stocktake.id }` }>
						{ __( 'Review', 'woo-inventory-guard' ) }
					</a>
				) }
			</p>
			{ open.length > 0 && (
				<h3>{ __( 'Not counted yet', 'woo-inventory-guard' ) }</h3>
			) }
			<ItemList
				label={ __( 'Not counted yet', 'woo-inventory-guard' ) }
				items={ byBin.slice( 0, MOST ) }
				replica={ replica }
				place={ place }
				onPick={ onPick }
			/>
		</Sheet>
	);
}
