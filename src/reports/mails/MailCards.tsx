import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { ReportMail } from '../../schema';
import { useSending } from '../../shared/form/use-sending';
import { announce } from '../../shared/ui/announce';
import { Failure } from '../../shared/ui/Failure';
import { sendMail } from '../data/mails';
import { mailDraft } from '../logic/mail';
import { reportWord } from '../view/words';
import { mailWords, nextWord, outcomeWord } from './words';

interface Acts {
	onEdit: ( mail: ReportMail ) => void;
	onDelete: ( mail: ReportMail ) => void;
	/** What became of one that was sent by hand. */
	onSent: ( mail: ReportMail ) => void;
}

interface Props extends Acts {
	rows: readonly ReportMail[];
	isWaiting: boolean;
}

/** Each in words; the same on a phone. */
export const MailCards = ( { rows, isWaiting, ...acts }: Props ) => (
	<ul
		className={ `wig-cards ${ isWaiting ? 'is-waiting' : '' }` }
		aria-label={ __(
			'Reports that go out by mail',
			'woo-inventory-guard'
		) }
		aria-busy={ isWaiting }
	>
		{ rows.map( ( mail ) => (
			<Card key={ mail.id } mail={ mail } { ...acts } />
		) ) }
	</ul>
);

function Card( {
	mail,
	onEdit,
	onDelete,
	onSent,
}: Acts & { mail: ReportMail } ) {
	const { sending, problem, send } = useSending();
	const [ name, ...lines ] = mailWords( mailDraft( mail ) );
	const outcome = outcomeWord( mail );
	const isBad = mail.outcome === 'part' || mail.outcome === 'failed';
	const sendNow = async () => {
		const after = await send( mail.id, ( key ) =>
			sendMail( mail.id, key )
		);
		if ( after ) {
			onSent( after );
			announce( outcomeWord( after ) ?? '' );
		}
	};
	return (
		<li className="wig-card is-tall">
			<div className="wig-card-name">
				<span className="wig-name">{ name }</span>
			</div>
			<ul className="wig-terms">
				{ lines.map( ( line ) => (
					<li key={ line }>{ line }</li>
				) ) }
				{ mail.active && <li>{ nextWord( mail ) }</li> }
				{ outcome && (
					<li className={ isBad ? 'wig-report-mail-bad' : '' }>
						{ outcome }
					</li>
				) }
			</ul>
			{ problem && <Failure problem={ problem } onRetry={ sendNow } /> }
			<div className="wig-acts">
				<Button
					__next40pxDefaultSize
					variant="secondary"
					isBusy={ sending }
					accessibleWhenDisabled
					disabled={ sending }
					aria-label={ sprintf(
						/* translators: %s: name of a report. */
						__( 'Send now: %s', 'woo-inventory-guard' ),
						reportWord( mail.report )
					) }
					onClick={ sendNow }
				>
					{ __( 'Send now', 'woo-inventory-guard' ) }
				</Button>
				<Button
					__next40pxDefaultSize
					variant="secondary"
					aria-label={ sprintf(
						/* translators: %s: name of a report. */
						__( 'Edit mail of %s', 'woo-inventory-guard' ),
						reportWord( mail.report )
					) }
					onClick={ () => onEdit( mail ) }
				>
					{ __( 'Edit', 'woo-inventory-guard' ) }
				</Button>
				<Button
					__next40pxDefaultSize
					variant="tertiary"
					isDestructive
					aria-label={ sprintf(
						/* translators: %s: name of a report. */
						__( 'Delete mail of %s', 'woo-inventory-guard' ),
						reportWord( mail.report )
					) }
					onClick={ () => onDelete( mail ) }
				>
					{ __( 'Delete', 'woo-inventory-guard' ) }
				</Button>
			</div>
		</li>
	);
}
