// Playground listens on every network interface, and whoever reaches it is signed in as administrator.
// Loaded before it, this makes every server of the process listen on this machine only.
import { Server } from 'node:net';

const listen = Server.prototype.listen;

Server.prototype.listen = function ( port, ...rest ) {
	return typeof port === 'number' && typeof rest[ 0 ] !== 'string' ? listen.call( this, port, '127.0.0.1', ...rest ) : listen.call( this, port, ...rest );
};
