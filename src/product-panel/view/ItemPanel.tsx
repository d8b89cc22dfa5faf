import { useEffect } from '@wordpress/element';
import { useItem } from '../../items';
import { boot } from '../../shared/app/boot';
import { Failure } from '../../shared/ui/Failure';
import { Loading } from '../../shared/ui/Loading';
import type { FieldNames } from '../logic/fields';
import { NotCounted } from './NotCounted';
import { PanelBody } from './PanelBody';
import { useFollowStock } from './use-follow-stock';

interface Props {
	id: number;
	fields: FieldNames;
}

/** The numbers of a product where it is edited: what there is, for whom, why, and a change of it at once. */
export function ItemPanel( { id, fields }: Props ) {
	const { item, problem, history, adjust, reload } = useItem( id );
	useFollowStock( item, fields );
	useEffect( () => {
		const look = () => document.hidden || reload();
		document.addEventListener( 'visibilitychange', look );
		return () => document.removeEventListener( 'visibilitychange', look );
	}, [ reload ] );
	return (
		<>
			{ problem && <Failure problem={ problem } onRetry={ reload } /> }
			{ item?.tracked && (
				<PanelBody
					item={ item }
					history={ history }
					fields={ fields }
					mayAdjust={ boot().can.adjust }
					onAdjust={ adjust }
					onHistory={ reload }
				/>
			) }
			{ item && ! item.tracked && <NotCounted item={ item } /> }
			{ ! item && ! problem && <Loading /> }
		</>
	);
}
