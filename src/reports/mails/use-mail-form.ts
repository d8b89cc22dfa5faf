import { useState } from '@wordpress/element';
import type { ReportMail, ReportMailRequest } from '../../schema';
import { asProblem } from '../../shared/data/problem';
import { useSending } from '../../shared/form/use-sending';
import { fetchMail, postMail, putMail } from '../data/mails';
import {
	checkMail,
	mailDraft,
	newMail,
	refusedRecipient,
	saysMail,
	type MailDraft,
} from '../logic/mail';
import type { Report } from '../logic/reports';
import { problemWord } from './words';

/** The form for a new one, or for one that is there. What was typed stays until it is saved. */
export function useMailForm(
	mail: ReportMail | null,
	report: Report,
	onSaved: () => void
) {
	const [ draft, setDraft ] = useState( () =>
		mail ? mailDraft( mail ) : newMail( report )
	);
	const [ error, setError ] = useState< string >();
	/** What somebody else made of it meanwhile. */
	const [ theirs, setTheirs ] = useState< ReportMail | null >( null );
	const { sending, problem, send, forget } = useSending();
	const refused = problem && refusedRecipient( problem.fields, draft );

	/** @return Whether everything that was typed could be read. */
	const save = async ( over: ReportMail | null ): Promise< boolean > => {
		const checked = checkMail( draft );
		if ( 'problem' in checked ) {
			setError( problemWord( checked.problem ) );
			return false;
		}
		setTheirs( null );
		const { request } = checked;
		const after = await send(
			{ request, version: over?.version ?? 0 },
			( key ) =>
				over
					? putOrRead( over, request, key )
					: postMail( request, key )
		);
		if ( after && over && ! saysMail( after, draft ) ) {
			setTheirs( after );
		} else if ( after ) {
			onSaved();
		}
		return true;
	};

	return {
		draft,
		change: ( part: Partial< MailDraft > ) => {
			setError( undefined );
			forget();
			setDraft( { ...draft, ...part } );
		},
		save: () => save( mail ),
		/** After a conflict: mine over theirs. */
		insist: () => save( theirs ),
		sending,
		/** Said at the field where it is about one. */
		problem: refused ? null : problem,
		error: refused ? problemWord( { wrong: refused } ) : error,
		theirs,
	};
}

/** What was saved; or, where it is another since it was read, what it is now. */
async function putOrRead(
	{ id, version }: ReportMail,
	request: ReportMailRequest,
	key: string
): Promise< ReportMail > {
	try {
		return await putMail( id, request, version, key );
	} catch ( thrown ) {
		if ( asProblem( thrown ).code !== 'wig_stale_version' ) {
			throw thrown;
		}
		return fetchMail( id );
	}
}
