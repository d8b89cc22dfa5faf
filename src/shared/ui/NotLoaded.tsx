import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { Problem } from '../data/problem';
import { Message } from './Message';
import { problemText } from './problem-text';

interface Props {
	problem: Problem;
	onRetry: () => void;
}

/** In place of the rows of a list. */
export const NotLoaded = ( { problem, onRetry }: Props ) => (
	<Message
		urgent
		icon={ problem.kind === 'offline' ? 'offline' : 'low' }
		title={ __( 'The list could not be loaded.', 'woo-inventory-guard' ) }
		action={
			<Button
				__next40pxDefaultSize
				variant="secondary"
				onClick={ onRetry }
			>
				{ __( 'Retry', 'woo-inventory-guard' ) }
			</Button>
		}
	>
		{ problemText( problem ) }
	</Message>
);
