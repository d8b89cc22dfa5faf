import { Button } from '@wordpress/components';
import { lazy, Suspense, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { boot } from '../../shared/app/boot';
import { ErrorBoundary } from '../../shared/ui/ErrorBoundary';
import type { Report } from '../logic/reports';

const MailsDialog = lazy( async () => ( {
	default: (
		await import( /* webpackChunkName: "report-mails" */ './MailsDialog' )
	).MailsDialog,
} ) );

/** The door to reports that go out by mail; for who may change the settings. */
export function SendByMail( { report }: { report: Report } ) {
	const [ isOpen, setOpen ] = useState( false );
	return boot().can.configure ? (
		<>
			<Button
				__next40pxDefaultSize
				variant="tertiary"
				aria-haspopup="dialog"
				onClick={ () => setOpen( true ) }
			>
				{ __( 'Send by mail', 'woo-inventory-guard' ) }
			</Button>
			{ isOpen && (
				<ErrorBoundary>
					<Suspense fallback={ null }>
						<MailsDialog
							report={ report }
							onClose={ () => setOpen( false ) }
						/>
					</Suspense>
				</ErrorBoundary>
			) }
		</>
	) : null;
}
