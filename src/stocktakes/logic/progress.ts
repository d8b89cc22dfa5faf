import type { Stocktake, StocktakeAccuracy } from '../../schema';

type State = Stocktake[ 'state' ];

/** Whether something goes on by itself on the server, so that it is worth looking again. */
export const isMoving = ( {
	filling,
	state,
}: Pick< Stocktake, 'filling' | 'state' > ): boolean =>
	filling || state === 'applying' || state === 'undoing';

/** The last thing that happened to it. */
export type Step =
	'created_at' | 'started_at' | 'finished_at' | 'applied_at' | 'undone_at';

/** Before counting has gone back to, the end of the first counting says nothing. */
const STEPS: Record< State, readonly Step[] > = {
	open: [ 'created_at' ],
	counting: [ 'started_at', 'created_at' ],
	review: [ 'finished_at', 'started_at', 'created_at' ],
	applying: [ 'finished_at', 'started_at', 'created_at' ],
	applied: [ 'applied_at', 'finished_at', 'created_at' ],
	undoing: [ 'applied_at', 'finished_at', 'created_at' ],
	undone: [ 'undone_at', 'applied_at', 'created_at' ],
	cancelled: [ 'created_at' ],
};

export type Dated = Pick< Stocktake, 'state' | Step >;

/** What is said of its time: the step that brought it to its state, with the moment. */
export function lastStep( stocktake: Dated ): { step: Step; at: string } {
	const step =
		STEPS[ stocktake.state ].find(
			( known ) => stocktake[ known ] !== null
		) ?? 'created_at';
	return { step, at: stocktake[ step ] ?? stocktake.created_at };
}

/** Lines without a difference as a share of those that were counted; null where nothing was counted. */
export const accuracyOf = (
	accuracy: Pick< StocktakeAccuracy, 'lines' | 'right' > | undefined
): number | null =>
	accuracy && accuracy.lines > 0 ? accuracy.right / accuracy.lines : null;

/** Whether its day is over and it is not done. */
export const isLate = (
	{ state, due_on: due }: Pick< Stocktake, 'state' | 'due_on' >,
	today: string
): boolean =>
	due !== null &&
	due < today &&
	( state === 'open' || state === 'counting' || state === 'review' );
