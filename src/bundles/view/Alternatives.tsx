import { Button, CheckboxControl } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Item } from '../../schema';
import { Icon } from '../../shared/ui/icons';
import type { Row } from '../logic/draft';
import { Finder } from '../../items';
import { ItemLink } from './ItemLink';
import { Optional } from './Optional';
import type { BundleState } from './use-bundle';
import { namesOf } from './words';

interface Props {
	bundle: BundleState;
	row: Row;
	mayChange: boolean;
	onRemove: ( id: number ) => void;
}

/** What will do instead of a component, and whether a set can go without it. */
export function Alternatives( { bundle, row, mayChange, onRemove }: Props ) {
	const [ isAdding, setAdding ] = useState( false );
	const opener = useRef< HTMLButtonElement >( null );
	const { shelf } = bundle;
	const name = namesOf( shelf, [ row.id ] );
	const isBundle = shelf.bundles.has( row.id );
	const close = () => {
		setAdding( false );
		opener.current?.focus();
	};
	return (
		<>
			{ ( row.others ?? [] ).map( ( id ) => (
				<div key={ id } className="wig-alternative">
					<span className="wig-quiet">
						{ __( 'or', 'woo-inventory-guard' ) }
					</span>
					<span className="wig-component-what">
						<ItemLink id={ id } item={ shelf.items.get( id ) } />
					</span>
					{ mayChange && (
						<Button
							size="small"
							icon={ <Icon name="minus" /> }
							label={ sprintf(
								/* translators: %s: name of a component. */
								__( 'Remove %s', 'woo-inventory-guard' ),
								namesOf( shelf, [ id ] )
							) }
							onClick={ () => onRemove( id ) }
						/>
					) }
				</div>
			) ) }
			{ ! mayChange && row.optional && <Optional /> }
			{ mayChange && ! isBundle && (
				<div className="wig-component-kind">
					<Button
						ref={ opener }
						variant="link"
						aria-expanded={ isAdding }
						aria-label={ sprintf(
							/* translators: %s: name of a component. */
							__(
								'Add an alternative to %s',
								'woo-inventory-guard'
							),
							name
						) }
						onClick={ () => setAdding( ! isAdding ) }
					>
						{ __( 'Add an alternative', 'woo-inventory-guard' ) }
					</Button>
					<CheckboxControl
						__nextHasNoMarginBottom
						label={ __( 'Optional', 'woo-inventory-guard' ) }
						aria-label={ sprintf(
							/* translators: %s: name of a component. */
							__(
								'Optional: a set is sold without %s where there is none',
								'woo-inventory-guard'
							),
							name
						) }
						checked={ row.optional ?? false }
						onChange={ ( optional ) =>
							bundle.setOptional( row.id, optional )
						}
					/>
				</div>
			) }
			{ isAdding && (
				<FindAlternative
					name={ name }
					accepts={ ( { id, kind } ) =>
						kind !== 'variable' &&
						kind !== 'bundle' &&
						! bundle.isIn( id )
					}
					onPick={ ( item ) => {
						bundle.addAlternative( row.id, item );
						close();
					} }
					onLeave={ close }
				/>
			) }
		</>
	);
}

interface FindProps {
	name: string;
	accepts: ( item: Item ) => boolean;
	onPick: ( item: Item ) => void;
	onLeave: () => void;
}

function FindAlternative( { name, ...props }: FindProps ) {
	const field = useRef< HTMLInputElement >( null );
	useEffect( () => field.current?.focus(), [] );
	return (
		<Finder
			{ ...props }
			ref={ field }
			label={ sprintf(
				/* translators: %s: name of a component. */
				__( 'Alternative to %s', 'woo-inventory-guard' ),
				name
			) }
		/>
	);
}
