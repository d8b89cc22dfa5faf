import type { StocktakeRequest } from '../../schema';
import { EMPTY, manner, scopeOf, type Plan, type PlanProblems } from './plan';

/** A new stocktake as it is typed. */
export interface Draft extends Plan {
	name: string;
	note: string;
	/** A day such as 2026-12-31; '' for none. */
	due_on: string;
}

export const NEW: Draft = { ...EMPTY, name: '', note: '', due_on: '' };

export type Problems = PlanProblems & { name?: 'no-name' };

export function checkNew(
	draft: Draft
): { request: StocktakeRequest } | { problems: Problems } {
	const scope = scopeOf( draft );
	const problems: Problems = {
		...( draft.name.trim() === '' ? { name: 'no-name' } : {} ),
		...( 'problems' in scope ? scope.problems : {} ),
	};
	return 'problems' in scope || Object.keys( problems ).length
		? { problems }
		: {
				request: {
					name: draft.name.trim(),
					note: draft.note,
					due_on: draft.due_on || null,
					...manner( draft ),
					scope: scope.scope,
				},
			};
}
