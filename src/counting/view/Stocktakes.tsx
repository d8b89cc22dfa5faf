import { useEffect, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { asProblem, type Problem } from '../../shared/data/problem';
import { Loading } from '../../shared/ui/Loading';
import { problemText } from '../../shared/ui/problem-text';
import type { Stocktake } from '../../schema';
import { boot } from '../../shared/app/boot';
import type { Base } from '../data/base';
import { listStocktakes, type Listing } from '../data/listing';
import { LinkStrip } from './LinkStrip';
import { useLink } from './use-link';

/** What is theirs to count. */
export function Stocktakes( { base }: { base: Base } ) {
	const { link, retry } = useLink( base );
	const [ listing, setListing ] = useState< Listing | null >( null );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	useEffect( () => {
		let isGone = false;
		listStocktakes( base.db ).then(
			( found ) => ! isGone && setListing( found ),
			( thrown: unknown ) => ! isGone && setProblem( asProblem( thrown ) )
		);
		return () => {
			isGone = true;
		};
		// What was sent meanwhile no longer waits.
	}, [ base, link ] );
	return (
		<main className="wig-c-page">
			<header className="wig-c-head">
				<h1>{ __( 'Count stock', 'woo-inventory-guard' ) }</h1>
				{ base.facts.admin && (
					<a href={ base.facts.admin }>
						{ __( 'All stocktakes', 'woo-inventory-guard' ) }
					</a>
				) }
			</header>
			<LinkStrip
				link={ link }
				waiting={ listing?.waiting ?? 0 }
				photos={ listing?.photos ?? 0 }
				login={ base.facts.login }
				onRetry={ retry }
			/>
			{ problem && <p role="alert">{ problemText( problem ) }</p> }
			{ ! listing && ! problem && <Loading /> }
			{ listing && (
				<ul className="wig-c-list">
					{ listing.stocktakes.map( ( stocktake ) => (
						<li key={ stocktake.id }>
							<a href={ `#/${ stocktake.id }` }>
								<strong>{ stocktake.name }</strong>
								<span>{ progress( stocktake ) }</span>
							</a>
						</li>
					) ) }
				</ul>
			) }
			{ listing && listing.stocktakes.length === 0 && (
				<p className="wig-c-quiet">
					{ __(
						'There is nothing for you to count now. Who manages the stock can give you a stocktake.',
						'woo-inventory-guard'
					) }
				</p>
			) }
		</main>
	);
}

export const progress = ( { mine }: Stocktake ): string =>
	sprintf(
		/* translators: 1: items that are counted, 2: items in all. */
		__( '%1$s of %2$s', 'woo-inventory-guard' ),
		mine.counted.toLocaleString( boot().locale ),
		mine.items.toLocaleString( boot().locale )
	);
