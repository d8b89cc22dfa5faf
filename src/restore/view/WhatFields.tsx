import { RadioControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { boot } from '../../shared/app/boot';
import { findCategories, findItems } from '../../shared/data/find';
import { Field } from '../../shared/form/Field';
import { PickSome } from '../../shared/form/PickSome';
import { MOST, WHATS, type Wish, type WishProblems } from '../logic/wish';
import { problemWord, whatWord } from './words';

interface Props {
	wish: Wish;
	problems: WishProblems;
	onChange: ( part: Partial< Wish > ) => void;
}

const find = ( words: string, signal: AbortSignal ) =>
	findItems( words, signal );

/** Which items are brought back. */
export const WhatFields = ( { wish, problems, onChange }: Props ) => (
	<>
		<RadioControl
			label={ __( 'What is restored', 'woo-inventory-guard' ) }
			selected={ wish.what }
			options={ WHATS.filter(
				( what ) => what !== 'category' || boot().woocommerce
			).map( ( value ) => ( { value, label: whatWord( value ) } ) ) }
			onChange={ ( value ) =>
				onChange( {
					what: WHATS.find( ( known ) => known === value ) ?? 'all',
				} )
			}
		/>
		{ wish.what === 'search' && (
			<Field
				label={ __(
					'Search name, SKU or barcode',
					'woo-inventory-guard'
				) }
				value={ wish.words }
				maxLength={ MOST.words }
				error={ problemWord( problems, 'words' ) }
				onChange={ ( words ) => onChange( { words } ) }
			/>
		) }
		{ wish.what === 'category' && (
			<PickSome
				label={ whatWord( 'category' ) }
				add={ __( 'Add a category', 'woo-inventory-guard' ) }
				find={ findCategories }
				chosen={ wish.categories }
				most={ MOST.categories }
				error={ problemWord( problems, 'categories' ) }
				onChange={ ( categories ) => onChange( { categories } ) }
			/>
		) }
		{ wish.what === 'picked' && (
			<PickSome
				label={ whatWord( 'picked' ) }
				add={ __( 'Add an item', 'woo-inventory-guard' ) }
				find={ find }
				chosen={ wish.items }
				most={ MOST.items }
				error={ problemWord( problems, 'items' ) }
				onChange={ ( items ) => onChange( { items } ) }
			/>
		) }
	</>
);
