import {
	columnVisibilityFeature,
	rowPaginationFeature,
	rowSortingFeature,
	tableFeatures,
} from '@tanstack/react-table';

/** What lists of ours can do; paging and sorting are the server's work. */
export const features = tableFeatures( {
	columnVisibilityFeature,
	rowPaginationFeature,
	rowSortingFeature,
} );
