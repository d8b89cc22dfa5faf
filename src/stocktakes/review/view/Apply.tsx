import { Button, Notice } from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { StocktakeSums } from '../../../schema';
import type { Problem } from '../../../shared/data/problem';
import { FormButtons } from '../../../shared/form/FormButtons';
import { money, number, unitCount } from '../../../shared/format/words';
import { announce } from '../../../shared/ui/announce';
import { Failure } from '../../../shared/ui/Failure';
import { postApply } from '../data/api';
import { inTheWay, isWorking } from '../logic/state';
import type { View } from '../logic/view';
import type { ActProps } from './Head';
import { useWork } from './use-work';
import { WorkBar } from './WorkBar';

interface Props extends ActProps {
	sums: StocktakeSums | null;
	show: ( part: Partial< View > ) => void;
}

/** Says what applying would change, and does it; what stands in the way leads to the lines that do. */
export function Apply( props: Props ) {
	const { stocktake, sums, show, onChanged, onStocktake } = props;
	const [ asking, setAsking ] = useState( false );
	const { busy, problem, go, forget } = useWork(
		( key ) => postApply( stocktake.id, key ),
		( after ) => {
			onStocktake( after );
			if ( after.state === 'applied' ) {
				announce( __( 'Applied', 'woo-inventory-guard' ) );
			}
		},
		onChanged
	);
	const { undecided, waiting_second: waiting } = sums?.lines ?? {};
	useEffect( forget, [ forget, undecided, waiting ] );
	if ( busy || isWorking( stocktake ) ) {
		return <WorkBar progress={ stocktake.progress } />;
	}
	return (
		<div className="wig-surface wig-review-apply">
			<p>{ sums ? whatHappens( sums ) : '…' }</p>
			{ asking ? (
				<FormButtons
					sending={ busy }
					onCancel={ () => setAsking( false ) }
					onGo={ () => {
						setAsking( false );
						void go();
					} }
				>
					{ __( 'Yes, apply', 'woo-inventory-guard' ) }
				</FormButtons>
			) : (
				<Button
					__next40pxDefaultSize
					variant="primary"
					accessibleWhenDisabled
					disabled={ ! sums }
					onClick={ () => setAsking( true ) }
				>
					{ __( 'Apply …', 'woo-inventory-guard' ) }
				</Button>
			) }
			{ problem && (
				<Refused
					problem={ problem }
					sums={ sums }
					show={ show }
					onRetry={ () => void go() }
				/>
			) }
		</div>
	);
}

function whatHappens( { apply, lines }: StocktakeSums ): string {
	const does =
		apply.items === 0
			? __(
					'Applying changes nothing in the books: no difference is accepted.',
					'woo-inventory-guard'
				)
			: sprintf(
					/* translators: 1: number of items, 2: units with their sign, such as −3 units, 3: an amount of money. */
					_n(
						'Applying changes %1$s item by %2$s, %3$s. What was sold or received meanwhile stays.',
						'Applying changes %1$s items by %2$s, %3$s. What was sold or received meanwhile stays.',
						apply.items,
						'woo-inventory-guard'
					),
					number( apply.items ),
					unitCount( apply.units, { signed: true } ),
					money( apply.money )
				);
	return lines.uncounted === 0
		? does
		: `${ does } ${ sprintf(
				/* translators: %s: number of items. */
				_n(
					'%s item was not counted and stays as it is.',
					'%s items were not counted and stay as they are.',
					lines.uncounted,
					'woo-inventory-guard'
				),
				number( lines.uncounted )
			) }`;
}

interface RefusedProps {
	problem: Problem;
	sums: StocktakeSums | null;
	show: ( part: Partial< View > ) => void;
	onRetry: () => void;
}

function Refused( { problem, sums, show, onRetry }: RefusedProps ) {
	const where = inTheWay( problem.code );
	if ( ! where ) {
		return <Failure problem={ problem } onRetry={ onRetry } />;
	}
	return (
		<Notice
			status="warning"
			isDismissible={ false }
			politeness="assertive"
			className="wig-failure"
		>
			<span>
				{ problem.message }{ ' ' }
				{ where === 'second' &&
					sums &&
					sums.approvers.length > 0 &&
					sprintf(
						/* translators: %s: names, separated by commas. */
						__(
							'It may be who neither counted nor accepted it, of: %s.',
							'woo-inventory-guard'
						),
						sums.approvers.map( ( { name } ) => name ).join( ', ' )
					) }
			</span>
			<Button
				__next40pxDefaultSize
				variant="link"
				onClick={ () => show( { show: where, search: '' } ) }
			>
				{ __( 'Show them', 'woo-inventory-guard' ) }
			</Button>
		</Notice>
	);
}
