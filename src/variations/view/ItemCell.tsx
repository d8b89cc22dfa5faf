import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { StaleChoice } from '../../items';
import type { Item } from '../../schema';
import { boot } from '../../shared/app/boot';
import { formatQuantity } from '../../shared/format/quantity';
import { Icon } from '../../shared/ui/icons';
import { problemText } from '../../shared/ui/problem-text';
import { ItemFace } from './Cell';
import type { MatrixState } from './use-matrix';

interface Props {
	item: Item;
	matrix: MatrixState;
	isActive: boolean;
}

/** A variation in its cell: its numbers, and what became of the last change. */
export function ItemCell( { item, matrix, isActive }: Props ) {
	const edit = matrix.edits[ item.id ];
	const saved = matrix.saved[ item.id ] ?? 0;
	const { locale } = boot();
	if ( edit?.state === 'stale' && ! matrix.typing ) {
		return (
			<StaleChoice
				seen={ formatQuantity( edit.seen, locale ) }
				now={ formatQuantity( edit.problem?.onHand ?? 0, locale ) }
				counted={ edit.text }
				sending={ false }
				onCounted={ () => matrix.insist( item ) }
				onNow={ () => matrix.giveIn( item ) }
			/>
		);
	}
	return (
		<>
			{ saved > 0 && ! edit && (
				<span key={ saved } className="wig-tick" data-testid="saved">
					<Icon name="check" />
				</span>
			) }
			<ItemFace item={ item } edit={ edit } />
			{ edit?.state === 'failed' && edit.problem && (
				<span className="wig-cell-problem">
					{ problemText( edit.problem ) }
					<Button
						__next40pxDefaultSize
						variant="link"
						tabIndex={ isActive ? 0 : -1 }
						onClick={ () => matrix.retry( item ) }
					>
						{ __( 'Retry', 'woo-inventory-guard' ) }
					</Button>
					<Button
						__next40pxDefaultSize
						variant="link"
						tabIndex={ isActive ? 0 : -1 }
						onClick={ () => matrix.giveIn( item ) }
					>
						{ __( 'Leave it', 'woo-inventory-guard' ) }
					</Button>
				</span>
			) }
		</>
	);
}
