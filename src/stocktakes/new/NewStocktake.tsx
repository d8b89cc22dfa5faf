import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Stocktake } from '../../schema';
import { Link } from '../../shared/app/Link';
import { useAsked } from '../../shared/app/use-asked';
import { Loading } from '../../shared/ui/Loading';
import { NotLoaded } from '../../shared/ui/NotLoaded';
import { fetchOffer } from '../data/api';
import { Made } from './Made';
import { NewForm } from './NewForm';

/** A page of its own: what is counted, how, by whom. */
export function NewStocktake() {
	const offer = useAsked( fetchOffer );
	const [ made, setMade ] = useState< Stocktake | null >( null );
	if ( made ) {
		return <Made made={ made } />;
	}
	return (
		<>
			<div className="wig-head">
				<h1>{ __( 'New stocktake', 'woo-inventory-guard' ) }</h1>
				<Link path="/stocktakes">
					{ __( 'All stocktakes', 'woo-inventory-guard' ) }
				</Link>
			</div>
			<div className="wig-surface wig-stocktake-form">
				{ offer.answer && (
					<NewForm offer={ offer.answer } onMade={ setMade } />
				) }
				{ ! offer.answer && offer.waiting && <Loading bars={ 6 } /> }
				{ offer.problem && ! offer.waiting && (
					<NotLoaded
						problem={ offer.problem }
						onRetry={ offer.again }
					/>
				) }
			</div>
		</>
	);
}
