import { useEffect, useRef, useState } from '@wordpress/element';
import type { RefObject } from 'react';
import { InView } from '../logic/in-view';
import { makeLook } from './look';

/** Why there is no picture: not allowed, none there, or taken by another program. */
export type CameraTrouble = 'denied' | 'none' | 'busy' | 'not-secure' | null;

/** Between two looks, in milliseconds: a phone gets warm. */
const PAUSE = 120;

/** Shows the camera that looks away from the person, and hands over each code once while it is in view. */
export function useCamera(
	video: RefObject< HTMLVideoElement | null >,
	onCode: ( code: string ) => void
): CameraTrouble {
	const [ trouble, setTrouble ] = useState< CameraTrouble >( null );
	const latest = useRef( onCode );
	latest.current = onCode;
	useEffect( () => {
		const controller = new AbortController();
		watch( video, controller.signal, ( code ) =>
			latest.current( code )
		).catch( ( thrown: unknown ) => {
			if ( ! controller.signal.aborted ) {
				setTrouble( troubleOf( thrown ) );
			}
		} );
		return () => controller.abort();
	}, [ video ] );
	return trouble;
}

async function watch(
	{ current: video }: RefObject< HTMLVideoElement | null >,
	signal: AbortSignal,
	onCode: ( code: string ) => void
) {
	if ( ! video || ! navigator.mediaDevices ) {
		throw new TypeError( 'not-secure' );
	}
	const stream = await navigator.mediaDevices.getUserMedia( {
		video: {
			facingMode: { ideal: 'environment' },
			width: { ideal: 1_280 },
			height: { ideal: 720 },
		},
	} );
	const stop = () => stream.getTracks().forEach( ( track ) => track.stop() );
	if ( signal.aborted ) {
		stop();
		return;
	}
	signal.addEventListener( 'abort', stop );
	video.srcObject = stream;
	await video.play();
	const look = await makeLook();
	const view = new InView();
	while ( ! signal.aborted ) {
		const codes = await look( video );
		view.look( codes, performance.now() ).forEach( onCode );
		await new Promise( ( resolve ) => setTimeout( resolve, PAUSE ) );
	}
}

function troubleOf( thrown: unknown ): CameraTrouble {
	const name = thrown instanceof Error ? thrown.name : '';
	if ( name === 'NotAllowedError' || name === 'SecurityError' ) {
		return 'denied';
	}
	if ( name === 'NotFoundError' || name === 'OverconstrainedError' ) {
		return 'none';
	}
	return name === 'TypeError' ? 'not-secure' : 'busy';
}
