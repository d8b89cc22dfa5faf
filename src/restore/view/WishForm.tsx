import { RadioControl } from '@wordpress/components';
import { useId, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import { boot } from '../../shared/app/boot';
import { visit } from '../../shared/app/route';
import { postRestore } from '../../shared/data/restores';
import { DateField } from '../../shared/form/DateField';
import { focusWrong } from '../../shared/form/focus-wrong';
import { FormButtons } from '../../shared/form/FormButtons';
import { useSending } from '../../shared/form/use-sending';
import { todayInShop } from '../../shared/format/words';
import { Failure } from '../../shared/ui/Failure';
import { readWish, type Wish, type WishProblems } from '../logic/wish';
import { WhatFields } from './WhatFields';
import { problemWord } from './words';

interface Props {
	wish: Wish;
	onChange: ( wish: Wish ) => void;
}

/** To when, and what: then it is looked what would change. */
export function WishForm( { wish, onChange }: Props ) {
	const { send, sending, problem } = useSending();
	const [ problems, setProblems ] = useState< WishProblems >( {} );
	const form = useRef< HTMLFormElement >( null );
	const change = ( part: Partial< Wish > ) => {
		setProblems( {} );
		onChange( { ...wish, ...part } );
	};
	const look = async () => {
		const read = readWish( wish, boot().timezone, Date.now() );
		if ( 'problems' in read ) {
			setProblems( read.problems );
			focusWrong( form.current );
			return;
		}
		const restore = await send( read.request, ( key ) =>
			postRestore( read.request, key )
		);
		if ( restore ) {
			visit( '/restore', { restore: String( restore.id ) } );
		}
	};
	const submit = ( event: FormEvent ) => {
		event.preventDefault();
		void look();
	};
	const wrong = problemWord( problems, 'moment' );
	const wrongId = useId();
	const wrongBy = wrong ? wrongId : undefined;
	return (
		<form
			ref={ form }
			className="wig-form wig-restore-form"
			noValidate
			onSubmit={ submit }
		>
			<div className="wig-restore-moment">
				<DateField
					label={ __( 'Day', 'woo-inventory-guard' ) }
					value={ wish.day }
					max={ todayInShop() }
					required
					wrongBy={ wrongBy }
					onChange={ ( day ) => change( { day } ) }
				/>
				<DateField
					label={ __( 'Time', 'woo-inventory-guard' ) }
					type="time"
					value={ wish.time }
					required
					wrongBy={ wrongBy }
					onChange={ ( time ) => change( { time } ) }
				/>
			</div>
			{ wrong && (
				<p id={ wrongId } className="wig-many-wrong">
					{ wrong }
				</p>
			) }
			<WhatFields
				wish={ wish }
				problems={ problems }
				onChange={ change }
			/>
			<RadioControl
				label={ __(
					'What was sold since then',
					'woo-inventory-guard'
				) }
				selected={ wish.keepSales ? 'keep' : 'exact' }
				options={ [
					{
						value: 'keep',
						label: __( 'Keep it', 'woo-inventory-guard' ),
						description: __(
							'What was sold, sent back, delivered or lost since then stays: on hand is what was there, less what truly left.',
							'woo-inventory-guard'
						),
					},
					{
						value: 'exact',
						label: __(
							'Exactly the number of then',
							'woo-inventory-guard'
						),
						description: __(
							'On hand becomes exactly what it was then, as if nothing had been sold since. Only what moves after this preview stays.',
							'woo-inventory-guard'
						),
					},
				] }
				onChange={ ( value ) =>
					change( { keepSales: value === 'keep' } )
				}
			/>
			{ problem && <Failure problem={ problem } onRetry={ look } /> }
			<FormButtons sending={ sending }>
				{ __( 'Show what would change', 'woo-inventory-guard' ) }
			</FormButtons>
		</form>
	);
}
