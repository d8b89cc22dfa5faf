import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { Rule } from '../../schema';
import { useRowKeys } from '../../shared/table/row-focus';
import { moved } from '../logic/order';
import { itemsWord, nameOf, ruleWords, scopeWord } from './words';

interface Props {
	rules: readonly Rule[];
	isWaiting: boolean;
	onEdit: ( rule: Rule ) => void;
	onDelete: ( rule: Rule ) => void;
	onTouched: ( rule: Rule ) => void;
	onOrder: ( ids: number[] ) => void;
}

/** Each rule in words, the first to win first; the same on a phone. */
export function RuleCards( props: Props ) {
	const { rules, isWaiting } = props;
	const rowKeys = useRowKeys();
	return (
		<ol
			ref={ rowKeys }
			className={ `wig-cards ${ isWaiting ? 'is-waiting' : '' }` }
			aria-label={ __(
				'Rules, the first to win first',
				'woo-inventory-guard'
			) }
			aria-busy={ isWaiting }
		>
			{ rules.map( ( rule ) => (
				<li
					key={ rule.id }
					className="wig-card is-tall"
					data-wig-row={ rule.id }
				>
					<div className="wig-card-name">
						<span className="wig-name">{ nameOf( rule ) }</span>
						<span className="wig-sub">
							{ rule.scope !== 'shop' && (
								<span className="wig-kind">
									{ scopeWord( rule.scope ) }
								</span>
							) }
						</span>
						<Button
							__next40pxDefaultSize
							variant="link"
							onClick={ () => props.onTouched( rule ) }
						>
							{ itemsWord( rule.items ) }
						</Button>
					</div>
					<ul className="wig-terms">
						{ ruleWords( rule ).map( ( words ) => (
							<li key={ words }>{ words }</li>
						) ) }
					</ul>
					<Acts { ...props } rule={ rule } />
				</li>
			) ) }
		</ol>
	);
}

function Acts( props: Props & { rule: Rule } ) {
	const { rule, onEdit, onDelete } = props;
	const name = nameOf( rule );
	/* translators: %s: name of a product or a category. */
	const editWish = __( 'Edit rule for %s', 'woo-inventory-guard' );
	/* translators: %s: name of a product or a category. */
	const deleteWish = __( 'Delete rule for %s', 'woo-inventory-guard' );
	return (
		<div className="wig-acts" data-wig-column="acts">
			{ rule.scope === 'category' && (
				<>
					<Move { ...props } step={ -1 } />
					<Move { ...props } step={ 1 } />
				</>
			) }
			<Button
				__next40pxDefaultSize
				variant="secondary"
				aria-label={ sprintf( editWish, name ) }
				onClick={ () => onEdit( rule ) }
			>
				{ __( 'Edit', 'woo-inventory-guard' ) }
			</Button>
			<Button
				__next40pxDefaultSize
				variant="tertiary"
				isDestructive
				aria-label={ sprintf( deleteWish, name ) }
				onClick={ () => onDelete( rule ) }
			>
				{ __( 'Delete', 'woo-inventory-guard' ) }
			</Button>
		</div>
	);
}

function Move( props: Props & { rule: Rule; step: -1 | 1 } ) {
	const { rules, rule, step, onOrder } = props;
	const order = moved( rules, rule.id, step );
	/* translators: %s: name of a category. */
	const earlier = __( 'Let %s win earlier', 'woo-inventory-guard' );
	/* translators: %s: name of a category. */
	const later = __( 'Let %s win later', 'woo-inventory-guard' );
	return (
		<Button
			__next40pxDefaultSize
			variant="tertiary"
			accessibleWhenDisabled
			disabled={ ! order }
			aria-label={
				step < 0
					? sprintf( earlier, nameOf( rule ) )
					: sprintf( later, nameOf( rule ) )
			}
			onClick={ () => order && onOrder( order ) }
		>
			<span aria-hidden="true">{ step < 0 ? '↑' : '↓' }</span>
		</Button>
	);
}
