import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Backup, BackupReturn } from '../../schema';
import { boot } from '../../shared/app/boot';
import { useAsked } from '../../shared/app/use-asked';
import { useSending } from '../../shared/form/use-sending';
import { announce } from '../../shared/ui/announce';
import { DeleteConfirm } from '../../shared/ui/DeleteConfirm';
import { Failure } from '../../shared/ui/Failure';
import { Message } from '../../shared/ui/Message';
import { NoRight } from '../../shared/ui/NoRight';
import { RowsFrame } from '../../shared/ui/RowsFrame';
import { When } from '../../shared/ui/When';
import {
	checkBackup,
	deleteBackup,
	fetchBackups,
	fetchReturns,
	makeBackup,
} from '../data/api';
import { isUnderWay } from '../logic/work';
import { BackupCard } from './BackupCard';
import { Lost } from './Lost';
import { Return } from './Return';
import { SendFile } from './SendFile';
import { nameOf } from './words';

type Dialog = { back: Backup } | { drop: Backup } | null;

/** Backups of the ledger, and what is lost. */
export function BackupsScreen() {
	return boot().can.configure ? (
		<Backups />
	) : (
		<NoRight
			screen={ __( 'Backups', 'woo-inventory-guard' ) }
			title={ __(
				'Your account may not see backups.',
				'woo-inventory-guard'
			) }
		/>
	);
}

function Backups() {
	const list = useAsked( fetchBackups );
	const returns = useAsked( fetchReturns );
	const [ dialog, setDialog ] = useState< Dialog >( null );
	const { sending, problem, send } = useSending();
	const close = () => setDialog( null );
	const backups = list.answer?.backups ?? [];
	const running = returns.answer?.find( isUnderWay ) ?? null;
	const waiting = list.answer ? 'again' : 'first';
	const make = async () => {
		if ( await send( { make: backups.length }, makeBackup ) ) {
			announce( __( 'The backup has begun.', 'woo-inventory-guard' ) );
			list.again();
		}
	};
	return (
		<>
			<div className="wig-head">
				<h1>{ __( 'Backups', 'woo-inventory-guard' ) }</h1>
				<Button
					__next40pxDefaultSize
					variant="primary"
					isBusy={ sending }
					accessibleWhenDisabled
					disabled={ sending }
					onClick={ make }
				>
					{ __( 'Make a backup', 'woo-inventory-guard' ) }
				</Button>
				<SendFile onSent={ list.again } />
			</div>
			{ problem && <Failure problem={ problem } onRetry={ make } /> }
			<div className="wig-surface">
				<RowsFrame
					waiting={ list.waiting ? waiting : null }
					problem={ list.problem }
					isEmpty={ backups.length === 0 }
					nothing={
						<Message
							icon="box"
							title={ __(
								'There is no backup of the stock ledger yet.',
								'woo-inventory-guard'
							) }
						/>
					}
					onRetry={ list.again }
				>
					<ul
						className="wig-cards"
						aria-label={ __( 'Backups', 'woo-inventory-guard' ) }
					>
						{ backups.map( ( backup ) => (
							<BackupCard
								key={ backup.id }
								backup={ backup }
								onEnd={ list.again }
								onReturn={ ( back ) => setDialog( { back } ) }
								onCheck={ async ( { id } ) => {
									if (
										await send( { check: id }, () =>
											checkBackup( id )
										)
									) {
										list.again();
									}
								} }
								onDelete={ ( drop ) => setDialog( { drop } ) }
							/>
						) ) }
					</ul>
				</RowsFrame>
			</div>
			{ list.answer?.next_at && (
				<p>
					{ __(
						'The next one is made by itself:',
						'woo-inventory-guard'
					) }{ ' ' }
					<When moment={ list.answer.next_at } />
				</p>
			) }
			<h2>{ __( 'What is lost', 'woo-inventory-guard' ) }</h2>
			<Lost />
			{ dialog && 'back' in dialog && (
				<Return
					backup={ dialog.back }
					begun={ ofBackup( running, dialog.back ) }
					onClose={ close }
					onDone={ returns.again }
				/>
			) }
			{ dialog && 'drop' in dialog && (
				<DeleteConfirm
					title={ __( 'Delete backup', 'woo-inventory-guard' ) }
					words={ sprintf(
						/* translators: %s: when a backup was made. */
						__(
							'The backup of %s and its file are deleted. This cannot be undone.',
							'woo-inventory-guard'
						),
						nameOf( dialog.drop )
					) }
					onDelete={ () => deleteBackup( dialog.drop.id ) }
					onDeleted={ () => list.again() }
					onClose={ close }
				/>
			) }
		</>
	);
}

const ofBackup = (
	running: BackupReturn | null,
	{ id }: Backup
): BackupReturn | null => ( running?.backup_id === id ? running : null );
