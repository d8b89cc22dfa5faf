import { Button, Modal } from '@wordpress/components';
import { useCallback, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { ReportMail } from '../../schema';
import { useRows } from '../../shared/app/use-rows';
import { PagedRows } from '../../shared/table/PagedRows';
import { announce } from '../../shared/ui/announce';
import { DeleteConfirm } from '../../shared/ui/DeleteConfirm';
import { Message } from '../../shared/ui/Message';
import { deleteMail, fetchMails } from '../data/mails';
import type { Report } from '../logic/reports';
import { reportWord } from '../view/words';
import { MailCards } from './MailCards';
import { MailForm } from './MailForm';

const PER_PAGE = 20;

type Act = 'add' | { edit: ReportMail } | { drop: ReportMail } | null;

interface Props {
	/** What a new one begins with. */
	report: Report;
	onClose: () => void;
}

/** Reports that go out by mail: the list, and in its place the form. */
export function MailsDialog( { report, onClose }: Props ) {
	const [ page, setPage ] = useState( 1 );
	const list = useRows(
		useCallback(
			( signal: AbortSignal ) => fetchMails( page, PER_PAGE, signal ),
			[ page ]
		)
	);
	const [ act, setAct ] = useState< Act >( null );
	const back = () => setAct( null );
	const add = (
		<Button
			__next40pxDefaultSize
			variant="primary"
			onClick={ () => setAct( 'add' ) }
		>
			{ __( 'Add mail', 'woo-inventory-guard' ) }
		</Button>
	);
	if ( act && act !== 'add' && 'drop' in act ) {
		return (
			<DeleteConfirm
				title={ __( 'Delete mail', 'woo-inventory-guard' ) }
				words={ sprintf(
					/* translators: %s: name of a report. */
					__(
						'“%s” is no longer sent to these people.',
						'woo-inventory-guard'
					),
					reportWord( act.drop.report )
				) }
				onDelete={ () => deleteMail( act.drop.id ) }
				onDeleted={ () => list.reload() }
				onClose={ back }
			/>
		);
	}
	return (
		<Modal
			title={ __( 'Send reports by mail', 'woo-inventory-guard' ) }
			className="wig-modal wig-report-mails"
			onRequestClose={ onClose }
			shouldCloseOnClickOutside={ false }
		>
			{ act ? (
				<MailForm
					mail={ act === 'add' ? null : act.edit }
					report={ report }
					onSaved={ () => {
						back();
						announce( __( 'Saved', 'woo-inventory-guard' ) );
						void list.reload();
					} }
					onClose={ back }
				/>
			) : (
				<PagedRows
					list={ list }
					page={ page }
					perPage={ PER_PAGE }
					onPage={ setPage }
					nothing={
						<Message
							icon="clock"
							title={ __(
								'No report is sent by mail.',
								'woo-inventory-guard'
							) }
							action={ add }
						>
							{ __(
								'Every day, every week or every month, to whom you like.',
								'woo-inventory-guard'
							) }
						</Message>
					}
				>
					<MailCards
						rows={ list.rows }
						isWaiting={ list.waiting === 'again' }
						onEdit={ ( edit ) => setAct( { edit } ) }
						onDelete={ ( drop ) => setAct( { drop } ) }
						onSent={ list.put }
					/>
					<div className="wig-buttons">{ add }</div>
				</PagedRows>
			) }
		</Modal>
	);
}
