import { useMemo } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { boot } from '../../shared/app/boot';
import { addressOf, useRoute } from '../../shared/app/route';
import { Tabs } from '../../shared/ui/Tabs';
import { pickShow, readView, SHOWS, writeView } from '../logic/view';
import { AlertList } from './AlertList';
import { Averted } from './Averted';
import { WebhookList } from './WebhookList';
import { showWord } from './words';

/** What somebody has to know, and which other systems are told of it. */
export function AlertsScreen() {
	const { path, search, go } = useRoute();
	const asked = useMemo(
		() => readView( new URLSearchParams( search ) ),
		[ search ]
	);
	const { configure } = boot().can;
	const shows = SHOWS.filter( ( show ) => show !== 'webhooks' || configure );
	// Webhooks are for who may configure: others see the alerts at that address.
	const view = shows.includes( asked.show )
		? asked
		: pickShow( asked, 'open' );
	return (
		<>
			<div className="wig-head">
				<h1>{ __( 'Alerts', 'woo-inventory-guard' ) }</h1>
			</div>
			<Averted />
			<div className="wig-surface">
				<Tabs
					tabs={ shows.map( ( id ) => ( {
						id,
						label: showWord( id ),
					} ) ) }
					current={ view.show }
					hrefOf={ ( show ) =>
						addressOf( path, writeView( pickShow( view, show ) ) )
					}
					onPick={ ( show ) =>
						go( writeView( pickShow( view, show ) ) )
					}
				/>
				{ view.show === 'webhooks' ? (
					<WebhookList />
				) : (
					<AlertList
						view={ view }
						onView={ ( next ) => go( writeView( next ) ) }
					/>
				) }
			</div>
		</>
	);
}
