import { Modal } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { View } from '../../../schema';
import { Failure } from '../../../shared/ui/Failure';
import { BothVersions } from '../../../shared/ui/BothVersions';
import type { ViewActs } from './use-view-acts';
import { viewWords } from './words';

interface Props {
	stale: NonNullable< ViewActs[ 'stale' ] >;
	acts: ViewActs;
}

/** Two people have changed the same view: the one who comes later sees both and chooses; nothing is lost unasked. */
export const StaleSavedView = ( { stale, acts }: Props ) => (
	<Modal
		title={ __(
			'Somebody else has changed this view',
			'woo-inventory-guard'
		) }
		className="wig-modal"
		onRequestClose={ acts.leaveIt }
	>
		<BothVersions
			question={ __(
				'Nothing of yours is saved yet. Which one is right? To keep both, close this and choose “Save as…”.',
				'woo-inventory-guard'
			) }
			mine={ <Lines view={ { ...stale.theirs, ...stale.mine } } /> }
			theirs={ <Lines view={ stale.theirs } /> }
			heading="h2"
			onMine={ acts.insist }
			onTheirs={ acts.takeTheirs }
		/>
		{ acts.problem && (
			<Failure problem={ acts.problem } onRetry={ acts.retry } />
		) }
	</Modal>
);

const Lines = ( {
	view,
}: {
	view: Pick< View, 'name' | 'shared' | 'content' >;
} ) => (
	<ul>
		{ viewWords( view ).map( ( line ) => (
			<li key={ line }>{ line }</li>
		) ) }
	</ul>
);
