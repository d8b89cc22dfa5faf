import { __, _n, sprintf } from '@wordpress/i18n';
import type { BackupReturn } from '../../schema';
import { number } from '../../shared/format/words';

/** What the check has found, or what came back. */
export function Found( { work }: { work: BackupReturn } ) {
	if ( work.state === 'failed' ) {
		return <p role="alert">{ work.problem }</p>;
	}
	const isDone = work.state === 'done';
	return (
		<div role="status">
			{ isDone ? (
				<p>
					{ sprintf(
						/* translators: %s: a number. */
						_n(
							'Brought back: %s line of the ledger.',
							'Brought back: %s lines of the ledger.',
							work.written,
							'woo-inventory-guard'
						),
						number( work.written )
					) }
				</p>
			) : (
				<p>
					{ work.lines === 0 && work.made === 0
						? __(
								'Everything in this backup is here already: nothing would change.',
								'woo-inventory-guard'
							)
						: sprintf(
								/* translators: 1: lines of the ledger, 2: items. */
								__(
									'%1$s lines of the ledger would come back, of %2$s items.',
									'woo-inventory-guard'
								),
								number( work.lines ),
								number( work.levels )
							) }
				</p>
			) }
			<ul className="wig-terms">
				{ ! work.own && work.site && (
					<li>
						{ sprintf(
							/* translators: %s: address of a site. */
							__(
								'It was written by another site: %s',
								'woo-inventory-guard'
							),
							work.site
						) }
					</li>
				) }
				<li>
					{ sprintf(
						/* translators: %s: a number. */
						__(
							'Items found here, by SKU or barcode: %s',
							'woo-inventory-guard'
						),
						number( work.matched )
					) }
				</li>
				{ work.made > 0 && (
					<li>
						{ sprintf(
							/* translators: %s: a number. */
							__(
								'Parts and bundles that are not here and are made: %s',
								'woo-inventory-guard'
							),
							number( work.made )
						) }
					</li>
				) }
				{ work.anew > 0 && ! isDone && (
					<li>
						{ sprintf(
							/* translators: %s: a number. */
							__(
								'Items whose ledger began anew here, so that the old one goes before it: %s',
								'woo-inventory-guard'
							),
							number( work.anew )
						) }
					</li>
				) }
				{ work.unmatched > 0 && (
					<li>
						{ sprintf(
							/* translators: %s: a number. */
							__(
								'Products that are not here, and are left out: %s',
								'woo-inventory-guard'
							),
							number( work.unmatched )
						) }
						<details>
							<summary>
								{ __( 'Which', 'woo-inventory-guard' ) }
							</summary>
							<ul>
								{ work.names.map( ( name ) => (
									<li key={ name }>{ name }</li>
								) ) }
							</ul>
						</details>
					</li>
				) }
			</ul>
		</div>
	);
}
