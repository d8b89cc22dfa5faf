import { Button } from '@wordpress/components';
import type { Shortfall } from '../../schema';
import { decisionsFor, isThere, type Decision } from '../logic/outcome';
import { actWish, actWord } from './words';

export type Decide = ( row: Shortfall, decision: Decision ) => void;

interface Props {
	row: Shortfall;
	isBusy: boolean;
	onDecide: Decide;
}

/** What can be done about a row; what is likeliest to work stands out. */
export const Acts = ( { row, isBusy, onDecide }: Props ) => (
	<div className="wig-acts">
		{ decisionsFor( row ).map( ( decision ) => (
			<Button
				key={ decision }
				__next40pxDefaultSize
				variant={
					decision === 'taken' && isThere( row )
						? 'primary'
						: 'secondary'
				}
				isBusy={ isBusy && decision === 'taken' }
				accessibleWhenDisabled
				disabled={ isBusy }
				aria-label={ actWish( decision, row ) }
				onClick={ () => onDecide( row, decision ) }
			>
				{ actWord( decision ) }
			</Button>
		) ) }
	</div>
);
