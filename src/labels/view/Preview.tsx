import { __ } from '@wordpress/i18n';
import { Failure } from '../../shared/ui/Failure';
import { Message } from '../../shared/ui/Message';
import type { Show } from '../logic/chosen';
import type { Kept } from '../logic/kept';
import { CountSheet } from './CountSheet';
import { LabelPages } from './LabelPages';
import { Notes } from './Notes';
import type { ChosenState } from './use-chosen';
import type { usePaper } from './use-paper';

interface Props {
	chosen: ChosenState;
	show: Show;
	kept: Kept;
	paper: ReturnType< typeof usePaper >;
	used: number;
}

/** What will be printed, and what should be known before. */
export function Preview( { chosen, show, kept, paper, used }: Props ) {
	const { stocktake } = chosen;
	return (
		<>
			<Notes
				chosen={ chosen }
				wanted={ show === 'labels' ? paper.wanted : 0 }
				narrow={ paper.narrow }
				withPrice={ show === 'labels' && kept.shown.price }
				isDone={ paper.isDone }
			/>
			{ paper.problem && (
				<Failure problem={ paper.problem } onRetry={ paper.again } />
			) }
			{ paper.items.length === 0 && ! chosen.waiting && (
				<div className="wig-surface">
					<Message
						icon="print"
						title={ __(
							'Nothing to print yet.',
							'woo-inventory-guard'
						) }
					>
						{ __(
							'Add items by typing a name, or with a scanner. Here you then see what will be printed.',
							'woo-inventory-guard'
						) }
					</Message>
				</div>
			) }
			{ paper.items.length > 0 && show === 'labels' && (
				<LabelPages
					labels={ paper.items }
					codeOf={ paper.codeOf }
					drawn={ paper.drawn }
					layout={ paper.layout }
					shown={ kept.shown }
					used={ used }
				/>
			) }
			{ paper.items.length > 0 && show === 'sheet' && (
				<CountSheet
					title={ stocktake?.name ?? '' }
					items={ paper.items }
					codeOf={ paper.codeOf }
					drawn={ paper.drawn }
					withExpected={
						stocktake !== null && ! stocktake.blind && kept.expected
					}
				/>
			) }
		</>
	);
}
