import { Button, ProgressBar } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { newKey } from '../../shared/app/new-key';
import { asProblem, type Problem } from '../../shared/data/problem';
import { FormButtons } from '../../shared/form/FormButtons';
import { number } from '../../shared/format/words';
import { announce } from '../../shared/ui/announce';
import { Failure } from '../../shared/ui/Failure';
import { postReverse } from '../data/api';
import { percentOf } from '../logic/reverse';
import type { DocumentName } from '../logic/view';

interface Props {
	name: DocumentName;
	/** Whether the preview is shown. */
	isOpen: boolean;
	onOpen: () => void;
	onCancel: () => void;
	onDone: () => void;
}

/** Taking a document back: first what it would do, then doing it, with how far it is. */
export function Reverse( { name, isOpen, onOpen, onCancel, onDone }: Props ) {
	const [ progress, setProgress ] = useState< {
		done: number;
		levels: number;
	} | null >( null );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	// The same key for every try of this one act: what was begun is gone on with.
	const key = useRef( newKey() );
	const isHere = useRef( true );
	useEffect( () => {
		isHere.current = true;
		return () => {
			isHere.current = false;
		};
	}, [] );

	const go = async () => {
		if ( progress ) {
			return;
		}
		setProblem( null );
		setProgress( { done: 0, levels: 1 } );
		try {
			let reversal = await postReverse( name, key.current );
			// A page that is left leaves the rest to the shop's own job.
			while ( ! reversal.finished_at && isHere.current ) {
				setProgress( reversal );
				reversal = await postReverse( name, key.current );
			}
			if ( isHere.current ) {
				announce( __( 'Taken back', 'woo-inventory-guard' ) );
				onDone();
			}
		} catch ( thrown ) {
			setProblem( asProblem( thrown ) );
		} finally {
			setProgress( null );
		}
	};

	if ( ! isOpen ) {
		return (
			<div className="wig-buttons">
				<Button
					__next40pxDefaultSize
					variant="secondary"
					onClick={ onOpen }
				>
					{ __( 'Take it back …', 'woo-inventory-guard' ) }
				</Button>
			</div>
		);
	}
	return (
		<div className="wig-ledger-back">
			<p>
				{ __(
					'Each item is changed back by what this document had changed. What was sold, received or counted since stays. Taking back is written into the ledger as a document of its own.',
					'woo-inventory-guard'
				) }
			</p>
			{ problem && <Failure problem={ problem } onRetry={ go } /> }
			{ progress && (
				<div role="status">
					<ProgressBar
						value={ percentOf( progress.done, progress.levels ) }
					/>
					<p>
						{ sprintf(
							/* translators: 1: how many are done, 2: how many there are. */
							__(
								'%1$s of %2$s. It goes on when you leave this page.',
								'woo-inventory-guard'
							),
							number( progress.done ),
							number( progress.levels )
						) }
					</p>
				</div>
			) }
			<FormButtons
				sending={ progress !== null }
				onCancel={ onCancel }
				onGo={ go }
				isDestructive
			>
				{ __( 'Take it back', 'woo-inventory-guard' ) }
			</FormButtons>
		</div>
	);
}
