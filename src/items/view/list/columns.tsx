import { createColumnHelper } from '@tanstack/react-table';
import type { Item } from '../../../schema';
import { features } from '../../../shared/table/features';
import { Amount } from '../../../shared/ui/Amount';
import type { Column } from '../../logic/layout';
import type { SortBy } from '../../logic/view-state';
import { LowAt } from '../item/LowAt';
import { NameCell } from './NameCell';
import { OnHandCell } from '../adjust/OnHandCell';
import { Status } from '../Status';
import { WhyCell } from './WhyCell';
import { columnWord } from '../words';

const column = createColumnHelper< typeof features, Item >();

/** Where a number would mean nothing: nobody counts this item. */
const None = () => <span className="wig-amount is-zero">–</span>;

export const columns = column.columns( [
	column.accessor( 'name', {
		header: () => columnWord( 'name' ),
		cell: ( { row } ) => <NameCell item={ row.original } />,
		enableHiding: false,
	} ),
	column.accessor( 'on_hand', {
		header: () => columnWord( 'on_hand' ),
		cell: ( { row: { original: item } } ) =>
			item.tracked && item.kind !== 'bundle' ? (
				<OnHandCell item={ item } />
			) : (
				<None />
			),
	} ),
	column.accessor( 'reserved', {
		header: () => columnWord( 'reserved' ),
		cell: ( { row: { original: item } } ) =>
			item.tracked && item.kind !== 'bundle' ? (
				<WhyCell item={ item } what="reserved" />
			) : (
				<None />
			),
	} ),
	column.accessor( 'available', {
		header: () => columnWord( 'available' ),
		cell: ( { row: { original: item } } ) =>
			item.tracked ? (
				<WhyCell item={ item } what="available" />
			) : (
				<None />
			),
	} ),
	column.accessor( 'incoming', {
		header: () => columnWord( 'incoming' ),
		cell: ( { row: { original: item } } ) =>
			item.tracked ? <Amount value={ item.incoming } /> : <None />,
		enableSorting: false,
	} ),
	column.accessor( 'threshold_effective', {
		id: 'low_at',
		header: () => columnWord( 'low_at' ),
		cell: ( { row: { original: item } } ) =>
			item.tracked ? <LowAt item={ item } /> : <None />,
		enableSorting: false,
	} ),
	column.accessor( 'status', {
		header: () => columnWord( 'status' ),
		cell: ( { getValue } ) => <Status status={ getValue() } />,
	} ),
] );

/** Columns that the server can sort by. */
export const SORT_OF: Partial< Record< Column, SortBy > > = {
	name: 'name',
	on_hand: 'on_hand',
	reserved: 'reserved',
	available: 'available',
	status: 'status',
};

const TEXT: readonly string[] = [ 'name', 'status' ];
export const isNumeric = ( id: string ) => ! TEXT.includes( id );
