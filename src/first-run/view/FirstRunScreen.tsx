import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { boot } from '../../shared/app/boot';
import { addressOf } from '../../shared/app/route';
import { Failure } from '../../shared/ui/Failure';
import { Loading } from '../../shared/ui/Loading';
import { Message } from '../../shared/ui/Message';
import { endFirstRun } from '../data/api';
import { foundWords } from './found-words';
import { GuardTest } from './GuardTest';
import { Takeover } from './Takeover';
import { useFirstRun } from './use-first-run';

/** The first steps: what is here, what will be different, and the proof. */
export function FirstRunScreen() {
	return (
		<>
			<div className="wig-head">
				<h1>
					{ __( 'Welcome to your inventory', 'woo-inventory-guard' ) }
				</h1>
			</div>
			{ boot().can.configure ? (
				<Steps />
			) : (
				<Message
					icon="out"
					title={ __(
						'The first steps are for who may change the settings.',
						'woo-inventory-guard'
					) }
				>
					{ __(
						'An administrator or a shop manager can go through them.',
						'woo-inventory-guard'
					) }
				</Message>
			) }
		</>
	);
}

function Steps() {
	const { found, problem, minutes, look } = useFirstRun();
	const leave = () => {
		// Whether it is remembered is of no weight to who wants to get on.
		void endFirstRun().catch( () => null );
	};
	if ( ! found ) {
		return problem ? (
			<Failure problem={ problem } onRetry={ look } />
		) : (
			<Loading className="wig-surface" />
		);
	}
	return (
		<ol className="wig-steps">
			<li className="wig-surface">
				<h2>{ __( 'What we found', 'woo-inventory-guard' ) }</h2>
				<ul className="wig-found">
					{ foundWords( found, boot().locale ).map( ( words ) => (
						<li key={ words }>{ words }</li>
					) ) }
				</ul>
			</li>
			<li className="wig-surface">
				<h2>
					{ __( 'What is different now', 'woo-inventory-guard' ) }
				</h2>
				<p>
					{ __(
						'Each order, whichever way it comes in, holds its units before money moves, so no unit is sold twice. Each change of stock is written down with who and why. Your products, prices and orders stay as they are; switch the guard off and the shop goes on with the right numbers.',
						'woo-inventory-guard'
					) }
				</p>
				{ found.import && (
					<Takeover progress={ found.import } minutes={ minutes } />
				) }
				{ problem && <Failure problem={ problem } onRetry={ look } /> }
			</li>
			<li className="wig-surface">
				<h2>{ __( 'Shall we try?', 'woo-inventory-guard' ) }</h2>
				<GuardTest />
			</li>
			<li className="wig-steps-end">
				<Button
					__next40pxDefaultSize
					variant="primary"
					href={ addressOf( '/stock', {} ) }
					onClick={ leave }
				>
					{ __( 'To the stock', 'woo-inventory-guard' ) }
				</Button>
				<Button
					__next40pxDefaultSize
					variant="secondary"
					href={ addressOf( '/settings', {} ) }
					onClick={ leave }
				>
					{ __( 'To the settings', 'woo-inventory-guard' ) }
				</Button>
			</li>
		</ol>
	);
}
