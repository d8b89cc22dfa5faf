import { __ } from '@wordpress/i18n';
import { marginOf, pagesOf, type Layout, type Shown } from '../logic/layout';
import { keyOf, type Code } from '../logic/symbol';
import type { PaperItem } from '../logic/chosen';
import { Label } from './Label';
import type { DrawnCodes } from './use-drawn';

interface Props {
	labels: readonly PaperItem[];
	codeOf: ( item: PaperItem ) => Code | null;
	drawn: DrawnCodes;
	layout: Layout;
	shown: Shown;
	/** Labels of the first sheet that are gone already. */
	used: number;
}

/** The pages as they will be printed: what is on screen is what goes to the printer. */
export function LabelPages( props: Props ) {
	const { labels, codeOf, drawn, layout, shown, used } = props;
	const { page, label, columns, gap } = layout;
	const margin = marginOf( layout );
	return (
		<div
			className="wig-paper"
			role="region"
			aria-label={ __( 'What will be printed', 'woo-inventory-guard' ) }
			// Wider than a phone: it can be moved by keys, too.
			tabIndex={ 0 }
		>
			<style>{ `@page { size: ${ page.width }mm ${ page.height }mm; margin: 0; }` }</style>
			{ pagesOf( labels, layout, used ).map( ( places, number ) => (
				<div
					key={ number }
					className="wig-label-page"
					style={ {
						width: `${ page.width }mm`,
						height: `${ page.height }mm`,
						padding: `${ margin.height.toFixed( 3 ) }mm ${ margin.width.toFixed( 3 ) }mm`,
						gridTemplateColumns: `repeat(${ columns }, ${ label.width }mm)`,
						gap: `${ gap.height }mm ${ gap.width }mm`,
						gridAutoRows: `${ label.height }mm`,
					} }
				>
					{ places.map( ( item, place ) => {
						if ( item === null ) {
							return <div key={ place } />;
						}
						const code = codeOf( item );
						return (
							<Label
								key={ place }
								item={ item }
								code={ code }
								drawn={
									code
										? drawn.get( keyOf( code ) )
										: undefined
								}
								size={ label }
								shown={ shown }
							/>
						);
					} ) }
				</div>
			) ) }
		</div>
	);
}
