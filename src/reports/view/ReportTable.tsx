import { useMemo, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { boot } from '../../shared/app/boot';
import { Link } from '../../shared/app/Link';
import { formatQuantity } from '../../shared/format/quantity';
import { dayWord, money, number, percent } from '../../shared/format/words';
import { Pager } from '../../shared/table/Pager';
import { ariaSort, SortHeader } from '../../shared/table/SortHeader';
import { Message } from '../../shared/ui/Message';
import {
	sortedRows,
	type Column,
	type Kind,
	type Table,
	type Value,
} from '../logic/table';
import { columnWord } from './words';

interface Props {
	table: Table;
	title: string;
	isWaiting: boolean;
}

const ROWS = 100;

/** Rows of a report, sorted by any column; a name leads to the item's lines in the ledger. */
export function ReportTable( { table, title, isWaiting }: Props ) {
	const [ sort, setSort ] = useState< { by: Column; down: boolean } | null >(
		null
	);
	const [ page, setPage ] = useState( 1 );
	const by = table.columns.some( ( { id } ) => id === sort?.by )
		? sort
		: null;
	const rows = useMemo(
		() => ( by ? sortedRows( table, by.by, by.down ) : table.rows ),
		[ table, by ]
	);
	if ( rows.length === 0 ) {
		return (
			<Message
				icon="check"
				title={ __(
					'There is nothing to show for this.',
					'woo-inventory-guard'
				) }
			/>
		);
	}
	const shown = Math.min( page, Math.ceil( rows.length / ROWS ) );
	const press = ( id: Column, kind: Kind ) => {
		setPage( 1 );
		setSort( {
			by: id,
			down: by?.by === id ? ! by.down : kind !== 'text',
		} );
	};
	return (
		<>
			<div
				className="wig-report-scroll"
				role="region"
				aria-label={ title }
				tabIndex={ 0 }
			>
				<table
					className={ `wig-table ${ isWaiting ? 'is-waiting' : '' }` }
					aria-busy={ isWaiting }
				>
					<caption className="wig-hidden">{ title }</caption>
					<thead>
						<tr>
							{ table.columns.map( ( { id, kind } ) => {
								const sorted =
									by?.by === id &&
									( by.down ? 'desc' : 'asc' );
								return (
									<th
										key={ id }
										scope="col"
										className={
											kind === 'text' ? '' : 'is-number'
										}
										aria-sort={ ariaSort( sorted ) }
									>
										<SortHeader
											label={ columnWord( id ) }
											sorted={ sorted }
											onSort={ () => press( id, kind ) }
										/>
									</th>
								);
							} ) }
						</tr>
					</thead>
					<tbody>
						{ rows
							.slice( ( shown - 1 ) * ROWS, shown * ROWS )
							.map( ( { item, values } ) => (
								<tr key={ item }>
									{ table.columns.map(
										( { id, kind }, place ) =>
											place === 0 ? (
												<th key={ id } scope="row">
													<Link
														className="wig-name"
														path="/ledger"
														params={ {
															item: String(
																item
															),
														} }
													>
														{ String(
															values[ 0 ] ?? ''
														) }
													</Link>
												</th>
											) : (
												<td
													key={ id }
													className={
														kind === 'text'
															? ''
															: 'is-number'
													}
												>
													{ valueWord(
														values[ place ] ?? null,
														kind
													) }
												</td>
											)
									) }
								</tr>
							) ) }
					</tbody>
					{ Object.keys( table.totals ).length > 0 && (
						<tfoot>
							<tr>
								{ table.columns.map( ( { id, kind }, place ) =>
									place === 0 ? (
										<th key={ id } scope="row">
											{ __(
												'In all',
												'woo-inventory-guard'
											) }
										</th>
									) : (
										<td key={ id } className="is-number">
											{ table.totals[ id ] === undefined
												? ''
												: valueWord(
														table.totals[ id ],
														kind
													) }
										</td>
									)
								) }
							</tr>
						</tfoot>
					) }
				</table>
			</div>
			{ rows.length > ROWS && (
				<Pager
					page={ shown }
					perPage={ ROWS }
					total={ rows.length }
					onPage={ setPage }
				/>
			) }
		</>
	);
}

function valueWord( value: Value, kind: Kind ): string {
	if ( value === null ) {
		return '–';
	}
	switch ( kind ) {
		case 'units':
			return formatQuantity( value, boot().locale );
		case 'money':
			return money( value );
		case 'percent':
			return percent( value );
		case 'number':
			return number( value, 2 );
		case 'day':
			return dayWord( String( value ), true );
		default:
			return String( value );
	}
}
