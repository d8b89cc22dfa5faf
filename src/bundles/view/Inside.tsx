import { __ } from '@wordpress/i18n';
import { boot } from '../../shared/app/boot';
import { formatUnits } from '../../shared/format/quantity';
import { idsOf, type Shelf } from '../logic/flatten';
import { Optional } from './Optional';
import { anyOf } from './words';

interface Props {
	shelf: Shelf;
	id: number;
	depth?: number;
}

/** What a bundle within the bundle is made of, as deep as it goes. */
export function Inside( { shelf, id, depth = 0 }: Props ) {
	const pieces = shelf.bundles.get( id );
	// Deeper than bundles can be nested: the draft goes round in a circle, and saving says so.
	if ( ! pieces || depth > 10 ) {
		return null;
	}
	const list = (
		<ul>
			{ pieces.map( ( piece ) => (
				<li key={ piece.id }>
					{ formatUnits( piece.units, boot().locale ) } ×{ ' ' }
					{ anyOf( shelf, idsOf( piece ) ) }
					{ piece.optional && <Optional /> }
					<Inside
						shelf={ shelf }
						id={ piece.id }
						depth={ depth + 1 }
					/>
				</li>
			) ) }
		</ul>
	);
	return depth > 0 ? (
		list
	) : (
		<details className="wig-inside">
			<summary>{ __( 'What is in it', 'woo-inventory-guard' ) }</summary>
			{ list }
		</details>
	);
}
