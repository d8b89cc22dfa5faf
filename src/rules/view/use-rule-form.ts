import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Rule } from '../../schema';
import { boot } from '../../shared/app/boot';
import type { Choice } from '../../shared/form/use-choices';
import { useSending } from '../../shared/form/use-sending';
import { postRule, putRule } from '../data/api';
import {
	checkDraft,
	draftOf,
	EMPTY,
	requestOf,
	type Draft,
	type Scope,
} from '../logic/draft';
import { problemWord } from './words';

/** The form for a new rule, or for one that is there: what it is for stays then. */
export function useRuleForm(
	rule: Rule | null,
	onSaved: ( rule: Rule ) => void
) {
	const { locale } = boot();
	const [ scope, setScope ] = useState< Scope >(
		rule?.scope ?? ( boot().woocommerce ? 'category' : 'shop' )
	);
	const [ choice, setChoice ] = useState< Choice | null >(
		rule ? { id: rule.scope_id, name: rule.scope_name } : null
	);
	const [ draft, setDraft ] = useState< Draft >(
		rule ? draftOf( rule, locale ) : EMPTY
	);
	const [ errors, setErrors ] = useState<
		Partial< Record< string, string > >
	>( {} );
	const { sending, problem, send } = useSending();
	const checked = checkDraft( draft, locale );
	const isAimed = scope === 'shop' || choice !== null;
	const request =
		'terms' in checked && isAimed
			? requestOf( scope, choice?.id ?? 0, checked.terms )
			: null;

	/** @return Whether everything that was typed could be read. */
	const save = async (): Promise< boolean > => {
		const wrong: Partial< Record< string, string > > =
			'problems' in checked
				? Object.fromEntries(
						Object.entries( checked.problems ).map(
							( [ field, why ] ) => [
								// The shop's threshold is not asked for here.
								scope === 'shop' && why === 'nothing'
									? 'backorders'
									: field,
								problemWord( why ),
							]
						)
					)
				: {};
		if ( ! isAimed ) {
			wrong.scope_id = __(
				'Choose what the rule is for.',
				'woo-inventory-guard'
			);
		}
		setErrors( wrong );
		if ( ! request || 'problems' in checked ) {
			return false;
		}
		const saved = await send( { id: rule?.id, request }, ( key ) =>
			rule
				? putRule( rule.id, termsOf( request ), key )
				: postRule( request, key )
		);
		if ( saved ) {
			onSaved( saved );
		}
		return true;
	};

	return {
		scope,
		choice,
		draft,
		request,
		errors: { ...problem?.fields, ...errors },
		problem,
		sending,
		change: ( part: Partial< Draft > ) => {
			setErrors( {} );
			setDraft( { ...draft, ...part } );
		},
		pickScope: ( next: Scope ) => {
			setScope( next );
			setChoice( null );
			setErrors( {} );
		},
		pick: ( next: Choice | null ) => {
			setChoice( next );
			setErrors( {} );
		},
		save,
	};
}

function termsOf( request: ReturnType< typeof requestOf > ) {
	const { scope: _scope, scope_id: _id, ...terms } = request;
	return terms;
}
