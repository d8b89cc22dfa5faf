import { Button } from '@wordpress/components';
import { useEffect, useId, useMemo, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { Failure } from '../ui/Failure';
import type { Asked } from '../app/use-asked';
import type { Drawing } from './drawing';

/**
 * The library is fetched when there is something to draw. Where it cannot be had (no connection) the numbers stand in for
 * the picture: what else is on the screen, and typed there, must not go with it.
 * @param isWanted
 */
function useCanvas( isWanted: boolean ) {
	const [ Canvas, setCanvas ] = useState<
		typeof import( './Canvas' ).Canvas | null
	>( null );
	const [ isMissing, setMissing ] = useState( false );
	useEffect( () => {
		let isGone = false;
		if ( isWanted && ! Canvas && ! isMissing ) {
			import( /* webpackChunkName: "chart" */ './Canvas' )
				.then( ( came ) => ! isGone && setCanvas( () => came.Canvas ) )
				.catch( () => ! isGone && setMissing( true ) );
		}
		return () => {
			isGone = true;
		};
	}, [ isWanted, Canvas, isMissing ] );
	return { Canvas, isMissing, tryAgain: () => setMissing( false ) };
}

interface Props< T > {
	asked: Asked< T >;
	title: string;
	empty: string;
	/** Null where there is nothing to draw. */
	draw: ( answer: T ) => Drawing | null;
}

/** A picture with the same numbers as a table behind it. */
export function Chart< T >( { asked, title, empty, draw }: Props< T > ) {
	const { answer, problem, waiting, again } = asked;
	const [ choosesTable, setChoosesTable ] = useState( false );
	const id = useId();
	// The same answer is drawn once, however often the screen around it changes.
	// eslint-disable-next-line react-hooks/exhaustive-deps -- `draw` is written anew each time and says the same.
	const drawing = useMemo( () => answer && draw( answer ), [ answer ] );
	const { Canvas, isMissing, tryAgain } = useCanvas(
		drawing !== null && ! choosesTable
	);
	const asTable = choosesTable || isMissing;
	return (
		<section className="wig-surface wig-chart" aria-labelledby={ id }>
			<div className="wig-chart-head">
				<h2 id={ id }>{ title }</h2>
				{ drawing && (
					<Button
						__next40pxDefaultSize
						variant="link"
						aria-pressed={ asTable }
						onClick={ () => {
							setChoosesTable( ! asTable );
							tryAgain();
						} }
					>
						{ asTable
							? __( 'Show as picture', 'woo-inventory-guard' )
							: __( 'Show as table', 'woo-inventory-guard' ) }
					</Button>
				) }
			</div>
			{ problem && <Failure problem={ problem } onRetry={ again } /> }
			<div
				className={ `wig-chart-body ${ waiting && answer ? 'is-waiting' : '' }` }
				aria-busy={ waiting }
			>
				{ answer && ! drawing && ! problem && (
					<p className="wig-quiet wig-chart-empty">{ empty }</p>
				) }
				{ drawing && asTable && (
					<Numbers drawing={ drawing } title={ title } />
				) }
				{ drawing && ! asTable && Canvas && (
					<Canvas
						drawing={ drawing }
						label={ sprintf(
							/* translators: 1: title of a chart, 2: what it shows in short. */
							__( '%1$s. %2$s', 'woo-inventory-guard' ),
							title,
							drawing.summary
						) }
					/>
				) }
			</div>
		</section>
	);
}

function Numbers( { drawing, title }: { drawing: Drawing; title: string } ) {
	return (
		<div
			className="wig-chart-table"
			role="group"
			aria-label={ title }
			// Scrolls by itself, so it must be reachable by keyboard.

			tabIndex={ 0 }
		>
			<table className="wig-small-table">
				<thead>
					<tr>
						<th scope="col">{ drawing.rows }</th>
						{ drawing.columns.map( ( column ) => (
							<th key={ column } scope="col">
								{ column }
							</th>
						) ) }
					</tr>
				</thead>
				<tbody>
					{ drawing.cells.map( ( { row, values }, number ) => (
						<tr key={ number }>
							<th scope="row">{ row }</th>
							{ values.map( ( value, place ) => (
								<td key={ place }>{ value }</td>
							) ) }
						</tr>
					) ) }
				</tbody>
			</table>
		</div>
	);
}
