import { SelectControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { Facts } from '../logic/book';
import { FIELDS, isField, type Field } from '../logic/fields';
import { fieldWord } from './words';

interface Props {
	facts: Facts;
	fields: readonly Field[];
	onField: ( place: number, field: Field ) => void;
}

/** The first rows of the file, and above each column what it is taken for. */
export function Columns( { facts, fields, onField }: Props ) {
	const title = __( 'Columns', 'woo-inventory-guard' );
	const choices = [
		{ value: '', label: fieldWord( '' ) },
		...FIELDS.map( ( [ field ] ) => ( {
			value: field,
			label: fieldWord( field ),
		} ) ),
	];
	return (
		<>
			<h3>{ title }</h3>
			<div
				className="wig-files-columns"
				role="region"
				aria-label={ title }
				tabIndex={ 0 }
			>
				<table className="wig-table">
					<caption className="wig-hidden">
						{ __(
							'The first rows of the file, and what each column is',
							'woo-inventory-guard'
						) }
					</caption>
					<thead>
						<tr>
							<th scope="col" className="is-number">
								{ __( 'Row', 'woo-inventory-guard' ) }
							</th>
							{ facts.headings.map( ( heading, place ) => (
								<th
									key={ heading }
									scope="col"
									className={
										fields[ place ] ? '' : 'is-left-out'
									}
								>
									<span className="wig-files-heading">
										{ heading }
									</span>
									<SelectControl
										__next40pxDefaultSize
										__nextHasNoMarginBottom
										hideLabelFromVision
										label={ sprintf(
											/* translators: %s: heading of a column in a file. */
											__(
												'%s is',
												'woo-inventory-guard'
											),
											heading
										) }
										value={ fields[ place ] ?? '' }
										options={ choices }
										onChange={ ( chosen ) =>
											isField( chosen ) &&
											onField( place, chosen )
										}
									/>
								</th>
							) ) }
						</tr>
					</thead>
					<tbody>
						{ facts.preview.map( ( { row, cells } ) => (
							<tr key={ row }>
								<th scope="row" className="is-number">
									{ row }
								</th>
								{ cells.map( ( cell, place ) => (
									<td
										key={ facts.headings[ place ] }
										className={
											fields[ place ] ? '' : 'is-left-out'
										}
									>
										{ cell }
									</td>
								) ) }
							</tr>
						) ) }
					</tbody>
				</table>
			</div>
		</>
	);
}
