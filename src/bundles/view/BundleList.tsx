import { Button, SearchControl } from '@wordpress/components';
import { useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { boot } from '../../shared/app/boot';
import { useKeys } from '../../shared/app/use-keys';
import { Pager } from '../../shared/table/Pager';
import { Failure } from '../../shared/ui/Failure';
import { Loading } from '../../shared/ui/Loading';
import { Message } from '../../shared/ui/Message';
import { PER_PAGE } from '../logic/view-state';
import { BundleTable } from './BundleTable';
import { CreateBundle } from './CreateBundle';
import { useBundles } from './use-bundles';

/** Which sets there are, how many of each can be sold, and what stops more. */
export function BundleList() {
	const bundles = useBundles();
	const { view, list, waiting, problem, change } = bundles;
	const [ isCreating, setCreating ] = useState( false );
	const field = useRef< HTMLInputElement >( null );
	const mayAdd = boot().can.adjust;
	useKeys( { '/': () => field.current?.focus() } );
	const create = mayAdd && (
		<Button
			__next40pxDefaultSize
			variant="primary"
			onClick={ () => setCreating( true ) }
		>
			{ __( 'New bundle', 'woo-inventory-guard' ) }
		</Button>
	);
	const isEmpty = list?.total === 0 && ! problem;

	return (
		<>
			<div className="wig-head">
				<h1>{ __( 'Bundles', 'woo-inventory-guard' ) }</h1>
				{ ! ( isEmpty && ! view.search ) && create }
			</div>
			<div className="wig-surface">
				<div className="wig-toolbar">
					<SearchControl
						__nextHasNoMarginBottom
						ref={ field }
						className="wig-search"
						label={ __( 'Search bundles', 'woo-inventory-guard' ) }
						placeholder={ __(
							'Search name, SKU or barcode',
							'woo-inventory-guard'
						) }
						value={ bundles.typed }
						onChange={ bundles.setTyped }
					/>
				</div>
				{ problem && (
					<Failure problem={ problem } onRetry={ bundles.reload } />
				) }
				{ ! list && waiting && <Loading className="wig-bundle-bars" /> }
				{ isEmpty && (
					<Message
						icon="box"
						title={
							view.search
								? __(
										'No bundle is called that.',
										'woo-inventory-guard'
									)
								: __(
										'No bundles yet. A bundle is a set of items sold as one; it sells out when one of them does.',
										'woo-inventory-guard'
									)
						}
						action={
							view.search ? (
								<Button
									__next40pxDefaultSize
									variant="secondary"
									onClick={ () => bundles.setTyped( '' ) }
								>
									{ __(
										'Show all bundles',
										'woo-inventory-guard'
									) }
								</Button>
							) : (
								create
							)
						}
					/>
				) }
				{ list && list.total > 0 && (
					<>
						<BundleTable
							bundles={ list.bundles }
							isWaiting={ waiting }
						/>
						<Pager
							page={ view.page }
							perPage={ PER_PAGE }
							total={ list.total }
							deepest={ 500 }
							onPage={ ( page ) => change( { page } ) }
						/>
					</>
				) }
			</div>
			{ isCreating && (
				<CreateBundle
					onClose={ () => setCreating( false ) }
					onOpen={ ( bundle ) => change( { bundle } ) }
				/>
			) }
		</>
	);
}
