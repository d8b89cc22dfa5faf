import { ProgressBar } from '@wordpress/components';
import { useRef } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { minutesLeft } from '../../shared/format/progress';
import { number } from '../../shared/format/words';
import type { progressOf } from '../logic/progress';
import { progressWord } from './words';

type Props = NonNullable< ReturnType< typeof progressOf > >;

/** How far the work is, how long it still takes, and whether the page may be left. */
export function Progress( { act, done, total }: Props ) {
	const first = useRef( { act, at: Date.now(), done } );
	if ( first.current.act !== act ) {
		first.current = { act, at: Date.now(), done };
	}
	const left = minutesLeft( { at: Date.now(), done }, first.current, total );
	return (
		<div className="wig-files-progress">
			<ProgressBar
				aria-label={ actWord( act ) }
				value={
					total > 0
						? Math.min( 100, ( done / total ) * 100 )
						: undefined
				}
			/>
			<p role="status">
				{ actWord( act ) } { progressWord( done, total ) }
				{ left !== null &&
					left > 1 &&
					`, ${ sprintf(
						/* translators: %s: number of minutes. */
						_n(
							'about %s minute',
							'about %s minutes',
							left,
							'woo-inventory-guard'
						),
						number( left )
					) }` }
			</p>
			<p className="wig-quiet">
				{ act === 'upload'
					? __(
							'Leave this page open until all of it is uploaded. When the connection is lost, or the page is left, it goes on here later.',
							'woo-inventory-guard'
						)
					: __(
							'It goes on when you leave this page.',
							'woo-inventory-guard'
						) }
			</p>
		</div>
	);
}

function actWord( act: Props[ 'act' ] ): string {
	switch ( act ) {
		case 'upload':
			return __( 'Uploading', 'woo-inventory-guard' );
		case 'check':
			return __( 'Checking', 'woo-inventory-guard' );
		case 'apply':
			return __( 'Applying', 'woo-inventory-guard' );
		case 'undo':
			return __( 'Undoing', 'woo-inventory-guard' );
	}
}
