import { __ } from '@wordpress/i18n';
import { boot } from '../../shared/app/boot';
import { formatUnits } from '../../shared/format/quantity';
import { BothVersions } from '../../shared/ui/BothVersions';
import { idsOf, type Piece, type Shelf } from '../logic/flatten';
import { Optional } from './Optional';
import { anyOf } from './words';

interface Props {
	shelf: Shelf;
	mine: readonly Piece[];
	theirs: readonly Piece[];
	onMine: () => void;
	onTheirs: () => void;
}

/** Somebody else saved this bundle meanwhile. */
export const StaleBundle = ( {
	shelf,
	mine,
	theirs,
	onMine,
	onTheirs,
}: Props ) => (
	<BothVersions
		question={ __(
			'Somebody changed this bundle while you were working on it. Nothing of yours is saved yet. Which list is right?',
			'woo-inventory-guard'
		) }
		mine={ <Pieces shelf={ shelf } pieces={ mine } /> }
		theirs={ <Pieces shelf={ shelf } pieces={ theirs } /> }
		heading="h3"
		onMine={ onMine }
		onTheirs={ onTheirs }
	/>
);

const Pieces = ( {
	shelf,
	pieces,
}: {
	shelf: Shelf;
	pieces: readonly Piece[];
} ) => (
	<ul>
		{ pieces.length === 0 && (
			<li>{ __( 'No components', 'woo-inventory-guard' ) }</li>
		) }
		{ pieces.map( ( piece ) => (
			<li key={ piece.id }>
				{ formatUnits( piece.units, boot().locale ) } ×{ ' ' }
				{ anyOf( shelf, idsOf( piece ) ) }
				{ piece.optional && <Optional /> }
			</li>
		) ) }
	</ul>
);
