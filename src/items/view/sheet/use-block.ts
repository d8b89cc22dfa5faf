import type { ClipboardEvent } from 'react';
import { useRef } from '@wordpress/element';
import type { Item } from '../../../schema';
import { boot } from '../../../shared/app/boot';
import { fillFrom, spread } from '../../logic/sheet/block';
import {
	isEditColumn,
	showWire,
	type EditColumn,
	type SheetColumn,
} from '../../logic/sheet/cells';
import { readBlock, writeBlock } from '../../logic/sheet/clipboard';
import { shown } from '../../logic/sheet/edits';
import type { Sheet } from '../../logic/sheet/shapes';
import type { Place, Range } from '../../logic/sheet/move';
import { policyWords } from './words';

export interface SheetRows {
	count: number;
	at: ( row: number ) => Item | null;
	ensure: ( first: number, last: number ) => Promise< void >;
}

interface Use {
	range: Range;
	rows: SheetRows;
	sheet: Sheet;
	columns: readonly SheetColumn[];
	/** While a cell is edited the keys are those of its field. */
	isOff: boolean;
	mayWrite: boolean;
	onWrite: ( block: string[][], corner: Place ) => void;
}

/** A value as it is edited and copied: other programs know no real minus sign. */
export const editText = ( value: string, column: EditColumn ): string =>
	column === 'backorders'
		? value
		: showWire( value, column, boot().locale, policyWords() ).replaceAll(
				'\u2212',
				'-'
			);

/** Copy, paste, fill down and clear: acts on all that is selected. */
export function useBlock( use: Use ) {
	const { range, rows, sheet, columns, isOff, mayWrite, onWrite } = use;
	const { locale } = boot();

	/** Texts of what is selected, as they stand. */
	const textsOf = ( { top, bottom, left, right }: Range ): string[][] =>
		Array.from( { length: bottom - top + 1 }, ( _, down ) => {
			const line = rows.at( top + down );
			return columns.slice( left, right + 1 ).map( ( name ) => {
				if ( ! line ) {
					return '';
				}
				if ( isEditColumn( name ) ) {
					const value = shown( sheet, line, name );
					return name === 'backorders'
						? showWire( value, name, locale, policyWords() )
						: editText( value, name );
				}
				return String( line[ name ] ?? '' );
			} );
		} );

	const fill = async () => {
		const { source, target } = fillFrom( range );
		if ( source < 0 || target.top > target.bottom ) {
			return;
		}
		await rows.ensure( source, target.bottom );
		const texts = textsOf( { ...range, top: source, bottom: source } )[ 0 ];
		onWrite(
			Array.from(
				{ length: target.bottom - target.top + 1 },
				() => texts ?? []
			),
			{ row: target.top, column: target.left }
		);
	};

	const clear = () => {
		const texts = textsOf( range ).map( ( line ) => line.map( () => '' ) );
		onWrite( texts, { row: range.top, column: range.left } );
	};

	const onCopy = ( event: ClipboardEvent ) => {
		if ( ! isOff ) {
			event.preventDefault();
			event.clipboardData.setData(
				'text/plain',
				writeBlock( textsOf( range ) )
			);
		}
	};
	const onPaste = async ( event: ClipboardEvent ) => {
		if ( isOff || ! mayWrite ) {
			return;
		}
		event.preventDefault();
		const block = spread(
			readBlock( event.clipboardData.getData( 'text/plain' ) ),
			range
		);
		await rows.ensure( range.top, range.top + block.length - 1 );
		onWriteLater.current( block, { row: range.top, column: range.left } );
	};
	// The rows that a paste had to wait for are known to the newest onWrite only.
	const onWriteLater = useRef( onWrite );
	onWriteLater.current = onWrite;

	return { fill, clear, onCopy, onPaste };
}
