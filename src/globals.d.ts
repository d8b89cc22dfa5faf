declare module '*.scss';

interface Window {
	/** Written by Admin\BootData before the app starts. */
	wooInventoryGuard?: import( './shared/app/boot' ).Boot;
	/** Written by Admin\CountingPage before the counting screen starts. */
	wigCounting?: import( './counting/data/facts' ).CountingFacts;
}

/** Where the shop tells what is in stock, up to the product numbers. See includes/Shop/Pages/Storefront.php. */
declare const wigShop: string;
