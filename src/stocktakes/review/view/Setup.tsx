import { Button } from '@wordpress/components';
import { useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { MouseEvent } from 'react';
import type { Stocktake } from '../../../schema';
import { boot } from '../../../shared/app/boot';
import { putOwnLimit } from '../../data/api';
import { LimitForm, limitSaid } from '../../schedules/LimitForm';
import { Counters } from './Counters';
import { CrewForm } from './CrewForm';
import type { ActProps } from './Head';

/** Who counts, and from which value on a second person must agree: both can be changed until it is applied. */
export function Setup( { stocktake, onChanged, onStocktake }: ActProps ) {
	const [ open, setOpen ] = useState< 'crew' | 'limit' | null >( null );
	const opener = useRef< HTMLButtonElement | null >( null );
	const close = () => {
		setOpen( null );
		opener.current?.focus();
	};
	const saved = ( after: Stocktake ) => {
		onStocktake( after );
		onChanged();
		close();
	};
	const { id, counters, approve_over: over } = stocktake;
	return (
		<section
			className="wig-surface wig-review-setup"
			aria-label={ __( 'People', 'woo-inventory-guard' ) }
		>
			<div>
				<h2>{ __( 'Who counts', 'woo-inventory-guard' ) }</h2>
				<Counters counters={ counters } />
				<Opener
					isOpen={ open === 'crew' }
					onToggle={ ( button ) => {
						opener.current = button;
						setOpen( open === 'crew' ? null : 'crew' );
					} }
				>
					{ __( 'Change who counts', 'woo-inventory-guard' ) }
				</Opener>
				{ open === 'crew' && (
					<CrewForm
						stocktake={ stocktake }
						onSaved={ saved }
						onCancel={ close }
					/>
				) }
			</div>
			<div>
				<h2>
					{ __(
						'A second person must agree',
						'woo-inventory-guard'
					) }
				</h2>
				<p>{ limitSaid( over ) }</p>
				{ boot().can.configure && (
					<Opener
						isOpen={ open === 'limit' }
						onToggle={ ( button ) => {
							opener.current = button;
							setOpen( open === 'limit' ? null : 'limit' );
						} }
					>
						{ __( 'Make it stricter', 'woo-inventory-guard' ) }
					</Opener>
				) }
				{ open === 'limit' && (
					<LimitForm
						limit={ over }
						help={ __(
							'In the shop’s currency, in this stocktake only. 0: for every difference. It can only become lower, and not be taken back.',
							'woo-inventory-guard'
						) }
						put={ ( limit, key ) =>
							putOwnLimit( id, { approve_over: limit }, key )
						}
						onSaved={ saved }
					/>
				) }
			</div>
		</section>
	);
}

interface OpenerProps {
	isOpen: boolean;
	onToggle: ( button: HTMLButtonElement ) => void;
	children: string;
}

const Opener = ( { isOpen, onToggle, children }: OpenerProps ) => (
	<Button
		__next40pxDefaultSize
		variant="tertiary"
		aria-expanded={ isOpen }
		onClick={ ( { currentTarget }: MouseEvent< HTMLElement > ) =>
			currentTarget instanceof HTMLButtonElement &&
			onToggle( currentTarget )
		}
	>
		{ children }
	</Button>
);
