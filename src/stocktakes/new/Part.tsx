import { useId } from '@wordpress/element';
import type { ReactNode } from 'react';

interface Props {
	title: string;
	words?: string;
	children: ReactNode;
}

/** A part of a long form, under a heading of its own. */
export function Part( { title, words, children }: Props ) {
	const id = useId();
	return (
		<section className="wig-stocktake-part" aria-labelledby={ id }>
			<h2 id={ id }>{ title }</h2>
			{ words && <p className="wig-quiet">{ words }</p> }
			<div className="wig-part">{ children }</div>
		</section>
	);
}
