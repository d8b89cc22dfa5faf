import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import type { Stocktake } from '../../../schema';
import { useAsked } from '../../../shared/app/use-asked';
import { FormButtons } from '../../../shared/form/FormButtons';
import { useSending } from '../../../shared/form/use-sending';
import { announce } from '../../../shared/ui/announce';
import { Failure } from '../../../shared/ui/Failure';
import { Loading } from '../../../shared/ui/Loading';
import { fetchPeople, putCounters } from '../../data/api';
import { WhoFields } from '../../new/MannerFields';

interface Props {
	stocktake: Stocktake;
	onSaved: ( after: Stocktake ) => void;
	onCancel: () => void;
}

/** Adds people to those who count and takes them away; the items are shared out anew, and what was counted stays. */
export function CrewForm( { stocktake, onSaved, onCancel }: Props ) {
	const people = useAsked( fetchPeople );
	const [ crew, setCrew ] = useState( {
		counters: stocktake.counters.map( ( { user_id: user } ) => user ),
		share: stocktake.share,
	} );
	const { sending, problem, send } = useSending();
	const save = async () => {
		const request = {
			counters: crew.counters,
			share: crew.counters.length > 1 ? crew.share : 'none',
		} as const;
		const after = await send( request, ( key ) =>
			putCounters( stocktake.id, request, key )
		);
		if ( after ) {
			announce( __( 'Saved', 'woo-inventory-guard' ) );
			onSaved( after );
		}
	};
	const submit = ( event: FormEvent ) => {
		event.preventDefault();
		void save();
	};
	if ( ! people.answer ) {
		return people.problem ? (
			<Failure problem={ people.problem } onRetry={ people.again } />
		) : (
			<Loading bars={ 2 } />
		);
	}
	return (
		<form onSubmit={ submit } noValidate>
			<WhoFields
				plan={ crew }
				people={ people.answer }
				error={ problem?.fields.counters }
				onChange={ ( part ) => setCrew( { ...crew, ...part } ) }
			/>
			<p className="wig-quiet">
				{ __(
					'What somebody has counted stays when they are taken away. Where items are shared out, they are shared out anew.',
					'woo-inventory-guard'
				) }
			</p>
			{ problem && <Failure problem={ problem } onRetry={ save } /> }
			<FormButtons sending={ sending } onCancel={ onCancel }>
				{ __( 'Save who counts', 'woo-inventory-guard' ) }
			</FormButtons>
		</form>
	);
}
