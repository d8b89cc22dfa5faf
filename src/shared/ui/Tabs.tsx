import { __ } from '@wordpress/i18n';
import type { MouseEvent } from 'react';
import { boot } from '../app/boot';

interface Props< T extends string > {
	tabs: readonly { id: T; label: string; count?: number }[];
	current: T;
	hrefOf: ( tab: T ) => string;
	onPick: ( tab: T ) => void;
}

/** What to look at, with how many there are of each: links, so that each can be opened in a tab of its own. */
export function Tabs< T extends string >( props: Props< T > ) {
	const { tabs, current, hrefOf, onPick } = props;
	const pick = ( tab: T ) => ( event: MouseEvent ) => {
		if ( ! event.metaKey && ! event.ctrlKey && ! event.shiftKey ) {
			event.preventDefault();
			onPick( tab );
		}
	};
	return (
		<nav
			className="wig-filters"
			aria-label={ __( 'Show', 'woo-inventory-guard' ) }
		>
			<ul>
				{ tabs.map( ( { id, label, count } ) => (
					<li key={ id }>
						<a
							href={ hrefOf( id ) }
							className={ `is-${ id }` }
							aria-current={ id === current ? 'page' : undefined }
							onClick={ pick( id ) }
						>
							{ label }
							<span className="wig-count">
								{ count?.toLocaleString( boot().locale ) ?? '' }
							</span>
						</a>
					</li>
				) ) }
			</ul>
		</nav>
	);
}
