import { useCallback, useMemo } from '@wordpress/element';
import {
	labelsOf,
	MOST_LABELS,
	type Chosen,
	type PaperItem,
	type Show,
} from '../logic/chosen';
import type { Kept } from '../logic/kept';
import {
	layoutOf,
	OWN_USUAL,
	partsOf,
	readLength,
	type Layout,
} from '../logic/layout';
import {
	isTooNarrow,
	keyOf,
	moduleOf,
	symbolOf,
	type Code,
} from '../logic/symbol';
import { useDrawn, type DrawnCodes } from './use-drawn';

/** From what is chosen to what is on paper. */
export function usePaper( rows: readonly Chosen[], kept: Kept, show: Show ) {
	const layout = useMemo(
		() =>
			layoutOf( kept.layout, {
				width: readLength( kept.width, 'width' ) ?? OWN_USUAL.width,
				height: readLength( kept.height, 'height' ) ?? OWN_USUAL.height,
			} ),
		[ kept.layout, kept.width, kept.height ]
	);
	const codeOf = useCallback(
		( item: PaperItem ) => symbolOf( item, kept.qr ),
		[ kept.qr ]
	);
	const { labels, wanted } = useMemo( () => labelsOf( rows ), [ rows ] );
	const items = useMemo(
		() =>
			show === 'labels'
				? labels
				: rows.map( ( { item } ) => item ).slice( 0, MOST_LABELS ),
		[ show, labels, rows ]
	);
	const codes = useMemo(
		() => items.flatMap( ( item ) => codeOf( item ) ?? [] ),
		[ items, codeOf ]
	);
	const drawing = useDrawn( codes );
	const narrow =
		show === 'labels' ? narrowOf( codes, drawing.drawn, layout, kept ) : 0;
	return { layout, codeOf, items, wanted, narrow, ...drawing };
}

function narrowOf(
	codes: readonly Code[],
	drawn: DrawnCodes,
	{ label }: Layout,
	{ shown }: Kept
): number {
	return codes.filter( ( code ) => {
		const modules = drawn.get( keyOf( code ) )?.modules;
		const room = partsOf( label, shown, code.kind === 'qrcode' ).code;
		return (
			modules !== undefined &&
			isTooNarrow( code.kind, moduleOf( code.kind, modules, room.width ) )
		);
	} ).length;
}
