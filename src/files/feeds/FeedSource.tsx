import { RadioControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { Field } from '../../shared/form/Field';
import type { FeedFormState } from './use-feed-form';

/** Where the file is. */
export function FeedSource( { form }: { form: FeedFormState } ) {
	const { draft, errors, change } = form;
	const isUrl = draft.source === 'url';
	return (
		<>
			<RadioControl
				className="is-wide"
				label={ __( 'Where the file is', 'woo-inventory-guard' ) }
				selected={ draft.source }
				options={ [
					{
						value: 'file',
						label: __(
							'In a folder of this server',
							'woo-inventory-guard'
						),
					},
					{
						value: 'url',
						label: __( 'At a web address', 'woo-inventory-guard' ),
					},
				] }
				onChange={ ( source ) =>
					change( { source: source === 'url' ? 'url' : 'file' } )
				}
			/>
			<Field
				className="is-wide"
				label={
					isUrl
						? __( 'Web address', 'woo-inventory-guard' )
						: __( 'Path of the file', 'woo-inventory-guard' )
				}
				value={ draft.address }
				error={ errors.address }
				maxLength={ 1000 }
				help={
					isUrl
						? __(
								'A CSV file that everybody can fetch who knows the address, such as https://supplier.example/stock.csv.',
								'woo-inventory-guard'
							)
						: __(
								'Below the uploads folder of WordPress, or another one that the owner of the server has named. Such as feeds/stock.csv.',
								'woo-inventory-guard'
							)
				}
				onChange={ ( address ) => change( { address } ) }
			/>
		</>
	);
}
