/** Small line icons, drawn for this plugin; always beside a word, so never read out. */
const PATHS = {
	check: 'M3.5 8.5 6.5 11.5 12.5 4.5',
	low: 'M8 2.5 14 13H2L8 2.5ZM8 6.5v3M8 11.2v.3',
	out: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM5.5 5.5l5 5M10.5 5.5l-5 5',
	clock: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM8 5v3.2l2.2 1.3',
	dash: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM5.2 8h5.6',
	up: 'M8 12.5v-9M4.5 7 8 3.5 11.5 7',
	down: 'M8 3.5v9M4.5 9 8 12.5 11.5 9',
	sort: 'M5 6.5 8 3.5 11 6.5M5 9.5 8 12.5 11 9.5',
	pencil: 'M3 13l.6-2.6L10.8 3.2l2 2L5.6 12.4 3 13Z',
	plus: 'M8 3v10M3 8h10',
	minus: 'M3 8h10',
	cross: 'M4 4l8 8M12 4l-8 8',
	search: 'M7 2.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9ZM10.300 10.300l3.200 3.200',
	camera: 'M2 5h2.500l1-1.500h5l1 1.500H14v8H2V5ZM8 6.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5Z',
	undo: 'M3 6.500h6.500a3 3 0 0 1 0 6H6M3 6.500l3-3M3 6.500l3 3',
	keyboard:
		'M1.500 4h13v8h-13V4ZM4 6.500h.2M6.600 6.500h.2M9.200 6.500h.2M11.800 6.500h.2M4.500 9.500h7',
	print: 'M4.500 6V2.500h7V6M4.500 11h-2V6h11v5h-2M4.500 9h7v4.500h-7V9Z',
	start: 'M10 3.5 5.5 8l4.5 4.5',
	end: 'M6 3.5 10.5 8 6 12.5',
	sliders:
		'M2.5 5h6M12 5h1.5M2.5 11h1.5M7.500 11h6M10.200 3.300v3.400M5.700 9.300v3.400',
	box: 'M2.500 5 8 2.300 13.500 5v6L8 13.700 2.500 11V5ZM2.500 5 8 7.800 13.500 5M8 7.800v5.900',
	offline:
		'M2.500 6.500a8 8 0 0 1 3-1.700M13.500 6.500a8 8 0 0 0-4.200-2M4.700 9a5 5 0 0 1 2-1.200M8 12.300v.2M2.500 2.500l11 11',
} as const;

export type IconName = keyof typeof PATHS;

export const Icon = ( { name }: { name: IconName } ) => (
	<svg
		className={ `wig-icon wig-icon-${ name }` }
		viewBox="0 0 16 16"
		width="16"
		height="16"
		fill="none"
		stroke="currentColor"
		strokeWidth="1.5"
		strokeLinecap="round"
		strokeLinejoin="round"
		aria-hidden="true"
		focusable="false"
	>
		<path d={ PATHS[ name ] } />
	</svg>
);
