import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { AttentionLedger, LastCheck } from '../../schema';
import { boot } from '../../shared/app/boot';
import { asProblem, type Problem } from '../../shared/data/problem';
import { agoWord } from '../../shared/format/ago';
import { announce } from '../../shared/ui/announce';
import { Failure } from '../../shared/ui/Failure';
import { fetchIntegrity, fetchPages, type Pages } from '../data/api';
import { GuardLine } from './GuardLine';
import { number } from '../../shared/format/words';

type Found = NonNullable< LastCheck >;

const resultWord = ( { records, problems }: Found ): string =>
	problems === 0
		? sprintf(
				/* translators: %s: a number of stock records. */
				_n(
					'%s record was checked: it agrees.',
					'All %s records agree.',
					records,
					'woo-inventory-guard'
				),
				number( records )
			)
		: sprintf(
				/* translators: %s: a number of stock records. */
				_n(
					'%s record does not agree.',
					'%s records do not agree.',
					problems,
					'woo-inventory-guard'
				),
				number( problems )
			);

const whenWord = ( { at }: Found ) =>
	sprintf(
		/* translators: %s: how long ago, such as 2 minutes ago. */
		__( 'Checked %s.', 'woo-inventory-guard' ),
		agoWord( at, Date.now(), boot().locale )
	);

/**
 * What the last check of the books found: they are checked by themselves every day, and now, for who wants to know. The
 * check reads whole tables, and fetches a page of the shop: so not unasked.
 */
export function Check( { ledger }: { ledger: AttentionLedger } ) {
	const [ found, setFound ] = useState< LastCheck >( null );
	const [ pages, setPages ] = useState< Pages | null >( null );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const [ checking, setChecking ] = useState( false );
	const last = found ?? ledger.checked;
	const seesHealth = boot().woocommerce && ledger.link !== null;
	const check = async () => {
		setChecking( true );
		setProblem( null );
		try {
			const { checked, problems } = await fetchIntegrity();
			const now = {
				at: new Date().toISOString(),
				records: checked.levels,
				problems: problems.length,
			};
			setFound( now );
			announce( resultWord( now ) );
			if ( seesHealth ) {
				setPages( await fetchPages() );
			}
		} catch ( thrown ) {
			setProblem( asProblem( thrown ) );
		} finally {
			setChecking( false );
		}
	};
	return (
		<>
			<GuardLine isGood={ ! last?.problems }>
				{ last
					? `${ resultWord( last ) } ${ whenWord( last ) }`
					: __(
							'The stock records are checked every day.',
							'woo-inventory-guard'
						) }{ ' ' }
				{ boot().can.configure && (
					<Button
						__next40pxDefaultSize
						variant="link"
						isBusy={ checking }
						accessibleWhenDisabled
						disabled={ checking }
						onClick={ check }
					>
						{ __( 'Check now', 'woo-inventory-guard' ) }
					</Button>
				) }
			</GuardLine>
			{ pages && (
				<GuardLine isGood={ pages.status === 'good' }>
					{ pages.label }
				</GuardLine>
			) }
			{ problem && <Failure problem={ problem } onRetry={ check } /> }
		</>
	);
}
