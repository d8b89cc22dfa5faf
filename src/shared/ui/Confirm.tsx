import { Modal } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { asProblem, type Problem } from '../data/problem';
import { FormButtons } from '../form/FormButtons';
import { Failure } from './Failure';

interface Props {
	title: string;
	words: string;
	act: string;
	onAct: () => Promise< void >;
	onClose: () => void;
}

/** Asked before what cannot be undone. */
export function Confirm( { title, words, act, onAct, onClose }: Props ) {
	const [ busy, setBusy ] = useState( false );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const go = async () => {
		if ( busy ) {
			return;
		}
		setBusy( true );
		setProblem( null );
		try {
			await onAct();
		} catch ( thrown ) {
			setProblem( asProblem( thrown ) );
			setBusy( false );
		}
	};
	return (
		<Modal title={ title } className="wig-modal" onRequestClose={ onClose }>
			<div className="wig-form">
				<p>{ words }</p>
				{ problem && <Failure problem={ problem } onRetry={ go } /> }
				<FormButtons
					sending={ busy }
					onCancel={ onClose }
					onGo={ go }
					isDestructive
				>
					{ act }
				</FormButtons>
			</div>
		</Modal>
	);
}
