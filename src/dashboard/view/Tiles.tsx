import { __ } from '@wordpress/i18n';
import type { Figure, Overview } from '../../schema';
import { Link } from '../../shared/app/Link';
import { Failure } from '../../shared/ui/Failure';
import type { Asked } from '../../shared/app/use-asked';
import { changeOf } from '../logic/change';
import { shown, tiles, type Tile } from './tile-list';
import { changeWord } from './words';

/** The figures of the period; each leads to the list that it counts. */
export function Tiles( { overview }: { overview: Asked< Overview > } ) {
	const { answer, problem, waiting, again } = overview;
	if ( problem ) {
		return <Failure problem={ problem } onRetry={ again } />;
	}
	return (
		<section aria-labelledby="wig-figures">
			<h2 id="wig-figures" className="wig-hidden">
				{ __( 'Figures', 'woo-inventory-guard' ) }
			</h2>
			<ul
				className={ `wig-tiles ${ waiting && answer ? 'is-waiting' : '' }` }
				aria-busy={ waiting }
			>
				{ answer
					? shown( answer.figures ).map( ( tile ) => (
							<li key={ tile.name }>
								<TileLink
									tile={ tile }
									figure={ answer.figures[ tile.name ] }
								/>
							</li>
						) )
					: tiles()
							.slice( 1 )
							.map( ( { name } ) => (
								<li key={ name } className="wig-surface">
									<span className="wig-bar is-long" />
									<span className="wig-bar is-short" />
								</li>
							) ) }
			</ul>
			{ answer && ! answer.complete && (
				<p className="wig-quiet" role="status">
					{ __(
						'Earlier days are still being added up; figures of the past will become complete by themselves.',
						'woo-inventory-guard'
					) }
				</p>
			) }
		</section>
	);
}

interface TileProps {
	tile: Tile;
	figure: Figure;
}

function TileLink( { tile, figure }: TileProps ) {
	const change = changeOf( figure, tile.unit, tile.wanted );
	const tone = change?.good ? 'is-good' : 'is-bad';
	return (
		<Link
			path="/stock"
			params={ tile.list }
			className="wig-surface wig-tile"
		>
			<span className="wig-tile-label">{ tile.label }</span>
			<span className="wig-tile-value">
				{ figure.now === null
					? __( 'not known yet', 'woo-inventory-guard' )
					: tile.format( figure.now ) }
			</span>
			<span
				className={ `wig-tile-change ${ change === null || change.good === null ? '' : tone }` }
			>
				{ change && changeWord( change ) }
			</span>
			<span className="wig-tile-help">{ tile.help }</span>
		</Link>
	);
}
