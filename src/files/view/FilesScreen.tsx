import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { boot } from '../../shared/app/boot';
import { useRoute } from '../../shared/app/route';
import { Feeds } from '../feeds/Feeds';
import '../files.scss';
import { Draft } from './Draft';
import { DropFile } from './DropFile';
import { ExportItems } from './ExportItems';
import { ImportList } from './ImportList';
import { ImportPage } from './ImportPage';
import { useDraft } from './use-draft';

/** Tables in and out: a new import, one that is under way or past, exports, and files that the server reads by itself. */
export function FilesScreen() {
	const { search, go } = useRoute();
	const id = Number( new URLSearchParams( search ).get( 'import' ) ?? 0 );
	const draft = useDraft();
	/** How often a feed was read while this is open: each is one more import. */
	const [ read, setRead ] = useState( 0 );
	const open = ( made: number ) => {
		draft.close();
		go( { import: String( made ) } );
	};
	return (
		<div className="wig-files">
			<div className="wig-head">
				<h1>{ __( 'Import and export', 'woo-inventory-guard' ) }</h1>
			</div>
			{ id > 0 && <ImportPage key={ id } id={ id } /> }
			{ id === 0 && boot().can.adjust && (
				<section className="wig-surface wig-files-part">
					<h2>{ __( 'Import', 'woo-inventory-guard' ) }</h2>
					{ draft.file ? (
						<Draft draft={ draft } onMade={ open } />
					) : (
						<DropFile onFile={ draft.choose } />
					) }
				</section>
			) }
			{ id === 0 && ! draft.file && (
				<>
					<ExportItems />
					{ boot().can.configure && (
						<Feeds onRead={ () => setRead( ( n ) => n + 1 ) } />
					) }
					{ boot().can.adjust && <ImportList read={ read } /> }
				</>
			) }
		</div>
	);
}
