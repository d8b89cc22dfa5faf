import { forwardRef, useId } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { KeyboardEvent } from 'react';
import type { Item } from '../../schema';
import { Amount } from '../../shared/ui/Amount';
import { useFinder } from './use-finder';
import { kindWord } from './words';

interface Props {
	label: string;
	onPick: ( item: Item ) => void;
	accepts: ( item: Item ) => boolean;
	/** Escape in the empty field. */
	onLeave?: () => void;
}

/** Finds an item by typing some of its name, or by a scanner, which types a code and Enter. */
// Where no Finder is used, as in the product screen, none is sent.
export const Finder = /* @__PURE__ */ forwardRef< HTMLInputElement, Props >(
	( { label, onPick, accepts, onLeave }, ref ) => {
		const id = useId();
		const finder = useFinder( onPick, accepts );
		const { text, found, active } = finder;
		const onKeyDown = ( event: KeyboardEvent ) => {
			const acts: Record< string, () => void > = {
				Enter: finder.enter,
				ArrowDown: () => finder.move( 1 ),
				ArrowUp: () => finder.move( -1 ),
				...( onLeave ? { Escape: onLeave } : {} ),
				...( text ? { Escape: finder.clear } : {} ),
			};
			const act = acts[ event.key ];
			if ( act && ! event.nativeEvent.isComposing ) {
				event.preventDefault();
				event.stopPropagation();
				act();
			}
		};
		return (
			<div className="wig-finder">
				<label htmlFor={ id }>{ label }</label>
				<input
					id={ id }
					ref={ ref }
					type="text"
					role="combobox"
					autoComplete="off"
					spellCheck={ false }
					aria-autocomplete="list"
					aria-expanded={ found.length > 0 }
					aria-controls={ `${ id }-found` }
					aria-activedescendant={
						found[ active ] ? `${ id }-${ active }` : undefined
					}
					aria-describedby={ `${ id }-said` }
					placeholder={ __(
						'Type a name, or scan',
						'woo-inventory-guard'
					) }
					value={ text }
					onChange={ ( event ) =>
						finder.setText( event.target.value )
					}
					onKeyDown={ onKeyDown }
				/>
				<ul
					id={ `${ id }-found` }
					role="listbox"
					aria-label={ label }
					hidden={ found.length === 0 }
				>
					{ found.map( ( item, index ) => (
						// The field keeps the focus; its keys choose. This is for the mouse.
						// eslint-disable-next-line jsx-a11y/click-events-have-key-events
						<li
							key={ item.id }
							id={ `${ id }-${ index }` }
							role="option"
							aria-selected={ index === active }
							onMouseDown={ ( event ) => event.preventDefault() }
							onClick={ () => finder.pick( item ) }
						>
							<span className="wig-finder-name">
								{ item.name }
							</span>
							<span className="wig-sub">
								{ kindWord( item.kind ) && (
									<span className="wig-kind">
										{ kindWord( item.kind ) }
									</span>
								) }
								{ item.sku && (
									<span className="wig-sku">
										{ item.sku }
									</span>
								) }
							</span>
							{ item.tracked && (
								<Amount value={ item.available } />
							) }
						</li>
					) ) }
				</ul>
				<p id={ `${ id }-said` } role="status" className="wig-quiet">
					{ finder.said }
				</p>
			</div>
		);
	}
);
