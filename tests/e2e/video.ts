// What a camera sees: codes drawn into a film that Chromium takes for its camera (--use-file-for-fake-video-capture).
import { writeFileSync } from 'node:fs';
import bwip from 'bwip-js/node';

const WIDTH = 1280;
const HEIGHT = 720;
const WHITE = 235;
const BLACK = 16;

export interface Printed {
	/** As bwip-js names it. */
	kind: 'ean13' | 'qrcode' | 'gs1datamatrix';
	text: string;
	/** Of the upper left corner, and of a module, in pixels. */
	x: number;
	y: number;
	module: number;
}

interface Raw {
	/** Widths of bars and spaces, a bar first. */
	sbs?: number[];
	/** Modules of a matrix, row by row. */
	pixs?: number[];
	pixx?: number;
}

/** A film of two pictures in YUV4MPEG2, without colour. */
export function film( file: string, codes: readonly Printed[] ): void {
	const light = Buffer.alloc( WIDTH * HEIGHT, WHITE );
	for ( const { kind, text, x, y, module } of codes ) {
		const [ raw ] = bwip.raw( { bcid: kind, text } ) as unknown as Raw[];
		const block = ( column: number, row: number, wide: number, high: number ): void => {
			for ( let line = 0; line < high; line++ ) {
				const start = ( y + row + line ) * WIDTH + x + column;
				light.fill( BLACK, start, start + wide );
			}
		};
		if ( raw?.sbs ) {
			let column = 0;
			raw.sbs.forEach( ( width, at ) => {
				if ( at % 2 === 0 ) {
					block( column * module, 0, width * module, 200 );
				}
				column += width;
			} );
		}
		raw?.pixs?.forEach( ( isBlack, at ) => {
			const wide = raw.pixx ?? 1;
			if ( isBlack ) {
				block( ( at % wide ) * module, Math.floor( at / wide ) * module, module, module );
			}
		} );
	}
	const picture = Buffer.concat( [ Buffer.from( 'FRAME\n' ), light, Buffer.alloc( WIDTH * HEIGHT / 2, 128 ) ] );
	writeFileSync( file, Buffer.concat( [ Buffer.from( `YUV4MPEG2 W${ WIDTH } H${ HEIGHT } F10:1 Ip A1:1 C420jpeg\n` ), picture, picture ] ) );
}
