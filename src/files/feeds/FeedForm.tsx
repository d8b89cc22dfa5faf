import { Modal, SelectControl, ToggleControl } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import type { ImportFeed } from '../../schema';
import { Field } from '../../shared/form/Field';
import { focusWrong } from '../../shared/form/focus-wrong';
import { FormButtons } from '../../shared/form/FormButtons';
import { BothVersions } from '../../shared/ui/BothVersions';
import { Failure } from '../../shared/ui/Failure';
import {
	everyOf,
	FEED_ENCODINGS,
	feedDraft,
	type FeedDraft,
} from '../logic/feed';
import { FeedColumns } from './FeedColumns';
import { FeedSource } from './FeedSource';
import { useFeedForm } from './use-feed-form';
import { draftWords, encodingOfFeed, everyWord } from './words';

interface Props {
	/** NULL for a new one. */
	feed: ImportFeed | null;
	onSaved: ( feed: ImportFeed ) => void;
	onClose: () => void;
}

/** A feed, new or changed: which file, what its columns mean, how often. */
export function FeedForm( { feed, onSaved, onClose }: Props ) {
	const form = useFeedForm( feed, onSaved );
	const { draft, errors, change, stale } = form;
	const body = useRef< HTMLFormElement >( null );
	useEffect( () => body.current?.querySelector( 'input' )?.focus(), [] );
	const submit = async ( event?: FormEvent ) => {
		event?.preventDefault();
		if ( ! ( await form.save() ) ) {
			focusWrong( body.current );
		}
	};
	return (
		<Modal
			title={
				feed
					? sprintf(
							/* translators: %s: name of a feed. */
							__( 'Feed %s', 'woo-inventory-guard' ),
							feed.name
						)
					: __( 'Add feed', 'woo-inventory-guard' )
			}
			className="wig-modal"
			onRequestClose={ onClose }
			shouldCloseOnClickOutside={ false }
			focusOnMount={ false }
		>
			<form
				ref={ body }
				className="wig-part"
				onSubmit={ submit }
				noValidate
			>
				<Field
					className="is-wide"
					label={ __( 'Name', 'woo-inventory-guard' ) }
					value={ draft.name }
					error={ errors.name }
					maxLength={ 100 }
					onChange={ ( name ) => change( { name } ) }
				/>
				<FeedSource form={ form } />
				<FeedColumns
					value={ draft.mapping }
					error={ errors.mapping }
					onChange={ ( mapping ) => change( { mapping } ) }
				/>
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'How often', 'woo-inventory-guard' ) }
					value={ String( draft.every_minutes ) }
					options={ everyOf( draft.every_minutes ).map(
						( minutes ) => ( {
							value: String( minutes ),
							label: everyWord( minutes ),
						} )
					) }
					onChange={ ( minutes ) =>
						change( { every_minutes: Number( minutes ) } )
					}
				/>
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'Decimal mark', 'woo-inventory-guard' ) }
					value={ draft.decimal }
					options={ [
						{
							value: '.',
							label: __( 'Point: 1.5', 'woo-inventory-guard' ),
						},
						{
							value: ',',
							label: __( 'Comma: 1,5', 'woo-inventory-guard' ),
						},
					] }
					onChange={ ( decimal ) => change( { decimal } ) }
				/>
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					className="is-wide"
					label={ __( 'Encoding', 'woo-inventory-guard' ) }
					help={ __(
						'Whether commas, semicolons, tabs or bars part the cells is found out from the first line.',
						'woo-inventory-guard'
					) }
					value={ draft.encoding }
					options={ ( [ '', ...FEED_ENCODINGS ] as const ).map(
						( value ) => ( {
							value,
							label: encodingOfFeed( value ),
						} )
					) }
					onChange={ ( encoding ) => change( { encoding } ) }
				/>
				<ToggleControl
					__nextHasNoMarginBottom
					className="is-wide"
					label={ __( 'Read it by itself', 'woo-inventory-guard' ) }
					help={ __(
						'While it is off it is read only when you press Read now.',
						'woo-inventory-guard'
					) }
					checked={ draft.active }
					onChange={ ( active ) => change( { active } ) }
				/>
				{ form.problem && (
					<Failure
						problem={ form.problem }
						onRetry={ () => void submit() }
					/>
				) }
				{ stale ? (
					<BothVersions
						question={ __(
							'Somebody changed this feed while you were working on it. Nothing of yours is saved yet. Which one is right?',
							'woo-inventory-guard'
						) }
						mine={ <Lines draft={ stale.mine } /> }
						theirs={ <Lines draft={ feedDraft( stale.theirs ) } /> }
						heading="h2"
						className="is-wide"
						onMine={ form.insist }
						onTheirs={ form.giveIn }
					/>
				) : (
					<FormButtons sending={ form.sending } onCancel={ onClose }>
						{ __( 'Save feed', 'woo-inventory-guard' ) }
					</FormButtons>
				) }
			</form>
		</Modal>
	);
}

const Lines = ( { draft }: { draft: FeedDraft } ) => (
	<ul>
		{ draftWords( draft ).map( ( line ) => (
			<li key={ line }>{ line }</li>
		) ) }
	</ul>
);
