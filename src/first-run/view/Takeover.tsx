import { __, _n, sprintf } from '@wordpress/i18n';
import type { FirstRun } from '../../schema';
import { boot } from '../../shared/app/boot';
import { formatQuantity } from '../../shared/format/quantity';
import { Icon } from '../../shared/ui/icons';
import { shareOf } from '../logic/progress';

interface Props {
	progress: NonNullable< FirstRun[ 'import' ] >;
	/** Minutes that are left; null while nobody knows. */
	minutes: number | null;
}

/** "12,400 of 100,000, about 2 minutes". */
export function Takeover( { progress, minutes }: Props ) {
	const number = ( value: number ) => formatQuantity( value, boot().locale );
	if ( progress.state === 'done' ) {
		return (
			<p className="wig-saved-words" role="status">
				<Icon name="check" />
				{ sprintf(
					/* translators: %s: a number of products. */
					_n(
						'%s product is taken over.',
						'All %s products are taken over.',
						progress.total,
						'woo-inventory-guard'
					),
					number( progress.total )
				) }
			</p>
		);
	}
	const words = sprintf(
		/* translators: 1: a number of products, 2: another one. */
		__( '%1$s of %2$s products taken over', 'woo-inventory-guard' ),
		number( progress.done ),
		number( progress.total )
	);
	return (
		<div className="wig-takeover">
			<progress
				max={ 1 }
				value={ shareOf( progress ) }
				aria-label={ words }
			/>
			<p>
				{ words }
				{ minutes !== null &&
					`, ${ sprintf(
						/* translators: %s: a number of minutes. */
						_n(
							'about %s minute',
							'about %s minutes',
							minutes,
							'woo-inventory-guard'
						),
						number( minutes )
					) }` }
			</p>
			<p className="wig-quiet">
				{ __(
					'The shop stays open meanwhile, and this goes on when you leave the page.',
					'woo-inventory-guard'
				) }
			</p>
		</div>
	);
}
