import { __, sprintf } from '@wordpress/i18n';
import { shareOf, type Work } from '../logic/work';
import { number } from '../../shared/format/words';

interface Props {
	label: string;
	work: Work;
}

/** How far long work is. */
export const Progress = ( { label, work }: Props ) => (
	<div className="wig-takeover">
		<progress
			aria-label={ label }
			{ ...( work.total > 0 ? { value: shareOf( work ) } : {} ) }
		/>
		<p>
			{ label }
			{ work.total > 0 &&
				` – ${ sprintf(
					/* translators: 1: how many are done, 2: how many there are. */
					__( '%1$s of %2$s', 'woo-inventory-guard' ),
					number( work.done ),
					number( work.total )
				) }` }
		</p>
	</div>
);
