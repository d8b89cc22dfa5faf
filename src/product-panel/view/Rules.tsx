import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { Item } from '../../schema';
import { explainLowAt, explainOrigin } from '../../items';
import { Amount } from '../../shared/ui/Amount';
import type { FieldNames } from '../logic/fields';
import { leadTo } from './lead';

interface Props {
	item: Item;
	fields: FieldNames;
}

/** The rules that are fields of WooCommerce's own: told here, changed there. */
export function Rules( { item, fields }: Props ) {
	return (
		<dl className="wig-panel-rules">
			<div>
				<dt>{ __( 'Low at', 'woo-inventory-guard' ) }</dt>
				<dd>
					<Amount value={ item.threshold_effective } />
				</dd>
				<dd className="wig-quiet">{ explainLowAt( item ) }</dd>
				<dd>
					<Change
						what={ __( 'Low at', 'woo-inventory-guard' ) }
						field={ fields.low_stock_amount }
					/>
				</dd>
			</div>
			<div>
				<dt>{ __( 'Backorders', 'woo-inventory-guard' ) }</dt>
				<dd>{ policyWord( item.backorders ) }</dd>
				<dd className="wig-quiet">
					{ explainOrigin( item.from.backorders ) }
				</dd>
				<dd>
					<Change
						what={ __( 'Backorders', 'woo-inventory-guard' ) }
						field={ fields.backorders }
					/>
				</dd>
			</div>
		</dl>
	);
}

const Change = ( { what, field }: { what: string; field: string } ) => (
	<Button
		__next40pxDefaultSize
		variant="link"
		aria-label={ sprintf(
			/* translators: %s: name of a rule, such as Low at. */
			__( 'Change: %s', 'woo-inventory-guard' ),
			what
		) }
		onClick={ () => leadTo( field ) }
	>
		{ __( 'Change', 'woo-inventory-guard' ) }
	</Button>
);

const policyWord = ( policy: Item[ 'backorders' ] ): string =>
	( {
		no: __( 'Not allowed', 'woo-inventory-guard' ),
		notify: __( 'Allowed, and shoppers are told', 'woo-inventory-guard' ),
		yes: __( 'Allowed', 'woo-inventory-guard' ),
	} )[ policy ];
