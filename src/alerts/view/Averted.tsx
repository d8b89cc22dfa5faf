import { useEffect, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { Averted as Report } from '../../schema';
import { boot } from '../../shared/app/boot';
import { formatQuantity } from '../../shared/format/quantity';
import { Icon } from '../../shared/ui/icons';
import { fetchAverted } from '../data/api';
import { doorWord } from './words';

const DAYS = 30;

/** What the guard was there for. A figure beside the list: where it cannot be had, the list is enough. */
export function Averted() {
	const [ report, setReport ] = useState< Report | null >( null );
	useEffect( () => {
		let isHere = true;
		fetchAverted( DAYS ).then(
			( found ) => isHere && setReport( found ),
			() => {}
		);
		return () => {
			isHere = false;
		};
	}, [] );

	if ( ! report ) {
		return null;
	}
	const { locale } = boot();
	const show = ( value: number | string ) => formatQuantity( value, locale );
	if ( report.times === 0 ) {
		return (
			<p className="wig-lead">
				{ sprintf(
					/* translators: %s: number of days. */
					__(
						'In the last %s days nobody tried to buy more than there was.',
						'woo-inventory-guard'
					),
					show( report.days )
				) }
			</p>
		);
	}
	return (
		<div className="wig-averted">
			<p>
				<Icon name="check" />
				{ sprintf(
					/* translators: 1: how often, 2: units, 3: number of days. */
					_n(
						'%1$s oversell averted in the last %3$s days: %2$s units were asked for that were not there.',
						'%1$s oversells averted in the last %3$s days: %2$s units were asked for that were not there.',
						report.times,
						'woo-inventory-guard'
					),
					show( report.times ),
					show( report.units ),
					show( report.days )
				) }
			</p>
			<dl>
				{ Object.entries( report.doors ).map( ( [ door, times ] ) => (
					<div key={ door }>
						<dt>{ doorWord( door ) }</dt>
						<dd>{ show( times ) }</dd>
					</div>
				) ) }
			</dl>
		</div>
	);
}
