import {
	code128,
	drawingSVG,
	ean13,
	ean8,
	qrcode,
	upca,
} from 'bwip-js/generic';

export type Kind = 'ean13' | 'ean8' | 'upca' | 'code128' | 'qrcode';

/** What is drawn, and what a scanner then types. */
export interface Code {
	kind: Kind;
	text: string;
}

/** A symbol without its text and its quiet zones. */
export interface Drawn {
	/** A picture that can be stretched. */
	src: string;
	/** How many modules it is wide. */
	modules: number;
}

/** A module of a square symbol is drawn two units wide. */
const UNITS = { bars: 1, qrcode: 2 };

const DRAWERS = { code128, ean13, ean8, qrcode, upca };

/** Bars as lines, whose lengths do not matter: a label makes them as high as there is room. */
export function draw( { kind, text }: Code ): Drawn {
	const svg = DRAWERS[ kind ](
		{ bcid: kind, text, scale: 1, height: 10 },
		drawingSVG()
	);
	const width = Number( /viewBox="0 0 (\d+) /.exec( svg )?.[ 1 ] );
	const stretched = svg.replace(
		'<svg ',
		'<svg preserveAspectRatio="none" shape-rendering="crispEdges" '
	);
	return {
		src: `data:image/svg+xml,${ encodeURIComponent( stretched ) }`,
		modules: width / ( kind === 'qrcode' ? UNITS.qrcode : UNITS.bars ),
	};
}
