import { useEffect, useState, useSyncExternalStore } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { Loading } from '../../shared/ui/Loading';
import { openBase, type Base } from '../data/base';
import { facts } from '../data/facts';
import { keepForGood } from '../data/offline';
import { CountScreen } from './CountScreen';
import { Stocktakes } from './Stocktakes';

/** The screen on which people count: a list of what is theirs to count, and one stocktake of it. */
export function App() {
	const [ base, setBase ] = useState< Base | 'failed' | null >( null );
	const id = useOpened();
	useEffect( () => {
		const known = facts();
		if ( known ) {
			openBase( known ).then( setBase, () => setBase( 'failed' ) );
			void keepForGood();
		}
	}, [] );
	useEffect( () => {
		if ( base && base !== 'failed' ) {
			base.open( id );
			window.addEventListener( 'online', base.sync.kick );
			document.addEventListener( 'visibilitychange', base.sync.kick );
			return () => {
				window.removeEventListener( 'online', base.sync.kick );
				document.removeEventListener(
					'visibilitychange',
					base.sync.kick
				);
			};
		}
		return undefined;
	}, [ base, id ] );
	if ( base === 'failed' ) {
		return (
			<main className="wig-c-page">
				<h1>{ __( 'Count stock', 'woo-inventory-guard' ) }</h1>
				<p role="alert">
					{ __(
						'This browser cannot keep counts: it does not let websites store anything. Leave the private window, or allow this site to store data, and load the page again.',
						'woo-inventory-guard'
					) }
				</p>
			</main>
		);
	}
	if ( ! base ) {
		return (
			<main className="wig-c-page">
				<h1>{ __( 'Count stock', 'woo-inventory-guard' ) }</h1>
				<Loading />
			</main>
		);
	}
	return id === null ? (
		<Stocktakes base={ base } />
	) : (
		<CountScreen key={ id } base={ base } id={ id } />
	);
}

/** What stands behind the # of the address: it never goes to the server, so that one kept page opens all of them. */
function useOpened(): number | null {
	const hash = useSyncExternalStore( listen, () => window.location.hash );
	const id = /^#\/(\d{1,18})$/.exec( hash )?.[ 1 ];
	return id === undefined ? null : Number( id );
}

function listen( listener: () => void ) {
	window.addEventListener( 'hashchange', listener );
	return () => window.removeEventListener( 'hashchange', listener );
}
