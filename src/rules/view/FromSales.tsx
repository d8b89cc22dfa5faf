import { Button } from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { RuleExample } from '../../schema';
import { asProblem, type Problem } from '../../shared/data/problem';
import { Failure } from '../../shared/ui/Failure';
import { fetchDemand } from '../data/api';
import { suggest, type Suggestion } from '../logic/suggest';
import { reasonWords } from './reason-words';
import { show } from './words';

interface Props {
	items: Pick< RuleExample, 'item_id' | 'name' >[];
	onThreshold: ( threshold: number ) => void;
}

interface Found {
	id: number;
	name: string;
	suggestion: Suggestion | null;
}

/** What the sales of these items say about their thresholds, with the reasoning; asked for, since it reads a year. */
export function FromSales( { items, onThreshold }: Props ) {
	const [ found, setFound ] = useState< Found[] | null >( null );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const [ isBusy, setBusy ] = useState( false );
	const ids = items.map( ( { item_id: id } ) => id ).join();
	useEffect( () => setFound( null ), [ ids ] );

	const ask = async () => {
		setBusy( true );
		setProblem( null );
		try {
			setFound(
				await Promise.all(
					items.map( async ( { item_id: id, name } ) => ( {
						id,
						name,
						suggestion: suggest( await fetchDemand( id ) ),
					} ) )
				)
			);
		} catch ( thrown ) {
			setProblem( asProblem( thrown ) );
		}
		setBusy( false );
	};

	return (
		<>
			{ problem && <Failure problem={ problem } onRetry={ ask } /> }
			{ ! found && ! problem && (
				<Button
					__next40pxDefaultSize
					variant="secondary"
					isBusy={ isBusy }
					onClick={ ask }
				>
					{ __( 'Suggest from sales', 'woo-inventory-guard' ) }
				</Button>
			) }
			<div role="status">
				{ found && (
					<ul className="wig-suggestions">
						{ found.map( ( { id, name, suggestion } ) => (
							<li key={ id }>
								<span>
									<b>{ name }</b>{ ' ' }
									{ suggestion
										? reasonWords( suggestion )
										: __(
												'has sold too little to say anything',
												'woo-inventory-guard'
											) }
								</span>
								{ suggestion && (
									<Button
										__next40pxDefaultSize
										variant="link"
										onClick={ () =>
											onThreshold( suggestion.threshold )
										}
									>
										{ sprintf(
											/* translators: %s: units. */
											__(
												'Use %s',
												'woo-inventory-guard'
											),
											show( suggestion.threshold )
										) }
									</Button>
								) }
							</li>
						) ) }
					</ul>
				) }
			</div>
		</>
	);
}
