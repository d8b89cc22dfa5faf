import { useSelect } from '@wordpress/data';
import { Icon } from '../../../shared/ui/icons';
import { store } from '../../data/store';

/** A small tick where something was saved, for a while. The words are said by announce(). */
export function SavedTick( { id }: { id: number } ) {
	const saved = useSelect(
		( select ) => select( store ).getSavedCount( id ),
		[ id ]
	);
	return saved > 0 ? (
		<span key={ saved } className="wig-tick" data-testid="saved">
			<Icon name="check" />
		</span>
	) : null;
}
