const APP = 'admin.php?page=woo-inventory-guard&path=';

/** An item in the inventory, with everything about it. */
export const addressOfItem = ( id: number ): string =>
	`${ APP }/stock&item=${ id }`;

export const addressOfBundle = ( id: number ): string =>
	`${ APP }/bundles&bundle=${ id }`;

/** The variations of a product beside one another. */
export const addressOfVariations = ( id: number ): string =>
	`${ APP }/variations&product=${ id }`;
