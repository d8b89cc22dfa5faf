import { useEffect, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Stocktake } from '../../schema';
import { Link } from '../../shared/app/Link';
import { asProblem, type Problem } from '../../shared/data/problem';
import { number } from '../../shared/format/words';
import { Failure } from '../../shared/ui/Failure';
import { fetchStocktake } from '../data/api';
import { Acts, countingAddress } from '../list/Acts';
import { Facts, Progress, StateMark } from '../list/Parts';
import { QrCode } from './QrCode';

const LOOK_AGAIN = 1000;

/** A stocktake that was just made: let counting begin, and tell those who count where. */
export function Made( { made }: { made: Stocktake } ) {
	const [ stocktake, setStocktake ] = useState( made );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const heading = useRef< HTMLHeadingElement >( null );
	useEffect( () => heading.current?.focus(), [] );
	useEffect( () => {
		if ( ! stocktake.filling || problem ) {
			return;
		}
		const controller = new AbortController();
		const timer = setTimeout( async () => {
			try {
				setStocktake(
					await fetchStocktake( stocktake.id, controller.signal )
				);
			} catch ( thrown ) {
				if ( ! controller.signal.aborted ) {
					setProblem( asProblem( thrown ) );
				}
			}
		}, LOOK_AGAIN );
		return () => {
			clearTimeout( timer );
			controller.abort();
		};
	}, [ stocktake, problem ] );
	return (
		<>
			<div className="wig-head">
				<h1 ref={ heading } tabIndex={ -1 }>
					{ sprintf(
						/* translators: %s: name of a stocktake. */
						__( '%s is made', 'woo-inventory-guard' ),
						stocktake.name
					) }
				</h1>
			</div>
			<div className="wig-surface wig-stocktake-made">
				<StateMark state={ stocktake.state } />
				<Facts stocktake={ stocktake } />
				{ stocktake.filling ? (
					<Progress stocktake={ stocktake } />
				) : (
					<p>
						{ sprintf(
							/* translators: %s: a number of items. */
							__( 'Items to count: %s', 'woo-inventory-guard' ),
							number( stocktake.items )
						) }
					</p>
				) }
				{ problem && (
					<Failure
						problem={ problem }
						onRetry={ () => setProblem( null ) }
					/>
				) }
				<Acts stocktake={ stocktake } onChanged={ setStocktake } />
				<div>
					<p>
						{ __(
							'Those who count open this address on their phone or handheld, and sign in:',
							'woo-inventory-guard'
						) }
					</p>
					<code className="wig-secret">
						{ countingAddress( stocktake.id ) }
					</code>
					<QrCode text={ countingAddress( stocktake.id ) } />
				</div>
				<Link path="/stocktakes">
					{ __( 'All stocktakes', 'woo-inventory-guard' ) }
				</Link>
			</div>
		</>
	);
}
