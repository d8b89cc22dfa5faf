import { Bits } from './bits';
import { checkDigit } from './check-digit';
import type { Gtin } from './gtin';

/** What is written on an RFID tag (EPC Tag Data Standard). There is no check digit: the air interface has its CRC. */
export interface Tag {
	scheme: 'sgtin-96' | 'sgtin-198' | 'sscc-96';
	/** 0 other, 1 sold item, 2 full case, 4 inner pack, 6 unit load, 7 unit inside. */
	filter: number;
	/** Company prefix and item (with the indicator before it), as they stand in the URI. */
	company: string;
	item: string;
	/** Empty on an SSCC. */
	serial: string;
	/** Of the thing; NULL on an SSCC. */
	gtin: Gtin | null;
	sscc: string | null;
}

/** By partition: bits and digits of the company prefix. The item takes the rest of 44 bits and 13 digits. */
const PARTITIONS = [
	[ 40, 12 ],
	[ 37, 11 ],
	[ 34, 10 ],
	[ 30, 9 ],
	[ 27, 8 ],
	[ 24, 7 ],
	[ 20, 6 ],
] as const;

/** In digits, with the indicator (SGTIN) or the extension (SSCC). */
const KEY_DIGITS = { sgtin: 13, sscc: 17 } as const;

/**
 * An EPC as a reader gives it: 24 hexadecimal digits (96 bits), or 50 to 52 (198 bits, filled up with zeros).
 *
 * @return NULL for what is no EPC of these kinds, or breaks its rules.
 */
export function tagOf( hex: string ): Tag | null {
	const bits = Bits.read( hex );
	if ( bits === null ) {
		return null;
	}
	const header = bits.number( 8 );
	if ( header === 0x30 && hex.length === 24 ) {
		const head = headOf( bits, 'sgtin' );
		const serial = bits.number( 38 );
		return head && sgtin( 'sgtin-96', head, String( serial ) );
	}
	if ( header === 0x36 && hex.length >= 50 && hex.length <= 52 ) {
		const head = headOf( bits, 'sgtin' );
		const serial = bits.text( 20 );
		return head && serial !== null && bits.isEmpty()
			? sgtin( 'sgtin-198', head, serial )
			: null;
	}
	if ( header === 0x31 && hex.length === 24 ) {
		const head = headOf( bits, 'sscc' );
		return head && bits.isEmpty() ? sscc( head ) : null;
	}
	return null;
}

type Head = Pick< Tag, 'filter' | 'company' | 'item' >;

function headOf( bits: Bits, key: 'sgtin' | 'sscc' ): Head | null {
	const [ filter, partition ] = [ bits.number( 3 ), bits.number( 3 ) ];
	const [ size, digits ] = PARTITIONS[ partition ] ?? [ 0, 0 ];
	// 44 bits hold prefix and item of an SGTIN, 58 prefix and number of an SSCC.
	const company = bits.number( size );
	const item = bits.number( ( key === 'sgtin' ? 44 : 58 ) - size );
	const rest = KEY_DIGITS[ key ] - digits;
	return size && company < 10 ** digits && item < 10 ** rest
		? {
				filter,
				company: String( company ).padStart( digits, '0' ),
				item: String( item ).padStart( rest, '0' ),
			}
		: null;
}

/** The indicator or extension comes first, then the prefix, then the rest; the check digit is made anew. */
const keyOf = ( {
	company,
	item,
}: Pick< Tag, 'company' | 'item' > ): string => {
	const data = item.slice( 0, 1 ) + company + item.slice( 1 );
	return data + checkDigit( data );
};

const sgtin = (
	scheme: Tag[ 'scheme' ],
	head: Head,
	serial: string
): Tag => ( {
	scheme,
	...head,
	serial,
	gtin: keyOf( head ),
	sscc: null,
} );

const sscc = ( head: Head ): Tag => ( {
	scheme: 'sscc-96',
	...head,
	serial: '',
	gtin: null,
	sscc: keyOf( head ),
} );

const URI =
	/^urn:epc:(?:tag:(sgtin-96|sgtin-198):([0-7])\.|id:sgtin:)(\d{6,12})\.(\d{1,7})\.([^.\s]{1,60})$/;

/** urn:epc:tag:sgtin-96:3.0614141.812345.6789, or urn:epc:id:sgtin:0614141.812345.6789, which names no size. */
export function tagOfUri( uri: string ): Tag | null {
	const [ , scheme, filter = '0', company = '', item = '', coded = '' ] =
		URI.exec( uri ) ?? [];
	const serial = serialOf( coded );
	if ( serial === null || company.length + item.length !== 13 ) {
		return null;
	}
	const short = scheme === 'sgtin-96' || ( ! scheme && isShort( serial ) );
	return short && ! isShort( serial )
		? null
		: sgtin(
				short ? 'sgtin-96' : 'sgtin-198',
				{ filter: Number( filter ), company, item },
				serial
			);
}

/** 38 bits, without zeros in front. */
const isShort = ( serial: string ): boolean =>
	/^(0|[1-9]\d{0,11})$/.test( serial ) && Number( serial ) <= 274_877_906_943;

function serialOf( coded: string ): string | null {
	try {
		const serial = decodeURIComponent( coded );
		return /^[!"%-?A-Z_a-z]{1,20}$/.test( serial ) ? serial : null;
	} catch {
		return null;
	}
}

/** As the standard writes it. An SSCC has no serial beside its number. */
export const uriOf = ( {
	scheme,
	filter,
	company,
	item,
	serial,
}: Tag ): string =>
	`urn:epc:tag:${ scheme }:${ filter }.${ company }.${ item }${ serial === '' ? '' : `.${ serial.replace( /["%&/<>?]/g, encodeURIComponent ) }` }`;
