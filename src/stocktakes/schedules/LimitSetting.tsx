import { __ } from '@wordpress/i18n';
import { boot } from '../../shared/app/boot';
import { useAsked } from '../../shared/app/use-asked';
import { Failure } from '../../shared/ui/Failure';
import { Loading } from '../../shared/ui/Loading';
import { fetchLimit, putLimit } from '../data/schedules';
import { LimitForm, limitSaid } from './LimitForm';

/** From which value of a difference on a second person must agree. */
export function LimitSetting() {
	const { answer, problem, waiting, again } = useAsked( fetchLimit );
	return (
		<section className="wig-surface wig-stocktake-limit">
			<h2>
				{ __( 'A second person must agree', 'woo-inventory-guard' ) }
			</h2>
			{ ! answer && waiting && <Loading bars={ 1 } /> }
			{ problem && ! waiting && (
				<Failure problem={ problem } onRetry={ again } />
			) }
			{ answer &&
				( boot().can.configure ? (
					<LimitForm
						limit={ answer.approve_over }
						help={ __(
							'In the shop’s currency. Somebody must agree who neither counted nor accepted them. 0: for every difference. Empty: never. Holds for stocktakes made from now on.',
							'woo-inventory-guard'
						) }
						put={ ( limit, key ) =>
							putLimit( { approve_over: limit }, key )
						}
					/>
				) : (
					<p>{ limitSaid( answer.approve_over ) }</p>
				) ) }
		</section>
	);
}
