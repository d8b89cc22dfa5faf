import { __ } from '@wordpress/i18n';
import { problemText } from '../../shared/ui/problem-text';
import type { Base } from '../data/base';
import type { KeptItem } from '../data/db';
import type { Replica } from '../data/replica';
import { ItemList } from './ItemList';
import { Sheet } from './Sheet';
import { useSearch } from './use-search';

interface Props {
	base: Base;
	replica: Replica;
	stocktake: number;
	place: string;
	onPick: ( item: KeptItem ) => void;
	onClose: () => void;
}

/** For what has no code, or one that cannot be read. */
export function Search( {
	base,
	replica,
	stocktake,
	place,
	onPick,
	onClose,
}: Props ) {
	return (
		<Sheet
			title={ __( 'Search', 'woo-inventory-guard' ) }
			onClose={ onClose }
			className="is-tall"
		>
			<SearchBody
				base={ base }
				replica={ replica }
				stocktake={ stocktake }
				place={ place }
				onPick={ onPick }
			/>
		</Sheet>
	);
}

export function SearchBody( props: Omit< Props, 'onClose' > ) {
	const { base, replica, stocktake, place, onPick } = props;
	const { words, setWords, items, problem } = useSearch(
		base,
		replica,
		stocktake
	);
	return (
		<>
			<input
				type="search"
				data-first
				className="wig-c-search"
				aria-label={ __(
					'Name, SKU, barcode or bin',
					'woo-inventory-guard'
				) }
				placeholder={ __(
					'Name, SKU, barcode or bin',
					'woo-inventory-guard'
				) }
				value={ words }
				onChange={ ( event ) => setWords( event.currentTarget.value ) }
			/>
			{ problem && <p role="alert">{ problemText( problem ) }</p> }
			<ItemList
				label={ __( 'Items', 'woo-inventory-guard' ) }
				items={ items }
				replica={ replica }
				place={ place }
				onPick={ onPick }
			/>
			<p role="status" className="wig-c-quiet">
				{ items.length === 0 &&
					__( 'Nothing found.', 'woo-inventory-guard' ) }
			</p>
		</>
	);
}
