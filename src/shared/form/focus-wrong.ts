/** To the first field that something is wrong with, once that is said. */
export function focusWrong( form: HTMLElement | null ) {
	requestAnimationFrame( () => {
		const wrong = form?.querySelector(
			'[aria-invalid="true"], .is-wrong :is(input, select)'
		);
		if ( wrong instanceof HTMLElement ) {
			wrong.focus();
		}
	} );
}
