import { __, sprintf } from '@wordpress/i18n';
import { dayWord } from '../../shared/format/words';
import { BothVersions } from '../../shared/ui/BothVersions';
import type { Offer } from '../data/api';
import type { ScheduleDraft } from '../logic/schedule';
import { blindWord, countersWord, packingWord } from '../list/words';
import { shareWord } from '../new/words';
import { scheduleWords } from './words';

interface Props {
	mine: ScheduleDraft;
	theirs: ScheduleDraft;
	offer: Offer;
	onMine: () => void;
	onTheirs: () => void;
}

/** Somebody else changed this schedule meanwhile, or it made its stocktake and moved on. */
export const StaleSchedule = ( props: Props ) => (
	<BothVersions
		question={ __(
			'This schedule was changed while you were working on it: by somebody else, or because its day came. Nothing of yours is saved yet. Which one is right?',
			'woo-inventory-guard'
		) }
		mine={ <Lines draft={ props.mine } offer={ props.offer } /> }
		theirs={ <Lines draft={ props.theirs } offer={ props.offer } /> }
		heading="h2"
		className="is-wide"
		onMine={ props.onMine }
		onTheirs={ props.onTheirs }
	/>
);

const Lines = ( { draft, offer }: { draft: ScheduleDraft; offer: Offer } ) => (
	<ul>
		{ [ ...planWords( draft ), ...whatWords( draft, offer ) ].map(
			( line ) => (
				<li key={ line }>{ line }</li>
			)
		) }
		<li>
			{ countersWord(
				offer.people.filter( ( { user_id: id } ) =>
					draft.counters.includes( id )
				)
			) }
		</li>
		{ draft.counters.length > 1 && <li>{ shareWord( draft.share ) }</li> }
	</ul>
);

const planWords = ( draft: ScheduleDraft ): string[] => [
	draft.name,
	draft.active
		? sprintf(
				/* translators: %s: a day. */
				__( 'Next: %s', 'woo-inventory-guard' ),
				dayWord( draft.next_on )
			)
		: __( 'Off', 'woo-inventory-guard' ),
	...scheduleWords( {
		every: draft.every,
		times: {
			A: Number( draft.times.A ),
			B: Number( draft.times.B ),
			C: Number( draft.times.C ),
		},
		portion_days: Number( draft.portion_days ),
		days_to_count: Number( draft.days_to_count ),
	} ),
	blindWord( draft.blind ),
	packingWord( draft.packing ),
];

/** What is counted, a line for each thing that was chosen. */
function whatWords( draft: ScheduleDraft, { choices }: Offer ): string[] {
	const chosen: [ string, readonly string[] ][] = [
		[
			__( 'Categories', 'woo-inventory-guard' ),
			choices.categories
				.filter( ( { id } ) => draft.categories.includes( id ) )
				.map( ( { name } ) => name ),
		],
		[ __( 'Suppliers', 'woo-inventory-guard' ), draft.suppliers ],
		[ __( 'Bins and shelves', 'woo-inventory-guard' ), draft.bins ],
		[
			__( 'Classes by value of sales', 'woo-inventory-guard' ),
			draft.classes,
		],
		[
			__( 'Not counted for so many days', 'woo-inventory-guard' ),
			[ draft.not_counted_days ].filter( Boolean ),
		],
		[
			__( 'Random sample', 'woo-inventory-guard' ),
			[ draft.sample ].filter( Boolean ),
		],
		[
			__( 'Items', 'woo-inventory-guard' ),
			draft.items.map( ( { name } ) => name ),
		],
	];
	return chosen
		.filter( ( [ , names ] ) => names.length > 0 )
		.map( ( [ title, names ] ) =>
			sprintf(
				/* translators: 1: what was chosen by, such as Suppliers, 2: names, separated by commas. */
				__( '%1$s: %2$s', 'woo-inventory-guard' ),
				title,
				names.join( ', ' )
			)
		);
}
