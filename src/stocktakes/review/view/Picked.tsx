import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { Row } from '../logic/line';
import { Decide } from './Decide';
import type { Acts } from './use-acts';
import { lineCount } from './words';

interface Props {
	lines: readonly Row[];
	acts: Acts;
	onDone: () => void;
}

/** What is done to the lines that are picked; each act skips those to which it does nothing. */
export const Picked = ( { lines, acts, onDone }: Props ) => (
	<section
		className="wig-review-picked"
		aria-label={ __( 'Picked lines', 'woo-inventory-guard' ) }
	>
		<p>
			{ sprintf(
				/* translators: %s: number of lines in words. */
				__( '%s picked', 'woo-inventory-guard' ),
				lineCount( lines.length )
			) }{ ' ' }
			<Button __next40pxDefaultSize variant="link" onClick={ onDone }>
				{ __( 'Pick none', 'woo-inventory-guard' ) }
			</Button>
		</p>
		<Decide
			key={ lines.map( ( { id } ) => id ).join() }
			lines={ lines }
			acts={ acts }
			onDone={ onDone }
		/>
	</section>
);
