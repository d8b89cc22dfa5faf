import type { Quantity } from '../../schema';
import { isRecord } from '../format/record';

/** What kind of help a person needs; decided by status and code, never by the words of a message. */
export type ProblemKind =
	| 'offline'
	| 'forbidden'
	| 'gone'
	| 'stale'
	| 'short'
	| 'invalid'
	| 'busy'
	| 'unknown';

/** A request that did not succeed. */
export class Problem extends Error {
	readonly kind: ProblemKind;
	/** What the server says is wrong with each field. */
	readonly fields: Record< string, string >;
	/** With 'stale': what is on hand in truth. */
	readonly onHand: Quantity | null;
	/** With 'short': what is available. */
	readonly available: Quantity | null;

	constructor(
		kind: ProblemKind,
		readonly code: string,
		message: string,
		/** What the server tells beside the words; depends on the code. */
		readonly data: Record< string, unknown > = {}
	) {
		super( message );
		this.name = 'Problem';
		this.kind = kind;
		this.fields = fieldsOf( data.params );
		this.onHand = quantityOf( data.on_hand );
		this.available = quantityOf( firstLine( data.lines )?.available );
	}
}

const quantityOf = ( value: unknown ): Quantity | null =>
	typeof value === 'number' || typeof value === 'string' ? value : null;

const firstLine = ( lines: unknown ): Record< string, unknown > | null =>
	Array.isArray( lines ) && isRecord( lines[ 0 ] ) ? lines[ 0 ] : null;

function fieldsOf( params: unknown ): Record< string, string > {
	if ( ! isRecord( params ) ) {
		return {};
	}
	return Object.fromEntries(
		Object.entries( params ).map( ( [ field, why ] ) => [
			field,
			String( why ),
		] )
	);
}

const BY_CODE: Record< string, ProblemKind > = {
	wig_stale_level: 'stale',
	wig_not_enough_stock: 'short',
	wig_not_found: 'gone',
	wig_busy: 'busy',
};

const BY_STATUS: Record< number, ProblemKind > = {
	400: 'invalid',
	401: 'forbidden',
	403: 'forbidden',
	404: 'gone',
	422: 'invalid',
	429: 'busy',
	503: 'busy',
};

/** From an error answer of REST. */
export function problemOf( status: number, body: unknown ): Problem {
	const error = isRecord( body ) ? body : {};
	const code = typeof error.code === 'string' ? error.code : '';
	const message = typeof error.message === 'string' ? error.message : '';
	return new Problem(
		BY_CODE[ code ] ?? BY_STATUS[ status ] ?? 'unknown',
		code,
		message,
		isRecord( error.data ) ? error.data : {}
	);
}

export const offline = () => new Problem( 'offline', 'offline', '' );

/** Whatever was thrown, as something that can be said. */
export const asProblem = ( thrown: unknown ): Problem =>
	thrown instanceof Problem ? thrown : new Problem( 'unknown', '', '' );
