import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { reasonWord } from '../../items';
import type { LedgerDocument } from '../../schema';
import { boot } from '../../shared/app/boot';
import { formatQuantity } from '../../shared/format/quantity';
import { momentWord, number } from '../../shared/format/words';
import { personWord } from '../../shared/format/person';
import type { DocumentName } from '../logic/view';

/** When, who, why, how much; what it takes back, or was taken back by. */
export function DocumentFacts( {
	document,
	onOpen,
}: {
	document: LedgerDocument;
	onOpen: ( name: DocumentName ) => void;
} ) {
	const { locale } = boot();
	const { reversal } = document;
	const facts: [ string, string ][] = [
		[ __( 'When', 'woo-inventory-guard' ), momentWord( document.last_at ) ],
		[
			__( 'Who', 'woo-inventory-guard' ),
			personWord( document.actor, document.actor_name ),
		],
		[
			__( 'Reason', 'woo-inventory-guard' ),
			reasonWord( document.reason ),
		],
		[ __( 'Items', 'woo-inventory-guard' ), number( document.items ?? 0 ) ],
		[
			__( 'Units in', 'woo-inventory-guard' ),
			formatQuantity( document.units_in ?? 0, locale ),
		],
		[
			__( 'Units out', 'woo-inventory-guard' ),
			formatQuantity( document.units_out ?? 0, locale ),
		],
	];
	return (
		<>
			<dl className="wig-ledger-facts">
				{ facts.map( ( [ label, value ] ) => (
					<div key={ label }>
						<dt>{ label }</dt>
						<dd>{ value }</dd>
					</div>
				) ) }
			</dl>
			{ document.reference_link && (
				<p>
					<a href={ document.reference_link }>
						{ sprintf(
							/* translators: %s: a document, such as Order #1042. */
							__( 'Open %s', 'woo-inventory-guard' ),
							document.reference_label
						) }
					</a>
				</p>
			) }
			{ document.reverses && (
				<p>
					{ sprintf(
						/* translators: %s: a document, such as Import 12. */
						__( 'Takes back: %s', 'woo-inventory-guard' ),
						document.reverses
					) }
				</p>
			) }
			{ reversal && (
				<p className="wig-ledger-reversed">
					{ sprintf(
						/* translators: 1: day and time, 2: name of a person. */
						__(
							'Taken back on %1$s by %2$s.',
							'woo-inventory-guard'
						),
						momentWord( reversal.created_at ),
						personWord( reversal.actor, reversal.actor_name )
					) }{ ' ' }
					<Button
						__next40pxDefaultSize
						variant="link"
						onClick={ () =>
							onOpen( {
								type: 'reversal',
								id: String( reversal.id ),
							} )
						}
					>
						{ __( 'See what that did', 'woo-inventory-guard' ) }
					</Button>
				</p>
			) }
		</>
	);
}
