import { useId, useRef, useState } from '@wordpress/element';
import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { DragEvent } from 'react';

/** Where a file is dropped or chosen. */
export function DropFile( { onFile }: { onFile: ( file: File ) => void } ) {
	const id = useId();
	const input = useRef< HTMLInputElement >( null );
	const [ isOver, setOver ] = useState( false );
	const over = ( event: DragEvent ) => {
		event.preventDefault();
		setOver( true );
	};
	const take = ( files: FileList | null ) => {
		const file = files?.[ 0 ];
		if ( file ) {
			onFile( file );
		}
	};
	return (
		<div
			className={ `wig-files-drop ${ isOver ? 'is-over' : '' }` }
			onDragOver={ over }
			onDragLeave={ () => setOver( false ) }
			onDrop={ ( event ) => {
				event.preventDefault();
				setOver( false );
				take( event.dataTransfer.files );
			} }
		>
			<label htmlFor={ id }>
				{ __(
					'Drop a CSV or XLSX file here, or choose one.',
					'woo-inventory-guard'
				) }
			</label>
			<input
				ref={ input }
				id={ id }
				type="file"
				hidden
				accept=".csv,.tsv,.txt,.xlsx,.xlsm,text/csv"
				onChange={ ( event ) => take( event.target.files ) }
			/>
			<Button
				__next40pxDefaultSize
				variant="primary"
				onClick={ () => input.current?.click() }
			>
				{ __( 'Choose file', 'woo-inventory-guard' ) }
			</Button>
			<p className="wig-quiet">
				{ __(
					'It is read in your browser; nothing is sent before you have said what its columns are, and nothing is changed before you have seen what would change.',
					'woo-inventory-guard'
				) }
			</p>
		</div>
	);
}
