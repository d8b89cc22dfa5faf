import { __ } from '@wordpress/i18n';

/** After a component's name: sold without it where there is none. */
export const Optional = () => (
	<span className="wig-optional">
		{ __( 'optional', 'woo-inventory-guard' ) }
	</span>
);
