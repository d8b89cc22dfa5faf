import { Button, CheckboxControl } from '@wordpress/components';
import { useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { Finder } from '../../items';
import { number } from '../../shared/format/words';
import { Failure } from '../../shared/ui/Failure';
import { Loading } from '../../shared/ui/Loading';
import type { Show } from '../logic/chosen';
import type { Kept } from '../logic/kept';
import type { Layout } from '../logic/layout';
import { ChosenList } from './ChosenList';
import { LayoutForm } from './LayoutForm';
import type { ChosenState } from './use-chosen';

interface Props {
	chosen: ChosenState;
	show: Show;
	kept: Kept;
	onKept: ( change: Partial< Kept > ) => void;
	layout: Layout;
	used: string;
	onUsed: ( used: string ) => void;
}

/** What is printed, and how. */
export function Choose( props: Props ) {
	const { chosen, show, kept, onKept, layout, used, onUsed } = props;
	const { rows, stocktake, waiting, problem } = chosen;
	const finder = useRef< HTMLInputElement >( null );
	return (
		<div className="wig-label-parts">
			{ stocktake && (
				<p className="wig-label-from">
					{ sprintf(
						/* translators: %s: name of a stocktake. */
						__(
							'The items of the stocktake “%s”.',
							'woo-inventory-guard'
						),
						stocktake.name
					) }
				</p>
			) }
			<Finder
				ref={ finder }
				label={ __( 'Add item', 'woo-inventory-guard' ) }
				accepts={ ( { kind } ) => kind !== 'variable' }
				onPick={ chosen.add }
			/>
			{ problem && (
				<Failure problem={ problem } onRetry={ chosen.again } />
			) }
			{ waiting && <Loading /> }
			<ChosenList
				chosen={ chosen }
				withCounts={ show === 'labels' }
				onRemove={ ( id ) => {
					chosen.remove( id );
					finder.current?.focus();
				} }
			/>
			{ rows.length > 1 && (
				<div className="wig-label-all">
					<span className="wig-quiet">
						{ sprintf(
							/* translators: %s: a number of items. */
							__( '%s items', 'woo-inventory-guard' ),
							number( rows.length )
						) }
					</span>
					<Button
						__next40pxDefaultSize
						variant="tertiary"
						onClick={ () => {
							chosen.clear();
							finder.current?.focus();
						} }
					>
						{ __( 'Remove all', 'woo-inventory-guard' ) }
					</Button>
				</div>
			) }
			{ show === 'labels' && (
				<LayoutForm
					kept={ kept }
					onChange={ onKept }
					layout={ layout }
					used={ used }
					onUsed={ onUsed }
				/>
			) }
			{ show === 'sheet' && stocktake && ! stocktake.blind && (
				<CheckboxControl
					__nextHasNoMarginBottom
					label={ __(
						'Show what the books expect',
						'woo-inventory-guard'
					) }
					checked={ kept.expected }
					onChange={ ( expected ) => onKept( { expected } ) }
				/>
			) }
			{ show === 'sheet' && stocktake?.blind && (
				<p className="wig-quiet">
					{ __(
						'This stocktake is blind: the sheet says nothing of what the books expect.',
						'woo-inventory-guard'
					) }
				</p>
			) }
		</div>
	);
}
