import type { Native } from '../../../tools/lib/native.ts';
import { median, round } from './numbers.ts';
import type { Browsing } from './browsing.ts';

const EDITS = 25;
const ROWS = 5_000;
const SECONDS = 20;

interface TraceEvent {
	readonly name: string;
	readonly ts: number;
}

/** On hand of eight variations, typed again and again: from Enter to the tick that says it is saved. */
async function edits( browsing: Browsing, url: string ): Promise< number[] > {
	const page = await browsing.context.newPage();
	await page.goto( `${ url }&orderby=sku&order=desc`, { waitUntil: 'domcontentloaded' } );
	await page.waitForSelector( '.wig-sheet-body .wig-name' );
	const times: number[] = [];
	for ( let edit = 0; edit < EDITS; edit++ ) {
		const place = `[data-wig-cell="${ edit % 8 }:2"]`;
		await page.locator( place ).click();
		await page.keyboard.type( String( 1000 + edit ) );
		await page.evaluate( ( cell ) => {
			window.wigShown = undefined;
			document.addEventListener(
				'keydown',
				() => {
					const began = performance.now();
					const look = (): void => {
						// While the cell is edited, and until the answer is there, it has no tick.
						if ( document.querySelector( `${ cell }:not(:has(input)) [data-testid="cell-saved"]` ) ) {
							window.wigShown = performance.now() - began;
						} else {
							requestAnimationFrame( look );
						}
					};
					requestAnimationFrame( look );
				},
				{ once: true, capture: true }
			);
		}, place );
		await page.keyboard.press( 'Enter' );
		await page.waitForFunction( () => window.wigShown !== undefined );
		times.push( ( await page.evaluate( () => window.wigShown ) ) ?? NaN );
	}
	await page.close();
	return times;
}

/**
 * Scrolls 5,000 rows at an even speed, each frame to where it should be by then, and counts in the browser's own trace
 * the frames that were drawn. Rows come by the page meanwhile.
 */
async function scrolled( browsing: Browsing, url: string ): Promise< { fps: number; worst: number; rows: number } > {
	const page = await browsing.context.newPage();
	await page.goto( url, { waitUntil: 'domcontentloaded' } );
	await page.waitForSelector( '.wig-sheet-body .wig-name' );
	const session = await browsing.context.newCDPSession( page );
	const events: TraceEvent[] = [];
	session.on( 'Tracing.dataCollected', ( { value } ) => events.push( ...( value as unknown as TraceEvent[] ) ) );
	await session.send( 'Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: [ 'devtools.timeline.frame', 'disabled-by-default-devtools.timeline.frame', 'disabled-by-default-devtools.timeline', 'blink.user_timing' ] } } );
	const rows = await page.evaluate( async ( [ count, seconds ] ) => {
		const place = document.querySelector( '.wig-sheet' );
		const size = document.querySelector( '.wig-sheet-body [role="row"]' )?.clientHeight ?? 0;
		performance.mark( 'wig-begin' );
		const began = performance.now();
		let passed = 0;
		while ( place && passed < 1 ) {
			const now = await new Promise< number >( requestAnimationFrame );
			passed = Math.min( 1, ( now - began ) / ( seconds * 1000 ) );
			place.scrollTop = passed * count * size;
		}
		performance.mark( 'wig-end' );
		return Math.round( ( place?.scrollTop ?? 0 ) / size );
	}, [ ROWS, SECONDS ] as const );
	const complete = new Promise< void >( ( done ) => session.once( 'Tracing.tracingComplete', () => done() ) );
	await session.send( 'Tracing.end' );
	await complete;
	await page.close();
	const at = ( name: string ): number => events.find( ( event ) => event.name === name )?.ts ?? NaN;
	const [ from, to ] = [ at( 'wig-begin' ), at( 'wig-end' ) ];
	const drawn = events.filter( ( { name, ts } ) => name === 'DrawFrame' && ts >= from && ts <= to ).map( ( { ts } ) => ts );
	// Of each second, so that an even start does not hide a rough end.
	const each = Array.from( { length: SECONDS }, ( _, second ) => drawn.filter( ( ts ) => ts >= from + second * 1e6 && ts < from + ( second + 1 ) * 1e6 ).length );
	return { fps: drawn.length / ( ( to - from ) / 1e6 ), worst: Math.min( ...each ), rows };
}

/** The spreadsheet with 100,000 items behind it: an edit, and scrolling. */
export async function sheet( note: ( line: string ) => void, site: Native, browsing: Browsing ): Promise< Record< string, number > > {
	const url = `${ site.url }/wp-admin/admin.php?page=woo-inventory-guard&path=/stock&as=sheet`;
	const times = await edits( browsing, url );
	note( `an edit is confirmed after ${ round( median( times ) ) } ms (median of ${ EDITS }; worst ${ round( Math.max( ...times ) ) } ms)` );
	const { fps, worst, rows } = await scrolled( browsing, url );
	note( `${ rows } rows scrolled in ${ SECONDS } s: ${ round( fps, 1 ) } frames a second, ${ worst } in the worst second` );
	return { edit_ms: round( median( times ) ), scroll_fps: round( fps, 1 ), scroll_fps_worst_second: worst };
}
