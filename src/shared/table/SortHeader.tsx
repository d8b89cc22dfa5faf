import { Icon, type IconName } from '../ui/icons';

interface Props {
	label: string;
	/** How the list is sorted by this column now. */
	sorted: 'asc' | 'desc' | false;
	onSort: () => void;
}

/** A real button in the header; which way it is sorted is said by aria-sort of the cell around it. */
export function SortHeader( { label, sorted, onSort }: Props ) {
	const arrows: Record< string, IconName > = { asc: 'up', desc: 'down' };
	return (
		<button
			type="button"
			className={ `wig-sort ${ sorted ? 'is-sorted' : '' }` }
			onClick={ onSort }
		>
			<span>{ label }</span>
			<Icon name={ ( sorted && arrows[ sorted ] ) || 'sort' } />
		</button>
	);
}

export const ariaSort = ( sorted: 'asc' | 'desc' | false ) =>
	sorted ? ( `${ sorted }ending` as const ) : undefined;
