import { Button, Dropdown, SelectControl } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import { Icon } from '../../../shared/ui/icons';
import { MOST_PINNED } from '../../logic/layout';
import { SHEET_COLUMNS, type SheetColumn } from '../../logic/sheet/cells';
import { ColumnsList } from '../list/ColumnsList';
import { sheetColumnWord } from './words';

interface Props {
	columns: readonly SheetColumn[];
	pinned: number;
	onColumns: ( columns: SheetColumn[] ) => void;
	onPinned: ( pinned: number ) => void;
}

/** Which columns, in which order, and how many of them stay in sight; the name always does. */
export const ColumnsMenu = ( props: Props ) => (
	<Dropdown
		popoverProps={ { placement: 'bottom-end', className: 'wig-popover' } }
		renderToggle={ ( { isOpen, onToggle } ) => (
			<Button
				__next40pxDefaultSize
				variant="secondary"
				icon={ <Icon name="sliders" /> }
				aria-expanded={ isOpen }
				aria-haspopup="dialog"
				onClick={ onToggle }
			>
				{ __( 'Columns', 'woo-inventory-guard' ) }
			</Button>
		) }
		renderContent={ () => (
			<div
				className="wig-view-menu"
				role="dialog"
				aria-label={ __( 'Columns', 'woo-inventory-guard' ) }
			>
				<ColumnsList
					columns={ props.columns }
					all={ SHEET_COLUMNS }
					word={ sheetColumnWord }
					onColumns={ props.onColumns }
				/>
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __(
						'Keep in sight when scrolling',
						'woo-inventory-guard'
					) }
					value={ String( props.pinned ) }
					options={ Array.from(
						{ length: MOST_PINNED },
						( _, at ) => ( {
							value: String( at + 1 ),
							label: sprintf(
								/* translators: %s: number of columns. */
								_n(
									'The first %s column',
									'The first %s columns',
									at + 1,
									'woo-inventory-guard'
								),
								String( at + 1 )
							),
						} )
					) }
					onChange={ ( pinned ) =>
						props.onPinned( Number( pinned ) )
					}
				/>
			</div>
		) }
	/>
);
