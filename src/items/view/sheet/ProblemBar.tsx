import { Button } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { Item } from '../../../schema';
import { boot } from '../../../shared/app/boot';
import { Icon } from '../../../shared/ui/icons';
import { readCell, showWire, type Wire } from '../../logic/sheet/cells';
import type { Edit } from '../../logic/sheet/shapes';
import { policyWords, sheetColumnWord } from './words';

interface Props {
	edit: Edit | null;
	item: Item | null;
	/** How many cells are not saved, the active one included. */
	wrong: number;
	waiting: number;
	isLost: boolean;
	onRetry: () => void;
	onRetryAll: () => void;
	onDrop: () => void;
	onInsist: ( now: Wire ) => void;
	onNext: () => void;
}

/** What became of the cell that is active, and of all others that are not saved. */
export function ProblemBar( props: Props ) {
	const { edit, item, wrong, waiting, isLost } = props;
	const isProblem =
		edit && edit.state !== 'waiting' && edit.state !== 'sending';
	if ( ! wrong && ! isLost ) {
		return null;
	}
	return (
		<div
			className="wig-sheet-problems"
			role="group"
			aria-label={ __( 'Not saved', 'woo-inventory-guard' ) }
		>
			{ isLost && (
				<p>
					<Icon name="offline" />
					{ sprintf(
						/* translators: %s: number of cells of the spreadsheet. */
						_n(
							'%s cell waits for the connection. It is saved when it is back.',
							'%s cells wait for the connection. They are saved when it is back.',
							waiting,
							'woo-inventory-guard'
						),
						waiting.toLocaleString( boot().locale )
					) }
				</p>
			) }
			{ isProblem && item && (
				<p>
					<Icon name={ edit.state === 'changed' ? 'low' : 'out' } />
					<strong>
						{ `${ sheetColumnWord( edit.column ) }, ${ item.name }: ` }
					</strong>
					{ edit.state === 'changed'
						? conflict( edit, item )
						: edit.message }
				</p>
			) }
			<div className="wig-sheet-choices">
				{ isProblem && item && edit.state === 'changed' && (
					<>
						<Choice
							onClick={ () =>
								props.onInsist( readCell( item, edit.column ) )
							}
						>
							{ sprintf(
								/* translators: %s: what was typed. */
								__( 'Keep mine: %s', 'woo-inventory-guard' ),
								show( edit, edit.to )
							) }
						</Choice>
						<Choice onClick={ props.onDrop }>
							{ sprintf(
								/* translators: %s: what somebody else wrote. */
								__( 'Take theirs: %s', 'woo-inventory-guard' ),
								show( edit, readCell( item, edit.column ) )
							) }
						</Choice>
					</>
				) }
				{ isProblem && edit.state === 'failed' && (
					<Choice onClick={ props.onRetry }>
						{ __( 'Retry', 'woo-inventory-guard' ) }
					</Choice>
				) }
				{ isProblem && edit.state !== 'changed' && (
					<Choice onClick={ props.onDrop }>
						{ __(
							'Put back what was there',
							'woo-inventory-guard'
						) }
					</Choice>
				) }
				{ wrong > ( isProblem ? 1 : 0 ) && (
					<>
						<span>
							{ sprintf(
								/* translators: %s: number of cells of the spreadsheet. */
								_n(
									'%s cell is not saved.',
									'%s cells are not saved.',
									wrong,
									'woo-inventory-guard'
								),
								wrong.toLocaleString( boot().locale )
							) }
						</span>
						<Choice onClick={ props.onNext }>
							{ __( 'Show the next', 'woo-inventory-guard' ) }
						</Choice>
						<Choice onClick={ props.onRetryAll }>
							{ __( 'Retry all', 'woo-inventory-guard' ) }
						</Choice>
					</>
				) }
			</div>
		</div>
	);
}

const Choice = ( props: {
	onClick: () => void;
	children: React.ReactNode;
} ) => (
	<Button __next40pxDefaultSize variant="secondary" onClick={ props.onClick }>
		{ props.children }
	</Button>
);

const show = ( edit: Edit, value: Wire ) =>
	showWire( value, edit.column, boot().locale, policyWords() ) || '–';

const conflict = ( edit: Edit, item: Item ) =>
	sprintf(
		/* translators: 1: what was there, 2: what somebody else wrote, 3: what was typed here. */
		__(
			'somebody else changed it from %1$s to %2$s while you wrote %3$s. Nothing was overwritten.',
			'woo-inventory-guard'
		),
		show( edit, edit.from ),
		show( edit, readCell( item, edit.column ) ),
		show( edit, edit.to )
	);
