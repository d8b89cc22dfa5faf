import { Modal } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import type { BulkChange, BulkFilter } from '../../../schema';
import { boot } from '../../../shared/app/boot';
import { focusWrong } from '../../../shared/form/focus-wrong';
import { FormButtons } from '../../../shared/form/FormButtons';
import { useSending } from '../../../shared/form/use-sending';
import { Failure } from '../../../shared/ui/Failure';
import { postLook, postStep } from '../../data/bulk';
import {
	BLANK,
	checkBulk,
	refusedValue,
	type BulkDraft,
} from '../../logic/bulk/draft';
import { Look } from './Look';
import { Recent } from './Recent';
import { WantedFields } from './WantedFields';
import { bulkProblemWord, filterWords, number } from './words';

interface Props {
	filter: BulkFilter;
	total: number;
	onStarted: ( change: BulkChange ) => void;
	onUndo: ( change: BulkChange ) => void;
	onClose: () => void;
}

/** What would change, and of what that was said. */
interface Seen {
	asked: string;
	look: BulkChange;
}

/** At the side of the list: what to change of all that it shows, what that would do, and go. */
export function BulkPanel( props: Props ) {
	const { filter, total, onStarted, onClose } = props;
	const [ draft, setDraft ] = useState< BulkDraft >( BLANK );
	const [ tried, setTried ] = useState( false );
	const [ seen, setSeen ] = useState< Seen | null >( null );
	const form = useRef< HTMLFormElement >( null );
	const { sending, problem, send, forget } = useSending();
	const checked = checkBulk( draft, boot().locale );
	const wrong = 'problem' in checked ? checked.problem : null;
	const asked = 'wanted' in checked ? { filter, ...checked.wanted } : null;
	// An answer to what stood there when it was asked is none to what was typed since.
	const look =
		seen && seen.asked === JSON.stringify( asked ) ? seen.look : null;
	const refused = problem ? refusedValue( problem ) : undefined;

	useEffect( () => {
		if ( refused ) {
			focusWrong( form.current );
		}
	}, [ refused ] );

	const change = ( part: Partial< BulkDraft > ) => {
		setDraft( { ...draft, ...part } );
		setTried( false );
		forget();
	};
	const see = async () => {
		setTried( true );
		if ( ! asked ) {
			focusWrong( form.current );
			return;
		}
		const answer = await send( asked, ( key ) => postLook( asked, key ) );
		setSeen( answer && { asked: JSON.stringify( asked ), look: answer } );
	};
	const start = async ( { id }: BulkChange ) => {
		const begun = await send( { start: id }, ( key ) =>
			postStep( id, 'start', key )
		);
		if ( begun ) {
			onStarted( begun );
		}
	};
	const submit = ( event: FormEvent ) => {
		event.preventDefault();
		void ( look?.changing ? start( look ) : see() );
	};

	return (
		<Modal
			title={ sprintf(
				/* translators: %s: number of items. */
				_n(
					'Change %s item',
					'Change %s items',
					total,
					'woo-inventory-guard'
				),
				number( total )
			) }
			className="wig-side"
			overlayClassName="wig-side-overlay"
			onRequestClose={ onClose }
		>
			<p className="wig-side-sub">
				{ filterWords( {
					filter: {
						search: filter.search ?? '',
						status: filter.status ?? null,
						kind: null,
						picked: filter.ids?.length ?? 0,
					},
				} ) }
			</p>
			<form
				ref={ form }
				className="wig-form"
				onSubmit={ submit }
				noValidate
			>
				<WantedFields
					draft={ draft }
					error={
						tried && wrong ? bulkProblemWord( wrong ) : refused
					}
					onChange={ change }
				/>
				{ look && <Look look={ look } /> }
				{ problem && ! refused && (
					<Failure
						problem={ problem }
						onRetry={ () =>
							void ( look?.changing ? start( look ) : see() )
						}
					/>
				) }
				<FormButtons sending={ sending } onCancel={ onClose }>
					{ look?.changing
						? sprintf(
								/* translators: %s: number of items. */
								_n(
									'Change %s item',
									'Change %s items',
									look.changing,
									'woo-inventory-guard'
								),
								number( look.changing )
							)
						: __( 'Show what changes', 'woo-inventory-guard' ) }
				</FormButtons>
			</form>
			<Recent onUndo={ props.onUndo } />
		</Modal>
	);
}
