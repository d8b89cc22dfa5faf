import { Component } from '@wordpress/element';
import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import { Message } from './Message';

interface Props {
	children: ReactNode;
}

/** A mistake of ours takes down the screen, never the page around it. */
export class ErrorBoundary extends Component< Props, { broken: boolean } > {
	override state = { broken: false };

	static getDerivedStateFromError() {
		return { broken: true };
	}

	override render() {
		if ( ! this.state.broken ) {
			return this.props.children;
		}
		return (
			<Message
				urgent
				icon="out"
				title={ __(
					'This screen has stopped working. Your stock is safe: what was saved is saved. Load it again to see how it stands.',
					'woo-inventory-guard'
				) }
				action={
					<Button
						__next40pxDefaultSize
						variant="primary"
						onClick={ () => window.location.reload() }
					>
						{ __( 'Load it again', 'woo-inventory-guard' ) }
					</Button>
				}
			/>
		);
	}
}
