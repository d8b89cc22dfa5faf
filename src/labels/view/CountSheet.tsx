import { __, sprintf } from '@wordpress/i18n';
import { boot } from '../../shared/app/boot';
import { formatQuantity } from '../../shared/format/quantity';
import { dayWord, todayInShop } from '../../shared/format/words';
import type { PaperItem } from '../logic/chosen';
import { shelvesOf } from '../logic/count-sheet';
import { keyOf, type Code } from '../logic/symbol';
import { CodePicture } from './CodePicture';
import type { DrawnCodes } from './use-drawn';

interface Props {
	/** Name of the stocktake; empty where items were chosen here. */
	title: string;
	items: readonly PaperItem[];
	codeOf: ( item: PaperItem ) => Code | null;
	drawn: DrawnCodes;
	withExpected: boolean;
}

const ROOM = { width: 46, height: 7 };
const ROOM_OF_QR = { width: 12, height: 12 };

/** A list to write on, in the order of the shelves. */
export function CountSheet( props: Props ) {
	const { title, items, codeOf, drawn, withExpected } = props;
	const { locale } = boot();
	const columns = withExpected ? 4 : 3;
	return (
		<div
			className="wig-paper"
			role="region"
			aria-label={ __( 'What will be printed', 'woo-inventory-guard' ) }
			tabIndex={ 0 }
		>
			<style>{ '@page { margin: 12mm; }' }</style>
			<div className="wig-count-page">
				<div className="wig-count-head">
					<strong>
						{ title || __( 'Count sheet', 'woo-inventory-guard' ) }
					</strong>
					<span>{ dayWord( todayInShop() ) }</span>
					<span className="wig-count-line">
						{ __( 'Counted by', 'woo-inventory-guard' ) }
					</span>
				</div>
				<table className="wig-count-table">
					<thead>
						<tr>
							<th scope="col">
								{ __( 'Barcode', 'woo-inventory-guard' ) }
							</th>
							<th scope="col">
								{ __( 'Item', 'woo-inventory-guard' ) }
							</th>
							{ withExpected && (
								<th scope="col" className="is-number">
									{ __( 'Expected', 'woo-inventory-guard' ) }
								</th>
							) }
							<th scope="col">
								{ __( 'Counted', 'woo-inventory-guard' ) }
							</th>
						</tr>
					</thead>
					{ shelvesOf( items, locale ).map( ( shelf ) => (
						<tbody key={ shelf.bin }>
							<tr className="wig-count-shelf">
								<th scope="rowgroup" colSpan={ columns }>
									{ shelf.bin
										? sprintf(
												/* translators: %s: where items lie, such as shelf B. */
												__(
													'Bin %s',
													'woo-inventory-guard'
												),
												shelf.bin
											)
										: __(
												'No bin',
												'woo-inventory-guard'
											) }
								</th>
							</tr>
							{ shelf.items.map( ( item ) => {
								const code = codeOf( item );
								return (
									<tr key={ item.id }>
										<td className="wig-count-code">
											{ code && (
												<>
													<CodePicture
														code={ code }
														drawn={ drawn.get(
															keyOf( code )
														) }
														room={
															code.kind ===
															'qrcode'
																? ROOM_OF_QR
																: ROOM
														}
													/>
													<div>{ code.text }</div>
												</>
											) }
										</td>
										<th scope="row">
											{ item.name }
											<div className="wig-sku">
												{ item.sku }
											</div>
										</th>
										{ withExpected && (
											<td className="is-number">
												{ item.expected === null
													? '–'
													: formatQuantity(
															item.expected,
															locale
														) }
											</td>
										) }
										<td className="wig-count-write" />
									</tr>
								);
							} ) }
						</tbody>
					) ) }
				</table>
			</div>
		</div>
	);
}
