import { createContext, useContext } from '@wordpress/element';
import type { AdjustmentRequest } from '../../schema';

/** What can be done with an item, from anywhere in the list. */
export interface ItemActions {
	mayAdjust: boolean;
	/** The address of an item, so that it can be opened in a tab of its own. */
	addressOf: ( id: number ) => string;
	open: ( id: number ) => void;
	adjust: (
		change: AdjustmentRequest & { item_id: number },
		key: string
	) => Promise< void >;
}

const Context = createContext< ItemActions >( {
	mayAdjust: false,
	addressOf: () => '',
	open: () => {},
	adjust: async () => {},
} );

export const ItemActionsProvider = Context.Provider;
export const useItemActions = () => useContext( Context );
