import { Button } from '@wordpress/components';
import { useEffect, useId, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';

interface Props {
	question: string;
	mine: ReactNode;
	theirs: ReactNode;
	/** One below the heading that it stands under. */
	heading: 'h2' | 'h3';
	className?: string;
	onMine: () => void;
	onTheirs: () => void;
}

/** Somebody else saved the same thing meanwhile: both are shown, and a person says which is right. */
export function BothVersions( props: Props ) {
	const { question, heading, className = '' } = props;
	const id = useId();
	const first = useRef< HTMLParagraphElement >( null );
	useEffect( () => first.current?.focus(), [] );
	return (
		<section
			className={ `wig-stale wig-stale-both ${ className }` }
			role="alertdialog"
			aria-labelledby={ id }
		>
			<p id={ id } ref={ first } tabIndex={ -1 }>
				{ question }
			</p>
			<div className="wig-stale-lists">
				<Version
					heading={ heading }
					title={ __( 'Yours', 'woo-inventory-guard' ) }
					act={ __( 'Save mine', 'woo-inventory-guard' ) }
					onAct={ props.onMine }
				>
					{ props.mine }
				</Version>
				<Version
					heading={ heading }
					title={ __( 'Saved meanwhile', 'woo-inventory-guard' ) }
					act={ __( 'Keep this one', 'woo-inventory-guard' ) }
					onAct={ props.onTheirs }
				>
					{ props.theirs }
				</Version>
			</div>
		</section>
	);
}

const Version = ( {
	heading: Heading,
	title,
	act,
	onAct,
	children,
}: {
	heading: Props[ 'heading' ];
	title: string;
	act: string;
	onAct: () => void;
	children: ReactNode;
} ) => (
	<div>
		<Heading>{ title }</Heading>
		{ children }
		<Button __next40pxDefaultSize variant="secondary" onClick={ onAct }>
			{ act }
		</Button>
	</div>
);
