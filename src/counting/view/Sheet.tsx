import { useEffect, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import { Icon } from '../../shared/ui/icons';

interface Props {
	title: string;
	onClose: () => void;
	children: ReactNode;
	className?: string;
}

/** A dialog that comes up from the lower edge, where the thumb is. */
export function Sheet( { title, onClose, children, className = '' }: Props ) {
	const dialog = useRef< HTMLDialogElement >( null );
	useEffect( () => {
		const { current } = dialog;
		current?.showModal();
		// Else the button that closes it would have the focus.
		const first = current?.querySelector( '[data-first]' );
		if ( first instanceof HTMLElement ) {
			first.focus();
		}
		return () => current?.close();
	}, [] );
	return (
		<dialog
			ref={ dialog }
			className={ `wig-c-sheet ${ className }` }
			aria-label={ title }
			onCancel={ ( event ) => {
				event.preventDefault();
				onClose();
			} }
		>
			<header>
				<h2>{ title }</h2>
				<button
					type="button"
					className="wig-c-icon"
					onClick={ onClose }
					aria-label={ __( 'Close', 'woo-inventory-guard' ) }
				>
					<Icon name="cross" />
				</button>
			</header>
			{ children }
		</dialog>
	);
}
