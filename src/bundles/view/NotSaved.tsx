import { __ } from '@wordpress/i18n';
import type { Problem } from '../../shared/data/problem';
import { isRecord } from '../../shared/format/record';
import { Failure } from '../../shared/ui/Failure';

interface Props {
	problem: Problem;
	onRetry: () => void;
}

/** Why a bundle was not saved. A circle is drawn as the way round it. */
export function NotSaved( { problem, onRetry }: Props ) {
	const path =
		problem.code === 'wig_bundle_cycle' ? stepsOf( problem.data.path ) : [];
	if ( path.length === 0 ) {
		return (
			<Failure
				problem={ problem }
				onRetry={ problem.kind === 'invalid' ? undefined : onRetry }
			/>
		);
	}
	return (
		<div className="wig-stale wig-cycle" role="alert">
			<p>
				{ __(
					'Not saved: this bundle would contain itself. Take one of these out:',
					'woo-inventory-guard'
				) }
			</p>
			<ol>
				{ path.map( ( name, index ) => (
					<li key={ index }>{ name }</li>
				) ) }
			</ol>
		</div>
	);
}

const stepsOf = ( path: unknown ): string[] =>
	( Array.isArray( path ) ? path : [] ).flatMap( ( step ) =>
		isRecord( step ) ? String( step.name || step.sku ) : []
	);
