import { Button } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import { number } from '../format/words';
import { Failure } from '../ui/Failure';
import { ExportButtons } from './ExportButtons';
import type { ExportedFile } from './use-export';

/** The kinds of file; while one is written, how far it is and the way to stop. */
export const Exporting = ( { file }: { file: ExportedFile } ) => (
	<div className="wig-exporting">
		{ file.problem && (
			<Failure problem={ file.problem } onRetry={ file.again } />
		) }
		<span role="status">
			{ file.done !== null &&
				sprintf(
					/* translators: %s: a number of lines. */
					_n(
						'%s line',
						'%s lines',
						file.done,
						'woo-inventory-guard'
					),
					number( file.done )
				) }
		</span>
		{ file.done === null ? (
			<ExportButtons onExport={ file.go } />
		) : (
			<Button
				__next40pxDefaultSize
				variant="secondary"
				onClick={ file.stop }
			>
				{ __( 'Stop', 'woo-inventory-guard' ) }
			</Button>
		) }
	</div>
);
