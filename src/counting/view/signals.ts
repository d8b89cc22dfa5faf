import type { Options } from '../data/device';

/** known: counted. again: this very thing is counted already. unknown: somebody has to look. */
export type Signal = 'known' | 'again' | 'unknown';

/** Frequency in Hz, length in seconds, pause before it. */
const TONES: Record<
	Signal,
	readonly ( readonly [ number, number, number ] )[]
> = {
	known: [ [ 1_760, 0.07, 0 ] ],
	again: [
		[ 880, 0.06, 0 ],
		[ 880, 0.06, 0.1 ],
	],
	unknown: [
		[ 220, 0.22, 0 ],
		[ 185, 0.3, 0.26 ],
	],
};

const PULSES: Record< Signal, number[] > = {
	known: [ 30 ],
	again: [ 30, 60, 30 ],
	unknown: [ 140, 70, 140 ],
};

let audio: AudioContext | null = null;

/** Browsers let a page make sounds only after somebody has touched it. */
export function allowSound() {
	if ( typeof AudioContext === 'function' ) {
		audio ??= new AudioContext();
		void audio.resume();
	}
}

/** What a scan came to, for ear and hand; the eye has the screen. */
export function signal( what: Signal, { sound, vibrate }: Options ) {
	if ( vibrate && 'vibrate' in navigator ) {
		navigator.vibrate( PULSES[ what ] );
	}
	if ( ! sound || audio?.state !== 'running' ) {
		return;
	}
	const { currentTime: now, destination } = audio;
	for ( const [ frequency, length, pause ] of TONES[ what ] ) {
		const tone = audio.createOscillator();
		const volume = audio.createGain();
		tone.frequency.value = frequency;
		tone.type = what === 'unknown' ? 'square' : 'sine';
		// A soft end: a tone that is cut off clicks.
		volume.gain.setValueAtTime( 0.3, now + pause );
		volume.gain.exponentialRampToValueAtTime( 0.001, now + pause + length );
		tone.connect( volume ).connect( destination );
		tone.start( now + pause );
		tone.stop( now + pause + length );
	}
}
