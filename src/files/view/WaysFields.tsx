import { SelectControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { ENCODINGS } from '../logic/encoding';
import { SEPARATORS } from '../logic/csv';
import { encodingWord } from './encoding-words';
import type { DraftFile } from './use-draft';

const SEPARATOR_WORDS = {
	',': () => __( 'Comma', 'woo-inventory-guard' ),
	';': () => __( 'Semicolon', 'woo-inventory-guard' ),
	'\t': () => __( 'Tab', 'woo-inventory-guard' ),
	'|': () => __( 'Vertical bar', 'woo-inventory-guard' ),
} as const;

/** How the file is read, guessed and to be put right: which sheet, or which letters and what parts the cells. */
export function WaysFields( { draft }: { draft: DraftFile } ) {
	const { facts, ways, change } = draft;
	if ( facts?.kind === 'xlsx' ) {
		return facts.sheets.length < 2 ? null : (
			<div className="wig-files-ways">
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'Sheet', 'woo-inventory-guard' ) }
					value={ String( facts.sheet ) }
					options={ facts.sheets.map( ( label, place ) => ( {
						label,
						value: String( place ),
					} ) ) }
					onChange={ ( place ) =>
						change( { sheet: Number( place ) } )
					}
				/>
			</div>
		);
	}
	return (
		<div className="wig-files-ways">
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ __( 'Encoding', 'woo-inventory-guard' ) }
				value={ facts?.encoding ?? ways.encoding ?? '' }
				options={ [
					...( facts || ways.encoding
						? []
						: [ { value: '', label: '–' } as const ] ),
					...ENCODINGS.map( ( value ) => ( {
						value,
						label: encodingWord( value ),
					} ) ),
				] }
				onChange={ ( chosen ) =>
					change( {
						encoding: ENCODINGS.find( ( one ) => one === chosen ),
					} )
				}
			/>
			{ facts && (
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'Cells are parted by', 'woo-inventory-guard' ) }
					value={ facts.separator }
					options={ SEPARATORS.map( ( value ) => ( {
						value,
						label: SEPARATOR_WORDS[ value ](),
					} ) ) }
					onChange={ ( separator ) => change( { separator } ) }
				/>
			) }
		</div>
	);
}
