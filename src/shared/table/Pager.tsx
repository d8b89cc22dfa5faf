import { Button } from '@wordpress/components';
import { useEffect, useId, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { boot } from '../app/boot';
import { Icon } from '../ui/icons';

interface Props {
	page: number;
	perPage: number;
	total: number;
	/** Deepest page that can be reached by its number; without it, the last. */
	deepest?: number;
	onPage: ( page: number ) => void;
}

/** Which rows of how many, and the way to the others. */
export function Pager( props: Props ) {
	const { page, perPage, total, onPage } = props;
	const field = useId();
	const all = Math.max( 1, Math.ceil( total / perPage ) );
	const pages = Math.min( all, props.deepest ?? all );
	const [ typed, setTyped ] = useState( String( page ) );
	useEffect( () => setTyped( String( page ) ), [ page ] );
	const number = ( value: number ) => value.toLocaleString( boot().locale );

	const jump = () => {
		const wanted = Math.trunc( Number( typed.normalize( 'NFKC' ) ) );
		if ( Number.isFinite( wanted ) && wanted >= 1 ) {
			onPage( Math.min( wanted, pages ) );
		} else {
			setTyped( String( page ) );
		}
	};

	return (
		<nav
			className="wig-pager"
			aria-label={ __( 'Pages of the list', 'woo-inventory-guard' ) }
		>
			<span className="wig-pager-rows">
				{ sprintf(
					/* translators: 1: number of the first row shown, 2: of the last, 3: number of rows in all. */
					__( '%1$s to %2$s of %3$s', 'woo-inventory-guard' ),
					number( Math.min( total, ( page - 1 ) * perPage + 1 ) ),
					number( Math.min( total, page * perPage ) ),
					number( total )
				) }
			</span>
			{ all > pages && page >= pages && (
				<span>
					{ __(
						'Search or filter to see what comes after this page.',
						'woo-inventory-guard'
					) }
				</span>
			) }
			{ pages > 1 && (
				<span className="wig-pager-steps">
					<Button
						__next40pxDefaultSize
						variant="tertiary"
						accessibleWhenDisabled
						disabled={ page <= 1 }
						label={ __( 'Previous page', 'woo-inventory-guard' ) }
						icon={ <Icon name="start" /> }
						onClick={ () => onPage( page - 1 ) }
					/>
					<label htmlFor={ field }>
						{ __( 'Page', 'woo-inventory-guard' ) }
						<input
							id={ field }
							className="wig-pager-page"
							inputMode="numeric"
							value={ typed }
							onChange={ ( event ) =>
								setTyped( event.target.value )
							}
							onBlur={ jump }
							onKeyDown={ ( event ) =>
								event.key === 'Enter' && jump()
							}
						/>
					</label>
					<span>
						{ sprintf(
							/* translators: %s: number of pages. */
							__( 'of %s', 'woo-inventory-guard' ),
							number( all )
						) }
					</span>
					<Button
						__next40pxDefaultSize
						variant="tertiary"
						accessibleWhenDisabled
						disabled={ page >= pages }
						label={ __( 'Next page', 'woo-inventory-guard' ) }
						icon={ <Icon name="end" /> }
						onClick={ () => onPage( page + 1 ) }
					/>
				</span>
			) }
		</nav>
	);
}
