import { __, sprintf } from '@wordpress/i18n';
import type { ImportLine } from '../../schema';
import { Link } from '../../shared/app/Link';
import { number } from '../../shared/format/words';
import { anyFieldWord, lineStateWord } from './words';

interface Props {
	rows: readonly ImportLine[];
	isWaiting: boolean;
}

/** Rows of an import, each with what is wrong with it or what it changes. */
export const LineTable = ( { rows, isWaiting }: Props ) => (
	<table
		className={ `wig-table wig-files-lines ${ isWaiting ? 'is-waiting' : '' }` }
		aria-busy={ isWaiting }
	>
		<caption className="wig-hidden">
			{ __( 'Rows of the import', 'woo-inventory-guard' ) }
		</caption>
		<thead>
			<tr>
				<th scope="col" className="is-number">
					{ __( 'Row', 'woo-inventory-guard' ) }
				</th>
				<th scope="col">{ __( 'Item', 'woo-inventory-guard' ) }</th>
				<th scope="col">
					{ __( 'What is with it', 'woo-inventory-guard' ) }
				</th>
				<th scope="col">{ __( 'State', 'woo-inventory-guard' ) }</th>
			</tr>
		</thead>
		<tbody>
			{ rows.map( ( line ) => (
				<tr key={ line.row }>
					<th scope="row" className="is-number">
						{ number( line.row ) }
					</th>
					<td>
						<Item line={ line } />
					</td>
					<td>
						<ul>
							{ whatOf( line ).map( ( what ) => (
								<li key={ what }>{ what }</li>
							) ) }
						</ul>
					</td>
					<td>{ lineStateWord( line.state ) }</td>
				</tr>
			) ) }
		</tbody>
	</table>
);

function Item( { line }: { line: ImportLine } ) {
	const name = line.name || line.sku || '–';
	return (
		<>
			{ line.item_id === null ? (
				name
			) : (
				<Link
					path="/ledger"
					params={ { item: String( line.item_id ) } }
				>
					{ name }
				</Link>
			) }
			{ line.name && line.sku && (
				<span className="wig-sku wig-quiet"> { line.sku }</span>
			) }
		</>
	);
}

/** What is wrong first, then what is changed. */
export const whatOf = ( line: ImportLine ): string[] => [
	...line.problems.map( ( { field, message } ) =>
		field === '' ? message : `${ anyFieldWord( field ) }: ${ message }`
	),
	...line.changes.map( ( { field, from, to } ) =>
		from === null || from === ''
			? sprintf(
					/* translators: 1: name of a field, 2: its value. */
					__( '%1$s: %2$s', 'woo-inventory-guard' ),
					anyFieldWord( field ),
					to
				)
			: sprintf(
					/* translators: 1: name of a field, 2: its value before, 3: its value after. */
					__( '%1$s: %2$s → %3$s', 'woo-inventory-guard' ),
					anyFieldWord( field ),
					from,
					to
				)
	),
];
