import { Tooltip } from '@wordpress/components';
import type { ReactNode } from 'react';
import type { RuleOrigin } from '../../../schema';
import { explainOrigin, isInherited, originMark } from './explain';

interface Props {
	origin: RuleOrigin;
	/** In a cell that is itself in focus; elsewhere the value takes focus, to say from where it comes. */
	isInCell?: boolean;
	children: ReactNode;
}

/** A value that may come from elsewhere: "10 c". Hover or focus says from where. */
export function Inherited( { origin, isInCell, children }: Props ) {
	const words = explainOrigin( origin );
	if ( ! isInherited( origin ) ) {
		return <span title={ words }>{ children }</span>;
	}
	const mark = originMark( origin );
	const value = (
		<>
			{ children }
			{ mark && (
				<>
					<span className="wig-origin" aria-hidden="true">
						{ mark }
					</span>
					<span className="screen-reader-text">
						{ ` ${ words }` }
					</span>
				</>
			) }
		</>
	);
	return isInCell ? (
		<span className="wig-inherited" title={ words }>
			{ value }
		</span>
	) : (
		<Tooltip text={ words }>
			<button type="button" className="wig-inherited">
				{ value }
			</button>
		</Tooltip>
	);
}
