// One process of a volley: takes its share of requests, says that it is ready, and sends all of them on "go".
import { send, type Shot } from './lib/http.ts';

type Message = { readonly shots: Shot[] } | 'go';

let shots: Shot[] = [];

process.on( 'message', ( message: Message ) => {
	if ( message !== 'go' ) {
		shots = message.shots;
		process.send?.( 'ready' );
		return;
	}
	void Promise.all( shots.map( ( shot ) => send( shot ) ) ).then( ( answers ) => {
		process.send?.( answers, () => process.exit( 0 ) );
	} );
} );
