import { Button, FormFileUpload } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Settings } from '../../schema';
import { asProblem, type Problem } from '../../shared/data/problem';
import { Failure } from '../../shared/ui/Failure';
import { fetchSettings } from '../data/api';
import { readFile, saveFile } from '../data/files';
import type { Name } from '../logic/catalogue';
import {
	copyOf,
	fileNameOf,
	MOST_BYTES,
	readCopy,
	type Picked,
} from '../logic/transfer';
import { ImportDialog } from './ImportDialog';

interface Props {
	kept: Settings;
	onImported: (
		now: Settings,
		former: Settings,
		names: readonly Name[]
	) => void;
}

/** The settings as a file: out of this shop, and into it. */
export function Transfer( { kept, onImported }: Props ) {
	const [ picked, setPicked ] = useState< Picked | null >( null );
	const [ problem, setProblem ] = useState< Problem | null >( null );

	const exportAll = async () => {
		setProblem( null );
		try {
			// As they are kept now, not as they were when this page was opened.
			const now = new Date();
			saveFile( fileNameOf( now ), copyOf( await fetchSettings(), now ) );
		} catch ( thrown ) {
			setProblem( asProblem( thrown ) );
		}
	};
	const pick = async ( file?: File ) => {
		if ( file ) {
			setPicked( {
				name: file.name,
				read:
					file.size > MOST_BYTES
						? { refused: 'too-large' }
						: readCopy( await readFile( file ), kept ),
			} );
		}
	};
	return (
		<div className="wig-transfer">
			<FormFileUpload
				__next40pxDefaultSize
				accept="application/json,.json"
				onChange={ ( event ) => {
					void pick( event.currentTarget.files?.[ 0 ] );
				} }
				render={ ( { openFileDialog } ) => (
					<Button
						__next40pxDefaultSize
						variant="secondary"
						onClick={ openFileDialog }
					>
						{ __( 'Import', 'woo-inventory-guard' ) }
					</Button>
				) }
			/>
			<Button
				__next40pxDefaultSize
				variant="secondary"
				onClick={ exportAll }
			>
				{ __( 'Export', 'woo-inventory-guard' ) }
			</Button>
			{ problem && <Failure problem={ problem } onRetry={ exportAll } /> }
			{ picked && (
				<ImportDialog
					picked={ picked }
					kept={ kept }
					onImported={ ( now, names ) => {
						setPicked( null );
						onImported( now, kept, names );
					} }
					onClose={ () => setPicked( null ) }
				/>
			) }
		</div>
	);
}
