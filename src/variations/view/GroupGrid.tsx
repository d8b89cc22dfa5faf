import { useEffect } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { boot } from '../../shared/app/boot';
import { formatQuantity } from '../../shared/format/quantity';
import { isMissing, type Cell, type Group } from '../logic/pivot';
import { NoItem } from './Cell';
import { CellInput } from './CellInput';
import { ItemCell } from './ItemCell';
import { Total } from './Total';
import { useGrid } from './use-grid';
import type { MatrixState } from './use-matrix';
import { valueWord } from './words';

interface Props {
	group: Group;
	matrix: MatrixState;
	label: string;
	corner: string;
	editLink: string | null;
	mayAdjust: boolean;
}

/** One matrix: a table that is a grid for the keyboard. */
export function GroupGrid( props: Props ) {
	const { group, matrix, label, corner, editLink, mayAdjust } = props;
	const { locale } = boot();
	const grid = useGrid(
		group,
		( item ) =>
			mayAdjust &&
			item.tracked &&
			! [ 'sending', 'stale' ].includes(
				matrix.edits[ item.id ]?.state ?? ''
			),
		( item ) =>
			matrix.edits[ item.id ]?.text ??
			formatQuantity( item.on_hand, locale )
	);
	const { at, editing } = grid;
	const { setTyping } = matrix;
	useEffect( () => {
		setTyping( editing !== null );
		return () => setTyping( false );
	}, [ editing, setTyping ] );
	const single = group.columns.length === 1;
	const contentOf = ( cell: Cell, isActive: boolean ) => {
		const [ item ] = cell.items;
		if ( ! item ) {
			return (
				<NoItem
					cell={ cell }
					editLink={ editLink }
					takesFocus={ isActive }
				/>
			);
		}
		if ( editing?.item.id === item.id ) {
			return (
				<CellInput
					editing={ editing }
					onEnter={ ( text ) =>
						matrix.enter( item, text, editing.seen )
					}
					onEnd={ grid.end }
					onLeave={ grid.leave }
				/>
			);
		}
		return (
			<ItemCell item={ item } matrix={ matrix } isActive={ isActive } />
		);
	};

	return (
		<div className="wig-matrix-scroll">
			<table
				ref={ grid.table }
				role="grid"
				aria-label={ label }
				className={ `wig-matrix ${ single ? 'is-single' : '' }` }
				onKeyDown={ grid.onKeyDown }
			>
				<thead>
					<tr>
						<th scope="col">{ corner }</th>
						{ group.columns.map( ( { value } ) => (
							<th key={ value.value } scope="col">
								{ valueWord( value, single ) }
							</th>
						) ) }
						{ ! single && (
							<th scope="col" className="is-sum">
								{ __( 'Total', 'woo-inventory-guard' ) }
							</th>
						) }
					</tr>
				</thead>
				<tbody>
					{ group.rows.map( ( row, y ) => (
						<tr key={ row.value.value }>
							<th scope="row">{ valueWord( row.value ) }</th>
							{ row.cells.map( ( cell, x ) => {
								const isActive = y === at[ 0 ] && x === at[ 1 ];
								const [ item ] = cell.items;
								const isLink =
									isMissing( cell ) && editLink !== null;
								return (
									// The table itself listens to the keys.

									<td
										key={ group.columns[ x ]?.value.value }
										role="gridcell"
										data-wig-cell={ `${ y },${ x }` }
										tabIndex={
											isActive && ! isLink ? 0 : -1
										}
										aria-readonly={
											! mayAdjust || ! item?.tracked
										}
										className={ tint( cell ) }
										onFocus={ () =>
											grid.setActive( [ y, x ] )
										}
										onClick={ ( event ) => {
											if (
												! editing &&
												event.target instanceof
													Element &&
												! event.target.closest(
													'a, button, [role="alertdialog"]'
												)
											) {
												grid.begin( [ y, x ] );
											}
										} }
									>
										{ contentOf( cell, isActive ) }
									</td>
								);
							} ) }
							{ ! single && (
								<td role="gridcell" className="is-sum">
									<Total sums={ row.sums } />
								</td>
							) }
						</tr>
					) ) }
				</tbody>
				<tfoot>
					<tr>
						<th scope="row">
							{ __( 'Total', 'woo-inventory-guard' ) }
						</th>
						{ group.columns.map( ( { value, sums } ) => (
							<td role="gridcell" key={ value.value }>
								<Total sums={ sums } />
							</td>
						) ) }
						{ ! single && (
							<td role="gridcell">
								<Total sums={ group.sums } />
							</td>
						) }
					</tr>
				</tfoot>
			</table>
		</div>
	);
}

const tint = ( cell: Cell ): string => {
	const [ item ] = cell.items;
	if ( ! item ) {
		return isMissing( cell ) ? 'is-missing' : 'is-covered';
	}
	return item.tracked ? `is-${ item.status }` : 'is-untracked';
};
