import { Button } from '@wordpress/components';
import { useCallback, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Rule } from '../../schema';
import { boot } from '../../shared/app/boot';
import { usePaged } from '../../shared/app/use-paged';
import { useRows } from '../../shared/app/use-rows';
import { useSending } from '../../shared/form/use-sending';
import { PagedRows } from '../../shared/table/PagedRows';
import { announce } from '../../shared/ui/announce';
import { DeleteConfirm } from '../../shared/ui/DeleteConfirm';
import { Failure } from '../../shared/ui/Failure';
import { Message } from '../../shared/ui/Message';
import { NoRight } from '../../shared/ui/NoRight';
import { deleteRule, fetchRules, postOrder } from '../data/api';
import { Levels } from './Levels';
import { Progress } from './Progress';
import { RuleCards } from './RuleCards';
import { RuleForm } from './RuleForm';
import { Touched } from './Touched';
import { useRulesState } from './use-state';
import { nameOf } from './words';

/** All rules of categories, which are put in order together, fit on a page in any shop but the largest. */
const PER_PAGE = 100;

type Dialog =
	{ kind: 'add' } | { kind: 'edit' | 'drop' | 'touched'; rule: Rule } | null;

/** What counts for items that say nothing themselves. */
export function RulesScreen() {
	return boot().can.configure ? (
		<Rules />
	) : (
		<NoRight
			screen={ __( 'Rules', 'woo-inventory-guard' ) }
			title={ __(
				'Your account may not see rules.',
				'woo-inventory-guard'
			) }
		/>
	);
}

function Rules() {
	const { page, turn } = usePaged();
	const list = useRows(
		useCallback(
			( signal: AbortSignal ) => fetchRules( page, PER_PAGE, signal ),
			[ page ]
		)
	);
	const followed = useRulesState( () => void list.reload() );
	const ordering = useSending();
	const [ dialog, setDialog ] = useState< Dialog >( null );
	const close = () => setDialog( null );
	const again = async () => {
		void followed.look();
		await list.reload();
	};
	const order = async ( ids: number[] ) => {
		if ( await ordering.send( ids, ( key ) => postOrder( ids, key ) ) ) {
			announce( __( 'Moved', 'woo-inventory-guard' ) );
			await again();
		}
	};
	const saved = ( rule: Rule ) => {
		close();
		announce(
			sprintf(
				/* translators: %s: name of a product or a category. */
				__( 'Saved: %s', 'woo-inventory-guard' ),
				nameOf( rule )
			)
		);
		void again();
	};
	const add = (
		<Button
			__next40pxDefaultSize
			variant="primary"
			onClick={ () => setDialog( { kind: 'add' } ) }
		>
			{ __( 'Add rule', 'woo-inventory-guard' ) }
		</Button>
	);
	return (
		<>
			<div className="wig-head">
				<h1>{ __( 'Rules', 'woo-inventory-guard' ) }</h1>
				{ list.rows.length > 0 && add }
			</div>
			{ followed.state && <Progress state={ followed.state } /> }
			{ followed.problem && (
				<Failure
					problem={ followed.problem }
					onRetry={ followed.look }
				/>
			) }
			{ ordering.problem && <Failure problem={ ordering.problem } /> }
			<div className="wig-surface">
				<PagedRows
					list={ list }
					page={ page }
					perPage={ PER_PAGE }
					onPage={ turn }
					nothing={
						<Message
							icon="box"
							title={ __(
								'No rules yet: each item says itself when it is low and whether it may be sold on backorder.',
								'woo-inventory-guard'
							) }
							action={ add }
						/>
					}
				>
					<RuleCards
						rules={ list.rows }
						isWaiting={
							list.waiting === 'again' || ordering.sending
						}
						onEdit={ ( rule ) =>
							setDialog( { kind: 'edit', rule } )
						}
						onDelete={ ( rule ) =>
							setDialog( { kind: 'drop', rule } )
						}
						onTouched={ ( rule ) =>
							setDialog( { kind: 'touched', rule } )
						}
						onOrder={ order }
					/>
				</PagedRows>
			</div>
			{ followed.state && <Levels state={ followed.state } /> }
			{ dialog && ( dialog.kind === 'add' || dialog.kind === 'edit' ) && (
				<RuleForm
					rule={ dialog.kind === 'edit' ? dialog.rule : null }
					onSaved={ saved }
					onClose={ close }
				/>
			) }
			{ dialog?.kind === 'touched' && (
				<Touched rule={ dialog.rule } onClose={ close } />
			) }
			{ dialog?.kind === 'drop' && (
				<DeleteConfirm
					title={ __( 'Delete rule', 'woo-inventory-guard' ) }
					words={ sprintf(
						/* translators: %s: name of a product or a category. */
						__(
							'What it said of %s is then said by the next rule that wins, or by the shop. What items say themselves stays.',
							'woo-inventory-guard'
						),
						nameOf( dialog.rule )
					) }
					onDelete={ () => deleteRule( dialog.rule.id ) }
					onDeleted={ () => again() }
					onClose={ close }
				/>
			) }
		</>
	);
}
