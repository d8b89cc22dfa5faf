import { __, sprintf } from '@wordpress/i18n';
import type { WebhookTest } from '../../schema';
import type { IconName } from '../../shared/ui/icons';
import type { healthOf } from '../logic/webhook';

type Health = ReturnType< typeof healthOf >;

export const healthWord = ( health: Health ): string =>
	( {
		off: __( 'Switched off', 'woo-inventory-guard' ),
		new: __( 'Nothing sent yet', 'woo-inventory-guard' ),
		ok: __( 'Arrives', 'woo-inventory-guard' ),
		failing: __( 'Does not arrive', 'woo-inventory-guard' ),
	} )[ health ];

export const HEALTH_ICON: Record< Health, IconName > = {
	off: 'dash',
	new: 'clock',
	ok: 'check',
	failing: 'out',
};

export const HEALTH_TONE: Record< Health, string > = {
	off: 'is-untracked',
	new: 'is-untracked',
	ok: 'is-ok',
	failing: 'is-out',
};

export const testWords = ( { taken, result }: WebhookTest ): string =>
	taken
		? sprintf(
				/* translators: %s: an answer, such as HTTP 200. */
				__( 'The test arrived: %s', 'woo-inventory-guard' ),
				result
			)
		: sprintf(
				/* translators: %s: what went wrong, such as HTTP 500. */
				__( 'The test did not arrive: %s', 'woo-inventory-guard' ),
				result
			);
