import type { Locator, Page } from 'playwright-core';

/**
 * Somebody at work whose steps are counted. A step is a click, a field that is typed into or pasted into (with the Enter
 * that ends it, and nothing more), a key that does something by itself, and a page that loads.
 */
export class Hand {
	steps = 0;
	private began = 0;

	constructor( readonly page: Page, private readonly url: string ) {}

	/** Where every job begins: on the first page of wp-admin. */
	async sitDown(): Promise< void > {
		await this.page.goto( `${ this.url }/wp-admin/index.php`, { waitUntil: 'domcontentloaded' } );
		this.steps = 0;
		this.began = Date.now();
	}

	seconds(): number {
		return Math.round( ( Date.now() - this.began ) / 100 ) / 10;
	}

	async click( target: Locator ): Promise< void > {
		this.steps++;
		await target.click();
	}

	/** By wp-admin's menu: a click, and a page. */
	async menu( entry: string ): Promise< void > {
		const menu = this.page.locator( '#toplevel_page_woo-inventory-guard' );
		await menu.hover();
		await this.click( menu.getByRole( 'link', { name: entry, exact: true } ).last() );
		this.steps++;
		await this.page.waitForSelector( '.wig-wrap h1' );
	}

	async type( text: string, end: 'Enter' | '' = '' ): Promise< void > {
		this.steps++;
		await this.page.keyboard.type( text );
		if ( end ) {
			await this.page.keyboard.press( end );
		}
	}

	async press( key: string ): Promise< void > {
		this.steps++;
		await this.page.keyboard.press( key );
	}

	/** As Ctrl+V does, with this text on the clipboard. */
	async paste( text: string ): Promise< void > {
		this.steps++;
		await this.page.evaluate( ( copied ) => {
			const clipboardData = new DataTransfer();
			clipboardData.setData( 'text/plain', copied );
			document.activeElement?.dispatchEvent( new ClipboardEvent( 'paste', { clipboardData, bubbles: true, cancelable: true } ) );
		}, text );
	}
}
