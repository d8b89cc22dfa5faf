import { boot, type FirstAnswer } from '../app/boot';

/**
 * The answer to what a screen asks first came with the page (Admin\FirstAnswers). It serves once: who asks again wants to
 * know what is true now. The order of parameters does not matter.
 * @param path As it is asked for.
 */
export function takeFirstAnswer( path: string ): FirstAnswer | null {
	const answers = boot().answers ?? {};
	const wanted = sorted( path );
	const found = Object.keys( answers ).find(
		( asked ) => sorted( asked ) === wanted
	);
	const answer = found === undefined ? null : answers[ found ];
	if ( found !== undefined ) {
		delete answers[ found ];
	}
	return answer ?? null;
}

function sorted( path: string ): string {
	const [ route = '', query = '' ] = path.split( '?' );
	const params = new URLSearchParams( query );
	params.sort();
	return `${ route }?${ params.toString() }`;
}
