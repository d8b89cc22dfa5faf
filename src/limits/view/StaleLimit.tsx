import { __ } from '@wordpress/i18n';
import type { Limit } from '../../schema';
import { BothVersions } from '../../shared/ui/BothVersions';
import type { Terms } from '../logic/draft';
import { limitWords } from './words';

interface Props {
	mine: Terms;
	theirs: Limit;
	onMine: () => void;
	onTheirs: () => void;
}

/** Somebody else changed this limit meanwhile. */
export const StaleLimit = ( { mine, theirs, onMine, onTheirs }: Props ) => (
	<BothVersions
		question={ __(
			'Somebody changed this limit while you were working on it. Nothing of yours is saved yet. Which one is right?',
			'woo-inventory-guard'
		) }
		mine={ <Lines limit={ { ...theirs, ...mine } } /> }
		theirs={ <Lines limit={ theirs } /> }
		heading="h2"
		className="is-wide"
		onMine={ onMine }
		onTheirs={ onTheirs }
	/>
);

const Lines = ( { limit }: { limit: Limit } ) => (
	<ul>
		{ limitWords( limit ).map( ( line ) => (
			<li key={ line }>{ line }</li>
		) ) }
	</ul>
);
