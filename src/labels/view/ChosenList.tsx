import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { Field } from '../../shared/form/Field';
import { Pager } from '../../shared/table/Pager';
import { Icon } from '../../shared/ui/icons';
import { readCount } from '../logic/chosen';
import type { ChosenState } from './use-chosen';

interface Props {
	chosen: ChosenState;
	/** On a count sheet each item stands once. */
	withCounts: boolean;
	onRemove: ( id: number ) => void;
}

const ROWS = 20;

/** What was chosen, and how many labels of each. */
export function ChosenList( { chosen, withCounts, onRemove }: Props ) {
	const { rows } = chosen;
	const [ page, setPage ] = useState( 1 );
	const shown = Math.min(
		page,
		Math.max( 1, Math.ceil( rows.length / ROWS ) )
	);
	return (
		<>
			<ul className="wig-label-rows">
				{ rows
					.slice( ( shown - 1 ) * ROWS, shown * ROWS )
					.map( ( { item, text } ) => (
						<li key={ item.id }>
							<span className="wig-label-row">
								<span>{ item.name }</span>
								<span className="wig-sub">
									{ item.sku && (
										<span className="wig-sku">
											{ item.sku }
										</span>
									) }
									{ ! item.sku && ! item.barcode && (
										<span>
											{ __(
												'Has neither barcode nor SKU: no code is printed.',
												'woo-inventory-guard'
											) }
										</span>
									) }
								</span>
							</span>
							{ withCounts && (
								<Field
									hideLabelFromVision
									inputMode="numeric"
									label={ sprintf(
										/* translators: %s: name of an item. */
										__(
											'Labels of %s',
											'woo-inventory-guard'
										),
										item.name
									) }
									value={ text }
									error={ countProblem( text ) }
									onChange={ ( typed ) =>
										chosen.setText( item.id, typed )
									}
								/>
							) }
							<Button
								__next40pxDefaultSize
								variant="tertiary"
								icon={ <Icon name="cross" /> }
								label={ sprintf(
									/* translators: %s: name of an item. */
									__( 'Remove %s', 'woo-inventory-guard' ),
									item.name
								) }
								onClick={ () => onRemove( item.id ) }
							/>
						</li>
					) ) }
			</ul>
			{ rows.length > ROWS && (
				<Pager
					page={ shown }
					perPage={ ROWS }
					total={ rows.length }
					onPage={ setPage }
				/>
			) }
		</>
	);
}

const countProblem = ( text: string ): string | undefined =>
	readCount( text ) === null
		? __( 'Type a number from 0 to 999.', 'woo-inventory-guard' )
		: undefined;
