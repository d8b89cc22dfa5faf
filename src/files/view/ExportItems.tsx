import { SelectControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ExportItemsQuery } from '../../schema';
import { Field } from '../../shared/form/Field';
import { todayInShop } from '../../shared/format/words';
import { Exporting } from '../../shared/table-file/Exporting';
import { useExport } from '../../shared/table-file/use-export';
import { fetchExport } from '../data/api';
import {
	cellsOf,
	EXPORTED,
	isNumber,
	KINDS,
	SHOWN,
	STATUSES,
} from '../logic/export';
import { fieldWord, kindWord, shownWord, statusWord } from './words';

/** Items that are asked for at once. */
const PORTION = 1000;

const columns = () => [
	...EXPORTED.map( ( field ) => ( {
		title: fieldWord( field ),
		isNumber: isNumber( field ),
	} ) ),
	...SHOWN.map( ( field ) => ( {
		title: shownWord( field ),
		isNumber: field !== 'status',
	} ) ),
];

/** Items as a file, all of them or some. */
export function ExportItems() {
	const [ filter, setFilter ] = useState< ExportItemsQuery >( {} );
	const file = useExport(
		columns,
		async ( from, signal ) => {
			const { rows, next } = await fetchExport(
				{ ...filter, per_page: PORTION, after: from ?? undefined },
				signal
			);
			return { rows: rows.map( cellsOf ), next };
		},
		() => `items-${ todayInShop() }`
	);
	const all = { value: '', label: __( 'All', 'woo-inventory-guard' ) };
	return (
		<section className="wig-surface wig-files-part">
			<h2>{ __( 'Export', 'woo-inventory-guard' ) }</h2>
			<p>
				{ __(
					'Items with their stock, limits, costs and components. The file can be changed and imported again, here or in another shop.',
					'woo-inventory-guard'
				) }
			</p>
			<div className="wig-files-ways">
				<Field
					label={ __(
						'Name, SKU or barcode',
						'woo-inventory-guard'
					) }
					value={ filter.search ?? '' }
					maxLength={ 200 }
					onChange={ ( search ) =>
						setFilter( { ...filter, search } )
					}
				/>
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'Status', 'woo-inventory-guard' ) }
					value={ filter.status ?? '' }
					options={ [
						all,
						...STATUSES.map( ( value ) => ( {
							value,
							label: statusWord( value ),
						} ) ),
					] }
					onChange={ ( chosen ) =>
						setFilter( {
							...filter,
							status: STATUSES.find( ( one ) => one === chosen ),
						} )
					}
				/>
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'Kind', 'woo-inventory-guard' ) }
					value={ filter.kind ?? '' }
					options={ [
						all,
						...KINDS.map( ( value ) => ( {
							value,
							label: kindWord( value ),
						} ) ),
					] }
					onChange={ ( chosen ) =>
						setFilter( {
							...filter,
							kind: KINDS.find( ( one ) => one === chosen ),
						} )
					}
				/>
			</div>
			<Exporting file={ file } />
		</section>
	);
}
