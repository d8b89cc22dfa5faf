import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import { HistoryLines } from '../../items';
import type { Balance } from '../../schema';
import { boot } from '../../shared/app/boot';
import { asProblem, type Problem } from '../../shared/data/problem';
import { formatQuantity } from '../../shared/format/quantity';
import { momentOf } from '../../shared/format/time';
import { momentWord, todayInShop } from '../../shared/format/words';
import { DateField } from '../../shared/form/DateField';
import { Failure } from '../../shared/ui/Failure';
import { fetchBalance } from '../data/api';

/** "It was 7 at 14:02 on 3 March, because …" */
export function WhatWasIt( { item }: { item: number } ) {
	const [ day, setDay ] = useState( todayInShop() );
	const [ time, setTime ] = useState( '12:00' );
	const [ answer, setAnswer ] = useState< Balance | null >( null );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const [ busy, setBusy ] = useState( false );
	const { locale, timezone } = boot();

	const ask = async () => {
		if ( busy || ! day || ! time ) {
			return;
		}
		setBusy( true );
		setProblem( null );
		try {
			// The whole of the minute counts.
			const at = new Date(
				momentOf( day, `${ time }:59`, timezone ).getTime() + 999
			);
			setAnswer( await fetchBalance( item, at.toISOString() ) );
		} catch ( thrown ) {
			setProblem( asProblem( thrown ) );
		} finally {
			setBusy( false );
		}
	};
	const onSubmit = ( event: FormEvent ) => {
		event.preventDefault();
		void ask();
	};

	return (
		<form className="wig-ledger-was" onSubmit={ onSubmit }>
			<div className="wig-ledger-when">
				<DateField
					label={ __( 'What was it on', 'woo-inventory-guard' ) }
					required
					value={ day }
					max={ todayInShop() }
					onChange={ setDay }
				/>
				<DateField
					label={ __( 'at', 'woo-inventory-guard' ) }
					type="time"
					required
					value={ time }
					onChange={ setTime }
				/>
				<Button
					__next40pxDefaultSize
					variant="secondary"
					type="submit"
					isBusy={ busy }
				>
					{ __( 'Tell me', 'woo-inventory-guard' ) }
				</Button>
			</div>
			{ problem && <Failure problem={ problem } onRetry={ ask } /> }
			<div role="status">
				{ answer && (
					<>
						<p className="wig-ledger-answer">
							{ sentence( answer ) }
						</p>
						{ ! answer.exact && (
							<p className="wig-quiet">
								{ __(
									'Movements of that month were folded into sums: this is what it was when they began. How it changed within the month is not known any more.',
									'woo-inventory-guard'
								) }
							</p>
						) }
						{ answer.places.length > 1 && (
							<p className="wig-quiet">
								{ answer.places
									.map(
										( place ) =>
											`${ place.location }: ${ formatQuantity( place.on_hand, locale ) }`
									)
									.join( ', ' ) }
							</p>
						) }
						{ answer.lines.length > 0 && (
							<HistoryLines
								history={ {
									movements: answer.lines,
									total: answer.lines.length,
									page: 1,
									waiting: false,
									problem: null,
								} }
								onRetry={ ask }
							/>
						) }
					</>
				) }
			</div>
		</form>
	);
}

function sentence( { lines, on_hand: onHand, at }: Balance ): string {
	const units = formatQuantity( onHand, boot().locale );
	return lines.length
		? sprintf(
				/* translators: 1: number of units, 2: day and time. */
				__( 'It was %1$s on %2$s, because:', 'woo-inventory-guard' ),
				units,
				momentWord( at )
			)
		: sprintf(
				/* translators: 1: number of units, 2: day and time. */
				__(
					'It was %1$s on %2$s: nothing had happened to it before.',
					'woo-inventory-guard'
				),
				units,
				momentWord( at )
			);
}
