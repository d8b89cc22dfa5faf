import {
	Button,
	CheckboxControl,
	TextareaControl,
} from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { Field } from '../../shared/form/Field';
import { emailField, KINDS, type RecipientDraft } from '../logic/recipients';
import { kindWord } from './words';

interface Props {
	/** Its place in the list, from 0. */
	number: number;
	recipient: RecipientDraft;
	errors: Record< string, string >;
	onChange: ( part: Partial< RecipientDraft > ) => void;
	onRemove: () => void;
}

/** One person who is told, and of what. */
export const Recipient = ( {
	number,
	recipient,
	errors,
	onChange,
	onRemove,
}: Props ) => {
	const field = `alert_recipients[${ number }].`;
	// What the server says of one of the categories or kinds belongs to the list that it is in.
	const of = ( name: string ) =>
		Object.entries( errors ).find( ( [ key ] ) =>
			key.startsWith( field + name )
		)?.[ 1 ];
	return (
		<fieldset className="wig-methods">
			<legend>
				{ sprintf(
					/* translators: %d: 1 for the first person who gets alerts, 2 for the second */
					__( 'Recipient %d', 'woo-inventory-guard' ),
					number + 1
				) }
			</legend>
			<Field
				label={ __( 'Email address', 'woo-inventory-guard' ) }
				value={ recipient.email }
				error={ errors[ emailField( number ) ] }
				maxLength={ 254 }
				onChange={ ( email ) => onChange( { email } ) }
			/>
			<fieldset className="wig-kinds">
				<legend>
					{ __( 'Only these alerts', 'woo-inventory-guard' ) }
				</legend>
				{ KINDS.map( ( kind ) => (
					<CheckboxControl
						__nextHasNoMarginBottom
						key={ kind }
						label={ kindWord( kind ) }
						checked={ recipient.kinds.includes( kind ) }
						onChange={ ( checked ) =>
							onChange( {
								kinds: KINDS.filter( ( one ) =>
									one === kind
										? checked
										: recipient.kinds.includes( one )
								),
							} )
						}
					/>
				) ) }
				<p className="wig-quiet">
					{ of( 'kinds' ) ??
						__(
							'With none ticked, all of them.',
							'woo-inventory-guard'
						) }
				</p>
			</fieldset>
			<TextareaControl
				__nextHasNoMarginBottom
				rows={ 2 }
				className={ `wig-field ${
					of( 'categories' ) ? 'is-wrong' : ''
				}` }
				label={ __( 'Only these categories', 'woo-inventory-guard' ) }
				aria-invalid={ of( 'categories' ) ? true : undefined }
				help={
					of( 'categories' ) ??
					__(
						'Their names, one on a line. Left empty, all of them.',
						'woo-inventory-guard'
					)
				}
				value={ recipient.categories }
				onChange={ ( categories ) => onChange( { categories } ) }
			/>
			<div>
				<Button
					__next40pxDefaultSize
					variant="tertiary"
					isDestructive
					onClick={ onRemove }
				>
					{ sprintf(
						/* translators: %d: 1 for the first person who gets alerts, 2 for the second */
						__( 'Remove recipient %d', 'woo-inventory-guard' ),
						number + 1
					) }
				</Button>
			</div>
		</fieldset>
	);
};
