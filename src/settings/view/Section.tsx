import type { ReactNode } from 'react';

interface Props {
	title: string;
	children: ReactNode;
}

/** What belongs together, under one heading. */
export const Section = ( { title, children }: Props ) => (
	<section className="wig-surface wig-settings-section">
		<h2>{ title }</h2>
		{ children }
	</section>
);
