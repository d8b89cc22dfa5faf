import { lazy, Suspense } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { StockScreen } from '../items';
import { boot } from '../shared/app/boot';
import { useRoute } from '../shared/app/route';
import { useOnline } from '../shared/app/use-online';
import { ErrorBoundary } from '../shared/ui/ErrorBoundary';
import { Icon } from '../shared/ui/icons';
import { Message } from '../shared/ui/Message';

// Each further screen is a file of its own, fetched when it is opened.
const SettingsScreen = lazy( async () => ( {
	default: (
		await import( /* webpackChunkName: "settings" */ '../settings' )
	).SettingsScreen,
} ) );

/** The shell around the screens. */
export function App() {
	const isOnline = useOnline();
	return (
		<ErrorBoundary>
			<div role="status">
				{ ! isOnline && (
					<p className="wig-offline">
						<Icon name="offline" />
						{ __(
							'You are offline. What is on screen you can go on reading; changes can be saved when the connection is back.',
							'woo-inventory-guard'
						) }
					</p>
				) }
			</div>
			{ boot().can.view ? <Screen /> : <NoPermission /> }
		</ErrorBoundary>
	);
}

function Screen() {
	const { path } = useRoute();
	return path === '/settings' ? (
		<Suspense fallback={ null }>
			<SettingsScreen />
		</Suspense>
	) : (
		<StockScreen />
	);
}

const NoPermission = () => (
	<Message
		icon="out"
		title={ __(
			'Your account may not view the inventory.',
			'woo-inventory-guard'
		) }
	>
		{ __(
			'An administrator can give you the role Stock clerk, or the right to view the inventory.',
			'woo-inventory-guard'
		) }
	</Message>
);
