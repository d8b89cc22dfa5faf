import type { Rule } from '../../schema';

/**
 * The rules of categories with one of them moved a step: those of products always win before them, the shop's after.
 *
 * @param rules In the order in which they win.
 * @param id
 * @param step  -1 earlier, 1 later.
 * @return All of the numbers in order, or null where there is no such step.
 */
export function moved(
	rules: readonly Rule[],
	id: number,
	step: -1 | 1
): number[] | null {
	const ids = rules
		.filter( ( { scope } ) => scope === 'category' )
		.map( ( rule ) => rule.id );
	const from = ids.indexOf( id );
	const other = ids[ from + step ];
	if ( from < 0 || other === undefined ) {
		return null;
	}
	ids[ from + step ] = id;
	ids[ from ] = other;
	return ids;
}
