import { boot } from '../../shared/app/boot';
import { Field } from '../../shared/form/Field';
import type { Draft } from '../logic/draft';
import { methodWord } from './value-words';

interface Props {
	label: string;
	help: string;
	minutes: Draft[ 'method_holds' ];
	errors: Record< string, string >;
	onChange: ( minutes: Draft[ 'method_holds' ] ) => void;
}

/** A number for each payment method of the shop; one that is gone keeps its number, and can be emptied. */
export function Methods( { label, help, minutes, errors, onChange }: Props ) {
	const ids = new Set( [
		...boot().payment_methods.map( ( { id } ) => id ),
		...Object.keys( minutes ),
	] );
	return (
		<fieldset className="wig-methods">
			<legend>{ label }</legend>
			<p className="wig-quiet">{ help }</p>
			{ [ ...ids ].map( ( id ) => (
				<Field
					key={ id }
					label={ methodWord( id ) }
					inputMode="numeric"
					value={ minutes[ id ] ?? '' }
					error={ errors[ `methods.${ id }` ] }
					onChange={ ( value ) =>
						onChange( { ...minutes, [ id ]: value } )
					}
				/>
			) ) }
		</fieldset>
	);
}
