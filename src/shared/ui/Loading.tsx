import { __ } from '@wordpress/i18n';

interface Props {
	/** How many bars. */
	bars?: number;
	className?: string;
}

/** Grey bars where something is about to be. */
export const Loading = ( { bars = 3, className = '' }: Props ) => (
	<div className={ `wig-bars ${ className }`.trim() } role="status">
		<span className="wig-hidden">
			{ __( 'Loading', 'woo-inventory-guard' ) }
		</span>
		{ Array.from( { length: bars }, ( _, n ) => (
			<i key={ n } />
		) ) }
	</div>
);
