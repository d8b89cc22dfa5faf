import type { RestoreRequest } from '../../schema';
import { momentOf } from '../../shared/format/time';

export const WHATS = [ 'all', 'search', 'category', 'picked' ] as const;
export type What = ( typeof WHATS )[ number ];

interface Chosen {
	id: number;
	name: string;
}

/** What is to be brought back, as it is typed and chosen. */
export interface Wish {
	/** Such as 2026-03-01, on the shop's calendar. */
	day: string;
	/** Such as 14:02, on the shop's clock. */
	time: string;
	what: What;
	words: string;
	categories: Chosen[];
	items: Chosen[];
	/** Whether what truly moved since then stays. */
	keepSales: boolean;
}

export const emptyWish = ( today: string ): Wish => ( {
	day: today,
	time: '',
	what: 'all',
	words: '',
	categories: [],
	items: [],
	keepSales: true,
} );

/** Bounds of the REST schema. */
export const MOST = { words: 200, categories: 200, items: 500 } as const;

export type WishField = 'moment' | 'words' | 'categories' | 'items';

export type WishProblems = Partial< Record< WishField, 'missing' | 'future' > >;

/**
 * As REST wants it, or what is wrong with it.
 *
 * @param wish
 * @param timezone Of the shop.
 * @param now      In milliseconds.
 */
export function readWish(
	wish: Wish,
	timezone: string,
	now: number
): { request: RestoreRequest } | { problems: WishProblems } {
	const problems: WishProblems = {
		...momentProblem( wish, timezone, now ),
		...( wish.what === 'search' && wish.words.trim() === ''
			? { words: 'missing' as const }
			: {} ),
		...( wish.what === 'category' && wish.categories.length === 0
			? { categories: 'missing' as const }
			: {} ),
		...( wish.what === 'picked' && wish.items.length === 0
			? { items: 'missing' as const }
			: {} ),
	};
	return Object.keys( problems ).length
		? { problems }
		: {
				request: {
					moment: momentOf(
						wish.day,
						wish.time,
						timezone
					).toISOString(),
					keep_sales: wish.keepSales,
					filter: filterOf( wish ),
				},
			};
}

function momentProblem(
	{ day, time }: Wish,
	timezone: string,
	now: number
): WishProblems {
	if ( day === '' || time === '' ) {
		return { moment: 'missing' };
	}
	const moment = momentOf( day, time, timezone ).getTime();
	return moment <= now ? {} : { moment: 'future' };
}

function filterOf( wish: Wish ): NonNullable< RestoreRequest[ 'filter' ] > {
	switch ( wish.what ) {
		case 'search':
			return { search: wish.words.trim() };
		case 'category':
			return { categories: idsOf( wish.categories ) };
		case 'picked':
			return { ids: idsOf( wish.items ) };
		default:
			return { all: true };
	}
}

/** At least one: that there is none was said before. */
function idsOf( [ first, ...others ]: Chosen[] ): [ number, ...number[] ] {
	return [ first?.id ?? 0, ...others.map( ( { id } ) => id ) ];
}
