import { Button } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import type { StocktakeSums } from '../../../schema';
import type { Asked } from '../../../shared/app/use-asked';
import {
	money,
	number,
	percent,
	unitCount,
} from '../../../shared/format/words';
import { Failure } from '../../../shared/ui/Failure';
import { Loading } from '../../../shared/ui/Loading';
import { rightShare } from '../logic/report';
import type { Show } from '../logic/view';
import { lineCount } from './words';

interface Props {
	asked: Asked< StocktakeSums >;
	onShow: ( show: Show ) => void;
}

/** What was found in sum: first how much is right, then what is there too much and too little. */
export function Sums( { asked, onShow }: Props ) {
	const { answer: sums, problem, again } = asked;
	if ( problem && ! sums ) {
		return <Failure problem={ problem } onRetry={ again } />;
	}
	if ( ! sums ) {
		return <Loading />;
	}
	const { lines, units, money: value, unknown } = sums;
	const right = rightShare( { lines: lines.counted, right: lines.right } );
	return (
		<>
			<dl className="wig-numbers wig-review-sums">
				<Sum
					word={ __( 'Lines right', 'woo-inventory-guard' ) }
					sub={ lineCount( lines.right ) }
				>
					{ right === null ? '–' : percent( right ) }
				</Sum>
				<Sum
					word={ __( 'Found more', 'woo-inventory-guard' ) }
					sub={ unitCount( units.found ) }
				>
					{ money( value.found ) }
				</Sum>
				<Sum
					word={ __( 'Missing', 'woo-inventory-guard' ) }
					sub={ unitCount( units.missing ) }
				>
					{ money( value.missing ) }
				</Sum>
				<Sum
					word={ __( 'Undecided', 'woo-inventory-guard' ) }
					sub={
						lines.waiting_second > 0 &&
						sprintf(
							/* translators: %s: number of lines. */
							_n(
								'%s waiting for a second person',
								'%s waiting for a second person',
								lines.waiting_second,
								'woo-inventory-guard'
							),
							number( lines.waiting_second )
						)
					}
				>
					{ number( lines.undecided ) }
				</Sum>
				<Sum
					word={ __( 'Not counted', 'woo-inventory-guard' ) }
					sub={
						lines.uncounted > 0 && (
							<Button
								__next40pxDefaultSize
								variant="link"
								onClick={ () => onShow( 'uncounted' ) }
							>
								{ __( 'Look', 'woo-inventory-guard' ) }
							</Button>
						)
					}
				>
					{ number( lines.uncounted ) }
				</Sum>
			</dl>
			<p className="wig-review-notes wig-quiet" role="status">
				{ ! sums.ready &&
					__(
						'New counts are still being compared with the books; the sums follow by themselves.',
						'woo-inventory-guard'
					) }{ ' ' }
				{ value.unknown_lines > 0 &&
					sprintf(
						/* translators: %s: number of lines in words. */
						__(
							'%s without a known cost or price are not in the money.',
							'woo-inventory-guard'
						),
						lineCount( value.unknown_lines )
					) }{ ' ' }
				{ unknown.codes.length > 0 &&
					sprintf(
						/* translators: %s: codes, separated by commas. */
						__(
							'Codes that no item has were counted, too: %s. Tie them to items on the counting screen.',
							'woo-inventory-guard'
						),
						unknown.codes
							.map( ( { code } ) => code )
							.slice( 0, CODES )
							.join( ', ' )
					) }
			</p>
		</>
	);
}

/** So many unknown codes are named. */
const CODES = 5;

interface SumProps {
	word: string;
	sub?: ReactNode;
	children: ReactNode;
}

export const Sum = ( { word, sub, children }: SumProps ) => (
	<div>
		<dt>{ word }</dt>
		<dd>
			{ children }
			{ sub && <span className="wig-sub">{ sub }</span> }
		</dd>
	</div>
);
