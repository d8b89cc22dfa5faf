// npm run build: the production build, in build/.
import { buildPlugin } from './lib/build.ts';
import { main, say } from './lib/say.ts';

main( async () => {
	await buildPlugin();
	say( 'Built into build/.' );
} );
