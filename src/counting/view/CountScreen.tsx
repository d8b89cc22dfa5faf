import { useCallback } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { Loading } from '../../shared/ui/Loading';
import { problemText } from '../../shared/ui/problem-text';
import type { Base } from '../data/base';
import { keepOptions, type Options } from '../data/device';
import { cameraFiles } from '../camera/files';
import { CountBody } from './CountBody';
import { LinkStrip } from './LinkStrip';
import { progressOf } from './progress';
import { useLink, useReadiness } from './use-link';
import { useReplica, useStocktake } from './use-replica';

/** One stocktake on a phone. */
export function CountScreen( { base, id }: { base: Base; id: number } ) {
	const { link, problems, retry } = useLink( base );
	const { opened, setOpened } = useReplica( base, id );
	const stocktake = useStocktake( base, id, link );
	const readiness = useReadiness( base, link === 'well', cameraFiles );
	const setOptions = useCallback(
		( options: Options ) => {
			void keepOptions( base.db, options );
			setOpened( ( before ) => before && { ...before, options } );
		},
		[ base.db, setOpened ]
	);
	const problem = problems.get( id );
	const hasItems = opened !== null && opened.replica.items.size > 0;
	return (
		<main className="wig-c-page is-counting">
			<header className="wig-c-head">
				<a
					href="#/"
					className="wig-c-back"
					aria-label={ __( 'All stocktakes', 'woo-inventory-guard' ) }
				>
					‹
				</a>
				<h1>
					{ stocktake?.name ??
						__( 'Count stock', 'woo-inventory-guard' ) }
				</h1>
				{ opened && stocktake && (
					<span className="wig-c-progress">
						{ progressOf( opened.replica, base.facts.user ) }
					</span>
				) }
			</header>
			<LinkStrip
				link={ link }
				waiting={ opened?.replica.waiting ?? 0 }
				photos={ opened?.replica.waitingPhotos ?? 0 }
				login={ base.facts.login }
				onRetry={ retry }
			/>
			{ problem && (
				<p role="alert" className="wig-c-problem">
					{ problemText( problem ) }
				</p>
			) }
			{ opened && hasItems && stocktake && (
				<CountBody
					base={ base }
					opened={ opened }
					stocktake={ stocktake }
					readiness={ readiness }
					onOptions={ setOptions }
				/>
			) }
			{ ! hasItems && ! problem && (
				<Waiting
					link={ link }
					isFilling={ stocktake?.filling ?? false }
				/>
			) }
		</main>
	);
}

/** Nothing to count is here yet. */
function Waiting( { link, isFilling }: { link: string; isFilling: boolean } ) {
	if ( isFilling ) {
		return (
			<p className="wig-c-quiet">
				{ __(
					'The items are still being chosen. They come by themselves.',
					'woo-inventory-guard'
				) }
			</p>
		);
	}
	return link === 'new' || link === 'busy' || link === 'well' ? (
		<Loading />
	) : (
		<p className="wig-c-quiet">
			{ __(
				'This stocktake was never opened on this device: it has to be fetched once while there is a connection.',
				'woo-inventory-guard'
			) }
		</p>
	);
}
