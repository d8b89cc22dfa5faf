import type {
	FirstRun,
	GuardTest,
	GuardTestBuyer,
	GuardTestResult,
} from '../../schema';
import { request } from '../../shared/data/request';

const ROOT = '/woo-inventory-guard/v1';

async function post< T >( path: string, data: object = {} ): Promise< T > {
	return ( await request< T >( { path: ROOT + path, method: 'POST', data } ) )
		.body;
}

export const fetchFirstRun = async (): Promise< FirstRun > =>
	( await request< FirstRun >( { path: `${ ROOT }/first-run` } ) ).body;

/** Lends the taking over a hand for a moment. */
export const goOn = () => post< FirstRun >( '/first-run/import' );

export const endFirstRun = () => post< FirstRun >( '/first-run/end' );

export const beginTest = ( buyers: number ) =>
	post< GuardTest >( '/guard-tests', { buyers } );

export const buyInTest = ( test: number, buyer: number ) =>
	post< GuardTestBuyer >( `/guard-tests/${ test }/buyers`, { buyer } );

export const endTest = ( test: number ) =>
	post< GuardTestResult >( `/guard-tests/${ test }/end` );
