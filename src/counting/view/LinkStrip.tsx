import { __, _n, sprintf } from '@wordpress/i18n';
import { boot } from '../../shared/app/boot';
import { Icon, type IconName } from '../../shared/ui/icons';
import type { Link } from '../data/sync';

interface Props {
	link: Link;
	/** Counts that the server has not got. */
	waiting: number;
	/** Photos that it has not got. */
	photos: number;
	login: string;
	onRetry: () => void;
}

/** How many counts wait, and why: always in sight, never in the way. */
export function LinkStrip( props: Props ) {
	const { link, waiting, photos, login, onRetry } = props;
	const trouble =
		link === 'offline' || link === 'signed-out' || link === 'trouble';
	return (
		<div className={ `wig-c-strip ${ trouble ? 'is-trouble' : '' }` }>
			<p role="status">
				<Icon name={ iconOf( trouble, waiting + photos ) } />
				<span>
					{ [ wordsOf( link ), waitingWords( waiting, photos ) ]
						.filter( Boolean )
						.join( ' ' ) }
				</span>
			</p>
			{ link === 'signed-out' && (
				<a href={ login }>{ __( 'Sign in', 'woo-inventory-guard' ) }</a>
			) }
			{ ( link === 'offline' || link === 'trouble' ) && (
				<button type="button" onClick={ onRetry }>
					{ __( 'Try now', 'woo-inventory-guard' ) }
				</button>
			) }
		</div>
	);
}

const iconOf = ( trouble: boolean, waiting: number ): IconName => {
	if ( trouble ) {
		return 'offline';
	}
	return waiting ? 'clock' : 'check';
};

function wordsOf( link: Link ): string {
	switch ( link ) {
		case 'offline':
			return __( 'Offline.', 'woo-inventory-guard' );
		case 'signed-out':
			return __( 'You are signed out.', 'woo-inventory-guard' );
		case 'trouble':
			return __( 'The shop does not answer.', 'woo-inventory-guard' );
		default:
			return '';
	}
}

function waitingWords( waiting: number, photos: number ): string {
	const counts = sprintf(
		/* translators: %s: number of counts. */
		_n(
			'%s count waiting',
			'%s counts waiting',
			waiting,
			'woo-inventory-guard'
		),
		waiting.toLocaleString( boot().locale )
	);
	const pictures = sprintf(
		/* translators: %s: number of photos. */
		_n(
			'%s photo waiting',
			'%s photos waiting',
			photos,
			'woo-inventory-guard'
		),
		photos.toLocaleString( boot().locale )
	);
	return waiting + photos === 0
		? __( 'Everything is sent.', 'woo-inventory-guard' )
		: [ waiting > 0 && counts, photos > 0 && pictures ]
				.filter( Boolean )
				.join( ', ' );
}
