import { Suspense, useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { boot } from '../shared/app/boot';
import { markMenu } from '../shared/app/menu';
import { sectionOf, useRoute } from '../shared/app/route';
import { useOnline } from '../shared/app/use-online';
import { ErrorBoundary } from '../shared/ui/ErrorBoundary';
import { Icon } from '../shared/ui/icons';
import { Message } from '../shared/ui/Message';
import { screenOf } from './screens';
import { Shortcuts } from './Shortcuts';

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
			<Shortcuts />
		</ErrorBoundary>
	);
}

function Screen() {
	const { path } = useRoute();
	const section = sectionOf( path );
	useEffect( () => markMenu( section ), [ section ] );
	return (
		<ErrorBoundary key={ section }>
			<Suspense fallback={ null }>
				<Section name={ section } />
			</Suspense>
		</ErrorBoundary>
	);
}

/** Stays what it was when it was opened: a file that comes meanwhile is no reason to begin anew. */
function Section( { name }: { name: string } ) {
	const [ Shown ] = useState( () => screenOf( name ) );
	return <Shown />;
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
