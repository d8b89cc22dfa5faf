import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { GuardTestResult } from '../../schema';
import { boot } from '../../shared/app/boot';
import { asProblem, type Problem } from '../../shared/data/problem';
import { formatQuantity } from '../../shared/format/quantity';
import { announce } from '../../shared/ui/announce';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/icons';
import { beginTest, buyInTest, endTest } from '../data/api';
import { NOBODY, sendCrowd, type Fared } from '../logic/crowd';

const BUYERS = 40;

interface Outcome {
	fared: Fared;
	books: GuardTestResult;
}

/** 40 buyers who want one of 5 units each, really, on an item that is thrown away. */
export function GuardTest() {
	const [ fared, setFared ] = useState< Fared | null >( null );
	const [ outcome, setOutcome ] = useState< Outcome | null >( null );
	const [ problem, setProblem ] = useState< Problem | null >( null );

	const run = async () => {
		setOutcome( null );
		setProblem( null );
		setFared( NOBODY );
		try {
			const test = await beginTest( BUYERS );
			const end = await sendCrowd(
				test.buyers,
				async ( buyer ) => ( await buyInTest( test.id, buyer ) ).sold,
				setFared
			);
			const books = await endTest( test.id );
			setOutcome( { fared: end, books } );
			announce( resultWords( end, books ) );
		} catch ( thrown ) {
			setProblem( asProblem( thrown ) );
		} finally {
			setFared( null );
		}
	};

	return (
		<>
			<p>
				{ __(
					'40 buyers want a unit each, as many at once as your server lets in; there are 5. The item is made for this and removed afterwards, your own stock is not touched.',
					'woo-inventory-guard'
				) }
			</p>
			<Button
				__next40pxDefaultSize
				variant="secondary"
				isBusy={ fared !== null }
				accessibleWhenDisabled
				disabled={ fared !== null }
				onClick={ run }
			>
				{ outcome
					? __( 'Once more', 'woo-inventory-guard' )
					: __( 'Test the guard', 'woo-inventory-guard' ) }
			</Button>
			{ ( fared ?? outcome?.fared ) && (
				<Crowd fared={ fared ?? outcome?.fared ?? NOBODY } />
			) }
			{ outcome && (
				<p
					className={
						isRight( outcome ) ? 'wig-proof' : 'wig-proof is-wrong'
					}
				>
					<Icon name={ isRight( outcome ) ? 'check' : 'out' } />
					{ resultWords( outcome.fared, outcome.books ) }
				</p>
			) }
			{ problem && <Failure problem={ problem } onRetry={ run } /> }
		</>
	);
}

const isRight = ( { books }: Outcome ) => books.oversold === 0 && books.agrees;

/** Each buyer a dot, in the order of the answers. */
function Crowd( { fared }: { fared: Fared } ) {
	const dots = ( [ 'sold', 'refused', 'lost' ] as const ).flatMap( ( part ) =>
		Array.from( { length: fared[ part ] }, ( _, n ) => (
			<i key={ `${ part }${ n }` } className={ `is-${ part }` } />
		) )
	);
	return (
		<div className="wig-crowd" aria-hidden="true">
			{ dots }
		</div>
	);
}

function resultWords( fared: Fared, books: GuardTestResult ): string {
	const number = ( value: number ) => formatQuantity( value, boot().locale );
	const words = sprintf(
		/* translators: 1: units sold, 2: buyers who were refused, 3: units sold that were not there. */
		__(
			'%1$s sold, %2$s told kindly no, %3$s oversold.',
			'woo-inventory-guard'
		),
		number( books.sold ),
		number( fared.refused ),
		number( books.oversold )
	);
	return fared.lost === 0
		? words
		: `${ words } ${ sprintf(
				/* translators: %s: a number of buyers. */
				__(
					'%s got no answer from the server, and no unit twice.',
					'woo-inventory-guard'
				),
				number( fared.lost )
			) }`;
}
