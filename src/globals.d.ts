declare module '*.scss';

interface Window {
	/** Written by Admin\BootData before the app starts. */
	wooInventoryGuard?: import( './shared/app/boot' ).Boot;
}
