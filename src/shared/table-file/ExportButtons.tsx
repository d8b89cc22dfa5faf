import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { FileKind } from './writer';

interface Props {
	onExport: ( kind: FileKind ) => void;
	disabled?: boolean;
}

/** The two kinds of file that a table can be had as. */
export const ExportButtons = ( { onExport, disabled = false }: Props ) => (
	<>
		<Button
			__next40pxDefaultSize
			variant="secondary"
			accessibleWhenDisabled
			disabled={ disabled }
			onClick={ () => onExport( 'csv' ) }
		>
			{ __( 'Export CSV', 'woo-inventory-guard' ) }
		</Button>
		<Button
			__next40pxDefaultSize
			variant="secondary"
			accessibleWhenDisabled
			disabled={ disabled }
			onClick={ () => onExport( 'xlsx' ) }
		>
			{ __( 'Export XLSX', 'woo-inventory-guard' ) }
		</Button>
	</>
);
