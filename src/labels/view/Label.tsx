import { memo } from '@wordpress/element';
import { money } from '../../shared/format/words';
import type { PaperItem } from '../logic/chosen';
import { partsOf, type Shown, type Size } from '../logic/layout';
import type { Code } from '../logic/symbol';
import { CodePicture } from './CodePicture';
import type { Drawn } from '../../shared/codes/draw';

interface Props {
	item: PaperItem;
	/** NULL for an item that has neither barcode nor SKU. */
	code: Code | null;
	drawn: Drawn | undefined;
	size: Size;
	shown: Shown;
}

/** One label, in millimetres. Drawn again only when something on it changes: there may be thousands. */
export const Label = memo( ( { item, code, drawn, size, shown }: Props ) => {
	const isSquare = code?.kind === 'qrcode';
	const parts = partsOf( size, shown, isSquare );
	// A SKU that is drawn stands below its bars already.
	const sku = shown.sku && item.sku !== code?.text ? item.sku : '';
	const price = shown.price && item.price !== null ? money( item.price ) : '';
	return (
		<div
			className={ `wig-label ${ isSquare ? 'is-square' : '' }` }
			style={ {
				width: `${ size.width }mm`,
				height: `${ size.height }mm`,
				padding: `${ parts.padding }mm`,
				fontSize: `${ parts.font.toFixed( 2 ) }mm`,
			} }
		>
			{ isSquare && (
				<div
					className="wig-label-room"
					style={ { width: `${ parts.code.width }mm` } }
				>
					<CodePicture
						code={ code }
						drawn={ drawn }
						room={ parts.code }
					/>
				</div>
			) }
			<div className="wig-label-words">
				{ shown.name && (
					<div
						className="wig-label-name"
						style={ { WebkitLineClamp: parts.nameLines } }
					>
						{ item.name }
					</div>
				) }
				{ ( sku || price ) && (
					<div className="wig-label-more">
						<span>{ sku }</span>
						<strong>{ price }</strong>
					</div>
				) }
				{ isSquare && (
					<div className="wig-label-text">{ code.text }</div>
				) }
			</div>
			{ code && ! isSquare && (
				<div className="wig-label-room">
					<CodePicture
						code={ code }
						drawn={ drawn }
						room={ parts.code }
					/>
					<div className="wig-label-text">{ code.text }</div>
				</div>
			) }
		</div>
	);
} );
