import { Button, CheckboxControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { Icon } from '../../../shared/ui/icons';
import { arrange, type Step } from '../../logic/arrange';

interface Props< T extends string > {
	/** Those that are shown, in their order; the name first. */
	columns: readonly T[];
	all: readonly T[];
	word: ( column: T ) => string;
	onColumns: ( columns: T[] ) => void;
}

/** Which columns, and in which order; the name leads, and is not asked about. */
export function ColumnsList< T extends string >( props: Props< T > ) {
	const { columns, all, word, onColumns } = props;
	const hidden = all.filter( ( column ) => ! columns.includes( column ) );
	return (
		<ul className="wig-columns">
			{ [ ...columns, ...hidden ]
				.filter( ( column ) => column !== 'name' )
				.map( ( column ) => (
					<Row
						key={ column }
						word={ word( column ) }
						isShown={ columns.includes( column ) }
						onStep={ ( how ) =>
							onColumns( arrange( columns, column, how ) )
						}
					/>
				) ) }
		</ul>
	);
}

function Row( props: {
	word: string;
	isShown: boolean;
	onStep: ( how: Step ) => void;
} ) {
	const { word, isShown, onStep } = props;
	return (
		<li>
			<CheckboxControl
				__nextHasNoMarginBottom
				label={ word }
				checked={ isShown }
				onChange={ ( show ) => onStep( show ? 'show' : 'hide' ) }
			/>
			{ isShown && (
				<span>
					<Button
						size="small"
						icon={ <Icon name="up" /> }
						label={ sprintf(
							/* translators: %s: name of a column. */
							__( 'Move %s to the front', 'woo-inventory-guard' ),
							word
						) }
						onClick={ () => onStep( 'earlier' ) }
					/>
					<Button
						size="small"
						icon={ <Icon name="down" /> }
						label={ sprintf(
							/* translators: %s: name of a column. */
							__( 'Move %s to the back', 'woo-inventory-guard' ),
							word
						) }
						onClick={ () => onStep( 'later' ) }
					/>
				</span>
			) }
		</li>
	);
}
