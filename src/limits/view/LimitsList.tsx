import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { Limit } from '../../schema';
import { useRowKeys } from '../../shared/table/row-focus';
import { limitWords, nameOf, scopeWord } from './words';

interface Props {
	rows: readonly Limit[];
	isWaiting: boolean;
	onEdit: ( limit: Limit ) => void;
	onDelete: ( limit: Limit ) => void;
}

/** Each limit as a sentence; the same on a phone. */
export function LimitsList( { rows, isWaiting, onEdit, onDelete }: Props ) {
	const rowKeys = useRowKeys();
	/* translators: %s: name of an item or a category. */
	const editWish = __( 'Edit limit for %s', 'woo-inventory-guard' );
	/* translators: %s: name of an item or a category. */
	const deleteWish = __( 'Delete limit for %s', 'woo-inventory-guard' );
	return (
		<ul
			ref={ rowKeys }
			className={ `wig-cards ${ isWaiting ? 'is-waiting' : '' }` }
			aria-label={ __( 'Purchase limits', 'woo-inventory-guard' ) }
			aria-busy={ isWaiting }
		>
			{ rows.map( ( limit ) => (
				<li
					key={ limit.id }
					className="wig-card is-tall"
					data-wig-row={ limit.id }
				>
					<div className="wig-card-name">
						<span className="wig-name">{ nameOf( limit ) }</span>
						<span className="wig-sub">
							<span className="wig-kind">
								{ scopeWord( limit.scope ) }
							</span>
						</span>
					</div>
					<ul className="wig-terms">
						{ limitWords( limit ).map( ( words ) => (
							<li key={ words }>{ words }</li>
						) ) }
					</ul>
					<div className="wig-acts" data-wig-column="acts">
						<Button
							__next40pxDefaultSize
							variant="secondary"
							aria-label={ sprintf( editWish, nameOf( limit ) ) }
							onClick={ () => onEdit( limit ) }
						>
							{ __( 'Edit', 'woo-inventory-guard' ) }
						</Button>
						<Button
							__next40pxDefaultSize
							variant="tertiary"
							isDestructive
							aria-label={ sprintf(
								deleteWish,
								nameOf( limit )
							) }
							onClick={ () => onDelete( limit ) }
						>
							{ __( 'Delete', 'woo-inventory-guard' ) }
						</Button>
					</div>
				</li>
			) ) }
		</ul>
	);
}
