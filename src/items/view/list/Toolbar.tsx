import { Button, SearchControl, SelectControl } from '@wordpress/components';
import { forwardRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import type { Layout } from '../../logic/layout';
import { SORTS, type SortBy, type StockView } from '../../logic/view-state';
import { focusRow } from '../../../shared/table/row-focus';
import { ViewMenu } from './ViewMenu';
import { sortWord } from '../words';

interface Props {
	search: string;
	view: StockView;
	layout: Layout;
	isPhone: boolean;
	onSearch: ( search: string ) => void;
	onSort: ( sort: SortBy ) => void;
	onLayout: ( layout: Layout ) => void;
	onAs: ( as: StockView[ 'as' ] ) => void;
	/** Which of the saved views is shown. */
	views: ReactNode;
	/** What changes many items together; nothing where nobody may. */
	many: ReactNode;
}

/** Finding and arranging. */
export const Toolbar = forwardRef< HTMLInputElement, Props >(
	(
		{
			search,
			view,
			layout,
			isPhone,
			onSearch,
			onSort,
			onLayout,
			onAs,
			views,
			many,
		},
		ref
	) => (
		<div className="wig-toolbar">
			<SearchControl
				__nextHasNoMarginBottom
				ref={ ref }
				className="wig-search"
				label={ __(
					'Search name, SKU or barcode',
					'woo-inventory-guard'
				) }
				placeholder={ __(
					'Search name, SKU or barcode',
					'woo-inventory-guard'
				) }
				value={ search }
				onChange={ onSearch }
				onKeyDown={ ( event ) => {
					if ( event.key === 'ArrowDown' ) {
						event.preventDefault();
						focusRow();
					}
				} }
			/>
			{ isPhone && (
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					className="wig-sort-by"
					label={ __( 'Sort by', 'woo-inventory-guard' ) }
					hideLabelFromVision
					value={ view.sort }
					options={ SORTS.map( ( value ) => ( {
						value,
						label: sprintf(
							/* translators: %s: what the list is sorted by, such as Name. */
							__( 'Sort by: %s', 'woo-inventory-guard' ),
							sortWord( value )
						),
					} ) ) }
					onChange={ ( sort ) => onSort( sort ) }
				/>
			) }
			{ ! isPhone && (
				<Button
					__next40pxDefaultSize
					variant="secondary"
					onClick={ () =>
						onAs( view.as === 'sheet' ? 'list' : 'sheet' )
					}
				>
					{ view.as === 'sheet'
						? __( 'As a list', 'woo-inventory-guard' )
						: __( 'As a spreadsheet', 'woo-inventory-guard' ) }
				</Button>
			) }
			{ views }
			{ many }
			<ViewMenu
				layout={ layout }
				isPhone={ isPhone }
				onLayout={ onLayout }
			/>
		</div>
	)
);

interface HeadProps {
	mayAdd: boolean;
	onAdd: () => void;
	onShortcuts: () => void;
}

export const Head = ( { mayAdd, onAdd, onShortcuts }: HeadProps ) => (
	<div className="wig-head">
		<h1>{ __( 'Inventory', 'woo-inventory-guard' ) }</h1>
		<Button
			__next40pxDefaultSize
			className="wig-shortcuts-button"
			variant="tertiary"
			onClick={ onShortcuts }
		>
			{ __( 'Shortcuts', 'woo-inventory-guard' ) }
		</Button>
		{ mayAdd && (
			<Button __next40pxDefaultSize variant="primary" onClick={ onAdd }>
				{ __( 'Add part', 'woo-inventory-guard' ) }
			</Button>
		) }
	</div>
);
