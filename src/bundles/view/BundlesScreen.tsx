import { useMemo } from '@wordpress/element';
import { useRoute } from '../../shared/app/route';
import { readView } from '../logic/view-state';
import { BundleList } from './BundleList';
import { BundleScreen } from './BundleScreen';

/** All bundles, or one of them. */
export function BundlesScreen() {
	const { search } = useRoute();
	const { bundle } = useMemo(
		() => readView( new URLSearchParams( search ) ),
		[ search ]
	);
	return bundle ? (
		<BundleScreen key={ bundle } id={ bundle } />
	) : (
		<BundleList />
	);
}
