import { __ } from '@wordpress/i18n';
import { boot } from '../../../shared/app/boot';
import { Loading } from '../../../shared/ui/Loading';
import { Message } from '../../../shared/ui/Message';
import { NotLoaded } from '../../../shared/ui/NotLoaded';
import { canBeSetUp, hasReport } from '../logic/state';
import '../review.scss';
import { Apply } from './Apply';
import { NotBegun } from './Counters';
import { Head } from './Head';
import { Lines } from './Lines';
import { Report } from './Report';
import { Setup } from './Setup';
import { Sums } from './Sums';
import { Undo } from './Undo';
import { useStocktake } from './use-stocktake';
import { useReview } from './use-review';

interface Props {
	/** The stocktake. */
	id: number;
}

/** One stocktake: how far it is, what it found, what becomes of that, and the report. */
export function StocktakeReview( { id }: Props ) {
	return boot().can.adjust ? (
		<Review key={ id } id={ id } />
	) : (
		<Message
			icon="out"
			title={ __(
				'Your account may not review stocktakes.',
				'woo-inventory-guard'
			) }
		>
			{ __(
				'An administrator can give you the role Stock clerk, or the right to adjust the inventory.',
				'woo-inventory-guard'
			) }
		</Message>
	);
}

function Review( { id }: Props ) {
	const held = useStocktake( id );
	const { stocktake, problem, again } = held;
	if ( ! stocktake ) {
		return problem ? (
			<NotLoaded problem={ problem } onRetry={ again } />
		) : (
			<Loading />
		);
	}
	return <Loaded key={ id } held={ { ...held, stocktake } } />;
}

type Held = ReturnType< typeof useStocktake > & {
	stocktake: NonNullable< ReturnType< typeof useStocktake >[ 'stocktake' ] >;
};

function Loaded( { held }: { held: Held } ) {
	const { stocktake } = held;
	const review = useReview( stocktake, held.again );
	const { state } = stocktake;
	const act = { stocktake, onChanged: review.changed, onStocktake: held.put };
	return (
		<div className="wig-review">
			<Head { ...act } problem={ held.problem } onRetry={ held.again } />
			{ ( state === 'review' || state === 'applying' ) && (
				<Apply { ...act } sums={ review.sums } show={ review.change } />
			) }
			{ hasReport( stocktake ) && (
				<>
					<Undo { ...act } />
					<Report id={ stocktake.id } />
				</>
			) }
			{ state === 'open' && <NotBegun /> }
			{ canBeSetUp( stocktake ) && <Setup { ...act } /> }
			{ state !== 'open' && (
				<>
					{ ! hasReport( stocktake ) && (
						<Sums
							asked={ review.asked }
							onShow={ ( show ) => review.change( { show } ) }
						/>
					) }
					<Lines stocktake={ stocktake } review={ review } />
				</>
			) }
		</div>
	);
}
