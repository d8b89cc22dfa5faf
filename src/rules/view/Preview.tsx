import { __ } from '@wordpress/i18n';
import type { RuleExample, RuleRequest } from '../../schema';
import { Failure } from '../../shared/ui/Failure';
import { FromSales } from './FromSales';
import { usePreview } from './use-preview';
import { itemsWord, ruleWords } from './words';

interface Props {
	request: RuleRequest | null;
	/** NULL where the rule has no threshold. */
	onThreshold: ( ( threshold: number ) => void ) | null;
}

/** How many items a rule would speak for, and five of them before and after. */
export function Preview( { request, onThreshold }: Props ) {
	const { preview, problem, isWaiting, retry } = usePreview( request );
	return (
		<section
			className="wig-rule-preview is-wide"
			aria-label={ __( 'What it would do', 'woo-inventory-guard' ) }
		>
			{ problem && <Failure problem={ problem } onRetry={ retry } /> }
			<div role="status">
				{ ! preview && ! problem && (
					<p className="wig-quiet">
						{ __(
							'Say for what the rule is and what counts, and what it would do is shown here.',
							'woo-inventory-guard'
						) }
					</p>
				) }
				{ preview && <p>{ itemsWord( preview.items ) }</p> }
			</div>
			{ preview && preview.examples.length > 0 && (
				<>
					<Examples
						examples={ preview.examples }
						isWaiting={ isWaiting }
					/>
					{ onThreshold && (
						<FromSales
							items={ preview.examples }
							onThreshold={ onThreshold }
						/>
					) }
				</>
			) }
		</section>
	);
}

const Examples = ( props: { examples: RuleExample[]; isWaiting: boolean } ) => (
	<table
		className={ `wig-plain-table ${ props.isWaiting ? 'is-waiting' : '' }` }
		aria-busy={ props.isWaiting }
	>
		<thead>
			<tr>
				<th scope="col">{ __( 'Item', 'woo-inventory-guard' ) }</th>
				<th scope="col">{ __( 'Now', 'woo-inventory-guard' ) }</th>
				<th scope="col">
					{ __( 'With this rule', 'woo-inventory-guard' ) }
				</th>
			</tr>
		</thead>
		<tbody>
			{ props.examples.map( ( { item_id: id, name, before, after } ) => {
				const was = ruleWords( before );
				const becomes = ruleWords( after );
				const isSame = was.join() === becomes.join();
				return (
					<tr key={ id }>
						<th scope="row">{ name }</th>
						<td>
							<Lines words={ was } />
						</td>
						<td>
							{ isSame ? (
								<span className="wig-quiet">
									{ __( 'stays', 'woo-inventory-guard' ) }
								</span>
							) : (
								<Lines words={ becomes } />
							) }
						</td>
					</tr>
				);
			} ) }
		</tbody>
	</table>
);

const Lines = ( { words }: { words: string[] } ) => (
	<ul>
		{ words.map( ( line ) => (
			<li key={ line }>{ line }</li>
		) ) }
	</ul>
);
