import type { MouseEvent, ReactNode } from 'react';
import { addressOf, visit } from './route';

interface Props {
	path: string;
	params?: Record< string, string >;
	className?: string;
	children: ReactNode;
}

/** What a link to another place in the app does when it is pressed: no new page, unless somebody wants a tab of its own. */
export const followInside =
	( path: string, params: Record< string, string > = {} ) =>
	( event: MouseEvent ) => {
		if ( ! event.metaKey && ! event.ctrlKey && ! event.shiftKey ) {
			event.preventDefault();
			visit( path, params );
		}
	};

/** A link to another place in the app. */
export const Link = ( { path, params = {}, className, children }: Props ) => (
	<a
		className={ className }
		href={ addressOf( path, params ) }
		onClick={ followInside( path, params ) }
	>
		{ children }
	</a>
);
