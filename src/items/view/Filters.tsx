import { __ } from '@wordpress/i18n';
import type { MouseEvent } from 'react';
import { boot } from '../../shared/app/boot';
import type { Counts } from '../logic/counts';
import { FILTERS, type Filter } from '../logic/view-state';
import { filterWord } from './words';

interface Props {
	current: Filter;
	counts: Counts | null;
	hrefOf: ( filter: Filter ) => string;
	onFilter: ( filter: Filter ) => void;
}

/** What to look at, with how many there are of each. */
export function Filters( { current, counts, hrefOf, onFilter }: Props ) {
	const pick = ( filter: Filter ) => ( event: MouseEvent ) => {
		if ( ! event.metaKey && ! event.ctrlKey && ! event.shiftKey ) {
			event.preventDefault();
			onFilter( filter );
		}
	};
	return (
		<nav
			className="wig-filters"
			aria-label={ __( 'Show', 'woo-inventory-guard' ) }
		>
			<ul>
				{ FILTERS.map( ( filter ) => (
					<li key={ filter }>
						<a
							href={ hrefOf( filter ) }
							className={ `is-${ filter }` }
							aria-current={
								filter === current ? 'page' : undefined
							}
							onClick={ pick( filter ) }
						>
							{ filterWord( filter ) }
							<span className="wig-count">
								{ counts?.[ filter ]?.toLocaleString(
									boot().locale
								) ?? '' }
							</span>
						</a>
					</li>
				) ) }
			</ul>
		</nav>
	);
}
