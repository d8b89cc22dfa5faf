import { Button, Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { Problem } from '../data/problem';
import { problemText } from './problem-text';

interface Props {
	problem: Problem;
	onRetry?: () => void;
}

/** Says where it happened what failed, and offers to try again. */
export const Failure = ( { problem, onRetry }: Props ) => (
	<Notice
		status="error"
		isDismissible={ false }
		politeness="assertive"
		className="wig-failure"
	>
		<span>{ problemText( problem ) }</span>
		{ onRetry && (
			<Button __next40pxDefaultSize variant="link" onClick={ onRetry }>
				{ __( 'Retry', 'woo-inventory-guard' ) }
			</Button>
		) }
	</Notice>
);
