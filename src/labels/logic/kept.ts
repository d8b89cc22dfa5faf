import { isRecord } from '../../shared/format/record';
import {
	LAYOUTS,
	OWN_USUAL,
	readLength,
	type LayoutId,
	type Shown,
} from './layout';

/** How somebody prints, on this machine. */
export interface Kept {
	layout: LayoutId;
	/** Own size, as typed. */
	width: string;
	height: string;
	qr: boolean;
	shown: Shown;
	/** On count sheets: what the books say. */
	expected: boolean;
}

export const USUAL: Kept = {
	layout: 'a4-3x8',
	width: String( OWN_USUAL.width ),
	height: String( OWN_USUAL.height ),
	qr: false,
	shown: { name: true, sku: true, price: false },
	expected: true,
};

/** From a browser's storage, where anything may stand. */
export function readKept( text: string | null ): Kept {
	let found: unknown = null;
	try {
		found = JSON.parse( text ?? 'null' );
	} catch {
		return USUAL;
	}
	if ( ! isRecord( found ) ) {
		return USUAL;
	}
	const kept = found;
	const shown = isRecord( kept.shown ) ? kept.shown : {};
	const flag = ( value: unknown, usual: boolean ) =>
		typeof value === 'boolean' ? value : usual;
	const length = ( side: 'width' | 'height' ) => {
		const value = kept[ side ];
		return typeof value === 'string' && readLength( value, side ) !== null
			? value
			: USUAL[ side ];
	};
	return {
		layout: LAYOUTS.find( ( id ) => id === kept.layout ) ?? USUAL.layout,
		width: length( 'width' ),
		height: length( 'height' ),
		qr: flag( kept.qr, USUAL.qr ),
		shown: {
			name: flag( shown.name, USUAL.shown.name ),
			sku: flag( shown.sku, USUAL.shown.sku ),
			price: flag( shown.price, USUAL.shown.price ),
		},
		expected: flag( kept.expected, USUAL.expected ),
	};
}
