import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { Backup } from '../../schema';
import { Failure } from '../../shared/ui/Failure';
import { workAtBackup } from '../data/api';
import { isUnderWay } from '../logic/work';
import { Progress } from './Progress';
import { useWork } from './use-work';
import { nameOf, originWord, sizeWord, stateWord } from './words';

interface Props {
	backup: Backup;
	onEnd: () => void;
	onReturn: ( backup: Backup ) => void;
	onCheck: ( backup: Backup ) => void;
	onDelete: ( backup: Backup ) => void;
}

/** One backup: when, how large, whether it was read back, and what can be done with it. */
export function BackupCard( props: Props ) {
	const { onEnd, onReturn, onCheck, onDelete } = props;
	const { work, problem, again } = useWork(
		props.backup,
		workAtBackup,
		onEnd
	);
	const backup = work ?? props.backup;
	const name = nameOf( backup );
	/* translators: %s: when a backup was made. */
	const returnWish = __(
		'Bring back the backup of %s',
		'woo-inventory-guard'
	);
	/* translators: %s: when a backup was made. */
	const checkWish = __( 'Check again: backup of %s', 'woo-inventory-guard' );
	/* translators: %s: when a backup was made. */
	const loadWish = __( 'Download the backup of %s', 'woo-inventory-guard' );
	/* translators: %s: when a backup was made. */
	const deleteWish = __( 'Delete the backup of %s', 'woo-inventory-guard' );
	return (
		<li className="wig-card is-tall" data-wig-row={ backup.id }>
			<div className="wig-card-name">
				<span className="wig-name">{ name }</span>
				<span className="wig-sub">
					{ [
						originWord( backup.origin ),
						...( backup.actor ? [ backup.actor ] : [] ),
						...( backup.bytes ? [ sizeWord( backup.bytes ) ] : [] ),
						...( isUnderWay( backup )
							? []
							: [ stateWord( backup.state ) ] ),
					].join( ' · ' ) }
				</span>
			</div>
			{ isUnderWay( backup ) && (
				<Progress label={ stateWord( backup.state ) } work={ backup } />
			) }
			{ backup.problem && (
				<p className="wig-card-told">{ backup.problem }</p>
			) }
			{ problem && <Failure problem={ problem } onRetry={ again } /> }
			<div className="wig-acts" data-wig-column="acts">
				{ backup.state === 'ready' && (
					<>
						<Button
							__next40pxDefaultSize
							variant="secondary"
							aria-label={ sprintf( returnWish, name ) }
							onClick={ () => onReturn( backup ) }
						>
							{ __( 'Bring back', 'woo-inventory-guard' ) }
						</Button>
						<Button
							__next40pxDefaultSize
							variant="tertiary"
							href={ backup.download ?? '' }
							aria-label={ sprintf( loadWish, name ) }
						>
							{ __( 'Download', 'woo-inventory-guard' ) }
						</Button>
					</>
				) }
				{ ( backup.state === 'ready' || backup.state === 'broken' ) && (
					<Button
						__next40pxDefaultSize
						variant="tertiary"
						aria-label={ sprintf( checkWish, name ) }
						onClick={ () => onCheck( backup ) }
					>
						{ __( 'Check again', 'woo-inventory-guard' ) }
					</Button>
				) }
				<Button
					__next40pxDefaultSize
					variant="tertiary"
					isDestructive
					aria-label={ sprintf( deleteWish, name ) }
					onClick={ () => onDelete( backup ) }
				>
					{ __( 'Delete', 'woo-inventory-guard' ) }
				</Button>
			</div>
		</li>
	);
}
