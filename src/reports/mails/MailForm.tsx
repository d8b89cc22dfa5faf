import {
	SelectControl,
	TextareaControl,
	ToggleControl,
} from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import type { ReportMail } from '../../schema';
import { focusWrong } from '../../shared/form/focus-wrong';
import { FormButtons } from '../../shared/form/FormButtons';
import { BothVersions } from '../../shared/ui/BothVersions';
import { Failure } from '../../shared/ui/Failure';
import { EVERY, mailDraft, WEEKDAYS, type MailDraft } from '../logic/mail';
import { REPORTS, type Report } from '../logic/reports';
import { reportWord } from '../view/words';
import { useMailForm } from './use-mail-form';
import {
	aboutWord,
	contentWord,
	everyWord,
	mailWords,
	weekdayWord,
} from './words';

interface Props {
	/** NULL for a new one. */
	mail: ReportMail | null;
	report: Report;
	onSaved: () => void;
	onClose: () => void;
}

/** Which report, how often, to whom. */
export function MailForm( { mail, report, onSaved, onClose }: Props ) {
	const form = useMailForm( mail, report, onSaved );
	const { draft, change, error, theirs } = form;
	const body = useRef< HTMLFormElement >( null );
	useEffect( () => body.current?.querySelector( 'select' )?.focus(), [] );
	const submit = async ( event?: FormEvent ) => {
		event?.preventDefault();
		if ( ! ( await form.save() ) ) {
			focusWrong( body.current );
		}
	};
	return (
		<form ref={ body } className="wig-part" onSubmit={ submit } noValidate>
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				className="is-wide"
				label={ __( 'Report to send', 'woo-inventory-guard' ) }
				value={ draft.report }
				options={ REPORTS.map( ( value ) => ( {
					value,
					label: reportWord( value ),
				} ) ) }
				onChange={ ( chosen ) => change( { report: chosen } ) }
			/>
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ __( 'How often', 'woo-inventory-guard' ) }
				value={ draft.every }
				help={ aboutWord( draft.every ) }
				options={ EVERY.map( ( value ) => ( {
					value,
					label: everyWord( value ),
				} ) ) }
				onChange={ ( every ) => change( { every } ) }
			/>
			{ draft.every === 'week' && (
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'On', 'woo-inventory-guard' ) }
					value={ String( draft.weekday ) }
					options={ WEEKDAYS.map( ( weekday ) => ( {
						value: String( weekday ),
						label: weekdayWord( weekday ),
					} ) ) }
					onChange={ ( weekday ) =>
						change( { weekday: Number( weekday ) } )
					}
				/>
			) }
			<TextareaControl
				__nextHasNoMarginBottom
				rows={ 3 }
				className={ `is-wide wig-field ${ error ? 'is-wrong' : '' }` }
				label={ __( 'To', 'woo-inventory-guard' ) }
				aria-invalid={ error ? true : undefined }
				help={
					error ??
					__(
						'Mail addresses, or names with which users sign in, one on a line. Each gets a mail of their own; users in their language, and as long as they may see the inventory.',
						'woo-inventory-guard'
					)
				}
				value={ draft.recipients }
				onChange={ ( recipients ) => change( { recipients } ) }
			/>
			<ToggleControl
				__nextHasNoMarginBottom
				className="is-wide"
				label={ __( 'Send it', 'woo-inventory-guard' ) }
				help={ __(
					'While it is off, nothing goes out and all of this stays.',
					'woo-inventory-guard'
				) }
				checked={ draft.active }
				onChange={ ( active ) => change( { active } ) }
			/>
			<p className="is-wide wig-quiet">{ contentWord( draft ) }</p>
			{ form.problem && (
				<Failure problem={ form.problem } onRetry={ submit } />
			) }
			{ theirs ? (
				<BothVersions
					question={ __(
						'Somebody changed this mail while you were working on it. Nothing of yours is saved yet. Which one is right?',
						'woo-inventory-guard'
					) }
					mine={ <Lines draft={ draft } /> }
					theirs={ <Lines draft={ mailDraft( theirs ) } /> }
					heading="h2"
					className="is-wide"
					onMine={ form.insist }
					onTheirs={ onSaved }
				/>
			) : (
				<FormButtons sending={ form.sending } onCancel={ onClose }>
					{ __( 'Save mail', 'woo-inventory-guard' ) }
				</FormButtons>
			) }
		</form>
	);
}

const Lines = ( { draft }: { draft: MailDraft } ) => (
	<ul>
		{ mailWords( draft ).map( ( line ) => (
			<li key={ line }>{ line }</li>
		) ) }
	</ul>
);
