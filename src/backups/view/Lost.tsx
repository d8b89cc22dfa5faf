import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Repair } from '../../schema';
import { boot } from '../../shared/app/boot';
import { useAsked } from '../../shared/app/use-asked';
import { useSending } from '../../shared/form/use-sending';
import { formatQuantity } from '../../shared/format/quantity';
import { announce } from '../../shared/ui/announce';
import { Failure } from '../../shared/ui/Failure';
import { Loading } from '../../shared/ui/Loading';
import { adoptEstimate, fetchRepair, mend } from '../data/api';
import { lostWord, mendButton, mendWord } from './words';

/** What is lost or does not agree, and what mending each would do. */
export function Lost() {
	const asked = useAsked( fetchRepair );
	const [ newer, setNewer ] = useState< Repair | null >( null );
	const { sending, problem, send } = useSending();
	const found = newer ?? asked.answer;
	const act = async (
		content: object,
		work: ( key: string ) => Promise< Repair >
	) => {
		const answer = await send( content, work );
		if ( answer ) {
			setNewer( answer );
			announce( __( 'Done', 'woo-inventory-guard' ) );
		}
	};
	if ( ! found ) {
		return asked.problem ? (
			<Failure problem={ asked.problem } onRetry={ asked.again } />
		) : (
			<Loading />
		);
	}
	return (
		<>
			{ found.findings.length === 0 && (
				<p>
					{ __(
						'Nothing is lost: every number is the sum of its ledger, and WooCommerce has the same.',
						'woo-inventory-guard'
					) }
				</p>
			) }
			{ problem && <Failure problem={ problem } /> }
			<ul className="wig-cards">
				{ found.findings.map( ( { act: which, count, details } ) => (
					<li key={ which } className="wig-card is-tall">
						<div className="wig-card-name">
							<strong>{ lostWord( which, count ) }</strong>
							{ which !== 'estimates' && (
								<span className="wig-sub">
									{ mendWord( which ) }
								</span>
							) }
						</div>
						{ which !== 'estimates' && details.length > 0 && (
							<details>
								<summary>
									{ __( 'Which', 'woo-inventory-guard' ) }
								</summary>
								<ul>
									{ details.map( ( words ) => (
										<li key={ words }>
											<code>{ words }</code>
										</li>
									) ) }
								</ul>
							</details>
						) }
						{ which !== 'estimates' && (
							<div className="wig-acts">
								<Button
									__next40pxDefaultSize
									variant="secondary"
									isBusy={ sending }
									accessibleWhenDisabled
									disabled={ sending }
									onClick={ () =>
										act( { which }, ( key ) =>
											mend( { act: which }, key )
										)
									}
								>
									{ mendButton( which ) }
								</Button>
							</div>
						) }
					</li>
				) ) }
				{ found.estimates.map( ( guess ) => (
					<li key={ guess.item_id } className="wig-card is-tall">
						<div className="wig-card-name">
							<strong>{ guess.name }</strong>
							<span className="wig-sub">
								{ sprintf(
									/* translators: 1: a number of units, 2: number of an order, 3: a date. */
									__(
										'%1$s were left after order #%2$s (%3$s). Deliveries and corrections since then are not in it: count if you can.',
										'woo-inventory-guard'
									),
									formatQuantity(
										guess.estimate,
										boot().locale
									),
									String( guess.order_id ),
									guess.at.slice( 0, 10 )
								) }
							</span>
						</div>
						<div className="wig-acts">
							<Button
								__next40pxDefaultSize
								variant="secondary"
								accessibleWhenDisabled
								disabled={ sending }
								aria-label={ sprintf(
									/* translators: 1: a number of units, 2: name of an item. */
									__(
										'Take %1$s for %2$s',
										'woo-inventory-guard'
									),
									formatQuantity(
										guess.estimate,
										boot().locale
									),
									guess.name
								) }
								onClick={ () =>
									act( guess, ( key ) =>
										adoptEstimate(
											{
												item_id: guess.item_id,
												estimate: guess.estimate,
												on_hand: guess.on_hand,
											},
											key
										)
									)
								}
							>
								{ __(
									'Take this number',
									'woo-inventory-guard'
								) }
							</Button>
						</div>
					</li>
				) ) }
			</ul>
		</>
	);
}
