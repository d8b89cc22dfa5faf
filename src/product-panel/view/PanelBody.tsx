import { createContext, useContext } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ComponentProps, ReactNode } from 'react';
import {
	AdjustForm,
	canBeAdjusted,
	HistoryLines,
	LevelsTable,
	Numbers,
	ReservedBy,
	Status,
} from '../../items';
import type { Item } from '../../schema';
import type { FieldNames } from '../logic/fields';
import { addressOfBundle, addressOfItem } from './addresses';
import { Contents } from './Contents';
import { Rules } from './Rules';

interface Props {
	item: Item;
	history: ComponentProps< typeof HistoryLines >[ 'history' ];
	fields: FieldNames;
	mayAdjust: boolean;
	onAdjust: ComponentProps< typeof AdjustForm >[ 'onSave' ];
	onHistory: () => void;
}

const LINES = 5;

const HeadingLevel = createContext< 'h3' | 'h4' >( 'h3' );

/** First the numbers, then the act and for whom units are kept, then the rules and what has happened. */
export function PanelBody( props: Props ) {
	const { item, history, fields, mayAdjust, onAdjust, onHistory } = props;
	const levels = item.levels ?? [];
	const isBundle = item.kind === 'bundle';
	return (
		<HeadingLevel.Provider
			value={ item.kind === 'variation' ? 'h4' : 'h3' }
		>
			<p className="wig-side-sub">
				<Status status={ item.status } />
				<a href={ addressOfItem( item.id ) }>
					{ __( 'See it in the inventory', 'woo-inventory-guard' ) }
				</a>
			</p>
			<Numbers
				item={ item }
				history={ history }
				names={ [ 'on_hand', 'reserved', 'available', 'incoming' ] }
			/>
			{ isBundle && (
				<Section
					title={ __( 'What it is made of', 'woo-inventory-guard' ) }
				>
					<Contents item={ item } />
					<a href={ addressOfBundle( item.id ) }>
						{ __( 'Change the components', 'woo-inventory-guard' ) }
					</a>
				</Section>
			) }
			<div className="wig-panel-columns">
				{ mayAdjust && canBeAdjusted( item ) && (
					<Section title={ __( 'Adjust', 'woo-inventory-guard' ) }>
						<AdjustForm item={ item } onSave={ onAdjust } />
						<p className="wig-quiet">
							{ __(
								'Saved at once, with the reason. The product itself need not be updated.',
								'woo-inventory-guard'
							) }
						</p>
					</Section>
				) }
				<div>
					<Section
						title={ __(
							'Reserved for orders',
							'woo-inventory-guard'
						) }
					>
						<ReservedBy reservations={ item.reservations ?? [] } />
					</Section>
					{ levels.length > 1 && (
						<Section
							title={ __( 'Where it is', 'woo-inventory-guard' ) }
						>
							<LevelsTable levels={ levels } />
						</Section>
					) }
					{ ! isBundle && (
						<Section title={ __( 'Rules', 'woo-inventory-guard' ) }>
							<Rules item={ item } fields={ fields } />
						</Section>
					) }
				</div>
			</div>
			{ ! isBundle && (
				<Section title={ __( 'Last changes', 'woo-inventory-guard' ) }>
					<HistoryLines
						history={ {
							...history,
							movements: history.movements.slice( 0, LINES ),
						} }
						onRetry={ onHistory }
					/>
					{ history.total > LINES && (
						<a href={ addressOfItem( item.id ) }>
							{ __( 'All changes', 'woo-inventory-guard' ) }
						</a>
					) }
				</Section>
			) }
		</HeadingLevel.Provider>
	);
}

interface SectionProps {
	title: string;
	children: ReactNode;
}

/** A heading of the level below its surroundings: a variation has one of its own. */
function Section( { title, children }: SectionProps ) {
	const Heading = useContext( HeadingLevel );
	return (
		<section className="wig-section" aria-label={ title }>
			<Heading>{ title }</Heading>
			{ children }
		</section>
	);
}
