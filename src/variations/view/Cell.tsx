import { __, sprintf } from '@wordpress/i18n';
import { STATUS_ICON, statusWord } from '../../items';
import type { Item } from '../../schema';
import { boot } from '../../shared/app/boot';
import { formatQuantity, toUnits } from '../../shared/format/quantity';
import { Amount } from '../../shared/ui/Amount';
import { Icon } from '../../shared/ui/icons';
import { isMissing, type Cell } from '../logic/pivot';
import type { Edit } from './use-matrix';

/** On hand, below it what is reserved; low and out are tinted and marked. */
export function ItemFace( { item, edit }: { item: Item; edit?: Edit } ) {
	const { locale } = boot();
	if ( ! item.tracked ) {
		return (
			<span className="wig-cell-face is-untracked">
				<span aria-hidden="true">–</span>
				<span className="wig-hidden">
					{ statusWord( 'untracked' ) }
				</span>
			</span>
		);
	}
	return (
		<span className="wig-cell-face">
			<span className="wig-cell-number">
				{ edit ? (
					<span className={ `wig-amount is-${ edit.state }` }>
						{ edit.state === 'sending' ? edit.after : edit.text }
					</span>
				) : (
					<Amount value={ item.on_hand } />
				) }
				{ item.status !== 'ok' && (
					<span className={ `wig-status is-${ item.status }` }>
						<Icon name={ STATUS_ICON[ item.status ] } />
						<span className="wig-hidden">
							{ statusWord( item.status ) }
						</span>
					</span>
				) }
			</span>
			{ toUnits( item.reserved ) !== 0n && (
				<span className="wig-cell-reserved">
					{ sprintf(
						/* translators: %s: number of units. */
						__( '%s reserved', 'woo-inventory-guard' ),
						formatQuantity( item.reserved, locale )
					) }
				</span>
			) }
			{ ( edit?.state === 'failed' || edit?.state === 'stale' ) && (
				<span className="wig-cell-failed">
					{ __( 'Not saved', 'woo-inventory-guard' ) }
				</span>
			) }
		</span>
	);
}

/** A combination that nobody can buy, or that a variation for any value covers. */
export function NoItem( {
	cell,
	editLink,
	takesFocus,
}: {
	cell: Cell;
	editLink: string | null;
	takesFocus: boolean;
} ) {
	if ( ! isMissing( cell ) ) {
		return (
			<span className="wig-cell-face wig-quiet">
				{ __( 'as “any”', 'woo-inventory-guard' ) }
			</span>
		);
	}
	return editLink ? (
		<a
			className="wig-cell-create"
			href={ editLink }
			tabIndex={ takesFocus ? 0 : -1 }
		>
			<Icon name="plus" />
			{ __( 'create', 'woo-inventory-guard' ) }
		</a>
	) : (
		<span className="wig-cell-face wig-quiet">
			{ __( 'none', 'woo-inventory-guard' ) }
		</span>
	);
}
