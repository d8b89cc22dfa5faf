import { Modal } from '@wordpress/components';
import { useCallback, useState } from '@wordpress/element';
import { boot } from '../../shared/app/boot';
import { useAsked } from '../../shared/app/use-asked';
import { useRows } from '../../shared/app/use-rows';
import { Pager } from '../../shared/table/Pager';
import { Failure } from '../../shared/ui/Failure';
import { Loading } from '../../shared/ui/Loading';
import { RowsFrame } from '../../shared/ui/RowsFrame';
import { fetchDocument, fetchDocumentLines } from '../data/api';
import type { DocumentName } from '../logic/view';
import { DocumentFacts } from './DocumentFacts';
import { LevelTable } from './LevelTable';
import { Reverse } from './Reverse';

interface Props {
	name: DocumentName;
	onOpen: ( name: DocumentName ) => void;
	onClose: () => void;
	onReversed: () => void;
}

const LINES = 50;

/** One document: what it did in all and to each item, and the way to take it back. */
export function DocumentDialog( { name, onOpen, onClose, onReversed }: Props ) {
	const { type, id } = name;
	const [ reversing, setReversing ] = useState( false );
	const document = useAsked(
		useCallback(
			( signal: AbortSignal ) => fetchDocument( { type, id }, signal ),
			[ type, id ]
		)
	);
	const { answer, problem, again } = document;
	return (
		<Modal
			title={ answer?.reference_label ?? `${ type } ${ id }` }
			className="wig-modal wig-ledger-dialog"
			onRequestClose={ onClose }
		>
			{ problem && <Failure problem={ problem } onRetry={ again } /> }
			{ ! answer && ! problem && <Loading /> }
			{ answer && (
				<>
					<DocumentFacts document={ answer } onOpen={ onOpen } />
					<Levels
						name={ name }
						showsBack={ reversing }
						turn={ answer.reversal?.done ?? 0 }
					/>
					{ boot().can.adjust && answer.can_be_reversed && (
						<Reverse
							name={ name }
							isOpen={ reversing }
							onOpen={ () => setReversing( true ) }
							onCancel={ () => setReversing( false ) }
							onDone={ () => {
								setReversing( false );
								again();
								onReversed();
							} }
						/>
					) }
				</>
			) }
		</Modal>
	);
}

interface LevelsProps {
	name: DocumentName;
	/** Whether it is shown what taking back would do. */
	showsBack: boolean;
	turn: number;
}

function Levels( { name: { type, id }, showsBack, turn }: LevelsProps ) {
	const [ page, setPage ] = useState( 1 );
	const list = useRows(
		useCallback(
			async ( signal: AbortSignal ) => {
				const found = await fetchDocumentLines(
					{ type, id },
					page,
					LINES,
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
			// eslint-disable-next-line react-hooks/exhaustive-deps -- after each turn the numbers are others.
			[ type, id, page, turn ]
		)
	);
	return (
		<>
			<RowsFrame
				waiting={ list.waiting }
				problem={ list.problem }
				isEmpty={ false }
				nothing={ null }
				onRetry={ list.reload }
			>
				<LevelTable rows={ list.rows } showsBack={ showsBack } />
			</RowsFrame>
			{ list.total > LINES && ! list.problem && (
				<Pager
					page={ page }
					perPage={ LINES }
					total={ list.total }
					onPage={ setPage }
				/>
			) }
		</>
	);
}
