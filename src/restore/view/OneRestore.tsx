import { useEffect, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { Link } from '../../shared/app/Link';
import { Loading } from '../../shared/ui/Loading';
import { NotLoaded } from '../../shared/ui/NotLoaded';
import { Acts } from './Acts';
import { LineTable } from './LineTable';
import { Progress } from './Progress';
import { useRestore } from './use-restore';
import { keptWord, stateWord, sumsWord, titleOf, unknownWord } from './words';

/** One restore: what it would change, applying it, how far it is, and the way back. */
export function OneRestore( { id }: { id: number } ) {
	const one = useRestore( id );
	const { restore, problem } = one;
	const heading = useRef< HTMLHeadingElement >( null );
	useEffect( () => heading.current?.focus(), [ id ] );
	return (
		<>
			<div className="wig-head">
				<h1 ref={ heading } tabIndex={ -1 }>
					{ __( 'Restore', 'woo-inventory-guard' ) }
				</h1>
				<Link path="/restore">
					{ __( 'Another restore', 'woo-inventory-guard' ) }
				</Link>
			</div>
			{ ! restore && problem && (
				<NotLoaded problem={ problem } onRetry={ one.again } />
			) }
			{ ! restore && ! problem && <Loading /> }
			{ restore && (
				<section
					className="wig-surface wig-restore"
					aria-label={ titleOf( restore ) }
				>
					<div className="wig-restore-what">
						<h2>{ titleOf( restore ) }</h2>
						<p role="status" className="wig-restore-state">
							{ stateWord( restore ) }
						</p>
						{ restore.state !== 'looking' && (
							<p>
								<strong>
									{ restore.changing === 0
										? __(
												'Nothing has to change: everything is as it should be.',
												'woo-inventory-guard'
											)
										: sumsWord( restore ) }
								</strong>
							</p>
						) }
						<p className="wig-quiet">{ keptWord( restore ) }</p>
						{ restore.unknown > 0 && (
							<p className="wig-quiet">
								{ unknownWord( restore.unknown ) }
							</p>
						) }
						{ one.isBusy && <Progress restore={ restore } /> }
						<Acts one={ one } restore={ restore } />
					</div>
					{ restore.state !== 'looking' && restore.changing > 0 && (
						<LineTable id={ restore.id } />
					) }
				</section>
			) }
		</>
	);
}
