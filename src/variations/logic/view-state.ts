/** What is looked at; kept in the address. */
export interface MatrixView {
	/** The item of the product. */
	product: number;
	rows: number;
	columns: number;
}

const number = ( value: string | null, otherwise: number ): number =>
	/^\d{1,9}$/.test( value ?? '' ) ? Number( value ) : otherwise;

export const readView = ( params: URLSearchParams ): MatrixView => ( {
	product: number( params.get( 'product' ), 0 ),
	rows: number( params.get( 'rows' ), 0 ),
	columns: number( params.get( 'columns' ), 1 ),
} );

export const writeView = ( view: MatrixView ): Record< string, string > => ( {
	product: String( view.product ),
	...( view.rows !== 0 || view.columns !== 1
		? { rows: String( view.rows ), columns: String( view.columns ) }
		: {} ),
} );

/** Another attribute along one side: where it stands on the other side already, they change places. */
export function turn(
	view: MatrixView,
	side: 'rows' | 'columns',
	attribute: number
): MatrixView {
	const other = side === 'rows' ? 'columns' : 'rows';
	return view[ other ] === attribute
		? { ...view, [ side ]: attribute, [ other ]: view[ side ] }
		: { ...view, [ side ]: attribute };
}
