import type { Settings, SettingsRequest } from '../../schema';
import { request } from '../../shared/data/request';

const PATH = '/woo-inventory-guard/v1/settings';

export const fetchSettings = async (): Promise< Settings > =>
	( await request< Settings >( { path: PATH } ) ).body;

/** Sends only what was changed: what somebody else changed meanwhile stays. */
export const putSettings = async (
	data: SettingsRequest,
	key: string
): Promise< Settings > =>
	( await request< Settings >( { path: PATH, method: 'PUT', data, key } ) )
		.body;
