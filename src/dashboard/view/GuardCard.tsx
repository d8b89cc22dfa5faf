import { Button } from '@wordpress/components';
import { useMemo } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { AttentionLedger, Averted } from '../../schema';
import { boot } from '../../shared/app/boot';
import { followInside, Link } from '../../shared/app/Link';
import { addressOf } from '../../shared/app/route';
import { Failure } from '../../shared/ui/Failure';
import { fetchAverted } from '../data/api';
import { useAsked } from '../../shared/app/use-asked';
import { barsOf } from '../logic/needs';
import { Check } from './Check';
import { dayWord, number, todayInShop } from '../../shared/format/words';

/** What the plugin was bought for. */
export function GuardCard( { ledger }: { ledger: AttentionLedger | null } ) {
	const { answer, problem, again } = useAsked( fetchAverted );
	return (
		<section className="wig-surface wig-guard" aria-labelledby="wig-guard">
			<h2 id="wig-guard">{ __( 'The guard', 'woo-inventory-guard' ) }</h2>
			{ problem && <Failure problem={ problem } onRetry={ again } /> }
			{ answer && <AvertedBars averted={ answer } /> }
			{ ledger && <Check ledger={ ledger } /> }
			{ boot().can.configure && (
				<p className="wig-guard-line">
					<Button
						__next40pxDefaultSize
						variant="secondary"
						href={ addressOf( '/start', {} ) }
						onClick={ followInside( '/start' ) }
					>
						{ __( 'Test the guard', 'woo-inventory-guard' ) }
					</Button>
				</p>
			) }
		</section>
	);
}

function AvertedBars( { averted }: { averted: Averted } ) {
	const bars = useMemo(
		() => barsOf( averted.by_day, todayInShop(), averted.days ),
		[ averted ]
	);
	const most = Math.max( 1, ...bars.map( ( { times } ) => times ) );
	return (
		<>
			<p className="wig-guard-number">
				<Link
					path="/alerts"
					params={ { show: 'all', kind: 'averted' } }
				>
					<strong>{ number( averted.times ) }</strong>
					{ _n(
						'oversell averted in the last 30 days',
						'oversells averted in the last 30 days',
						averted.times,
						'woo-inventory-guard'
					) }
				</Link>
			</p>
			{ averted.times > 0 && (
				<div
					className="wig-guard-bars"
					role="img"
					aria-label={ averted.by_day
						.map( ( { day, times } ) =>
							sprintf(
								/* translators: 1: a day, 2: a number of times. */
								__( '%1$s: %2$s', 'woo-inventory-guard' ),
								dayWord( day, true ),
								number( times )
							)
						)
						.join( ', ' ) }
				>
					{ bars.map( ( { day, times } ) => (
						<i
							key={ day }
							title={ `${ dayWord( day, true ) }: ${ number( times ) }` }
							style={ {
								blockSize: `${ Math.round( ( times / most ) * 100 ) }%`,
							} }
						/>
					) ) }
				</div>
			) }
		</>
	);
}
