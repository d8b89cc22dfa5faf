import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { StocktakeSums } from '../../../schema';
import { number } from '../../../shared/format/words';
import { Confirm } from '../../../shared/ui/Confirm';
import type { Show } from '../logic/view';
import type { Acts } from './use-acts';

interface Props {
	show: Show;
	sums: StocktakeSums | null;
	acts: Acts;
}

/** What is done to all lines of a kind at once, not only to those on the page: asked before. */
export function ForAll( { show, sums, acts }: Props ) {
	const [ asking, setAsking ] = useState< 'accept' | 'zero' | null >( null );
	const { undecided = 0, uncounted = 0 } = sums?.lines ?? {};
	const isZero = show === 'uncounted';
	const lines = isZero ? uncounted : undecided;
	if (
		lines === 0 ||
		( ! isZero && show !== 'undecided' && show !== 'differences' )
	) {
		return null;
	}
	const close = () => setAsking( null );
	const label = isZero
		? __( 'Set all to zero …', 'woo-inventory-guard' )
		: __( 'Accept all undecided …', 'woo-inventory-guard' );
	return (
		<>
			<Button
				__next40pxDefaultSize
				variant="secondary"
				accessibleWhenDisabled
				disabled={ acts.sending }
				onClick={ () => setAsking( isZero ? 'zero' : 'accept' ) }
			>
				{ label }
			</Button>
			{ asking === 'zero' && (
				<Confirm
					title={ __(
						'Set what was not counted to zero',
						'woo-inventory-guard'
					) }
					words={ sprintf(
						/* translators: %s: number of items. */
						_n(
							'This says of %s item that nobody counted that there is none. It still has to be accepted before the books change.',
							'This says of %s items that nobody counted that there are none. They still have to be accepted before the books change.',
							lines,
							'woo-inventory-guard'
						),
						number( lines )
					) }
					act={ __( 'Set to zero', 'woo-inventory-guard' ) }
					onAct={ async () => {
						close();
						await acts.onAll( 'zero' );
					} }
					onClose={ close }
				/>
			) }
			{ asking === 'accept' && (
				<Confirm
					title={ __(
						'Accept all that is undecided',
						'woo-inventory-guard'
					) }
					words={ sprintf(
						/* translators: %s: number of differences. */
						_n(
							'%s difference is accepted as it is now, also if it is not on this page. Nothing is applied yet.',
							'%s differences are accepted as they are now, also those that are not on this page. Nothing is applied yet.',
							lines,
							'woo-inventory-guard'
						),
						number( lines )
					) }
					act={ __( 'Accept all', 'woo-inventory-guard' ) }
					onAct={ async () => {
						close();
						await acts.onAll( 'accept' );
					} }
					onClose={ close }
				/>
			) }
		</>
	);
}
