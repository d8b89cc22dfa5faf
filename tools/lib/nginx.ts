import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { startChild } from './children.ts';
import { has } from './exec.ts';
import { freePort } from './port.ts';
import { Trouble } from './say.ts';

export interface PageCache {
	readonly url: string;
	stop: () => Promise< void >;
}

/**
 * nginx in front of a site, as a full-page cache: whatever an anonymous visitor gets is kept for ten minutes, unless the
 * site says otherwise. REST is not left out, so an answer that may not be kept has to say so itself. `X-Cache` tells
 * whether an answer came from the cache.
 */
export async function startPageCache( dir: string, site: string ): Promise< PageCache > {
	if ( ! ( await has( 'nginx' ) ) ) {
		throw new Trouble( 'nginx is not installed. On Debian: apt-get install nginx-light' );
	}
	mkdirSync( join( dir, 'cache' ), { recursive: true } );
	const port = await freePort();
	const file = join( dir, 'nginx.conf' );
	const log = join( dir, 'nginx.log' );
	writeFileSync( file, config( dir, port, site, log ) );
	const child = startChild( 'nginx', [ '-p', dir, '-e', log, '-c', file ], { log } );
	for ( let i = 0; i < 100 && child.running(); i++ ) {
		try {
			await ( await fetch( `http://127.0.0.1:${ port }/wp-json/` ) ).arrayBuffer();
			return { url: `http://127.0.0.1:${ port }`, stop: () => child.stop() };
		} catch {
			await new Promise( ( resolve ) => setTimeout( resolve, 100 ) );
		}
	}
	await child.stop();
	throw new Trouble( `nginx did not start:\n${ readFileSync( log, 'utf8' ).slice( -2000 ) }` );
}

function config( dir: string, port: number, site: string, log: string ): string {
	const temporary = [ 'client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi' ].map( ( kind ) => `\t${ kind }_temp_path ${ join( dir, kind ) };` );
	return `
${ userInfo().uid === 0 ? 'user root;' : '' }
daemon off;
worker_processes 1;
pid ${ join( dir, 'nginx.pid' ) };
error_log ${ log };
events {}
http {
	access_log off;
${ temporary.join( '\n' ) }
	proxy_cache_path ${ join( dir, 'cache' ) } levels=1:2 keys_zone=pages:10m inactive=10m;
	map "$request_method $http_cookie $request_uri" $personal {
		default 0;
		"~^(POST|PUT|DELETE|PATCH) " 1;
		"~(wordpress_logged_in|woocommerce_items_in_cart|wp_woocommerce_session)" 1;
		"~/(cart|checkout|my-account|wp-admin|wp-login)|[?&](wc-ajax|add-to-cart)=" 1;
	}
	server {
		listen 127.0.0.1:${ port };
		location / {
			proxy_pass ${ site };
			proxy_set_header Host $http_host;
			proxy_set_header X-Page-Cache 1;
			proxy_cache pages;
			proxy_cache_key $request_uri;
			proxy_cache_valid 200 10m;
			proxy_cache_bypass $personal;
			proxy_no_cache $personal;
			add_header X-Cache $upstream_cache_status always;
		}
	}
}
`;
}
