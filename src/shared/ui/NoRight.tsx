import { __ } from '@wordpress/i18n';
import { Message } from './Message';

/** In place of a screen for who may not configure: which right is missing, and who can give it. */
export const NoRight = ( {
	screen,
	title,
}: {
	/** What the screen is called. */
	screen: string;
	title: string;
} ) => (
	<>
		<div className="wig-head">
			<h1>{ screen }</h1>
		</div>
		<Message icon="out" title={ title }>
			{ __(
				'An administrator or a shop manager can change them, or give you the right to configure the inventory.',
				'woo-inventory-guard'
			) }
		</Message>
	</>
);
