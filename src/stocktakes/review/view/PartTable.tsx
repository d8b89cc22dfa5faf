import { __ } from '@wordpress/i18n';
import { money, number, percent } from '../../../shared/format/words';
import { Amount } from '../../../shared/ui/Amount';
import { REASONS } from '../logic/decide';
import { rightShare, type Part, type Side } from '../logic/report';
import { columnWord, sideWord } from './report-words';
import { reasonWord } from './words';

interface Props {
	side: Side;
	parts: readonly Part[];
}

/** The report seen from one side. */
export function PartTable( { side, parts }: Props ) {
	if ( parts.length === 0 ) {
		return null;
	}
	const hasRecounts = side === 'counter';
	return (
		<section className="wig-surface wig-review-part">
			<h3>{ sideWord( side ) }</h3>
			<div
				className="wig-review-scroll"
				role="region"
				aria-label={ sideWord( side ) }
				tabIndex={ 0 }
			>
				<table className="wig-table">
					<caption className="wig-hidden">
						{ sideWord( side ) }
					</caption>
					<thead>
						<tr>
							<th scope="col">
								{ __( 'Name', 'woo-inventory-guard' ) }
							</th>
							{ COLUMNS.map( ( column ) => (
								<th
									key={ column }
									scope="col"
									className="is-number"
								>
									{ columnWord( column ) }
								</th>
							) ) }
							{ hasRecounts && (
								<th scope="col" className="is-number">
									{ columnWord( 'recounted' ) }
								</th>
							) }
						</tr>
					</thead>
					<tbody>
						{ parts.map( ( part, place ) => (
							<tr key={ place }>
								<th scope="row">
									{ keyWord( side, part.key ) }
								</th>
								<td className="is-number">
									{ number( part.lines ) }
								</td>
								<td className="is-number">
									{ shareOf( part ) }
								</td>
								<td className="is-number">
									<Amount value={ part.expected } />
								</td>
								<td className="is-number">
									<Amount value={ part.found } />
								</td>
								<td className="is-number">
									<Amount value={ part.missing } />
								</td>
								<td className="is-number">
									{ money( part.found_value ) }
								</td>
								<td className="is-number">
									{ money( part.missing_value ) }
								</td>
								{ hasRecounts && (
									<td className="is-number">
										{ number( part.recounted ?? 0 ) }
									</td>
								) }
							</tr>
						) ) }
					</tbody>
				</table>
			</div>
		</section>
	);
}

const COLUMNS = [
	'lines',
	'right',
	'expected',
	'found',
	'missing',
	'found_value',
	'missing_value',
] as const;

const shareOf = ( part: Part ): string => {
	const share = rightShare( part );
	return share === null ? '–' : percent( share );
};

/** What a row of a side is called. */
export function keyWord( side: Side, key: string ): string {
	if ( side === 'reason' ) {
		const reason = REASONS.find( ( known ) => known === key );
		return reason ? reasonWord( reason ) : key;
	}
	return (
		key ||
		( side === 'category'
			? __( 'No category', 'woo-inventory-guard' )
			: __( 'Somebody who is gone', 'woo-inventory-guard' ) )
	);
}
