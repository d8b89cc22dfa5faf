import type { KeyboardEvent } from 'react';
import type { Stroke } from '../../shared/codes/keyboard';

/** A key of React's, as the reader of scanners takes it. */
export const strokeOf = ( event: KeyboardEvent ): Stroke => ( {
	key: event.key,
	code: event.code,
	shift: event.shiftKey,
	ctrl: event.ctrlKey,
	at: event.timeStamp,
} );
