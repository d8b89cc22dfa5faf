import { Button, SearchControl } from '@wordpress/components';
import { useRef } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import type { Settings } from '../../schema';
import { useRoute } from '../../shared/app/route';
import { useKeys } from '../../shared/app/use-keys';
import { useTyped } from '../../shared/app/use-typed';
import { focusWrong } from '../../shared/form/focus-wrong';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/icons';
import { Message } from '../../shared/ui/Message';
import {
	differing,
	SECTION_IDS,
	SECTIONS,
	type Name,
} from '../logic/catalogue';
import type { Draft } from '../logic/draft';
import { found } from './find';
import { Section } from './Section';
import { Setting } from './Setting';
import type { useSettings } from './use-settings';
import { sectionWord } from './words';

interface Props {
	form: Omit< ReturnType< typeof useSettings >, 'draft' | 'defaults' > & {
		draft: Draft;
		defaults: Settings;
	};
	kept: Settings;
	resetting: boolean;
	onReset: ( names: readonly Name[] ) => void;
}

/** All settings, or those that are searched for. */
export function SettingsForm( { form, kept, resetting, onReset }: Props ) {
	const { search: address, go } = useRoute();
	const searched = new URLSearchParams( address ).get( 'search' ) ?? '';
	const [ typed, setTyped ] = useTyped( searched, ( search, options ) =>
		go( search ? { search } : {}, options )
	);
	const field = useRef< HTMLInputElement >( null );
	const body = useRef< HTMLFormElement >( null );
	useKeys( { '/': () => field.current?.focus() } );

	const names = found( typed, kept );
	const chosen = differing( kept, form.defaults );
	const showAll = () => {
		setTyped( '' );
		field.current?.focus();
	};
	const submit = async ( event?: FormEvent ) => {
		event?.preventDefault();
		if ( ! ( await form.save() ) ) {
			// What is wrong may stand where nobody looks just now.
			setTyped( '' );
			focusWrong( body.current );
		}
	};
	return (
		<form
			ref={ body }
			className="wig-settings"
			onSubmit={ submit }
			noValidate
		>
			<SearchControl
				__nextHasNoMarginBottom
				ref={ field }
				className="wig-search"
				label={ __( 'Search settings', 'woo-inventory-guard' ) }
				placeholder={ __( 'Search settings', 'woo-inventory-guard' ) }
				value={ typed }
				onChange={ setTyped }
				onKeyDown={ ( event ) => {
					// Enter in a search saves nothing.
					if ( event.key === 'Enter' ) {
						event.preventDefault();
					}
				} }
			/>
			<p className="wig-hidden" role="status">
				{ typed && countWord( names.length ) }
			</p>
			{ names.length === 0 && (
				<div className="wig-surface">
					<Message
						icon="dash"
						title={ sprintf(
							/* translators: %s: what was searched for. */
							__(
								'No setting is about “%s”.',
								'woo-inventory-guard'
							),
							typed
						) }
						action={
							<Button
								__next40pxDefaultSize
								variant="secondary"
								onClick={ showAll }
							>
								{ __(
									'Show all settings',
									'woo-inventory-guard'
								) }
							</Button>
						}
					/>
				</div>
			) }
			{ SECTION_IDS.map( ( id ) => {
				const shown = SECTIONS[ id ].filter( ( name ) =>
					names.includes( name )
				);
				return (
					shown.length > 0 && (
						<Section key={ id } title={ sectionWord( id ) }>
							{ shown.map( ( name ) => (
								<Setting
									key={ name }
									name={ name }
									form={ {
										...form,
										chosen,
										onReset: ( one ) => onReset( [ one ] ),
									} }
								/>
							) ) }
						</Section>
					)
				);
			} ) }
			{ form.problem && (
				<Failure problem={ form.problem } onRetry={ submit } />
			) }
			<div className="wig-settings-save">
				<Button
					__next40pxDefaultSize
					variant="primary"
					type="submit"
					isBusy={ form.sending }
					accessibleWhenDisabled
					disabled={ form.sending }
				>
					{ __( 'Save settings', 'woo-inventory-guard' ) }
				</Button>
				{ form.saved && (
					<span className="wig-saved-words">
						<Icon name="check" />
						{ __( 'Saved', 'woo-inventory-guard' ) }
					</span>
				) }
				<Button
					__next40pxDefaultSize
					className="wig-settings-reset"
					variant="tertiary"
					isBusy={ resetting }
					accessibleWhenDisabled
					disabled={ resetting || chosen.length === 0 }
					onClick={ () => onReset( chosen ) }
				>
					{ __( 'Reset all settings', 'woo-inventory-guard' ) }
				</Button>
			</div>
		</form>
	);
}

const countWord = ( count: number ) =>
	sprintf(
		/* translators: %s: number of settings. */
		_n(
			'%s setting found',
			'%s settings found',
			count,
			'woo-inventory-guard'
		),
		String( count )
	);
