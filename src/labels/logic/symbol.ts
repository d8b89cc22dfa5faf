import type { Code, Kind } from '../../shared/codes/draw';
import { gtinOf } from '../../shared/codes/gtin';
import type { PaperItem } from './chosen';

export type { Code, Kind };

/** Longer ones are too wide for any label: 11 modules a sign. */
const MOST_SIGNS = 48;

const BY_LENGTH: Partial< Record< number, Kind > > = {
	8: 'ean8',
	12: 'upca',
	13: 'ean13',
};

/**
 * The symbol for an item's barcode, or for its SKU where it has none; NULL where it has neither. A number with a wrong
 * check digit is no EAN: it is drawn as the text that it is, so that what is scanned is what is in the books.
 *
 * @param item
 * @param wantsQr Whether QR codes were asked for.
 */
export function symbolOf(
	item: Pick< PaperItem, 'barcode' | 'sku' >,
	wantsQr: boolean
): Code | null {
	const text = item.barcode.trim() || item.sku.trim();
	if ( text === '' ) {
		return null;
	}
	// Code 128 is for ASCII; Chinese letters or an é fit into QR only.
	if (
		wantsQr ||
		! /^[\x20-\x7e]+$/.test( text ) ||
		text.length > MOST_SIGNS
	) {
		return { kind: 'qrcode', text };
	}
	if ( gtinOf( text ) !== null ) {
		// A GTIN-14 that begins with 0 is an EAN-13; another one stands for a whole box.
		const digits = /^0\d{13}$/.test( text ) ? text.slice( 1 ) : text;
		const kind = BY_LENGTH[ digits.length ];
		if ( kind ) {
			return { kind, text: digits };
		}
	}
	return { kind: 'code128', text };
}

export const keyOf = ( { kind, text }: Code ): string => `${ kind }:${ text }`;

/**
 * Empty modules on each side, without which nothing is read: GS1 General Specifications 5.2.3.4 (the wider side counts
 * for both), ISO/IEC 15417 (Code 128) and 18004 (QR).
 */
export const QUIET: Record< Kind, number > = {
	ean13: 11,
	ean8: 7,
	upca: 9,
	code128: 10,
	qrcode: 4,
};

/**
 * Millimetres of a module below which a scanner may fail: for EAN and UPC 80 % of the nominal 0.33 mm (GS1 General
 * Specifications 5.12.3.1); for the others what printers of 203 dots an inch and usual hand scanners can do.
 */
const NARROWEST: Record< Kind, number > = {
	ean13: 0.264,
	ean8: 0.264,
	upca: 0.264,
	code128: 0.19,
	qrcode: 0.25,
};

/** Wider is not read better, and looks clumsy. */
const WIDEST = { bars: 0.5, qrcode: 0.9 };

/**
 * How wide a module becomes, in millimetres.
 *
 * @param kind
 * @param modules How many the symbol is wide, without its quiet zones.
 * @param width   Millimetres that there are for symbol and quiet zones.
 */
export function moduleOf( kind: Kind, modules: number, width: number ): number {
	const most = kind === 'qrcode' ? WIDEST.qrcode : WIDEST.bars;
	return Math.min( width / ( modules + 2 * QUIET[ kind ] ), most );
}

export const isTooNarrow = ( kind: Kind, module: number ): boolean =>
	module < NARROWEST[ kind ];
