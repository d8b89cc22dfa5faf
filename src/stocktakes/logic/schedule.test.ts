/**
 * @jest-environment node
 */
import type { StocktakeSchedule } from '../../schema';
import {
	checkSchedule,
	newSchedule,
	saysSame,
	scheduleDraft,
} from './schedule';

const DAY = '2026-12-01';
const draft = { ...newSchedule( DAY ), name: 'Shelf B' };

it( 'makes a monthly schedule, without what only portions have', () => {
	const checked = checkSchedule( draft );
	expect( checked ).toMatchObject( {
		request: {
			name: 'Shelf B',
			every: 'month',
			next_on: DAY,
			days_to_count: 7,
			active: true,
			share: 'none',
		},
	} );
	expect( checked ).not.toHaveProperty( 'request.times' );
	expect( checked ).not.toHaveProperty( 'request.portion_days' );
} );

it( 'counts in portions, each class so many times a year', () => {
	expect(
		checkSchedule( { ...draft, every: 'cycle', portion_days: '7' } )
	).toMatchObject( {
		request: { portion_days: 7, times: { A: 4, B: 2, C: 1 } },
	} );
} );

it( 'says at each field what is wrong with it', () => {
	expect(
		checkSchedule( {
			...draft,
			name: ' ',
			next_on: '',
			days_to_count: '91',
			sample: '0',
		} )
	).toEqual( {
		problems: {
			name: 'no-name',
			next_on: 'no-day',
			days_to_count: 'bounds',
			sample: 'whole',
		},
	} );
	const cycle = { ...draft, every: 'cycle' as const, portion_days: '' };
	expect(
		checkSchedule( { ...cycle, times: { A: '53', B: '2', C: '1' } } )
	).toEqual( { problems: { portion_days: 'bounds', times: 'bounds' } } );
	expect(
		checkSchedule( {
			...cycle,
			portion_days: '1',
			times: { A: '0', B: '0', C: '0' },
		} )
	).toEqual( { problems: { times: 'never' } } );
	// What only portions have is not asked for otherwise.
	expect( checkSchedule( { ...draft, portion_days: '' } ) ).toHaveProperty(
		'request'
	);
} );

it( 'reads a schedule as it is typed, and sends it again as it was', () => {
	const schedule: StocktakeSchedule = {
		id: 3,
		name: 'Shelf B',
		every: 'cycle',
		next_on: DAY,
		portion_days: 2,
		times: { A: 12, B: 4, C: 1 },
		days_to_count: 5,
		blind: false,
		packing: 'aside',
		location_id: 1,
		scope: {
			categories: [ 9 ],
			suppliers: [],
			bins: [],
			classes: [],
			not_counted_days: 30,
			sample: null,
			seed: null,
			items: [ 4 ],
		},
		counters: [ 5 ],
		share: 'even',
		active: false,
		last_stocktake_id: null,
		version: 3,
	};
	const {
		id: _id,
		last_stocktake_id: _last,
		version: _version,
		scope,
		...rest
	} = schedule;
	const { seed: _seed, ...asked } = scope;
	expect( checkSchedule( scheduleDraft( schedule, () => 'Cup' ) ) ).toEqual( {
		request: { ...rest, scope: asked },
	} );
	const typed = scheduleDraft( schedule, () => 'Cup' );
	expect( saysSame( schedule, typed ) ).toBe( true );
	expect( saysSame( schedule, { ...typed, counters: [] } ) ).toBe( false );
} );
