import type { Native } from '../../tools/lib/native.ts';

/** The shop's owner in wp-admin, as a browser without JavaScript sees it: pages, their nonces, and forms sent back. */
export class Owner {
	private readonly native: Native;
	private readonly cookies = new Map< string, string >();

	constructor( native: Native ) {
		this.native = native;
	}

	async signIn(): Promise< this > {
		this.cookies.set( 'wordpress_test_cookie', 'WP%20Cookie%20check' );
		await this.send( '/wp-login.php', { log: this.native.admin.user, pwd: this.native.admin.password, testcookie: '1' } );
		return this;
	}

	async page( path: string ): Promise< string > {
		return this.send( path );
	}

	/** The value of a hidden field, or of a name in a script's JSON. */
	async nonce( path: string, ...names: string[] ): Promise< string[] > {
		const page = await this.page( path );
		return names.map( ( name ) => {
			const field = new RegExp( `name="${ name }"[^>]*value="([^"]+)"|"${ name }":"([^"]+)"` ).exec( page );
			if ( ! field ) {
				throw new Error( `${ path } has no ${ name }: ${ page.slice( 0, 300 ) }` );
			}
			return field[ 1 ] ?? field[ 2 ] ?? '';
		} );
	}

	async send( path: string, form?: Readonly< Record< string, string > >, headers: Readonly< Record< string, string > > = {} ): Promise< string > {
		const init: RequestInit = {
			redirect: 'manual',
			headers: { Cookie: [ ...this.cookies ].map( ( [ name, value ] ) => `${ name }=${ value }` ).join( '; ' ), ...headers },
		};
		if ( form ) {
			init.method = 'POST';
			init.body = new URLSearchParams( form );
		}
		const answer = await fetch( this.native.url + path, init );
		for ( const line of answer.headers.getSetCookie() ) {
			const [ , name, value ] = /^([^=]+)=([^;]*)/.exec( line ) ?? [];
			if ( name !== undefined && value !== undefined ) {
				this.cookies.set( name, value );
			}
		}
		return answer.text();
	}

	/** Quick edit as its script sends it: all fields of the row, changed or not. */
	async quickEdit( product: number, fields: Readonly< Record< string, string > >, headers: Readonly< Record< string, string > > = {} ): Promise< string > {
		const [ inline = '', quick = '' ] = await this.nonce( '/wp-admin/edit.php?post_type=product', '_inline_edit', 'woocommerce_quick_edit_nonce' );
		return this.send(
			'/wp-admin/admin-ajax.php',
			{
				action: 'inline-save',
				post_type: 'product',
				post_ID: String( product ),
				aa: '2026',
				mm: '01',
				jj: '02',
				hh: '03',
				mn: '04',
				ss: '05',
				post_status: 'all',
				post_view: 'list',
				screen: 'edit-product',
				_status: 'publish',
				post_title: 'Edited in the list',
				_inline_edit: inline,
				woocommerce_quick_edit: '1',
				woocommerce_quick_edit_nonce: quick,
				_manage_stock: 'yes',
				_backorders: 'no',
				_stock_status: 'instock',
				_visibility: 'visible',
				...fields,
			},
			headers
		);
	}

	async bulkEdit( product: number, fields: Readonly< Record< string, string > >, headers: Readonly< Record< string, string > > = {} ): Promise< string > {
		const list = '/wp-admin/edit.php?post_type=product';
		const [ nonce = '', quick = '' ] = await this.nonce( list, '_wpnonce', 'woocommerce_quick_edit_nonce' );
		const form = new URLSearchParams( {
			post_type: 'product',
			action: 'edit',
			bulk_edit: 'Update',
			_wpnonce: nonce,
			woocommerce_bulk_edit: '1',
			woocommerce_quick_edit_nonce: quick,
			_status: '-1',
			change_regular_price: '',
			change_sale_price: '',
			change_stock: '',
			_manage_stock: '',
			_stock_status: '',
			'post[]': String( product ),
			...fields,
		} );
		return this.send( `/wp-admin/edit.php?${ form.toString() }`, undefined, headers );
	}

	async productScreen( product: number, fields: Readonly< Record< string, string > >, headers: Readonly< Record< string, string > > = {} ): Promise< string > {
		const screen = `/wp-admin/post.php?post=${ product }&action=edit`;
		const [ nonce = '', meta = '' ] = await this.nonce( screen, '_wpnonce', 'woocommerce_meta_nonce' );
		await this.send(
			'/wp-admin/post.php',
			{
				action: 'editpost',
				post_ID: String( product ),
				post_type: 'product',
				_wpnonce: nonce,
				woocommerce_meta_nonce: meta,
				post_title: 'Edited on its screen',
				post_status: 'publish',
				'product-type': 'simple',
				_virtual: 'on',
				_manage_stock: 'yes',
				_backorders: 'no',
				_regular_price: '10',
				...fields,
			},
			headers
		);
		return this.page( screen );
	}

	async variations( parent: number, action: string, fields: Readonly< Record< string, string > >, headers: Readonly< Record< string, string > > = {} ): Promise< string > {
		const name = action === 'woocommerce_save_variations' ? 'save_variations_nonce' : 'bulk_edit_variations_nonce';
		const [ security = '' ] = await this.nonce( `/wp-admin/post.php?post=${ parent }&action=edit`, name );
		return this.send( '/wp-admin/admin-ajax.php', { action, security, product_id: String( parent ), 'product-type': 'variable', ...fields }, headers );
	}
}
