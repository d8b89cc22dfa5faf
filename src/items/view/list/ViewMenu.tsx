import {
	Button,
	Dropdown,
	RadioControl,
	SelectControl,
} from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { Icon } from '../../../shared/ui/icons';
import { COLUMNS, PER_PAGE, type Layout } from '../../logic/layout';
import { ColumnsList } from './ColumnsList';
import { columnWord } from '../words';

interface Props {
	layout: Layout;
	isPhone: boolean;
	onLayout: ( layout: Layout ) => void;
}

/** How the list is laid out; kept with the user. */
export const ViewMenu = ( props: Props ) => (
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
				{ __( 'Layout', 'woo-inventory-guard' ) }
			</Button>
		) }
		renderContent={ () => <Choices { ...props } /> }
	/>
);

function Choices( { layout, isPhone, onLayout }: Props ) {
	return (
		<div
			className="wig-view-menu"
			role="dialog"
			aria-label={ __( 'Layout', 'woo-inventory-guard' ) }
		>
			{ ! isPhone && (
				<>
					<fieldset>
						<legend>
							{ __( 'Columns', 'woo-inventory-guard' ) }
						</legend>
						<ColumnsList
							columns={ layout.list }
							all={ COLUMNS }
							word={ columnWord }
							onColumns={ ( list ) =>
								onLayout( { ...layout, list } )
							}
						/>
					</fieldset>
					<RadioControl
						label={ __(
							'Height of the rows',
							'woo-inventory-guard'
						) }
						selected={ layout.density }
						options={ [
							{
								value: 'comfortable',
								label: __(
									'Comfortable',
									'woo-inventory-guard'
								),
							},
							{
								value: 'compact',
								label: __( 'Compact', 'woo-inventory-guard' ),
							},
						] }
						onChange={ ( density ) =>
							onLayout( {
								...layout,
								density:
									density === 'compact'
										? 'compact'
										: 'comfortable',
							} )
						}
					/>
				</>
			) }
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ __( 'Rows on a page', 'woo-inventory-guard' ) }
				value={ String( layout.perPage ) }
				options={ PER_PAGE.map( ( rows ) => ( {
					value: String( rows ),
					label: String( rows ),
				} ) ) }
				onChange={ ( rows ) =>
					onLayout( { ...layout, perPage: Number( rows ) } )
				}
			/>
		</div>
	);
}
