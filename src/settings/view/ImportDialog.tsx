import { Button, Modal } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import type { Settings } from '../../schema';
import { FormButtons } from '../../shared/form/FormButtons';
import { useSending } from '../../shared/form/use-sending';
import { Failure } from '../../shared/ui/Failure';
import { putSettings } from '../data/api';
import type { Name } from '../logic/catalogue';
import type { Fault } from '../logic/shape';
import type { Picked } from '../logic/transfer';
import { faultWord, refusedWord } from './fault-words';
import { valueWord } from './value-words';
import { labelOf } from './words';

interface Props {
	picked: Picked;
	kept: Settings;
	onImported: ( now: Settings, names: readonly Name[] ) => void;
	onClose: () => void;
}

/** What a file would change, before it does; or everything that is wrong with it. */
export function ImportDialog( { picked, kept, onImported, onClose }: Props ) {
	const { name, read } = picked;
	const { sending, problem, send } = useSending();
	const bring = async ( event?: FormEvent ) => {
		event?.preventDefault();
		if ( ! ( 'changes' in read ) ) {
			return;
		}
		const now = await send( read.changes, ( key ) =>
			putSettings( read.changes, key )
		);
		if ( now ) {
			onImported( now, read.names );
		}
	};
	const isGood = 'changes' in read && read.names.length > 0;
	return (
		<Modal
			title={ sprintf(
				/* translators: %s: name of a file. */
				__( 'Import %s', 'woo-inventory-guard' ),
				name
			) }
			className="wig-modal"
			onRequestClose={ onClose }
		>
			<form className="wig-import" onSubmit={ bring }>
				{ 'refused' in read && <p>{ refusedWord( read.refused ) }</p> }
				{ 'faults' in read && <Faults faults={ read.faults } /> }
				{ 'changes' in read && ! isGood && (
					<p>
						{ __(
							'Everything in this file is set so already.',
							'woo-inventory-guard'
						) }
					</p>
				) }
				{ isGood && (
					<Changes
						kept={ kept }
						next={ read.next }
						names={ read.names }
					/>
				) }
				{ problem && <Failure problem={ problem } onRetry={ bring } /> }
				{ isGood ? (
					<FormButtons sending={ sending } onCancel={ onClose }>
						{ sprintf(
							/* translators: %s: number of settings. */
							_n(
								'Change %s setting',
								'Change %s settings',
								read.names.length,
								'woo-inventory-guard'
							),
							String( read.names.length )
						) }
					</FormButtons>
				) : (
					<div className="wig-buttons">
						<Button
							__next40pxDefaultSize
							variant="primary"
							onClick={ onClose }
						>
							{ __( 'Close', 'woo-inventory-guard' ) }
						</Button>
					</div>
				) }
			</form>
		</Modal>
	);
}

const Faults = ( { faults }: { faults: readonly Fault[] } ) => (
	<>
		<p>
			{ __(
				'Nothing was changed, because this is not right in the file:',
				'woo-inventory-guard'
			) }
		</p>
		<ul className="wig-faults">
			{ faults.map( ( { field, why } ) => (
				<li key={ field }>
					<code>{ field }</code> { faultWord( why ) }
				</li>
			) ) }
		</ul>
	</>
);

interface ChangesProps {
	kept: Settings;
	next: Settings;
	names: readonly Name[];
}

const Changes = ( { kept, next, names }: ChangesProps ) => (
	<table className="wig-small-table wig-import-changes">
		<thead>
			<tr>
				<th scope="col">{ __( 'Setting', 'woo-inventory-guard' ) }</th>
				<th scope="col">{ __( 'Now', 'woo-inventory-guard' ) }</th>
				<th scope="col">
					{ __( 'In the file', 'woo-inventory-guard' ) }
				</th>
			</tr>
		</thead>
		<tbody>
			{ names.map( ( name ) => (
				<tr key={ name }>
					<th scope="row">{ labelOf( name ) }</th>
					<td>{ valueWord( name, kept ) }</td>
					<td>{ valueWord( name, next ) }</td>
				</tr>
			) ) }
		</tbody>
	</table>
);
