import { __ } from '@wordpress/i18n';
import { Failure } from '../../shared/ui/Failure';
import { scopeOf, type Plan } from '../logic/plan';
import { usePreview } from './use-preview';
import { appliesWord } from './words';

interface Props {
	plan: Plan;
	/** The server's word on what is chosen. */
	error?: string;
}

/** "Applies to 143 items": of what is chosen now. */
export function AppliesTo( { plan, error }: Props ) {
	const asked = scopeOf( plan );
	const { items, problem, isWaiting, retry } = usePreview(
		'scope' in asked
			? { location_id: plan.location, scope: asked.scope }
			: null
	);
	return (
		<div className="wig-applies is-wide">
			{ problem && <Failure problem={ problem } onRetry={ retry } /> }
			<p
				role="status"
				className={ isWaiting ? 'is-waiting' : '' }
				aria-busy={ isWaiting }
			>
				{ items === null && ! problem
					? __(
							'Items are being counted up …',
							'woo-inventory-guard'
						)
					: items !== null && appliesWord( items ) }
			</p>
			{ error && items !== 0 && (
				<p className="wig-many-wrong">{ error }</p>
			) }
			{ items === 0 && (
				<p className={ error ? 'wig-many-wrong' : 'wig-quiet' }>
					{ __(
						'No item fits all of this: there would be nothing to count.',
						'woo-inventory-guard'
					) }
				</p>
			) }
		</div>
	);
}
