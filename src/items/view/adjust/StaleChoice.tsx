import { Button } from '@wordpress/components';
import { useEffect, useId, useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

interface Props {
	seen: string;
	now: string;
	counted: string;
	sending: boolean;
	onCounted: () => void;
	onNow: () => void;
}

/** Somebody else changed the number meanwhile: both are shown, and a person says which is right. */
export function StaleChoice( props: Props ) {
	const { seen, now, counted, sending, onCounted, onNow } = props;
	const first = useRef< HTMLParagraphElement >( null );
	const id = useId();
	useEffect( () => first.current?.focus(), [] );
	return (
		<div className="wig-stale" role="alertdialog" aria-labelledby={ id }>
			<p id={ id } ref={ first } tabIndex={ -1 }>
				{ sprintf(
					/* translators: 1: number on hand that the person saw, 2: number on hand now. */
					__(
						'Somebody changed this while you were counting: it was %1$s, now it is %2$s. Which number is right?',
						'woo-inventory-guard'
					),
					seen,
					now
				) }
			</p>
			<div className="wig-stale-choice">
				<Button
					__next40pxDefaultSize
					variant="secondary"
					isBusy={ sending }
					accessibleWhenDisabled
					disabled={ sending }
					onClick={ onCounted }
				>
					{ sprintf(
						/* translators: %s: number that was counted. */
						__( '%s, as I counted', 'woo-inventory-guard' ),
						counted
					) }
				</Button>
				<Button
					__next40pxDefaultSize
					variant="secondary"
					accessibleWhenDisabled
					disabled={ sending }
					onClick={ onNow }
				>
					{ sprintf(
						/* translators: %s: number on hand now. */
						__( '%s, leave it', 'woo-inventory-guard' ),
						now
					) }
				</Button>
			</div>
		</div>
	);
}
