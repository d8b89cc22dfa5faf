import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons';

interface Props {
	icon: IconName;
	title: string;
	children?: ReactNode;
	action?: ReactNode;
	/** A failure is said at once, an empty list when its turn comes. */
	urgent?: boolean;
}

/** Instead of rows: one sentence, one button. */
export const Message = ( { icon, title, children, action, urgent }: Props ) => (
	<div className="wig-message" role={ urgent ? 'alert' : undefined }>
		<Icon name={ icon } />
		<p className="wig-message-title">{ title }</p>
		{ children && <p>{ children }</p> }
		{ action && <div className="wig-message-action">{ action }</div> }
	</div>
);
