import { Button } from '@wordpress/components';
import { useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Backup } from '../../schema';
import { asProblem, type Problem } from '../../shared/data/problem';
import { Failure } from '../../shared/ui/Failure';
import { announceFile, sendPiece } from '../data/api';
import { base64, canBeOurs, PIECE, type Work } from '../logic/work';
import { Progress } from './Progress';

/** Sends a backup file in pieces; it is checked when it is there. */
export function SendFile( { onSent }: { onSent: () => void } ) {
	const input = useRef< HTMLInputElement >( null );
	const [ work, setWork ] = useState< Work | null >( null );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const [ file, setFile ] = useState< File | null >( null );
	const [ isOther, setOther ] = useState( false );
	const send = async ( chosen: File ) => {
		setFile( chosen );
		setProblem( null );
		setOther( ! canBeOurs( chosen.name, chosen.size ) );
		if ( ! canBeOurs( chosen.name, chosen.size ) ) {
			return;
		}
		try {
			let sent: Backup = await announceFile( chosen.size );
			while ( sent.state === 'uploading' ) {
				setWork( {
					state: 'uploading',
					done: sent.done,
					total: chosen.size,
				} );
				const piece = chosen.slice( sent.done, sent.done + PIECE );
				const bytes = new Uint8Array( await piece.arrayBuffer() );
				sent = await sendPiece( sent.id, sent.done, base64( bytes ) );
			}
			onSent();
		} catch ( thrown ) {
			setProblem( asProblem( thrown ) );
		} finally {
			setWork( null );
		}
	};
	return (
		<>
			<input
				ref={ input }
				type="file"
				accept=".gz"
				className="wig-hidden"
				tabIndex={ -1 }
				aria-label={ __( 'Backup file', 'woo-inventory-guard' ) }
				onChange={ ( event ) => {
					const chosen = event.currentTarget.files?.[ 0 ];
					event.currentTarget.value = '';
					if ( chosen ) {
						void send( chosen );
					}
				} }
			/>
			<Button
				__next40pxDefaultSize
				variant="secondary"
				isBusy={ work !== null }
				accessibleWhenDisabled
				disabled={ work !== null }
				onClick={ () => input.current?.click() }
			>
				{ __( 'Send a backup file', 'woo-inventory-guard' ) }
			</Button>
			{ work && (
				<Progress
					label={ __( 'Sending', 'woo-inventory-guard' ) }
					work={ work }
				/>
			) }
			{ isOther && (
				<p role="alert">
					{ __(
						'This is no backup file: choose one that ends in .jsonl.gz.',
						'woo-inventory-guard'
					) }
				</p>
			) }
			{ problem && file && (
				<Failure problem={ problem } onRetry={ () => send( file ) } />
			) }
		</>
	);
}
