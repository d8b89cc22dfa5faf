import { useCallback, useMemo, useState } from '@wordpress/element';
import { useAsked } from '../../shared/app/use-asked';
import { todayInShop } from '../../shared/format/words';
import { daysUpTo, lengthOf, type Range } from '../../shared/period/range';
import { fetchFacts, fetchStock } from '../data/api';
import { factsTable, stockTable, type Report } from '../logic/reports';
import type { Table } from '../logic/table';

/**
 * The rows of a report; `day` is for the one of one day. Other reports of the same period are made of what is here
 * already.
 */
export function useReport( report: Report, range: Range, day: string ) {
	const [ count, setCount ] = useState( 0 );
	const isStock = report === 'stock';
	const days = lengthOf( range );
	const span = 'from' in range ? range : daysUpTo( todayInShop(), days );
	const { from, to } = 'from' in span ? span : { from: day, to: day };
	const asked = useAsked(
		useCallback(
			async ( signal: AbortSignal ) => {
				setCount( 0 );
				return isStock
					? {
							kind: 'stock' as const,
							...( await fetchStock( day, setCount, signal ) ),
						}
					: {
							kind: 'facts' as const,
							...( await fetchFacts(
								from,
								to,
								setCount,
								signal
							) ),
						};
			},
			[ isStock, day, from, to ]
		)
	);
	const { answer } = asked;
	const table = useMemo( (): Table | null => {
		if ( answer?.kind === 'stock' && report === 'stock' ) {
			return stockTable( answer.items );
		}
		return answer?.kind === 'facts' && report !== 'stock'
			? factsTable( report, answer.items, days, to )
			: null;
	}, [ answer, report, days, to ] );
	return {
		...asked,
		table,
		count,
		foldedBefore: answer?.foldedBefore ?? null,
	};
}
