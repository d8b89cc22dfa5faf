import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import type { Quantity } from '../../schema';
import { boot } from '../../shared/app/boot';
import { Field } from '../../shared/form/Field';
import { useSending } from '../../shared/form/use-sending';
import { money } from '../../shared/format/words';
import { announce } from '../../shared/ui/announce';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/icons';
import { limitTyped, readLimit } from '../logic/limit';
import { limitWord } from './words';

export const limitSaid = ( limit: Quantity | null ): string =>
	limit === null
		? __(
				'No: who reviews a stocktake decides alone.',
				'woo-inventory-guard'
			)
		: sprintf(
				/* translators: %s: an amount of money. */
				__(
					'For differences worth %s or more, somebody must agree who neither counted nor accepted them.',
					'woo-inventory-guard'
				),
				money( limit )
			);

interface Limited {
	approve_over: Quantity | null;
}

interface Props< T extends Limited > {
	limit: Quantity | null;
	help: string;
	/** NULL is for none. */
	put: ( limit: string | null, key: string ) => Promise< T >;
	onSaved?: ( after: T ) => void;
}

/** From which value of a difference on a second person must agree: in the shop, or in one stocktake. */
export function LimitForm< T extends Limited >( props: Props< T > ) {
	const { limit, help, put, onSaved } = props;
	const { locale } = boot();
	const [ typed, setTyped ] = useState( limitTyped( limit, locale ) );
	const [ error, setError ] = useState< string >();
	const [ isSaved, setSaved ] = useState( false );
	const { sending, problem, send } = useSending();
	const save = async () => {
		const read = readLimit( typed, locale );
		if ( 'problem' in read ) {
			setError( limitWord( read.problem ) );
			return;
		}
		const after = await send( read, ( key ) => put( read.limit, key ) );
		if ( after ) {
			setTyped( limitTyped( after.approve_over, locale ) );
			setSaved( true );
			announce( __( 'Saved', 'woo-inventory-guard' ) );
			onSaved?.( after );
		}
	};
	const submit = ( event: FormEvent ) => {
		event.preventDefault();
		void save();
	};
	return (
		<form onSubmit={ submit } noValidate>
			<Field
				label={ __(
					'For differences worth so much or more',
					'woo-inventory-guard'
				) }
				inputMode="decimal"
				value={ typed }
				error={ error ?? problem?.fields.approve_over }
				help={ help }
				onChange={ ( text ) => {
					setError( undefined );
					setSaved( false );
					setTyped( text );
				} }
			/>
			{ problem && <Failure problem={ problem } onRetry={ save } /> }
			<div>
				<Button
					__next40pxDefaultSize
					variant="secondary"
					type="submit"
					isBusy={ sending }
					accessibleWhenDisabled
					disabled={ sending }
				>
					{ __( 'Save limit', 'woo-inventory-guard' ) }
				</Button>
				{ isSaved && (
					<span className="wig-tick">
						<Icon name="check" />
					</span>
				) }
			</div>
		</form>
	);
}
