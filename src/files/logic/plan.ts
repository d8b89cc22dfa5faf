import type { ImportRow } from '../../schema';
import type { Book } from './book';
import { NUMBERS } from './fields';
import { markOf } from './number';
import { damageOf, rowOf, type Damage, type Reading } from './rows';

/** How columns are read, as a person chose it; without a mark, numbers are looked at. */
export type Wish = Omit< Reading, 'mark' > & { mark: Reading[ 'mark' ] | null };

/** What would be sent. */
export interface Plan {
	/** Rows in which anything is left that is read. */
	total: number;
	damage: Damage[];
	mark: Reading[ 'mark' ];
}

/** How many numbers are looked at for their decimal mark. */
const LOOK = 5000;

/** Numbers of the rows of a book that are sent; the same wish makes the same ones. */
export class Sending {
	private readonly rows: Book[ 'rows' ];
	private readonly reading: Reading;
	readonly plan: Plan;

	constructor( book: Book, wish: Wish ) {
		const mark = wish.mark ?? guessedMark( book, wish );
		this.reading = { ...wish, mark };
		this.rows = book.rows.filter(
			( [ row, cells ] ) => rowOf( cells, row, this.reading ) !== null
		);
		this.plan = {
			total: this.rows.length,
			damage: damageOf( this.rows, wish.fields ),
			mark,
		};
	}

	batch( from: number, count: number ): ImportRow[] {
		return this.rows
			.slice( from, from + count )
			.flatMap(
				( [ row, cells ] ) => rowOf( cells, row, this.reading ) ?? []
			);
	}
}

function guessedMark( { facts, rows }: Book, { fields }: Wish ) {
	const places = fields.flatMap( ( field, place ) =>
		NUMBERS.has( field ) ? [ place ] : []
	);
	// Numbers of an XLSX file have a point, whatever they look like on a screen.
	return facts.kind === 'xlsx'
		? '.'
		: markOf(
				rows
					.slice( 0, LOOK )
					.flatMap( ( [ , cells ] ) =>
						places.map( ( place ) => cells[ place ] ?? '' )
					),
				facts.separator
			);
}
