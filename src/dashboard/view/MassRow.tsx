import { Button } from '@wordpress/components';
import { useRef, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { MassEvent } from '../../schema';
import { boot } from '../../shared/app/boot';
import { newKey } from '../../shared/app/new-key';
import { asProblem } from '../../shared/data/problem';
import { useSending } from '../../shared/form/use-sending';
import { agoWord } from '../../shared/format/ago';
import { number } from '../../shared/format/words';
import { Confirm } from '../../shared/ui/Confirm';
import { Failure } from '../../shared/ui/Failure';
import { problemText } from '../../shared/ui/problem-text';
import { postMeant, takeBack, undoRestore } from '../data/take-back';
import type { Done } from './done';

interface Props {
	event: NonNullable< MassEvent >;
	onDone: ( done: Done | null ) => void;
}

/** "Mei set 812 items to zero 11 minutes ago": taken back as one act, or meant. */
export function MassRow( { event, onDone }: Props ) {
	const { send, sending, problem } = useSending();
	const [ isAsking, setAsking ] = useState( false );
	// The same key for every try of this one act: what was begun is gone on with.
	const key = useRef( newKey() );
	const meant = () =>
		send( 'meant', async ( once ) => {
			await postMeant( event.mark, once );
			onDone( null );
		} );
	const act = async () => {
		const restore = await takeBack( event, key.current );
		setAsking( false );
		onDone( {
			text: sprintf(
				/* translators: %s: a number of items. */
				_n(
					'%s item has its number back.',
					'%s items have their numbers back.',
					event.items,
					'woo-inventory-guard'
				),
				number( event.items )
			),
			...( restore ? { undo: undoOf( restore.id, onDone ) } : {} ),
		} );
	};
	return (
		<li>
			<div className="wig-need-what">
				<strong>{ whatWord( event ) }</strong>
				<span className="wig-quiet">
					{ [
						agoWord( event.last_at, Date.now(), boot().locale ),
						event.reference_label,
					]
						.filter( Boolean )
						.join( ' · ' ) }
				</span>
			</div>
			{ boot().can.adjust && (
				<div className="wig-need-acts">
					<Button
						__next40pxDefaultSize
						variant="secondary"
						aria-haspopup="dialog"
						onClick={ () => setAsking( true ) }
					>
						{ __( 'Take it back …', 'woo-inventory-guard' ) }
					</Button>
					<Button
						__next40pxDefaultSize
						variant="tertiary"
						isBusy={ sending }
						accessibleWhenDisabled
						disabled={ sending }
						onClick={ meant }
					>
						{ __( 'It was meant', 'woo-inventory-guard' ) }
					</Button>
				</div>
			) }
			{ problem && <Failure problem={ problem } onRetry={ meant } /> }
			{ isAsking && (
				<Confirm
					title={ __( 'Take it back?', 'woo-inventory-guard' ) }
					words={ sprintf(
						/* translators: %s: a sentence such as "Mei set 812 items to zero". */
						__(
							'%s. Each of these items gets back what was taken from it then. What was sold, delivered or counted since stays. It is written into the ledger as one document.',
							'woo-inventory-guard'
						),
						whatWord( event )
					) }
					act={ __( 'Take it back', 'woo-inventory-guard' ) }
					onAct={ act }
					onClose={ () => setAsking( false ) }
				/>
			) }
		</li>
	);
}

function undoOf( id: number, onDone: Props[ 'onDone' ] ) {
	const key = newKey();
	const undo = async () => {
		try {
			await undoRestore( id, key );
			onDone( null );
		} catch ( thrown ) {
			onDone( { text: problemText( asProblem( thrown ) ), undo } );
		}
	};
	return undo;
}

function whatWord( event: Props[ 'event' ] ): string {
	const who =
		event.actor_name ||
		__( 'Somebody or a program', 'woo-inventory-guard' );
	const items = number( event.items );
	return event.all_zeroed
		? sprintf(
				/* translators: 1: name of a person, 2: a number of items. */
				_n(
					'%1$s set %2$s item to zero',
					'%1$s set %2$s items to zero',
					event.items,
					'woo-inventory-guard'
				),
				who,
				items
			)
		: sprintf(
				/* translators: 1: name of a person, 2: a number of items. */
				_n(
					'%1$s cut %2$s item by half or more',
					'%1$s cut %2$s items by half or more',
					event.items,
					'woo-inventory-guard'
				),
				who,
				items
			);
}
