import { __, sprintf } from '@wordpress/i18n';
import { momentWord } from '../../shared/format/words';
import { Link } from '../../shared/app/Link';
import { Failure } from '../../shared/ui/Failure';
import { Loading } from '../../shared/ui/Loading';
import { progressOf } from '../logic/progress';
import { Decide } from './Decide';
import { Lines } from './Lines';
import { Progress } from './Progress';
import { RefusalNotice } from './RefusalNotice';
import { Sums } from './Sums';
import { useImport } from './use-import';
import { stateWord } from './words';

/** One import: how far it is, what it would change or has changed, what is wrong with it, and what can be done. */
export function ImportPage( { id }: { id: number } ) {
	const work = useImport( id );
	const { now, problem, refusal, isRunning } = work;
	const progress = now && progressOf( now );
	return (
		<section className="wig-surface wig-files-part">
			<p>
				<Link path="/files">
					{ __( 'All imports and exports', 'woo-inventory-guard' ) }
				</Link>
			</p>
			{ now && (
				<>
					<h2>{ now.name }</h2>
					<p>
						<strong role="status">
							{ stateWord( now.state ) }
						</strong>{ ' ' }
						{ now.created_by
							? sprintf(
									/* translators: 1: day and time, 2: name of a person. */
									__( '%1$s, %2$s', 'woo-inventory-guard' ),
									momentWord( now.created_at ),
									now.created_by
								)
							: momentWord( now.created_at ) }
					</p>
				</>
			) }
			<RefusalNotice refusal={ refusal } />
			{ problem && (
				<Failure problem={ problem } onRetry={ work.again } />
			) }
			{ ! now && ! problem && <Loading /> }
			{ progress && isRunning && <Progress { ...progress } /> }
			{ now && ! isRunning && now.state === 'receiving' && ! problem && (
				<p>
					{ now.total_rows === 0
						? __(
								'The server is still reading this file.',
								'woo-inventory-guard'
							)
						: __(
								'The rest of this file is not in this browser: it was chosen in another one, or the browser keeps nothing. Cancel this import, and upload the file again.',
								'woo-inventory-guard'
							) }
				</p>
			) }
			{ now && <Sums now={ now } /> }
			{ now && ! isRunning && <Decide now={ now } onAct={ work.act } /> }
			{ now && now.state !== 'receiving' && now.state !== 'cancelled' && (
				<Lines now={ now } />
			) }
		</section>
	);
}
