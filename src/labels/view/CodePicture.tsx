import { moduleOf, type Code } from '../logic/symbol';
import type { Size } from '../logic/layout';
import type { Drawn } from '../../shared/codes/draw';

interface Props {
	code: Code;
	drawn: Drawn | undefined;
	/** Room with the quiet zones, in millimetres. */
	room: Size;
}

/** The bars, as wide as is good to read, in the middle of their room. What they say stands beside them as text. */
export function CodePicture( { code, drawn, room }: Props ) {
	if ( ! drawn ) {
		return null;
	}
	const width =
		drawn.modules * moduleOf( code.kind, drawn.modules, room.width );
	return (
		<img
			className="wig-label-code"
			src={ drawn.src }
			alt=""
			data-kind={ code.kind }
			style={ {
				width: `${ width.toFixed( 3 ) }mm`,
				height: `${ ( code.kind === 'qrcode' ? width : room.height ).toFixed( 3 ) }mm`,
			} }
		/>
	);
}
