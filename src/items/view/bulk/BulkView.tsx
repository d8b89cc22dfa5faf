import { Failure } from '../../../shared/ui/Failure';
import { Told } from '../../../shared/ui/Told';
import type { StockView } from '../../logic/view-state';
import type { Picked } from '../../logic/picked';
import { filterOf } from '../../logic/bulk/draft';
import { BulkPanel } from './BulkPanel';
import { Progress } from './Progress';
import { isUnderWay, useRun } from './use-run';
import { endWords } from './words';

export interface BulkProps {
	isOpen: boolean;
	view: StockView;
	/** Only these; none is all that the list shows. */
	picked: Picked;
	total: number;
	onClose: () => void;
	/** What is listed may say something else now. */
	onDone: () => void;
}

/** Changes of many items: the form at the side, the way they go, and the way back. */
export function BulkView( props: BulkProps ) {
	const { isOpen, view, picked, total, onClose, onDone } = props;
	const isSome = ! picked.all && picked.ids.length > 0;
	const run = useRun( onDone );
	const { change, lost } = run;
	const goes = change !== null && isUnderWay( change );
	return (
		<>
			{ goes && <Progress change={ change } run={ run } /> }
			{ lost && ! goes && (
				<div className="wig-bulk-lost">
					<Failure problem={ lost.problem } onRetry={ lost.again } />
				</div>
			) }
			{ isOpen && (
				<BulkPanel
					filter={
						isSome ? { ids: [ ...picked.ids ] } : filterOf( view )
					}
					total={ isSome ? picked.ids.length : total }
					onStarted={ ( begun ) => {
						onClose();
						void run.watch( begun );
					} }
					onUndo={ ( done ) => {
						onClose();
						void run.undo( done );
					} }
					onClose={ onClose }
				/>
			) }
			{ change && ! goes && (
				<Told
					words={ endWords( change ) }
					onUndo={
						change.can_undo
							? () => void run.undo( change )
							: undefined
					}
					onGone={ run.forget }
				/>
			) }
		</>
	);
}
