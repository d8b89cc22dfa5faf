import { useEffect, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Attention } from '../../schema';
import { Link } from '../../shared/app/Link';
import { isFocusLost } from '../../shared/table/row-focus';
import { Failure } from '../../shared/ui/Failure';
import { Loading } from '../../shared/ui/Loading';
import { Icon } from '../../shared/ui/icons';
import { Told } from '../../shared/ui/Told';
import type { Asked } from '../../shared/app/use-asked';
import { groupsOf, type Group } from '../logic/needs';
import { momentWord, number } from '../../shared/format/words';
import type { Done } from './done';
import { DueRow } from './DueRow';
import { MassRow } from './MassRow';
import { HoldRow, LedgerRow, LowRow, OutRow, ShortRow } from './rows';
import { groupWord, moreWord } from './words';

interface Props {
	attention: Asked< Attention >;
	onDone: () => void;
}

/** What needs a person, with what can be done about it on the spot. */
export function NeedsYou( { attention, onDone }: Props ) {
	const { answer, problem, again } = attention;
	const [ done, setDone ] = useState< Done | null >( null );
	const heading = useRef< HTMLHeadingElement >( null );
	const acted = useRef( false );
	// What was done took its row away, and the button in it that had the focus.
	useEffect( () => {
		if ( acted.current && isFocusLost() ) {
			heading.current?.focus();
		}
		acted.current = false;
	}, [ answer ] );
	const onRow = ( what: Done | null ) => {
		acted.current = true;
		setDone( what );
		onDone();
	};
	return (
		<section className="wig-surface wig-needs" aria-labelledby="wig-needs">
			<h2 id="wig-needs" ref={ heading } tabIndex={ -1 }>
				{ __( 'Needs you', 'woo-inventory-guard' ) }
			</h2>
			{ problem && <Failure problem={ problem } onRetry={ again } /> }
			{ ! answer && ! problem && <Loading /> }
			{ answer && <Groups attention={ answer } onDone={ onRow } /> }
			{ done && (
				<Told
					key={ done.text }
					words={ done.text }
					onUndo={ done.undo }
					onGone={ () => setDone( null ) }
				/>
			) }
		</section>
	);
}

interface GroupsProps {
	attention: Attention;
	onDone: ( done: Done | null ) => void;
}

function Groups( { attention, onDone }: GroupsProps ) {
	const groups = groupsOf( attention );
	if ( groups.length === 0 ) {
		return (
			<div className="wig-calm">
				<Icon name="check" />
				<p>{ __( 'Nothing needs you.', 'woo-inventory-guard' ) }</p>
				{ attention.last_handled_at && (
					<p className="wig-quiet">
						{ sprintf(
							/* translators: %s: day and time. */
							__(
								'The last thing that did was settled on %s.',
								'woo-inventory-guard'
							),
							momentWord( attention.last_handled_at )
						) }
					</p>
				) }
			</div>
		);
	}
	return (
		<>
			{ groups.map( ( group ) => (
				<div key={ group } className={ `wig-need is-${ group }` }>
					<h3>
						<Icon name={ ICONS[ group ] } />
						{ groupWord( group ) }
						{ group !== 'ledger' && (
							<span className="wig-count">
								{ number( attention.counts[ group ] ) }
							</span>
						) }
					</h3>
					<ul>{ rowsOf( group, attention, onDone ) }</ul>
					<More group={ group } attention={ attention } />
				</div>
			) ) }
		</>
	);
}

const ICONS = {
	ledger: 'out',
	mass: 'out',
	short: 'out',
	out: 'out',
	low: 'low',
	holds: 'clock',
	due: 'clock',
} as const;

function rowsOf(
	group: Group,
	attention: Attention,
	onDone: ( done: Done | null ) => void
) {
	switch ( group ) {
		case 'out':
			return attention.out.map( ( row ) => (
				<OutRow key={ row.item.id } row={ row } onDone={ onDone } />
			) );
		case 'low':
			return attention.low.map( ( row ) => (
				<LowRow key={ row.item.id } row={ row } onDone={ onDone } />
			) );
		case 'short':
			return attention.short.map( ( row ) => (
				<ShortRow key={ row.id } row={ row } />
			) );
		case 'holds':
			return attention.holds.map( ( row ) => (
				<HoldRow
					key={ row.reservation_id }
					row={ row }
					onDone={ onDone }
				/>
			) );
		case 'mass':
			return attention.mass.map(
				( event ) =>
					event && (
						<MassRow
							key={ event.mark }
							event={ event }
							onDone={ onDone }
						/>
					)
			);
		case 'due':
			return attention.due.map( ( row ) => (
				<DueRow key={ row.id } row={ row } />
			) );
		default:
			return <LedgerRow ledger={ attention.ledger } />;
	}
}

/** What does not fit here is a list of its own. */
function More( { group, attention }: { group: Group; attention: Attention } ) {
	if ( group !== 'out' && group !== 'low' && group !== 'short' ) {
		return null;
	}
	if ( attention.counts[ group ] <= attention[ group ].length ) {
		return null;
	}
	return (
		<Link
			className="wig-more"
			{ ...( group === 'short'
				? { path: '/shortfalls' }
				: {
						path: '/stock',
						params: { status: group, orderby: 'available' },
					} ) }
		>
			{ moreWord( group ) }
		</Link>
	);
}
