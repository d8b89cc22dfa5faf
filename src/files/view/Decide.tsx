import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { Import } from '../../schema';
import { number } from '../../shared/format/words';
import { FormButtons } from '../../shared/form/FormButtons';
import type { Step } from '../data/api';

interface Props {
	now: Import;
	onAct: ( step: Step, skipProblems?: boolean ) => void;
}

/** What a person can do with an import; what changes stock is asked once more, with what it will do. */
export function Decide( { now, onAct }: Props ) {
	const [ asking, setAsking ] = useState< 'apply' | 'undo' | null >( null );
	const changing = now.change_rows + now.created_rows;
	if ( asking ) {
		return (
			<div className="wig-files-decide">
				<p>{ asking === 'apply' ? applyWord( now ) : undoWord() }</p>
				<FormButtons
					sending={ false }
					isDestructive={ asking === 'undo' }
					onCancel={ () => setAsking( null ) }
					onGo={ () => {
						setAsking( null );
						onAct( asking, now.problem_rows > 0 );
					} }
				>
					{ asking === 'apply'
						? __( 'Yes, apply', 'woo-inventory-guard' )
						: __( 'Yes, undo all of it', 'woo-inventory-guard' ) }
				</FormButtons>
			</div>
		);
	}
	return (
		<div className="wig-buttons wig-files-decide">
			{ now.state === 'checked' && changing > 0 && (
				<Button
					__next40pxDefaultSize
					variant="primary"
					onClick={ () => setAsking( 'apply' ) }
				>
					{ __( 'Apply …', 'woo-inventory-guard' ) }
				</Button>
			) }
			{ now.state === 'checked' && changing === 0 && (
				<p>
					{ __(
						'There is nothing to apply: no row would change anything.',
						'woo-inventory-guard'
					) }
				</p>
			) }
			{ ( now.state === 'checked' || now.state === 'receiving' ) && (
				<Button
					__next40pxDefaultSize
					variant="tertiary"
					onClick={ () => onAct( 'cancel' ) }
				>
					{ __( 'Cancel this import', 'woo-inventory-guard' ) }
				</Button>
			) }
			{ now.state === 'applied' && now.can_undo && (
				<Button
					__next40pxDefaultSize
					variant="secondary"
					onClick={ () => setAsking( 'undo' ) }
				>
					{ __( 'Undo …', 'woo-inventory-guard' ) }
				</Button>
			) }
		</div>
	);
}

function applyWord( now: Import ): string {
	const does = sprintf(
		/* translators: 1: number of items that are changed, 2: number of items that are made. */
		__(
			'Applying changes %1$s items and makes %2$s new ones. What was sold or received meanwhile stays.',
			'woo-inventory-guard'
		),
		number( now.change_rows ),
		number( now.created_rows )
	);
	return now.problem_rows === 0
		? does
		: `${ does } ${ sprintf(
				/* translators: %s: number of rows. */
				_n(
					'%s row with a problem is left out.',
					'%s rows with problems are left out.',
					now.problem_rows,
					'woo-inventory-guard'
				),
				number( now.problem_rows )
			) }`;
}

const undoWord = (): string =>
	__(
		'Each item is changed back by what this import had changed. What was sold, received or counted since stays.',
		'woo-inventory-guard'
	);
