import { Modal, RadioControl } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Backup, BackupReturn } from '../../schema';
import { FormButtons } from '../../shared/form/FormButtons';
import { useSending } from '../../shared/form/use-sending';
import { Failure } from '../../shared/ui/Failure';
import { lookAtReturn, startReturn, workAtReturn } from '../data/api';
import { isUnderWay } from '../logic/work';
import { Found } from './Found';
import { Progress } from './Progress';
import { useWork } from './use-work';
import { nameOf } from './words';

type Numbers = BackupReturn[ 'numbers' ];

interface Props {
	backup: Backup;
	/** One that is under way already. */
	begun: BackupReturn | null;
	onClose: () => void;
	onDone: () => void;
}

/** Brings a backup back: how, then what the check has found, then how far it is. */
export function Return( { backup, begun, onClose, onDone }: Props ) {
	const [ numbers, setNumbers ] = useState< Numbers >( 'present' );
	const [ asked, setAsked ] = useState< BackupReturn | null >( begun );
	const { sending, problem, send } = useSending();
	const watched = useWork( asked, workAtReturn, ( work ) => {
		setAsked( work );
		if ( work.state === 'done' ) {
			onDone();
		}
	} );
	const work = watched.work;
	// The button that was pressed has gone with its step; the keyboard stays in the dialog.
	const body = useRef< HTMLDivElement >( null );
	const step = work?.state;
	useEffect( () => {
		if ( step ) {
			body.current?.focus();
		}
	}, [ step ] );
	const look = async () => {
		const answer = await send( { numbers }, ( key ) =>
			lookAtReturn( backup.id, { numbers }, key )
		);
		if ( answer ) {
			setAsked( answer );
		}
	};
	const start = async ( id: number ) => {
		const answer = await send( { start: id }, ( key ) =>
			startReturn( id, key )
		);
		if ( answer ) {
			setAsked( answer );
		}
	};
	return (
		<Modal
			title={ sprintf(
				/* translators: %s: when a backup was made. */
				__( 'Bring back: %s', 'woo-inventory-guard' ),
				nameOf( backup )
			) }
			className="wig-modal"
			onRequestClose={ onClose }
		>
			<div className="wig-form" ref={ body } tabIndex={ -1 }>
				{ ! work && (
					<RadioControl
						label={ __( 'What comes back', 'woo-inventory-guard' ) }
						selected={ numbers }
						options={ [
							{
								value: 'present',
								label: __(
									'Only the history: what is on hand now stays',
									'woo-inventory-guard'
								),
							},
							{
								value: 'backup',
								label: __(
									'Numbers too: on hand becomes what the backup says, less what was sold since',
									'woo-inventory-guard'
								),
							},
						] }
						onChange={ ( value ) =>
							setNumbers(
								value === 'backup' ? 'backup' : 'present'
							)
						}
					/>
				) }
				{ work && isUnderWay( work ) && (
					<>
						<Progress
							label={
								work.state === 'checking'
									? __( 'Checking', 'woo-inventory-guard' )
									: __(
											'Bringing back',
											'woo-inventory-guard'
										)
							}
							work={ work }
						/>
						<p>
							{ __(
								'It goes on when this page is closed.',
								'woo-inventory-guard'
							) }
						</p>
					</>
				) }
				{ work && ! isUnderWay( work ) && <Found work={ work } /> }
				{ watched.problem && (
					<Failure
						problem={ watched.problem }
						onRetry={ watched.again }
					/>
				) }
				{ problem && <Failure problem={ problem } /> }
				{ ! work && (
					<FormButtons
						sending={ sending }
						onCancel={ onClose }
						onGo={ look }
					>
						{ __(
							'Check what would come back',
							'woo-inventory-guard'
						) }
					</FormButtons>
				) }
				{ work?.state === 'checked' && (
					<FormButtons
						sending={ sending }
						onCancel={ onClose }
						onGo={ () => start( work.id ) }
					>
						{ __( 'Bring it back', 'woo-inventory-guard' ) }
					</FormButtons>
				) }
				{ ( work?.state === 'done' || work?.state === 'failed' ) && (
					<FormButtons sending={ false } onGo={ onClose }>
						{ __( 'Close', 'woo-inventory-guard' ) }
					</FormButtons>
				) }
			</div>
		</Modal>
	);
}
