import { Button } from '@wordpress/components';
import { useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Restore } from '../../schema';
import { boot } from '../../shared/app/boot';
import { newKey } from '../../shared/app/new-key';
import { postStep } from '../../shared/data/restores';
import { announce } from '../../shared/ui/announce';
import { Confirm } from '../../shared/ui/Confirm';
import { Failure } from '../../shared/ui/Failure';
import type { useRestore } from './use-restore';

interface Props {
	restore: Restore;
	one: ReturnType< typeof useRestore >;
}

/** Applying it, and undoing what was applied. */
export function Acts( { restore, one }: Props ) {
	const [ isAsking, setAsking ] = useState( false );
	// The same key for every try of one act.
	const keys = useRef( { start: newKey(), undo: newKey() } );
	const start = async () => {
		await one.watch( () =>
			postStep( restore.id, 'start', keys.current.start )
		);
	};
	if ( ! boot().can.adjust ) {
		return null;
	}
	return (
		<>
			{ one.problem && (
				<Failure
					problem={ one.problem }
					onRetry={
						restore.state === 'ready' &&
						one.problem.kind === 'offline'
							? start
							: one.again
					}
				/>
			) }
			<div className="wig-restore-acts">
				{ restore.state === 'ready' && restore.changing > 0 && (
					<Button
						__next40pxDefaultSize
						variant="primary"
						onClick={ start }
					>
						{ __( 'Restore now', 'woo-inventory-guard' ) }
					</Button>
				) }
				{ restore.can_undo && (
					<Button
						__next40pxDefaultSize
						variant="secondary"
						aria-haspopup="dialog"
						onClick={ () => setAsking( true ) }
					>
						{ restore.state === 'running'
							? __( 'Stop and undo', 'woo-inventory-guard' )
							: __( 'Undo …', 'woo-inventory-guard' ) }
					</Button>
				) }
			</div>
			{ isAsking && (
				<Confirm
					title={ __( 'Undo this restore?', 'woo-inventory-guard' ) }
					words={ __(
						'Each item is changed back by what this restore had changed. What was sold, received or counted since stays; no more is taken than is there.',
						'woo-inventory-guard'
					) }
					act={ __( 'Undo the restore', 'woo-inventory-guard' ) }
					onAct={ async () => {
						const begun = await postStep(
							restore.id,
							'undo',
							keys.current.undo
						);
						setAsking( false );
						announce( __( 'Undone', 'woo-inventory-guard' ) );
						await one.watch( async () => begun );
					} }
					onClose={ () => setAsking( false ) }
				/>
			) }
		</>
	);
}
