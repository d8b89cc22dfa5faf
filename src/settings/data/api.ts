import type { Settings, SettingsRequest } from '../../schema';
import { request } from '../../shared/data/request';
import type { Name } from '../logic/catalogue';

const PATH = '/woo-inventory-guard/v1/settings';

export const fetchSettings = async (): Promise< Settings > =>
	( await request< Settings >( { path: PATH } ) ).body;

/** What counts in this shop where nothing was chosen. */
export const fetchDefaults = async (): Promise< Settings > =>
	( await request< Settings >( { path: `${ PATH }/defaults` } ) ).body;

/** Sends only what was changed: what somebody else changed meanwhile stays. */
export const putSettings = async (
	data: SettingsRequest,
	key: string
): Promise< Settings > =>
	( await request< Settings >( { path: PATH, method: 'PUT', data, key } ) )
		.body;

/** Afterwards nothing is chosen for these, so that they follow their defaults. */
export const resetSettings = async (
	fields: readonly Name[],
	key: string
): Promise< Settings > =>
	(
		await request< Settings >( {
			path: `${ PATH }/reset`,
			method: 'POST',
			data: { fields },
			key,
		} )
	).body;
