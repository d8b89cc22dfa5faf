import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { nameOf } from '../../shared/codes/decode';
import { asProblem, type Problem } from '../../shared/data/problem';
import { parseUnits, toWire } from '../../shared/format/quantity';
import { boot } from '../../shared/app/boot';
import { problemText } from '../../shared/ui/problem-text';
import type { Base } from '../data/base';
import type { KeptItem } from '../data/db';
import { tie } from '../data/finding';
import type { Replica } from '../data/replica';
import { Line } from './fields';
import { ItemList } from './ItemList';
import { SearchBody } from './Search';
import { Sheet } from './Sheet';
import type { Counting, Panel } from './use-counting';

interface Props {
	base: Base;
	replica: Replica;
	stocktake: number;
	panel: Extract< Panel, { kind: 'unknown' } >;
	counting: Counting;
}

/** A code that nothing, or more than one thing, answers to. Nothing is guessed: a person says, or notes it and goes on. */
export function Unknown( {
	base,
	replica,
	stocktake,
	panel,
	counting,
}: Props ) {
	const { scan, items } = panel;
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const [ many, setMany ] = useState( '1' );
	const parsed = parseUnits( many, boot().locale );
	const pick = async ( item: KeptItem ) => {
		try {
			const tied =
				items.length === 0 && counting.mayTie
					? await tie( base.db, replica, stocktake, scan, item )
					: item;
			counting.close();
			await counting.take( tied, scan );
		} catch ( thrown ) {
			setProblem( asProblem( thrown ) );
		}
	};
	return (
		<Sheet
			title={ __( 'Which item is this?', 'woo-inventory-guard' ) }
			onClose={ counting.close }
			className="is-tall"
		>
			<p className="wig-c-code">{ nameOf( scan ) }</p>
			{ scan.isDoubtful && (
				<p className="wig-c-quiet">
					{ __(
						'This code does not add up: it may have been read wrong. Try to scan it again.',
						'woo-inventory-guard'
					) }
				</p>
			) }
			{ problem && <p role="alert">{ problemText( problem ) }</p> }
			<form
				className="wig-c-noted"
				onSubmit={ ( event ) => {
					event.preventDefault();
					if ( 'units' in parsed ) {
						void counting.note( scan, toWire( parsed.units ) );
					}
				} }
			>
				<Line
					label={ __( 'How many', 'woo-inventory-guard' ) }
					inputMode="decimal"
					most={ 12 }
					value={ many }
					isWrong={ ! ( 'units' in parsed ) }
					onType={ setMany }
				/>
				<button type="submit">
					{ __( 'Note it and go on', 'woo-inventory-guard' ) }
				</button>
			</form>
			{ items.length > 0 && (
				<>
					<p>
						{ sprintf(
							/* translators: %s: a code. */
							__(
								'Several items have the code %s.',
								'woo-inventory-guard'
							),
							nameOf( scan )
						) }
					</p>
					<ItemList
						label={ __( 'Items', 'woo-inventory-guard' ) }
						items={ items }
						replica={ replica }
						place=""
						onPick={ pick }
					/>
				</>
			) }
			{ items.length === 0 && counting.mayTie && (
				<>
					<p className="wig-c-quiet">
						{ __(
							'The item that you choose keeps this code.',
							'woo-inventory-guard'
						) }
					</p>
					<SearchBody
						base={ base }
						replica={ replica }
						stocktake={ stocktake }
						place=""
						onPick={ pick }
					/>
				</>
			) }
		</Sheet>
	);
}
