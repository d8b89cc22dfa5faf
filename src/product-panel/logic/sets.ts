import { toUnits } from '../../shared/format/quantity';
import type { Component } from '../../schema';

/** Units of a component and of what will do as well; what one of them owes is not made good by another. */
export const thereOf = ( { available, alternatives }: Component ): bigint =>
	alternatives.length === 0
		? toUnits( available )
		: [ available, ...alternatives.map( ( other ) => other.available ) ]
				.map( toUnits )
				.reduce(
					( sum, units ) => ( units > 0n ? sum + units : sum ),
					0n
				);

/** For how many whole bundles what there is of a component is enough. */
export function setsOf( component: Component ): number {
	const each = toUnits( component.quantity );
	const there = thereOf( component );
	return each <= 0n || there <= 0n ? 0 : Number( there / each );
}

/** The component that runs out first, extras left out of account; null where there is none. */
export const bottleneck = (
	components: readonly Component[]
): Component | null =>
	components
		.filter( ( { optional } ) => ! optional )
		.reduce< Component | null >(
			( least, component ) =>
				least === null || setsOf( component ) < setsOf( least )
					? component
					: least,
			null
		);
