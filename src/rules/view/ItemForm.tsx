import { useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import type { Item } from '../../schema';
import { boot } from '../../shared/app/boot';
import { focusWrong } from '../../shared/form/focus-wrong';
import { FormButtons } from '../../shared/form/FormButtons';
import { useSending } from '../../shared/form/use-sending';
import { announce } from '../../shared/ui/announce';
import { Failure } from '../../shared/ui/Failure';
import { putItem } from '../data/api';
import { checkDraft, draftOf, type Draft } from '../logic/draft';
import { TermFields } from './TermFields';
import { problemWord } from './words';

interface Props {
	item: Item;
	onSaved: ( item: Item ) => void;
	onCancel: () => void;
}

/** What the item says itself; what is left empty is inherited. */
export function ItemForm( { item, onSaved, onCancel }: Props ) {
	const { locale } = boot();
	const [ draft, setDraft ] = useState< Draft >( () =>
		draftOf(
			{ ...item.own, low_stock_threshold: item.low_stock_threshold },
			locale
		)
	);
	const [ errors, setErrors ] = useState<
		Partial< Record< string, string > >
	>( {} );
	const { sending, problem, send } = useSending();
	const body = useRef< HTMLFormElement >( null );

	const save = async () => {
		const checked = checkDraft( draft, locale, true );
		if ( 'problems' in checked ) {
			setErrors(
				Object.fromEntries(
					Object.entries( checked.problems ).map(
						( [ field, why ] ) => [ field, problemWord( why ) ]
					)
				)
			);
			focusWrong( body.current );
			return;
		}
		const { low_stock_threshold: low, ...backorders } = checked.terms;
		const terms =
			item.kind === 'bundle'
				? { low_stock_threshold: low }
				: { low_stock_threshold: low, ...backorders };
		const after = await send( terms, ( key ) =>
			putItem( item.id, terms, key )
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
	const inherits = __(
		'Left empty, it is inherited.',
		'woo-inventory-guard'
	);
	return (
		<form
			ref={ body }
			className="wig-part"
			onSubmit={ submit }
			noValidate
			aria-label={ __( 'What this item says', 'woo-inventory-guard' ) }
		>
			<TermFields
				draft={ draft }
				errors={ { ...problem?.fields, ...errors } }
				emptyWords={ {
					low_stock_threshold: inherits,
					backorders: inherits,
					backorder_limit: inherits,
					backorder_text: inherits,
				} }
				hasThreshold
				hasBackorders={ item.kind !== 'bundle' }
				onChange={ ( part ) => {
					setErrors( {} );
					setDraft( { ...draft, ...part } );
				} }
			/>
			{ problem && <Failure problem={ problem } onRetry={ save } /> }
			<FormButtons sending={ sending } onCancel={ onCancel }>
				{ __( 'Save', 'woo-inventory-guard' ) }
			</FormButtons>
		</form>
	);
}
