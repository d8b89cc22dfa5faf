import type { Quantity } from '../../schema';
import { boot } from '../app/boot';
import { formatQuantity, toUnits } from '../format/quantity';

interface Props {
	value: Quantity;
	signed?: boolean;
}

/** A number of units: tabular, zero in grey, below zero marked. */
export function Amount( { value, signed = false }: Props ) {
	const units = toUnits( value );
	// Less than nothing on the shelf is a fault; a change downwards is not.
	const tone = units < 0n && ! signed ? 'is-negative' : '';
	return (
		<span className={ `wig-amount ${ units === 0n ? 'is-zero' : tone }` }>
			{ formatQuantity( value, boot().locale, { signed } ) }
		</span>
	);
}
