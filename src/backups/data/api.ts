import type {
	Backup,
	BackupReturn,
	BackupReturnRequest,
	Backups,
	Repair,
	RepairEstimateRequest,
	RepairRequest,
} from '../../schema';
import { newKey } from '../../shared/app/new-key';
import { request } from '../../shared/data/request';

const ROOT = '/woo-inventory-guard/v1';

const post = async < T >( path: string, data: object, key = newKey() ) =>
	( await request< T >( { path: ROOT + path, method: 'POST', data, key } ) )
		.body;

export const fetchBackups = async ( signal?: AbortSignal ) =>
	(
		await request< Backups >( {
			path: `${ ROOT }/backups`,
			...( signal ? { signal } : {} ),
		} )
	).body;

export const makeBackup = ( key: string ) =>
	post< Backup >( '/backups', {}, key );

export const checkBackup = ( id: number ) =>
	post< Backup >( `/backups/${ id }/check`, {} );

/** Lends it a hand for a moment. */
export const workAtBackup = ( id: number ) =>
	post< Backup >( `/backups/${ id }/work`, {} );

export const announceFile = ( bytes: number ) =>
	post< Backup >( '/backups/uploads', { bytes } );

export const sendPiece = ( id: number, from: number, data: string ) =>
	post< Backup >( `/backups/${ id }/pieces`, { from, data } );

export async function deleteBackup( id: number ): Promise< void > {
	await request( { path: `${ ROOT }/backups/${ id }`, method: 'DELETE' } );
}

export const fetchReturns = async ( signal?: AbortSignal ) =>
	(
		await request< BackupReturn[] >( {
			path: `${ ROOT }/backup-returns`,
			...( signal ? { signal } : {} ),
		} )
	).body;

export const lookAtReturn = (
	id: number,
	data: BackupReturnRequest,
	key: string
) => post< BackupReturn >( `/backups/${ id }/returns`, data, key );

export const startReturn = ( id: number, key: string ) =>
	post< BackupReturn >( `/backup-returns/${ id }/start`, {}, key );

export const workAtReturn = ( id: number ) =>
	post< BackupReturn >( `/backup-returns/${ id }/work`, {} );

export const fetchRepair = async ( signal?: AbortSignal ) =>
	(
		await request< Repair >( {
			path: `${ ROOT }/repair`,
			...( signal ? { signal } : {} ),
		} )
	).body;

export const mend = ( data: RepairRequest, key: string ) =>
	post< Repair >( '/repair', data, key );

export const adoptEstimate = ( data: RepairEstimateRequest, key: string ) =>
	post< Repair >( '/repair/estimates', data, key );
