import { SelectControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { Field } from '../../../shared/form/Field';
import { HOWS, WHATS, type BulkDraft } from '../../logic/bulk/draft';
import { POLICIES } from '../../logic/sheet/cells';
import { policyWords, SHEET_REASONS } from '../sheet/words';
import { reasonWord } from '../words';
import { emptyWord, howWord, inheritedWord, whatWord } from './words';

interface Props {
	draft: BulkDraft;
	error: string | undefined;
	onChange: ( part: Partial< BulkDraft > ) => void;
}

/** What is to be changed, and to what. */
export function WantedFields( { draft, error, onChange }: Props ) {
	const { what } = draft;
	const isText = what === 'supplier' || what === 'bin';
	return (
		<>
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ __( 'What to change', 'woo-inventory-guard' ) }
				value={ what }
				options={ WHATS.map( ( value ) => ( {
					value,
					label: whatWord( value ),
				} ) ) }
				onChange={ ( next ) => onChange( { what: next, text: '' } ) }
			/>
			{ what === 'on_hand' && (
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'How', 'woo-inventory-guard' ) }
					value={ draft.how }
					options={ HOWS.map( ( value ) => ( {
						value,
						label: howWord( value ),
					} ) ) }
					onChange={ ( how ) => onChange( { how } ) }
				/>
			) }
			{ what === 'backorders' ? (
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'New value', 'woo-inventory-guard' ) }
					value={ draft.policy }
					options={ [
						...POLICIES.map( ( value ) => ( {
							value,
							label: policyWords()[ value ],
						} ) ),
						{ value: '', label: inheritedWord() },
					] }
					onChange={ ( policy ) => onChange( { policy } ) }
				/>
			) : (
				<Field
					label={
						what === 'on_hand' && draft.how === 'percent'
							? __( 'Percent', 'woo-inventory-guard' )
							: __( 'New value', 'woo-inventory-guard' )
					}
					value={ draft.text }
					inputMode={ isText ? 'text' : 'decimal' }
					maxLength={ what === 'bin' ? 64 : 100 }
					error={ error }
					help={ emptyWord( what ) }
					onChange={ ( text ) => onChange( { text } ) }
				/>
			) }
			{ what === 'on_hand' && (
				<>
					<SelectControl
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						label={ __( 'Reason', 'woo-inventory-guard' ) }
						value={ draft.reason }
						options={ SHEET_REASONS.map( ( value ) => ( {
							value,
							label: reasonWord( value ),
						} ) ) }
						onChange={ ( reason ) => onChange( { reason } ) }
					/>
					<Field
						label={ __( 'Note', 'woo-inventory-guard' ) }
						value={ draft.note }
						maxLength={ 500 }
						onChange={ ( note ) => onChange( { note } ) }
					/>
				</>
			) }
		</>
	);
}
