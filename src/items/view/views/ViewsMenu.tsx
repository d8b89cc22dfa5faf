import { DropdownMenu, MenuGroup, MenuItem } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { View } from '../../../schema';
import { boot } from '../../../shared/app/boot';
import { Icon } from '../../../shared/ui/icons';
import { Failure } from '../../../shared/ui/Failure';
import { Told } from '../../../shared/ui/Told';
import type { StockView } from '../../logic/view-state';
import { NameForm } from './NameForm';
import { StaleSavedView } from './StaleSavedView';
import type { SavedViews } from './use-saved-views';
import { useViewActs } from './use-view-acts';
import { viewName } from './words';

interface Props {
	saved: SavedViews;
	view: StockView;
}

/** "View: Default": which of the saved views is shown, and what can be done with it. */
export function ViewsMenu( { saved, view }: Props ) {
	const { views, current, isChanged, show } = saved;
	const acts = useViewActs( saved, view );
	const [ form, setForm ] = useState< 'new' | 'name' | null >( null );
	/** What failed in a form is not said outside of it. */
	const ask = ( next: typeof form ) => {
		acts.forget();
		setForm( next );
	};
	const nameOf = ( one: View | null ) =>
		one
			? viewName( one, views ?? [] )
			: __( 'Default', 'woo-inventory-guard' );
	const name = nameOf( current );
	const words = isChanged
		? /* translators: %s: name of a view. */
			__( 'View: %s, changed', 'woo-inventory-guard' )
		: /* translators: %s: name of a view. */
			__( 'View: %s', 'woo-inventory-guard' );
	const label = sprintf( words, name );
	const own = views?.filter( ( { shared } ) => ! shared ) ?? [];
	const team = views?.filter( ( { shared } ) => shared ) ?? [];
	const choice = ( one: View | null, onClose: () => void ) => (
		<MenuItem
			key={ one?.id ?? 0 }
			role="menuitemradio"
			isSelected={ ( one?.id ?? null ) === ( current?.id ?? null ) }
			icon={ one?.id === current?.id ? <Icon name="check" /> : null }
			onClick={ () => {
				show( one );
				onClose();
			} }
		>
			{ nameOf( one ) }
		</MenuItem>
	);

	return (
		<>
			<DropdownMenu
				className="wig-views"
				icon={ <Icon name="down" /> }
				label={ label }
				text={ label }
				toggleProps={ {
					variant: 'secondary',
					showTooltip: false,
					__next40pxDefaultSize: true,
				} }
				popoverProps={ {
					placement: 'bottom-end',
					className: 'wig-popover',
				} }
			>
				{ ( { onClose } ) => (
					<>
						<MenuGroup>
							{ choice( null, onClose ) }
							{ own.map( ( one ) => choice( one, onClose ) ) }
						</MenuGroup>
						{ team.length > 0 && (
							<MenuGroup
								label={ __( 'Team', 'woo-inventory-guard' ) }
							>
								{ team.map( ( one ) =>
									choice( one, onClose )
								) }
							</MenuGroup>
						) }
						{ saved.problem && (
							<Failure
								problem={ saved.problem }
								onRetry={ saved.load }
							/>
						) }
						<Acts
							saved={ saved }
							onSave={ acts.save }
							onNew={ () => ask( 'new' ) }
							onName={ () => ask( 'name' ) }
							onShare={ ( shared ) =>
								void acts.change( { shared } )
							}
							onDelete={ acts.remove }
							onClose={ onClose }
						/>
					</>
				) }
			</DropdownMenu>
			{ form && (
				<NameForm
					view={ form === 'name' ? current : null }
					acts={ acts }
					onClose={ () => ask( null ) }
				/>
			) }
			{ acts.stale && (
				<StaleSavedView stale={ acts.stale } acts={ acts } />
			) }
			{ acts.problem && ! form && ! acts.stale && (
				<div className="wig-views-failed">
					<Failure problem={ acts.problem } onRetry={ acts.retry } />
				</div>
			) }
			{ acts.said && (
				<Told
					words={ acts.said.words }
					onUndo={ acts.said.onUndo }
					onGone={ acts.quiet }
				/>
			) }
		</>
	);
}

function Acts( props: {
	saved: SavedViews;
	onSave: () => void;
	onNew: () => void;
	onName: () => void;
	onShare: ( shared: boolean ) => void;
	onDelete: () => void;
	onClose: () => void;
} ) {
	const { current, isChanged } = props.saved;
	const item = ( words: string, act: () => void ) => (
		<MenuItem
			onClick={ () => {
				props.onClose();
				act();
			} }
		>
			{ words }
		</MenuItem>
	);
	const mayShare = current?.may_change && current.own && boot().can.adjust;
	return (
		<MenuGroup>
			{ current?.may_change &&
				isChanged &&
				item(
					__( 'Save changes', 'woo-inventory-guard' ),
					props.onSave
				) }
			{ item( __( 'Save as…', 'woo-inventory-guard' ), props.onNew ) }
			{ current?.may_change &&
				item( __( 'Rename…', 'woo-inventory-guard' ), props.onName ) }
			{ mayShare &&
				item(
					current.shared
						? __( 'Only for me', 'woo-inventory-guard' )
						: __( 'Share with the team', 'woo-inventory-guard' ),
					() => props.onShare( ! current.shared )
				) }
			{ current?.may_delete &&
				item( __( 'Delete', 'woo-inventory-guard' ), props.onDelete ) }
		</MenuGroup>
	);
}
