/**
 * @jest-environment node
 */
import vectors from '../../../tests/vectors/reports.json';
import { abc, USUAL_CUTS, xyz } from './classes';
import { coverDays, lost, sellThrough, turnover, variation } from './figures';
import { someFacts } from './some-facts';

/** Each formula gives what its source says. What PHP reckons too is compared with the same file: VectorsTest. */

test.each( vectors.turnover )(
	'Turnover: $source',
	( { days, turnover: wanted, ...own } ) =>
		expect( turnover( someFacts( own ), days ) ).toBe( wanted )
);

test.each( vectors.cover )(
	'Days of cover: $source',
	( { days, cover, ...own } ) =>
		expect( coverDays( someFacts( own ), days ) ).toBe( cover )
);

test.each( vectors.sell_through )(
	'Sell-through: $source',
	( { sell_through: wanted, ...own } ) =>
		expect( sellThrough( someFacts( own ) ) ).toBe( wanted )
);

test.each( vectors.variation )(
	'Variation: $source',
	( { weeks, variation: wanted, class: letter } ) => {
		expect( variation( weeks ) ).toBe( wanted );
		expect( xyz( wanted, USUAL_CUTS ) ).toBe( letter );
	}
);

test.each( vectors.abc )( 'ABC: $source', ( { values, classes } ) =>
	expect( abc( values, USUAL_CUTS ).map( ( one ) => one.class ) ).toEqual(
		classes
	)
);

test.each( vectors.lost )(
	'Lost sales: $source',
	( { units, sales, ...own } ) =>
		expect( lost( someFacts( own ) ) ).toEqual( { units, sales } )
);
