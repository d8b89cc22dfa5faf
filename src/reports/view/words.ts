import { __ } from '@wordpress/i18n';
import type { Report } from '../logic/reports';
import type { Column } from '../logic/table';

export const reportWord = ( report: Report ): string =>
	( {
		stock: __( 'Stock on a date', 'woo-inventory-guard' ),
		turnover: __( 'Turnover and cover', 'woo-inventory-guard' ),
		classes: __( 'ABC and XYZ', 'woo-inventory-guard' ),
		ageing: __( 'Stock by age', 'woo-inventory-guard' ),
		dead: __( 'What does not sell', 'woo-inventory-guard' ),
		outs: __( 'Stock-outs', 'woo-inventory-guard' ),
		shrinkage: __( 'Shrinkage', 'woo-inventory-guard' ),
		reserved: __( 'Reserved and short', 'woo-inventory-guard' ),
	} )[ report ];

/** How each is reckoned, and what cannot be known. */
export const helpWord = ( report: Report ): string =>
	( {
		stock: __(
			'What was on hand when the day ended, at the costs and prices of today: those of that day are not kept. Unit cost: what a unit cost last. Average cost: the moving average, reckoned anew with each receipt that says what was paid; until there is one, it is the unit cost. What leaves does so at the average and does not change it; a receipt that is taken back leaves too. (IAS 2, Inventories, weighted average cost.)',
			'woo-inventory-guard'
		),
		turnover: __(
			'Turnover: units sold by the average of what was there at the beginning and at the end, in a year. Cover: how many days what is there lasts at this pace. Sell-through: units sold of those that were there or came in. (Horngren, Cost Accounting; Levy and Weitz, Retailing Management.)',
			'woo-inventory-guard'
		),
		classes: __(
			'A: items that bring 80 % of the sales, B: the next 15 %, C: the rest. X: weekly sales vary by at most half of their mean, Y: by at most all of it, Z: by more. Sales are reckoned at today’s prices; only whole weeks count. (Silver, Pyke and Thomas, Inventory and Production Management.)',
			'woo-inventory-guard'
		),
		ageing: __(
			'How long what was on hand when the period ended had lain there, first in, first out: what is left is what came last. Units of the first count are as old as that count; what came back from a sale is as old as what is left of before it. Costs are today’s. (As the queue of ERPNext’s report Stock Ageing.)',
			'woo-inventory-guard'
		),
		dead: __(
			'Items of which there are some, and of which none was sold in this period. Days are counted since the last sale of the last two years.',
			'woo-inventory-guard'
		),
		outs: __(
			'Days on which there was none and none was sold, and an estimate of what was not sold because of that: the speed of the other days, times the price. It is an upper one: about half of the buyers come back or take something else. (Gruen and Corsten, Retail Out-of-Stocks.)',
			'woo-inventory-guard'
		),
		shrinkage: __(
			'Lost: damaged, lost, stolen, expired or used by the shop. Corrected: what counts and corrections found (plus) or missed (minus). Cost: both together, at today’s costs; items without a cost count as nothing. Share: a reason’s part of all that was lost, by cost; what was found lessens no loss.',
			'woo-inventory-guard'
		),
		reserved: __(
			'What is promised to orders now, and items of which more is promised than there is. The period does not matter here.',
			'woo-inventory-guard'
		),
	} )[ report ];

export const columnWord = ( column: Column ): string =>
	( {
		name: __( 'Item', 'woo-inventory-guard' ),
		sku: __( 'SKU', 'woo-inventory-guard' ),
		category: __( 'Category', 'woo-inventory-guard' ),
		on_hand: __( 'On hand', 'woo-inventory-guard' ),
		unit_cost: __( 'Unit cost', 'woo-inventory-guard' ),
		value_cost: __( 'At cost', 'woo-inventory-guard' ),
		average_cost: __( 'Average cost', 'woo-inventory-guard' ),
		value_average: __( 'At average cost', 'woo-inventory-guard' ),
		value_price: __( 'At selling prices', 'woo-inventory-guard' ),
		begin: __( 'At first', 'woo-inventory-guard' ),
		sold: __( 'Sold', 'woo-inventory-guard' ),
		turnover: __( 'Turnover a year', 'woo-inventory-guard' ),
		cover: __( 'Days of cover', 'woo-inventory-guard' ),
		sell_through: __( 'Sell-through', 'woo-inventory-guard' ),
		sales: __( 'Sales', 'woo-inventory-guard' ),
		share: __( 'Share, added up', 'woo-inventory-guard' ),
		class: __( 'Class', 'woo-inventory-guard' ),
		variation: __( 'Variation', 'woo-inventory-guard' ),
		age_0: __( '0–30 days', 'woo-inventory-guard' ),
		age_1: __( '31–90 days', 'woo-inventory-guard' ),
		age_2: __( '91–180 days', 'woo-inventory-guard' ),
		age_3: __( '181–365 days', 'woo-inventory-guard' ),
		age_4: __( 'Over 365 days', 'woo-inventory-guard' ),
		last_sold: __( 'Last sold', 'woo-inventory-guard' ),
		idle: __( 'Days since', 'woo-inventory-guard' ),
		last_in: __( 'Last received', 'woo-inventory-guard' ),
		days_out: __( 'Days out', 'woo-inventory-guard' ),
		lost_units: __( 'Units not sold', 'woo-inventory-guard' ),
		lost_sales: __( 'Lost sales', 'woo-inventory-guard' ),
		lost: __( 'Lost', 'woo-inventory-guard' ),
		corrected: __( 'Corrected', 'woo-inventory-guard' ),
		lost_cost: __( 'Cost', 'woo-inventory-guard' ),
		reserved: __( 'Reserved', 'woo-inventory-guard' ),
		available: __( 'Available', 'woo-inventory-guard' ),
	} )[ column ];
