import { isRecord } from '../../shared/format/record';

/** What a schema file says of one value: the part of JSON Schema that those files use. */
export interface Shape {
	type?: string | readonly string[];
	enum?: readonly string[];
	format?: string;
	$ref?: string;
	required?: boolean;
	minimum?: number;
	maximum?: number;
	minLength?: number;
	maxLength?: number;
	maxItems?: number;
	items?: Shape;
	properties?: Readonly< Record< string, Shape > >;
}

/** What would have to stand there instead. */
export type Why =
	| { kind: 'unknown' | 'missing' | 'yes-no' | 'amount' | 'email' | 'fields' }
	| { kind: 'whole'; least: number; most: number }
	| { kind: 'one-of'; options: readonly string[] }
	| { kind: 'text'; most: number }
	| { kind: 'list'; most: number };

/** Something that is wrong, by its exact place, such as `method_holds[1].minutes`. */
export interface Fault {
	field: string;
	why: Why;
}

const AMOUNT = /^\d{1,11}(\.\d{1,4})?$/;
const ADDRESS = /^\S+@\S+$/;

/** Everything that is wrong with a value, by the same file by which the server judges it. */
export function faultsOf(
	value: unknown,
	shape: Shape,
	field: string
): Fault[] {
	const wrong = ( why: Why ): Fault[] => [ { field, why } ];
	if ( shape.$ref === 'quantity.json' ) {
		const isWritten =
			typeof value === 'number' || typeof value === 'string';
		return isWritten && AMOUNT.test( String( value ) )
			? []
			: wrong( { kind: 'amount' } );
	}
	switch ( shape.type ) {
		case 'boolean':
			return typeof value === 'boolean'
				? []
				: wrong( { kind: 'yes-no' } );
		case 'integer':
			return wholeFaults( value, shape, wrong );
		case 'array':
			return listFaults( value, shape, field );
		case 'object':
			return isRecord( value )
				? objectFaults( value, shape, field )
				: wrong( { kind: 'fields' } );
		default:
			return textFaults( value, shape, wrong );
	}
}

/** Fields that the shape does not know are named too: a file may be of a newer version, or mistyped. */
export function objectFaults(
	values: Record< string, unknown >,
	{ properties = {} }: Shape,
	place = ''
): Fault[] {
	const at = ( name: string ) => ( place ? `${ place }.${ name }` : name );
	const unknown = Object.keys( values )
		.filter( ( name ) => ! Object.hasOwn( properties, name ) )
		.map( ( name ): Fault => ( {
			field: at( name ),
			why: { kind: 'unknown' },
		} ) );
	const known = Object.entries( properties ).flatMap(
		( [ name, shape ] ): Fault[] => {
			if ( Object.hasOwn( values, name ) ) {
				return faultsOf( values[ name ], shape, at( name ) );
			}
			return shape.required
				? [ { field: at( name ), why: { kind: 'missing' } } ]
				: [];
		}
	);
	return [ ...unknown, ...known ];
}

function wholeFaults(
	value: unknown,
	{ minimum: least = 0, maximum: most = Number.MAX_SAFE_INTEGER }: Shape,
	wrong: ( why: Why ) => Fault[]
): Fault[] {
	return typeof value === 'number' &&
		Number.isInteger( value ) &&
		value >= least &&
		value <= most
		? []
		: wrong( { kind: 'whole', least, most } );
}

function textFaults(
	value: unknown,
	shape: Shape,
	wrong: ( why: Why ) => Fault[]
): Fault[] {
	const { enum: options, minLength = 0, maxLength: most = Infinity } = shape;
	if ( options ) {
		return typeof value === 'string' && options.includes( value )
			? []
			: wrong( { kind: 'one-of', options } );
	}
	if (
		typeof value !== 'string' ||
		value.length < minLength ||
		value.length > most
	) {
		return wrong( { kind: 'text', most } );
	}
	return shape.format === 'email' && ! ADDRESS.test( value )
		? wrong( { kind: 'email' } )
		: [];
}

function listFaults( value: unknown, shape: Shape, field: string ): Fault[] {
	const { items = {}, maxItems: most = Infinity } = shape;
	if ( ! Array.isArray( value ) || value.length > most ) {
		return [ { field, why: { kind: 'list', most } } ];
	}
	return value.flatMap( ( entry: unknown, place ) =>
		faultsOf( entry, items, `${ field }[${ place }]` )
	);
}
