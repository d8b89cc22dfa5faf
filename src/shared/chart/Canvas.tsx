import {
	BarController,
	BarElement,
	CategoryScale,
	Chart,
	Filler,
	Legend,
	LinearScale,
	LineController,
	LineElement,
	PointElement,
	Tooltip,
} from 'chart.js';
import { useEffect, useRef } from '@wordpress/element';
import type { Drawing } from './drawing';

// Only the parts that are drawn with.
Chart.register(
	BarController,
	BarElement,
	CategoryScale,
	Filler,
	Legend,
	LinearScale,
	LineController,
	LineElement,
	PointElement,
	Tooltip
);

const reducesMotion = () =>
	window.matchMedia( '(prefers-reduced-motion: reduce)' ).matches;

/** The picture itself. */
export function Canvas( {
	drawing,
	label,
}: {
	drawing: Drawing;
	label: string;
} ) {
	const place = useRef< HTMLCanvasElement >( null );
	useEffect( () => {
		if ( ! place.current ) {
			return;
		}
		const chart = new Chart<
			'bar' | 'line',
			( number | null )[],
			string | number
		>( place.current, configOf( drawing ) );
		return () => chart.destroy();
	}, [ drawing ] );
	return (
		<div className="wig-canvas" style={ heightOf( drawing ) }>
			<canvas ref={ place } role="img" aria-label={ label } />
		</div>
	);
}

/** Many lying bars need more than the usual height. */
const heightOf = ( { type, labels }: Drawing ) =>
	type === 'lying' && labels.length > 8
		? { blockSize: labels.length * 30 + 40 }
		: undefined;

/** A name beside a lying bar: on a phone the bar needs the room more. */
const LONGEST_NAME = 22;

const shortened = ( name: string ) =>
	name.length > LONGEST_NAME
		? `${ name.slice( 0, LONGEST_NAME - 1 ) }…`
		: name;

function configOf( { type, labels, moments, sets, format, top }: Drawing ) {
	const isLying = type === 'lying';
	const isBar = type === 'bar' || isLying;
	const isStep = type === 'step';
	const rtl = document.documentElement.dir === 'rtl';
	const names = {
		...( moments
			? {
					type: 'linear' as const,
					min: moments.at[ 0 ],
					max: moments.at[ moments.at.length - 1 ],
				}
			: {} ),
		stacked: isBar,
		grid: { display: false },
		ticks: {
			maxRotation: 0,
			autoSkip: ! isLying,
			autoSkipPadding: 16,
			...( moments
				? {
						maxTicksLimit: 8,
						callback: ( value: number | string ) =>
							moments.word( Number( value ) ),
					}
				: {} ),
			...( isLying
				? {
						callback: ( value: number | string ) =>
							shortened( labels[ Number( value ) ] ?? '' ),
					}
				: {} ),
		},
	};
	const heights = {
		stacked: isBar,
		beginAtZero: isBar || isStep,
		max: top,
		border: { display: false },
		grid: { color: '#f0f0f1' },
		ticks: {
			maxRotation: 0,
			maxTicksLimit: 6,
			autoSkipPadding: 12,
			callback: ( value: number | string ) => format( Number( value ) ),
		},
	};
	const side = rtl ? ( 'right' as const ) : ( 'left' as const );
	return {
		type: isBar ? ( 'bar' as const ) : ( 'line' as const ),
		data: {
			labels: moments?.at ?? labels,
			datasets: sets.map( ( { label, colour, values, isLimit } ) => ( {
				label,
				data: values,
				backgroundColor: isBar ? colour : `${ colour }1a`,
				borderColor: colour,
				borderWidth: isBar ? 0 : 2,
				pointRadius:
					values.filter( ( value ) => value !== null ).length === 1
						? 3
						: 0,
				pointHitRadius: 12,
				fill: ! isBar,
				stepped: isStep ? ( 'before' as const ) : false,
				maxBarThickness: 24,
				...( isLimit
					? { fill: false, borderWidth: 1, borderDash: [ 4, 4 ] }
					: {} ),
			} ) ),
		},
		options: {
			animation: reducesMotion() ? ( false as const ) : { duration: 200 },
			maintainAspectRatio: false,
			indexAxis: isLying ? ( 'y' as const ) : ( 'x' as const ),
			interaction: {
				mode: 'index' as const,
				axis: isLying ? ( 'y' as const ) : ( 'x' as const ),
				intersect: false,
			},
			scales: isLying
				? {
						x: { ...heights, reverse: rtl },
						y: { ...names, position: side },
					}
				: {
						x: { ...names, reverse: rtl },
						y: { ...heights, position: side },
					},
			plugins: {
				legend: {
					display: isBar || sets.length > 1,
					position: 'bottom' as const,
					rtl,
					labels: { boxWidth: 12, boxHeight: 12 },
				},
				tooltip: {
					rtl,
					callbacks: {
						...( moments
							? {
									title: (
										points: {
											parsed: { x: number | null };
										}[]
									) =>
										moments.word(
											points[ 0 ]?.parsed.x ?? 0
										),
								}
							: {} ),
						label: ( point: {
							dataset: { label?: string };
							parsed: { x: number | null; y: number | null };
						} ) =>
							`${ point.dataset.label ?? '' }: ${ format( ( isLying ? point.parsed.x : point.parsed.y ) ?? 0 ) }`,
					},
				},
			},
		},
	};
}
