import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { useIsPhone } from '../../shared/app/use-media';
import { momentWord } from '../../shared/format/words';
import { Failure } from '../../shared/ui/Failure';
import { Message } from '../../shared/ui/Message';
import { RowsFrame } from '../../shared/ui/RowsFrame';
import { isNarrowed, NOTHING_NARROWED, type View } from '../logic/view';
import { LineCards, LineTable } from './LineTable';
import type { useLines } from './use-lines';

interface Props {
	lines: ReturnType< typeof useLines >;
	view: View;
	onChange: ( part: Partial< View > ) => void;
}

/** The lines, and the way to older ones. */
export function LineList( { lines, view, onChange }: Props ) {
	const { rows, next, backTo, waiting, problem, reload, more } = lines;
	const isPhone = useIsPhone();
	const Rows = isPhone ? LineCards : LineTable;
	return (
		<>
			<RowsFrame
				waiting={ waiting === 'more' ? null : waiting }
				// Rows that are there stay; what went wrong stands below them.
				problem={ rows.length ? null : problem }
				isEmpty={ rows.length === 0 && ! next }
				nothing={
					<Message
						icon="box"
						title={
							isNarrowed( view )
								? __(
										'Nothing has moved that fits this.',
										'woo-inventory-guard'
									)
								: __(
										'Nothing has moved yet.',
										'woo-inventory-guard'
									)
						}
						action={
							isNarrowed( view ) && (
								<Button
									__next40pxDefaultSize
									variant="secondary"
									onClick={ () =>
										onChange( NOTHING_NARROWED )
									}
								>
									{ __( 'Show all', 'woo-inventory-guard' ) }
								</Button>
							)
						}
					/>
				}
				onRetry={ reload }
			>
				<Rows
					rows={ rows }
					isWaiting={ waiting === 'again' }
					onItem={ ( item ) => onChange( { item } ) }
					onDocument={ ( open ) => onChange( { open } ) }
				/>
			</RowsFrame>
			{ rows.length > 0 && problem && (
				<Failure problem={ problem } onRetry={ next ? more : reload } />
			) }
			{ next && ! problem && waiting !== 'first' && (
				<div className="wig-ledger-more">
					{ backTo && (
						<span className="wig-quiet" role="status">
							{ sprintf(
								/* translators: %s: day and time of the oldest line that was looked at. */
								__( 'Back to %s', 'woo-inventory-guard' ),
								momentWord( backTo )
							) }
						</span>
					) }
					<Button
						__next40pxDefaultSize
						variant="secondary"
						isBusy={ waiting === 'more' }
						accessibleWhenDisabled
						disabled={ waiting === 'more' }
						onClick={ more }
					>
						{ __( 'Show older', 'woo-inventory-guard' ) }
					</Button>
				</div>
			) }
		</>
	);
}
