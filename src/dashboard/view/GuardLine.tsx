import type { ReactNode } from 'react';
import { Icon } from '../../shared/ui/icons';

interface Props {
	isGood: boolean;
	children: ReactNode;
}

/** One thing that the guard watches, and how it stands. */
export const GuardLine = ( { isGood, children }: Props ) => (
	<p className="wig-guard-line">
		<span className={ `wig-status is-${ isGood ? 'ok' : 'out' }` }>
			<Icon name={ isGood ? 'check' : 'out' } />
		</span>
		<span>{ children }</span>
	</p>
);
