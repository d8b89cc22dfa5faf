import { lazy } from '@wordpress/element';
import type { ComponentType } from 'react';
import { StockScreen } from '../items';

/** A screen in a file of its own, fetched when it is opened. */
interface Later {
	bring: () => Promise< ComponentType >;
	get: () => ComponentType;
}

function later( fetch: () => Promise< ComponentType > ): Later {
	let here: ComponentType | null = null;
	const bring = async () => ( here ??= await fetch() );
	const Waited = lazy( async () => ( { default: await bring() } ) );
	return { bring, get: () => here ?? Waited };
}

/** By the first part of the path in the address; what comes after it the screen reads itself. */
const SCREENS: Partial< Record< string, Later > > = {
	'/dashboard': later(
		async () =>
			(
				await import(
					/* webpackChunkName: "dashboard" */ '../dashboard'
				)
			).DashboardScreen
	),
	'/bundles': later(
		async () =>
			( await import( /* webpackChunkName: "bundles" */ '../bundles' ) )
				.BundlesScreen
	),
	'/variations': later(
		async () =>
			(
				await import(
					/* webpackChunkName: "variations" */ '../variations'
				)
			).VariationsScreen
	),
	'/stocktakes': later(
		async () =>
			(
				await import(
					/* webpackChunkName: "stocktakes" */ '../stocktakes'
				)
			).StocktakesScreen
	),
	'/ledger': later(
		async () =>
			( await import( /* webpackChunkName: "ledger" */ '../ledger' ) )
				.LedgerScreen
	),
	'/files': later(
		async () =>
			( await import( /* webpackChunkName: "files" */ '../files' ) )
				.FilesScreen
	),
	'/labels': later(
		async () =>
			( await import( /* webpackChunkName: "labels" */ '../labels' ) )
				.LabelsScreen
	),
	'/restore': later(
		async () =>
			( await import( /* webpackChunkName: "restore" */ '../restore' ) )
				.RestoreScreen
	),
	'/reports': later(
		async () =>
			( await import( /* webpackChunkName: "reports" */ '../reports' ) )
				.ReportsScreen
	),
	'/shortfalls': later(
		async () =>
			(
				await import(
					/* webpackChunkName: "shortfalls" */ '../shortfalls'
				)
			).ShortfallsScreen
	),
	'/alerts': later(
		async () =>
			( await import( /* webpackChunkName: "alerts" */ '../alerts' ) )
				.AlertsScreen
	),
	'/limits': later(
		async () =>
			( await import( /* webpackChunkName: "limits" */ '../limits' ) )
				.LimitsScreen
	),
	'/rules': later(
		async () =>
			( await import( /* webpackChunkName: "rules" */ '../rules' ) )
				.RulesScreen
	),
	'/backups': later(
		async () =>
			( await import( /* webpackChunkName: "backups" */ '../backups' ) )
				.BackupsScreen
	),
	'/settings': later(
		async () =>
			( await import( /* webpackChunkName: "settings" */ '../settings' ) )
				.SettingsScreen
	),
	'/start': later(
		async () =>
			(
				await import(
					/* webpackChunkName: "first-run" */ '../first-run'
				)
			).FirstRunScreen
	),
};

/**
 * Fetches the file of a screen ahead. Where it came with the page (Admin\Assets), that takes no time.
 * @param section
 */
export const bringScreen = async ( section: string ): Promise< void > => {
	// Who cannot fetch it is told where the screen would be.
	await SCREENS[ section ]?.bring().catch( () => undefined );
};

export const screenOf = ( section: string ): ComponentType =>
	SCREENS[ section ]?.get() ?? StockScreen;
