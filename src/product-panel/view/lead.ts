const INVENTORY = '#inventory_product_data';

/** Opens a tab of WooCommerce's product data, as a click on it does. */
export function openTab( target: string ) {
	document
		.querySelector< HTMLElement >(
			`.product_data_tabs a[href="${ target }"]`
		)
		?.click();
}

/** Leads to a field of WooCommerce's own, where a rule is changed. */
export function leadTo( name: string ) {
	const fields = Array.from(
		document.querySelectorAll< HTMLInputElement | HTMLSelectElement >(
			`[name="${ CSS.escape( name ) }"]`
		)
	);
	const field =
		fields.find( ( one ) => one.matches( ':checked' ) ) ?? fields[ 0 ];
	if ( field?.closest( INVENTORY ) ) {
		openTab( INVENTORY );
	}
	field?.focus();
}
