import { lazy, Suspense } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { boot } from '../../shared/app/boot';
import { useRoute } from '../../shared/app/route';
import { Message } from '../../shared/ui/Message';
import { placeOf } from '../logic/place';
import { NewStocktake } from '../new/NewStocktake';
import '../stocktakes.scss';
import { Schedules } from '../schedules/Schedules';
import { StocktakeList } from './StocktakeList';

const StocktakeReview = lazy( async () => ( {
	default: (
		await import( /* webpackChunkName: "stocktake-review" */ '../review' )
	).StocktakeReview,
} ) );

/** Everything around stocktakes but the counting itself. */
export const StocktakesScreen = () =>
	boot().can.adjust ? <Stocktakes /> : <NotTheirs />;

function Stocktakes() {
	const place = placeOf( useRoute().path );
	switch ( place.at ) {
		case 'one':
			return (
				<Suspense fallback={ null }>
					<StocktakeReview key={ place.id } id={ place.id } />
				</Suspense>
			);
		case 'new':
			return <NewStocktake />;
		case 'schedules':
			return <Schedules />;
		default:
			return <StocktakeList />;
	}
}

const NotTheirs = () => (
	<>
		<div className="wig-head">
			<h1>{ __( 'Stocktakes', 'woo-inventory-guard' ) }</h1>
		</div>
		<Message
			icon="out"
			title={ __(
				'Your account may not manage stocktakes.',
				'woo-inventory-guard'
			) }
		>
			{ __(
				'An administrator can give you the role Stock clerk, or the right to adjust the inventory. What you are asked to count is under Count stock.',
				'woo-inventory-guard'
			) }
		</Message>
	</>
);
