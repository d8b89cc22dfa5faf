import { __ } from '@wordpress/i18n';
import { boot } from '../../shared/app/boot';
import { Failure } from '../../shared/ui/Failure';
import { Loading } from '../../shared/ui/Loading';
import { NoRight } from '../../shared/ui/NoRight';
import { Told } from '../../shared/ui/Told';
import { SettingsForm } from './SettingsForm';
import { Transfer } from './Transfer';
import { useSettings } from './use-settings';
import { useWayBack } from './use-way-back';

/** How the guard works in this shop. */
export const SettingsScreen = () =>
	boot().can.configure ? (
		<Settings />
	) : (
		<NoRight
			screen={ __( 'Inventory settings', 'woo-inventory-guard' ) }
			title={ __(
				'Your account may not change these settings.',
				'woo-inventory-guard'
			) }
		/>
	);

function Settings() {
	const form = useSettings();
	const back = useWayBack( form.take );
	const { kept, draft, defaults, unread } = form;
	if ( ! kept || ! draft || ! defaults ) {
		return (
			<>
				<Head />
				{ unread ? (
					<Failure problem={ unread } onRetry={ form.load } />
				) : (
					<Loading className="wig-surface" bars={ 8 } />
				) }
			</>
		);
	}
	return (
		<>
			<Head>
				<Transfer kept={ kept } onImported={ back.imported } />
			</Head>
			{ back.problem && (
				<Failure problem={ back.problem } onRetry={ back.retry } />
			) }
			<SettingsForm
				form={ { ...form, draft, defaults } }
				kept={ kept }
				resetting={ back.sending }
				onReset={ ( names ) => back.reset( kept, names ) }
			/>
			{ back.said && (
				<Told
					key={ back.said.words }
					words={ back.said.words }
					onUndo={ back.said.undo }
					onGone={ back.hush }
				/>
			) }
		</>
	);
}

const Head = ( { children }: { children?: JSX.Element } ) => (
	<div className="wig-head wig-settings-head">
		<h1>{ __( 'Inventory settings', 'woo-inventory-guard' ) }</h1>
		{ children }
	</div>
);
