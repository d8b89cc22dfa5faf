import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { StocktakeScheduleRequest } from '../../schema';
import { visit } from '../../shared/app/route';
import { asProblem } from '../../shared/data/problem';
import { useSending } from '../../shared/form/use-sending';
import { todayInShop } from '../../shared/format/words';
import { announce } from '../../shared/ui/announce';
import {
	fetchSchedule,
	postSchedule,
	putSchedule,
	type Named,
} from '../data/schedules';
import {
	checkSchedule,
	newSchedule,
	saysSame,
	scheduleDraft,
	type ScheduleDraft,
} from '../logic/schedule';
import { problemWords } from './words';

export const leave = () => visit( '/stocktakes/schedules' );

export const draftOf = ( { schedule, names }: Named ): ScheduleDraft =>
	scheduleDraft(
		schedule,
		( item ) => names.get( item ) ?? __( 'An item', 'woo-inventory-guard' )
	);

/** The form for a new schedule, or for one that is there. What was typed stays until it is saved. */
export function useScheduleForm( named: Named | null ) {
	const [ draft, setDraft ] = useState( () =>
		named ? draftOf( named ) : newSchedule( todayInShop() )
	);
	const [ wrong, setWrong ] = useState< Partial< Record< string, string > > >(
		{}
	);
	/** What became of it meanwhile, by somebody else or because its day came. */
	const [ theirs, setTheirs ] = useState< Named | null >( null );
	const { sending, problem, send } = useSending();

	const change = ( part: Partial< ScheduleDraft > ) => {
		setWrong( {} );
		setDraft( { ...draft, ...part } );
	};

	/** @return Whether everything that was typed could be read. */
	const save = async ( over: Named | null ): Promise< boolean > => {
		const checked = checkSchedule( draft );
		if ( 'problems' in checked ) {
			setWrong( problemWords( checked.problems ) );
			return false;
		}
		setTheirs( null );
		const { request } = checked;
		const version = over?.schedule.version ?? 0;
		const after = await send( { request, version }, ( key ) =>
			over
				? putOrRead( over, request, key )
				: postSchedule( request, key )
		);
		if (
			after &&
			'names' in after &&
			! saysSame( after.schedule, draft )
		) {
			setTheirs( after );
		} else if ( after ) {
			announce(
				sprintf(
					/* translators: %s: name of a schedule. */
					__( 'Saved: %s', 'woo-inventory-guard' ),
					request.name
				)
			);
			leave();
		}
		return true;
	};

	return {
		draft,
		change,
		save: () => save( named ),
		/** After a conflict: mine over theirs. */
		insist: () => save( theirs ),
		sending,
		problem,
		theirs,
		errors: { ...problem?.fields, ...wrong },
	};
}

/** What was saved; or, where it is another since it was read, what it is now. */
async function putOrRead(
	{ schedule: { id, version } }: Named,
	request: StocktakeScheduleRequest,
	key: string
) {
	try {
		return await putSchedule( id, request, version, key );
	} catch ( thrown ) {
		if ( asProblem( thrown ).code !== 'wig_stale_version' ) {
			throw thrown;
		}
		return fetchSchedule( id );
	}
}
