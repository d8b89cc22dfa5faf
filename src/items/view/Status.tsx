import type { Item } from '../../schema';
import { Icon } from '../../shared/ui/icons';
import { STATUS_ICON, statusWord } from './words';

/** Icon, word and colour; never colour alone. */
export const Status = ( { status }: { status: Item[ 'status' ] } ) => (
	<span className={ `wig-status is-${ status }` }>
		<Icon name={ STATUS_ICON[ status ] } />
		{ statusWord( status ) }
	</span>
);
