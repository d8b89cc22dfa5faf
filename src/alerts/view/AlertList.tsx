import { SelectControl } from '@wordpress/components';
import { useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { boot } from '../../shared/app/boot';
import { focusAfter } from '../../shared/table/row-focus';
import { PagedRows } from '../../shared/table/PagedRows';
import { Message } from '../../shared/ui/Message';
import { KINDS, PER_PAGE, pickKind, type View } from '../logic/view';
import { AlertLines } from './AlertLines';
import { useAlerts } from './use-alerts';
import { kindWord } from './words';

interface Props {
	view: View;
	onView: ( view: View ) => void;
}

/** Alerts with their filter and pages. */
export function AlertList( { view, onView }: Props ) {
	const list = useAlerts( view );
	const body = useRef< HTMLDivElement >( null );
	const filtered = view.kind !== null;
	const nothing =
		view.show === 'open'
			? __( 'Nothing needs you.', 'woo-inventory-guard' )
			: __( 'There has been no alert yet.', 'woo-inventory-guard' );
	return (
		<div ref={ body } tabIndex={ -1 }>
			<div className="wig-toolbar">
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'Kind', 'woo-inventory-guard' ) }
					hideLabelFromVision
					value={ view.kind ?? '' }
					options={ [
						{
							value: '',
							label: __( 'All kinds', 'woo-inventory-guard' ),
						},
						...KINDS.map( ( kind ) => ( {
							value: kind,
							label: kindWord( kind ),
						} ) ),
					] }
					onChange={ ( value ) =>
						onView(
							pickKind(
								view,
								KINDS.find( ( kind ) => kind === value ) ?? null
							)
						)
					}
				/>
			</div>
			<PagedRows
				list={ list }
				page={ view.page }
				perPage={ PER_PAGE }
				onPage={ ( page ) => onView( { ...view, page } ) }
				nothing={
					<Message
						icon="check"
						title={
							filtered
								? __(
										'There is no alert of this kind.',
										'woo-inventory-guard'
									)
								: nothing
						}
					/>
				}
			>
				<AlertLines
					rows={ list.rows }
					failed={ list.failed }
					isWaiting={ list.waiting === 'again' }
					mayHandle={ boot().can.adjust }
					onHandle={ ( alert ) => {
						focusAfter( body.current, alert.id );
						void list.handle( alert );
					} }
				/>
			</PagedRows>
		</div>
	);
}
