import { Modal } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { useShortcutsAsked } from '../shared/app/shortcuts';
import { useKeys } from '../shared/app/use-keys';

interface Group {
	title: string;
	/** What is pressed, and what it does. */
	keys: [ string[], string ][];
}

const groups = (): Group[] => [
	{
		title: __( 'On every screen', 'woo-inventory-guard' ),
		keys: [
			[ [ '?' ], __( 'Show this list', 'woo-inventory-guard' ) ],
			[
				[ '/' ],
				__( 'Search, where there is a search', 'woo-inventory-guard' ),
			],
			[
				[ 'Esc' ],
				__( 'Close what opened last', 'woo-inventory-guard' ),
			],
			[
				[ 'Ctrl+K' ],
				__(
					'Go to another screen, by its name',
					'woo-inventory-guard'
				),
			],
		],
	},
	{
		title: __( 'Lists', 'woo-inventory-guard' ),
		keys: [
			[
				[ '↓', '↑' ],
				__( 'Next and previous row', 'woo-inventory-guard' ),
			],
			[
				[ 'Enter' ],
				__(
					'Open the item, or adjust its number',
					'woo-inventory-guard'
				),
			],
		],
	},
	{
		title: __( 'Spreadsheet and variations', 'woo-inventory-guard' ),
		keys: [
			[
				[ '↓', '↑', '←', '→' ],
				__( 'Move between cells', 'woo-inventory-guard' ),
			],
			[
				[ 'Enter', 'F2' ],
				__( 'Change the cell', 'woo-inventory-guard' ),
			],
			[
				[ 'Enter', 'Tab' ],
				__(
					'While typing: save, then down or on',
					'woo-inventory-guard'
				),
			],
			[
				[ 'Esc' ],
				__( 'While typing: leave it as it was', 'woo-inventory-guard' ),
			],
		],
	},
	{
		title: __( 'Spreadsheet', 'woo-inventory-guard' ),
		keys: [
			[
				[ 'Ctrl+C', 'Ctrl+V' ],
				__( 'Copy and paste cells', 'woo-inventory-guard' ),
			],
			[
				[ 'Ctrl+Z', 'Ctrl+Y' ],
				__( 'Undo and redo', 'woo-inventory-guard' ),
			],
			[ [ 'Ctrl+D' ], __( 'Fill down', 'woo-inventory-guard' ) ],
			[
				[ 'Delete' ],
				__( 'Back to what is inherited', 'woo-inventory-guard' ),
			],
			[
				[ 'Esc', 'Tab' ],
				__( 'Leave the table', 'woo-inventory-guard' ),
			],
		],
	},
	{
		title: __( 'Bundles', 'woo-inventory-guard' ),
		keys: [
			[
				[ '↓', '↑', 'Enter' ],
				__(
					'Choose a component that was found',
					'woo-inventory-guard'
				),
			],
		],
	},
];

/** All shortcuts, for who presses ? on any screen of the app. */
export function Shortcuts() {
	const [ isOpen, setOpen ] = useState( false );
	const show = () => setOpen( true );
	useKeys( { '?': show } );
	useShortcutsAsked( show );
	if ( ! isOpen ) {
		return null;
	}
	return (
		<Modal
			title={ __( 'Shortcuts', 'woo-inventory-guard' ) }
			className="wig-modal"
			onRequestClose={ () => setOpen( false ) }
		>
			{ groups().map( ( { title, keys } ) => (
				<section key={ title } className="wig-shortcuts">
					<h2>{ title }</h2>
					<dl>
						{ keys.map( ( [ names, what ] ) => (
							<div key={ what }>
								<dt>
									{ names.map( ( name ) => (
										<kbd key={ name }>{ name }</kbd>
									) ) }
								</dt>
								<dd>{ what }</dd>
							</div>
						) ) }
					</dl>
				</section>
			) ) }
		</Modal>
	);
}
