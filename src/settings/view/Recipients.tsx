import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { noRecipient, type RecipientDraft } from '../logic/recipients';
import { Recipient } from './Recipient';

interface Props {
	label: string;
	help: string;
	recipients: readonly RecipientDraft[];
	errors: Record< string, string >;
	onChange: ( recipients: RecipientDraft[] ) => void;
}

/** Who is told by mail, and of what. */
export function Recipients( props: Props ) {
	const { label, help, recipients, errors, onChange } = props;
	const put = ( at: number, ...instead: RecipientDraft[] ) =>
		onChange(
			recipients.flatMap( ( recipient, index ) =>
				index === at ? instead : [ recipient ]
			)
		);
	return (
		<fieldset className="wig-methods">
			<legend>{ label }</legend>
			<p className="wig-quiet">{ help }</p>
			{ recipients.map( ( recipient, index ) => (
				<Recipient
					key={ index }
					number={ index }
					recipient={ recipient }
					errors={ errors }
					onChange={ ( part ) =>
						put( index, { ...recipient, ...part } )
					}
					onRemove={ () => put( index ) }
				/>
			) ) }
			<div>
				<Button
					__next40pxDefaultSize
					variant="secondary"
					onClick={ () => onChange( [ ...recipients, noRecipient ] ) }
				>
					{ __( 'Add a recipient', 'woo-inventory-guard' ) }
				</Button>
			</div>
		</fieldset>
	);
}
