import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { boot } from '../../shared/app/boot';
import { useRoute } from '../../shared/app/route';
import { todayInShop } from '../../shared/format/words';
import { Message } from '../../shared/ui/Message';
import { emptyWish } from '../logic/wish';
import '../restore.scss';
import { OneRestore } from './OneRestore';
import { PastList } from './PastList';
import { WishForm } from './WishForm';

/** Getting lost numbers back: what is to be restored and what was, or one restore. */
export function RestoreScreen() {
	const { search } = useRoute();
	// What was typed is still there for who comes back from a preview.
	const [ wish, setWish ] = useState( () => emptyWish( todayInShop() ) );
	const asked = new URLSearchParams( search ).get( 'restore' ) ?? '';
	if ( ! boot().can.adjust ) {
		return (
			<>
				<div className="wig-head">
					<h1>{ __( 'Restore', 'woo-inventory-guard' ) }</h1>
				</div>
				<Message
					icon="out"
					title={ __(
						'Your account may not restore stock.',
						'woo-inventory-guard'
					) }
				>
					{ __(
						'An administrator can give you the role Stock clerk, or the right to adjust the inventory.',
						'woo-inventory-guard'
					) }
				</Message>
			</>
		);
	}
	if ( /^[1-9]\d{0,15}$/.test( asked ) ) {
		return <OneRestore key={ asked } id={ Number( asked ) } />;
	}
	return (
		<>
			<div className="wig-head">
				<h1>{ __( 'Restore', 'woo-inventory-guard' ) }</h1>
			</div>
			<section
				className="wig-surface wig-restore"
				aria-label={ __( 'New restore', 'woo-inventory-guard' ) }
			>
				<div className="wig-restore-what">
					<p>
						{ __(
							'Brings numbers on hand back to what they were at a day and time. First you see what would change; nothing happens before you say so. It is written into the ledger as one document, which can be undone.',
							'woo-inventory-guard'
						) }
					</p>
					<WishForm wish={ wish } onChange={ setWish } />
				</div>
			</section>
			<PastList />
		</>
	);
}
