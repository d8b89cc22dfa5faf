import { Button } from '@wordpress/components';
import { useCallback, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Limit } from '../../schema';
import { boot } from '../../shared/app/boot';
import { usePaged } from '../../shared/app/use-paged';
import { useRows } from '../../shared/app/use-rows';
import { PagedRows } from '../../shared/table/PagedRows';
import { announce } from '../../shared/ui/announce';
import { DeleteConfirm } from '../../shared/ui/DeleteConfirm';
import { Message } from '../../shared/ui/Message';
import { NoRight } from '../../shared/ui/NoRight';
import { deleteLimit, fetchLimits } from '../data/api';
import { LimitForm } from './LimitForm';
import { LimitsList } from './LimitsList';
import { nameOf } from './words';

const PER_PAGE = 20;

type Dialog = 'add' | { edit: Limit } | { drop: Limit } | null;

/** How much of something may be bought. */
export function LimitsScreen() {
	return boot().can.configure ? (
		<Limits />
	) : (
		<NoRight
			screen={ __( 'Purchase limits', 'woo-inventory-guard' ) }
			title={ __(
				'Your account may not see purchase limits.',
				'woo-inventory-guard'
			) }
		/>
	);
}

function Limits() {
	const { page, turn } = usePaged();
	const list = useRows(
		useCallback(
			( signal: AbortSignal ) => fetchLimits( page, PER_PAGE, signal ),
			[ page ]
		)
	);
	const [ dialog, setDialog ] = useState< Dialog >( null );
	const close = () => setDialog( null );
	const saved = ( limit: Limit ) => {
		close();
		announce(
			sprintf(
				/* translators: %s: name of an item or a category. */
				__( 'Saved: %s', 'woo-inventory-guard' ),
				nameOf( limit )
			)
		);
		void list.reload();
	};
	const add = (
		<Button
			__next40pxDefaultSize
			variant="primary"
			onClick={ () => setDialog( 'add' ) }
		>
			{ __( 'Add limit', 'woo-inventory-guard' ) }
		</Button>
	);
	return (
		<>
			<div className="wig-head">
				<h1>{ __( 'Purchase limits', 'woo-inventory-guard' ) }</h1>
				{ list.rows.length > 0 && add }
			</div>
			<div className="wig-surface">
				<PagedRows
					list={ list }
					page={ page }
					perPage={ PER_PAGE }
					onPage={ turn }
					nothing={
						<Message
							icon="box"
							title={ __(
								'Nothing is limited: everybody may buy all that is there.',
								'woo-inventory-guard'
							) }
							action={ add }
						/>
					}
				>
					<LimitsList
						rows={ list.rows }
						isWaiting={ list.waiting === 'again' }
						onEdit={ ( edit ) => setDialog( { edit } ) }
						onDelete={ ( drop ) => setDialog( { drop } ) }
					/>
				</PagedRows>
			</div>
			{ dialog === 'add' && (
				<LimitForm limit={ null } onSaved={ saved } onClose={ close } />
			) }
			{ dialog && typeof dialog === 'object' && 'edit' in dialog && (
				<LimitForm
					limit={ dialog.edit }
					onSaved={ saved }
					onClose={ close }
				/>
			) }
			{ dialog && typeof dialog === 'object' && 'drop' in dialog && (
				<DeleteConfirm
					title={ __( 'Delete limit', 'woo-inventory-guard' ) }
					words={ sprintf(
						/* translators: %s: name of an item or a category. */
						__(
							'%s can then be bought without this limit. What customers have bought so far is forgotten with it.',
							'woo-inventory-guard'
						),
						nameOf( dialog.drop )
					) }
					onDelete={ () => deleteLimit( dialog.drop.id ) }
					onDeleted={ () => list.reload() }
					onClose={ close }
				/>
			) }
		</>
	);
}
