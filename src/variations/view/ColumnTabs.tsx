import { isRTL } from '@wordpress/i18n';
import { useRef } from '@wordpress/element';
import type { KeyboardEvent } from 'react';
import type { Value } from '../logic/pivot';
import { valueWord } from './words';

interface Props {
	label: string;
	values: readonly Value[];
	current: number;
	/** Id of what the tabs show. */
	panel: string;
	onChange: ( index: number ) => void;
}

/** On a phone, the columns one at a time. */
export function ColumnTabs( props: Props ) {
	const { label, values, current, panel, onChange } = props;
	const list = useRef< HTMLDivElement >( null );
	const onKeyDown = ( event: KeyboardEvent ) => {
		const by: Record< string, number > = {
			ArrowRight: isRTL() ? -1 : 1,
			ArrowLeft: isRTL() ? 1 : -1,
		};
		const step = by[ event.key ];
		if ( step ) {
			event.preventDefault();
			const next = ( current + step + values.length ) % values.length;
			onChange( next );
			const tab = list.current?.children[ next ];
			if ( tab instanceof HTMLElement ) {
				tab.focus();
			}
		}
	};
	return (
		<div
			ref={ list }
			className="wig-tabs"
			role="tablist"
			aria-label={ label }
		>
			{ values.map( ( value, index ) => (
				<button
					key={ value.value }
					type="button"
					role="tab"
					aria-selected={ index === current }
					aria-controls={ panel }
					tabIndex={ index === current ? 0 : -1 }
					onClick={ () => onChange( index ) }
					onKeyDown={ onKeyDown }
				>
					{ valueWord( value ) }
				</button>
			) ) }
		</div>
	);
}
