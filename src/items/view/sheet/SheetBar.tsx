import { Button, SelectControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { SheetColumn } from '../../logic/sheet/cells';
import { reasonWord } from '../words';
import { ColumnsMenu } from './ColumnsMenu';
import { SHEET_REASONS } from './words';

interface Props {
	mayEdit: boolean;
	reason: string;
	columns: readonly SheetColumn[];
	canUndo: boolean;
	canRedo: boolean;
	onReason: ( reason: string ) => void;
	onUndo: () => void;
	onRedo: () => void;
	onColumns: ( columns: SheetColumn[] ) => void;
	pinned: number;
	onPinned: ( pinned: number ) => void;
}

/** What is done with the sheet as a whole. */
export const SheetBar = ( props: Props ) => (
	<div className="wig-sheet-bar">
		{ props.mayEdit && (
			<>
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					labelPosition="side"
					label={ __(
						'Reason for changes of on hand',
						'woo-inventory-guard'
					) }
					value={ props.reason }
					options={ SHEET_REASONS.map( ( value ) => ( {
						value,
						label: reasonWord( value ),
					} ) ) }
					onChange={ props.onReason }
				/>
				<Button
					__next40pxDefaultSize
					variant="tertiary"
					accessibleWhenDisabled
					disabled={ ! props.canUndo }
					onClick={ props.onUndo }
				>
					{ __( 'Undo', 'woo-inventory-guard' ) }
				</Button>
				<Button
					__next40pxDefaultSize
					variant="tertiary"
					accessibleWhenDisabled
					disabled={ ! props.canRedo }
					onClick={ props.onRedo }
				>
					{ __( 'Redo', 'woo-inventory-guard' ) }
				</Button>
			</>
		) }
		<span className="wig-sheet-space" />
		<ColumnsMenu
			columns={ props.columns }
			pinned={ props.pinned }
			onColumns={ props.onColumns }
			onPinned={ props.onPinned }
		/>
	</div>
);
