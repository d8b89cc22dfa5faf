import { __ } from '@wordpress/i18n';
import type { Import } from '../../schema';
import { Link } from '../../shared/app/Link';
import { number } from '../../shared/format/words';

/** What the check has found, and what has become of it. */
export function Sums( { now }: { now: Import } ) {
	if ( now.checked === 0 ) {
		return null;
	}
	const isDone = now.applied > 0 || now.conflict_rows > 0;
	return (
		<>
			<dl className="wig-numbers wig-files-sums">
				<Sum
					word={ __( 'Have a problem', 'woo-inventory-guard' ) }
					count={ now.problem_rows }
				/>
				<Sum
					word={ __( 'Change something', 'woo-inventory-guard' ) }
					count={ now.change_rows }
				/>
				<Sum
					word={ __( 'New items', 'woo-inventory-guard' ) }
					count={ now.created_rows }
				/>
				<Sum
					word={ __( 'Nothing changes', 'woo-inventory-guard' ) }
					count={ now.same_rows }
				/>
				{ isDone && (
					<>
						<Sum
							word={ __( 'Done', 'woo-inventory-guard' ) }
							count={ now.applied }
						/>
						<Sum
							word={ __(
								'Left out: changed meanwhile',
								'woo-inventory-guard'
							) }
							count={ now.conflict_rows }
						/>
					</>
				) }
			</dl>
			{ isDone && (
				<p>
					<Link
						path="/ledger"
						params={ {
							show: 'documents',
							document: `${ now.document.type }:${ now.document.id }`,
						} }
					>
						{ __( 'Show it in the ledger', 'woo-inventory-guard' ) }
					</Link>
				</p>
			) }
		</>
	);
}

const Sum = ( { word, count }: { word: string; count: number } ) => (
	<div>
		<dt>{ word }</dt>
		<dd>{ number( count ) }</dd>
	</div>
);
