import { Button } from '@wordpress/components';
import { useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { Finder, UsedIn } from '../../items';
import { boot } from '../../shared/app/boot';
import { Failure } from '../../shared/ui/Failure';
import { Loading } from '../../shared/ui/Loading';
import { Icon } from '../../shared/ui/icons';
import { Message } from '../../shared/ui/Message';
import { without } from '../logic/draft';
import { setsOf } from '../logic/sets';
import { BundleFigures } from './BundleFigures';
import { BundleHead } from './BundleHead';
import { ComponentRows } from './ComponentRows';
import { IfMore } from './IfMore';
import { NotSaved } from './NotSaved';
import { StaleBundle } from './StaleBundle';
import { useBundle } from './use-bundle';

/** One bundle: how many can be sold, what is in it, and what would free more. */
export function BundleScreen( { id }: { id: number } ) {
	const bundle = useBundle( id );
	const finder = useRef< HTMLInputElement >( null );
	const { shelf, pieces, isChanged, failed, problem, theirs } = bundle;
	const item = shelf.items.get( id );
	const mayBe =
		item?.kind === 'bundle' ||
		( item?.kind === 'simple' && item.product_id !== null );
	const mayChange = boot().can.adjust && mayBe;
	const sets = setsOf( shelf, pieces );

	return (
		<>
			<BundleHead item={ item } />
			{ failed && <Failure problem={ failed } onRetry={ bundle.load } /> }
			{ ! item && ! failed && <Loading /> }
			{ item && ! mayBe && (
				<Message
					icon="box"
					title={ __(
						'Only a bundle, or a simple product that is to become one, has components.',
						'woo-inventory-guard'
					) }
				/>
			) }
			{ item && mayBe && (
				<div className="wig-surface wig-bundle">
					<BundleFigures
						shelf={ shelf }
						pieces={ pieces }
						sets={ sets }
						isChanged={ isChanged }
					/>
					<section className="wig-section">
						<h2>{ __( 'One set', 'woo-inventory-guard' ) }</h2>
						{ mayChange && (
							<Finder
								ref={ finder }
								label={ __(
									'Add component',
									'woo-inventory-guard'
								) }
								accepts={ ( found ) =>
									found.kind !== 'variable' && found.id !== id
								}
								onPick={ bundle.add }
							/>
						) }
						{ bundle.rows.length === 0 && (
							<p className="wig-quiet">
								{ __(
									'Nothing is in it yet, so it cannot be sold. Add the first component.',
									'woo-inventory-guard'
								) }
							</p>
						) }
						<ComponentRows
							bundle={ bundle }
							limits={ sets.limits }
							mayChange={ mayChange }
							onRemove={ ( gone ) => {
								bundle.change( ( rows ) =>
									without( rows, gone )
								);
								finder.current?.focus();
							} }
						/>
						{ problem && (
							<NotSaved
								problem={ problem }
								onRetry={ bundle.save }
							/>
						) }
						{ theirs && (
							<StaleBundle
								shelf={ shelf }
								mine={ pieces }
								theirs={ theirs.pieces }
								onMine={ bundle.insist }
								onTheirs={ bundle.giveIn }
							/>
						) }
						{ mayChange && ! theirs && (
							<div className="wig-bundle-save">
								<Button
									__next40pxDefaultSize
									variant="primary"
									isBusy={ bundle.saving }
									accessibleWhenDisabled
									disabled={
										bundle.saving ||
										! isChanged ||
										bundle.problems.size > 0
									}
									onClick={ bundle.save }
								>
									{ __( 'Save', 'woo-inventory-guard' ) }
								</Button>
								{ isChanged && (
									<Button
										__next40pxDefaultSize
										variant="tertiary"
										onClick={ bundle.discard }
									>
										{ __(
											'Undo changes',
											'woo-inventory-guard'
										) }
									</Button>
								) }
								{ bundle.saved > 0 && ! isChanged && (
									<span
										key={ bundle.saved }
										className="wig-saved-words"
										data-testid="saved"
									>
										<Icon name="check" />
										{ __( 'Saved', 'woo-inventory-guard' ) }
									</span>
								) }
							</div>
						) }
					</section>
					{ pieces.length > 0 && (
						<IfMore
							shelf={ shelf }
							pieces={ pieces }
							limits={ sets.limits }
						/>
					) }
					<UsedIn id={ id } />
				</div>
			) }
		</>
	);
}
