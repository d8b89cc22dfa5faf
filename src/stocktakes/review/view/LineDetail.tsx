import { useCallback } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { HistoryLines } from '../../../items';
import type { Stocktake } from '../../../schema';
import { boot } from '../../../shared/app/boot';
import { Link } from '../../../shared/app/Link';
import { useAsked } from '../../../shared/app/use-asked';
import { formatQuantity } from '../../../shared/format/quantity';
import { money } from '../../../shared/format/words';
import { Failure } from '../../../shared/ui/Failure';
import { Loading } from '../../../shared/ui/Loading';
import { fetchHistory } from '../data/api';
import type { Row } from '../logic/line';
import { CountTable } from './CountTable';
import { Decide } from './Decide';
import { flagHelp } from './flag-words';
import { Photos } from './Photos';
import type { Acts } from './use-acts';

interface Props {
	stocktake: Stocktake;
	row: Row;
	may: boolean;
	acts: Acts;
}

/** One line in full: how its numbers come about, all its counts, and what moved around them. */
export function LineDetail( { stocktake, row, may, acts }: Props ) {
	const { id, version } = stocktake;
	const item = row.item_id;
	const { answer, problem, again } = useAsked(
		useCallback(
			( signal: AbortSignal ) => fetchHistory( id, item, signal ),
			// eslint-disable-next-line react-hooks/exhaustive-deps -- with each version there may be other counts.
			[ id, item, version ]
		)
	);
	return (
		<div className="wig-review-detail">
			<Numbers row={ row } />
			{ row.flags.length > 0 && (
				<ul className="wig-review-why">
					{ row.flags.map( ( flag ) => (
						<li key={ flag }>{ flagHelp( flag ) }</li>
					) ) }
				</ul>
			) }
			<Photos id={ id } version={ version } row={ row } />
			{ may && <Decide lines={ [ row ] } acts={ acts } /> }
			{ problem && <Failure problem={ problem } onRetry={ again } /> }
			{ ! answer && ! problem && <Loading /> }
			{ answer && (
				<div className="wig-review-sides">
					<section>
						<h2>{ __( 'Counts', 'woo-inventory-guard' ) }</h2>
						<CountTable
							counts={ answer.counts }
							round={ answer.line.round }
						/>
					</section>
					<section>
						<h2>
							{ __(
								'What moved around that time',
								'woo-inventory-guard'
							) }
						</h2>
						<HistoryLines
							history={ {
								movements: answer.movements,
								total: answer.movements.length,
								page: 1,
								waiting: false,
								problem: null,
							} }
							onRetry={ again }
						/>
						<Link
							path="/ledger"
							params={ { item: String( item ) } }
						>
							{ __( 'All in the ledger', 'woo-inventory-guard' ) }
						</Link>
					</section>
				</div>
			) }
		</div>
	);
}

/** How the expected number comes about. */
function Numbers( { row }: { row: Row } ) {
	const { locale } = boot();
	const units = ( value: number | string ) => formatQuantity( value, locale );
	const facts: [ string, string ][] = [
		...( row.books === null
			? []
			: ( [
					[
						__( 'Books at that moment', 'woo-inventory-guard' ),
						units( row.books ),
					],
					[
						__( 'In packing', 'woo-inventory-guard' ),
						units( row.in_packing ),
					],
				] satisfies [ string, string ][] ) ),
		[
			__( 'Moved while counting', 'woo-inventory-guard' ),
			formatQuantity( row.moved_during, locale, { signed: true } ),
		],
		[ __( 'On hand now', 'woo-inventory-guard' ), units( row.on_hand ) ],
		[ __( 'Reserved', 'woo-inventory-guard' ), units( row.reserved ) ],
		[
			__( 'Worth each', 'woo-inventory-guard' ),
			row.unit_value === null
				? __( 'not known', 'woo-inventory-guard' )
				: money( row.unit_value ),
		],
		...( row.tags > 0
			? ( [
					[
						__( 'RFID tags', 'woo-inventory-guard' ),
						units( row.tags ),
					],
				] satisfies [ string, string ][] )
			: [] ),
	];
	return (
		<dl
			className="wig-review-facts"
			aria-label={ sprintf(
				/* translators: %s: name of an item. */
				__( 'Numbers of %s', 'woo-inventory-guard' ),
				row.name
			) }
		>
			{ facts.map( ( [ word, value ] ) => (
				<div key={ word }>
					<dt>{ word }</dt>
					<dd>{ value }</dd>
				</div>
			) ) }
		</dl>
	);
}
