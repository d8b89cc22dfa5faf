import { __ } from '@wordpress/i18n';
import { money } from '../../../shared/format/words';
import { useRowKeys } from '../../../shared/table/row-focus';
import { By, Flags, Name, Pick, Share, Standing } from './cells';
import { LineDetail } from './LineDetail';
import { Maybe, type LinesProps } from './LineTable';

/** The same on a phone. */
export function LineCards( props: LinesProps ) {
	const { stocktake, rows, isWaiting, may, acts, picked, open } = props;
	const rowKeys = useRowKeys();
	return (
		<ul
			ref={ rowKeys }
			className={ `wig-cards ${ isWaiting ? 'is-waiting' : '' }` }
			aria-label={ __( 'Lines', 'woo-inventory-guard' ) }
			aria-busy={ isWaiting }
		>
			{ rows.map( ( row ) => (
				<li
					key={ row.id }
					className="wig-card is-tall"
					data-wig-row={ row.id }
				>
					{ may && <Pick row={ row } picked={ picked } /> }
					<div className="wig-card-name" data-wig-column="item">
						<Name row={ row } { ...props } />
						<span>
							{ __( 'Counted', 'woo-inventory-guard' ) }{ ' ' }
							<Maybe value={ row.counted } />
							{ ' · ' }
							{ __( 'Expected', 'woo-inventory-guard' ) }{ ' ' }
							<Maybe value={ row.expected } />
						</span>
						<By row={ row } />
						<Flags row={ row } />
					</div>
					<div className="wig-card-number">
						<Maybe value={ row.variance } signed />
						<Share row={ row } />
						{ row.value !== null && (
							<span>{ money( row.value ) }</span>
						) }
					</div>
					<div className="wig-card-acts">
						<Standing row={ row } may={ may } acts={ acts } />
						{ open === row.id && (
							<LineDetail
								stocktake={ stocktake }
								row={ row }
								may={ may }
								acts={ acts }
							/>
						) }
					</div>
				</li>
			) ) }
		</ul>
	);
}
