import { Fragment } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Movement } from '../../../schema';
import { boot } from '../../../shared/app/boot';
import { personWord } from '../../../shared/format/person';
import { formatQuantity } from '../../../shared/format/quantity';
import { shopTime } from '../../../shared/format/time';
import { Amount } from '../../../shared/ui/Amount';
import { Failure } from '../../../shared/ui/Failure';
import type { History } from '../../data/history';
import { eachWord, reasonWord } from '../words';

interface Props {
	history: History;
	onRetry: () => void;
}

/** The ledger of an item, newest first, by day: what changed, why, who, and what was left. */
export function HistoryLines( { history, onRetry }: Props ) {
	if ( history.problem ) {
		return <Failure problem={ history.problem } onRetry={ onRetry } />;
	}
	if ( ! history.movements.length ) {
		return history.waiting ? (
			<div className="wig-bars" aria-hidden="true">
				<i />
				<i />
				<i />
			</div>
		) : (
			<p className="wig-quiet">
				{ __(
					'Nothing has happened to it yet.',
					'woo-inventory-guard'
				) }
			</p>
		);
	}
	const { locale, timezone } = boot();
	let lastDay = '';
	return (
		<ol className="wig-history" aria-busy={ history.waiting }>
			{ history.movements.map( ( movement ) => {
				const when = shopTime( movement.created_at, locale, timezone );
				const isNewDay = when.key !== lastDay;
				lastDay = when.key;
				return (
					<Fragment key={ movement.id }>
						{ isNewDay && (
							<li className="wig-history-day">{ when.day }</li>
						) }
						<li className="wig-history-line">
							<time
								dateTime={ movement.created_at }
								title={ when.full }
							>
								{ when.time }
							</time>
							<Amount value={ movement.delta } signed />
							<span className="wig-history-why">
								<Reason movement={ movement } />
							</span>
							<span className="wig-history-after">
								{ sprintf(
									/* translators: %s: units on hand after a change. */
									__( '→ %s', 'woo-inventory-guard' ),
									formatQuantity(
										movement.balance_after,
										locale
									)
								) }
							</span>
						</li>
					</Fragment>
				);
			} ) }
		</ol>
	);
}

function Reason( { movement }: { movement: Movement } ) {
	const { reference_label: label, reference_link: link } = movement;
	return (
		<>
			<span>{ reasonWord( movement.reason ) }</span>
			{ movement.unit_cost !== null && (
				<span>{ eachWord( movement.unit_cost ) }</span>
			) }
			{ label && (
				<span>{ link ? <a href={ link }>{ label }</a> : label }</span>
			) }
			<span className="wig-quiet">
				{ personWord( movement.actor, movement.actor_name ) }
			</span>
			{ movement.note && <q>{ movement.note }</q> }
		</>
	);
}
