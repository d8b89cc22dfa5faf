import { Button } from '@wordpress/components';
import { sprintf, __ } from '@wordpress/i18n';
import { percent } from '../../../shared/format/words';
import { Icon } from '../../../shared/ui/icons';
import { When } from '../../../shared/ui/When';
import { actsOf, standingOf, type Act, type Row } from '../logic/line';
import { flagHelp, flagWord } from './flag-words';
import type { Acts } from './use-acts';
import type { PickedRows } from './use-picked';
import {
	actOnWord,
	actWord,
	reasonWord,
	standingIcon,
	standingWord,
} from './words';

interface OfRow {
	row: Row;
}

export const Pick = ( { row, picked }: OfRow & { picked: PickedRows } ) => (
	<input
		type="checkbox"
		aria-label={ sprintf(
			/* translators: %s: name of an item. */
			__( 'Pick %s', 'woo-inventory-guard' ),
			row.name
		) }
		checked={ picked.has( row.id ) }
		onChange={ ( event ) => picked.turn( row.id, event.target.checked ) }
	/>
);

interface NameProps extends OfRow {
	open: number | null;
	onOpen: ( item: number | null ) => void;
}

export const Name = ( { row, open, onOpen }: NameProps ) => (
	<>
		<Button
			__next40pxDefaultSize
			variant="link"
			className="wig-name"
			aria-expanded={ open === row.id }
			onClick={ () => onOpen( open === row.id ? null : row.id ) }
		>
			{ row.name || __( 'An item that is gone', 'woo-inventory-guard' ) }
		</Button>
		<span className="wig-sub">
			{ row.sku && <span className="wig-sku">{ row.sku }</span> }
			{ row.bin && <span>{ row.bin }</span> }
		</span>
	</>
);

export const Share = ( { row }: OfRow ) =>
	row.share === null || row.share === 0 ? null : (
		<span className="wig-review-share">
			{ percent( Math.abs( row.share ) ) }
		</span>
	);

export const By = ( { row }: OfRow ) => (
	<>
		{ row.counters.map( ( { name } ) => name ).join( ', ' ) }
		{ row.counted_at && (
			<span className="wig-sub">
				<When moment={ row.counted_at } />
			</span>
		) }
	</>
);

export const Flags = ( { row }: OfRow ) =>
	row.flags.length === 0 ? null : (
		<ul className="wig-review-flags">
			{ row.flags.map( ( flag ) => (
				<li
					key={ flag }
					className="wig-status is-low"
					title={ flagHelp( flag ) }
				>
					<Icon name="low" />
					{ flagWord( flag ) }
				</li>
			) ) }
		</ul>
	);

interface StandingProps extends OfRow {
	may: boolean;
	acts: Acts;
}

/** In a row there is room for the acts that are next; all others are in the line when it is opened. */
const IN_ROW: readonly Act[] = [ 'accept', 'leave', 'recount', 'zero' ];

/** What becomes of a line; where nobody has decided, the buttons to do so. */
export function Standing( { row, may, acts }: StandingProps ) {
	const standing = standingOf( row );
	const [ icon, tone ] = standingIcon( standing );
	const isOpen = standing === 'undecided' || standing === 'uncounted';
	const able = actsOf( row ).filter( ( act ) =>
		isOpen ? IN_ROW.includes( act ) : act === 'approve'
	);
	const refused = acts.refused.get( row.id );
	return (
		<>
			{ ( ! isOpen || ! may || able.length === 0 ) && (
				<span className={ `wig-status ${ tone }` }>
					<Icon name={ icon } />
					{ standingWord( standing ) }
				</span>
			) }
			{ row.decision !== 'none' && (
				<span className="wig-sub">
					{ row.reason !== 'unknown' && (
						<span>{ reasonWord( row.reason ) }</span>
					) }
					<span>{ row.decided_by_name }</span>
					{ row.approved_by_name && (
						<span>
							{ sprintf(
								/* translators: %s: a person. */
								__( 'agreed: %s', 'woo-inventory-guard' ),
								row.approved_by_name
							) }
						</span>
					) }
					{ row.note && <q>{ row.note }</q> }
				</span>
			) }
			{ row.recount_note && (
				<q className="wig-sub">{ row.recount_note }</q>
			) }
			{ may && able.length > 0 && (
				<div className="wig-review-acts">
					{ able.map( ( act ) => (
						<Button
							key={ act }
							__next40pxDefaultSize
							variant="tertiary"
							aria-label={ actOnWord( act, row.name ) }
							accessibleWhenDisabled
							disabled={ acts.sending }
							onClick={ () => void acts.on( act, [ row ] ) }
						>
							{ actWord( act ) }
						</Button>
					) ) }
				</div>
			) }
			{ refused && (
				<span className="wig-status is-out" role="alert">
					{ refused }
				</span>
			) }
		</>
	);
}
