import { FIELDS, type Field, type NamedField } from './fields';

/**
 * Headings by what they are, without case, spaces and signs. From: WooCommerce's product export (its column names) and
 * the meta keys that WP All Export writes, ATUM's Stock Central and Export Pro, Stock Manager's export, and what Chinese
 * programs for goods call their columns.
 */
const HEADINGS: Readonly< Record< NamedField, string > > = {
	sku: 'sku, productsku, itemsku, variantsku, articlenumber, artikelnummer, partnumber, itemnumber, itemcode, productcode, 商品编码, 商品編碼, 商品编号, 商品編號, 商品代码, 商品代碼, 货号, 貨號, 货品编码, 貨品編號, 编码, 編碼, 编号, 編號, 款号, 款號, 料号, 料號, 物料编码, 品號, 品号, 商家编码, 规格编码',
	barcode:
		'barcode, ean, ean13, upc, gtin, isbn, gtinupceanorisbn, globaluniqueid, eancode, barcodeean, 条码, 條碼, 条形码, 條形碼, 商品条码, 商品條碼, 国际条码, 國際條碼, 69码',
	name: 'name, title, productname, producttitle, itemname, posttitle, 名称, 名稱, 商品名称, 商品名稱, 品名, 货品名称, 貨品名稱, 产品名称, 產品名稱, 商品标题',
	on_hand:
		'stock, onhand, quantity, qty, stockquantity, stocklevel, currentstock, stockonhand, inventory, available stock, units, bestand, lagerbestand, menge, existencias, cantidad, quantité, 库存, 庫存, 数量, 數量, 库存数量, 庫存數量, 库存量, 庫存量, 现有库存, 現有庫存, 当前库存, 總庫存, 总库存, 实际库存, 在庫, 在库',
	delta: 'delta, change, difference, adjustment, quantitychange, stockchange, 变动, 變動, 变动数量, 變動數量, 增减, 增減, 调整数量, 調整數量, 入库数量, 入庫數量, 差异, 差異',
	counted:
		'counted, count, countedquantity, physicalcount, 盘点, 盤點, 盘点数量, 盤點數量, 实盘, 實盤, 实盘数量, 實盤數量, 实盘数, 實盤數',
	counted_at:
		'countedat, counttime, countdate, 盘点时间, 盤點時間, 盘点日期, 盤點日期',
	low_stock_threshold:
		'lowat, lowstock, lowstockamount, lowstockthreshold, reorderpoint, reorderlevel, minimumstock, minstock, outofstockthreshold, 低库存, 低庫存, 安全警戒, 库存预警, 庫存預警, 最低库存, 最低庫存, 库存下限, 庫存下限, 预警库存',
	backorders:
		'backorders, backordersallowed, allowbackorders, 延期交货, 缺货下单, 允许缺货下单, 允許延期交貨, 無庫存下單, 预订, 預購',
	backorder_limit: 'backorderlimit, 缺货下单上限, 預購上限',
	backorder_text: 'backordertext, 预售说明, 預購說明',
	safety_stock: 'safetystock, bufferstock, 安全库存, 安全庫存',
	unit_cost:
		'cost, unitcost, costprice, purchaseprice, buyprice, costofgoods, cogs, cogsvalue, cogstotalvalue, einkaufspreis, 成本, 成本价, 成本價, 进价, 進價, 采购价, 採購價, 单位成本, 單位成本',
	supplier:
		'supplier, vendor, suppliername, lieferant, 供应商, 供應商, 厂商, 廠商',
	bin: 'bin, shelf, binlocation, storagelocation, stocklocation, location, lagerplatz, 库位, 庫位, 货位, 貨位, 储位, 儲位, 货架, 貨架, 仓位, 倉位',
	lead_time_days:
		'leadtime, leadtimedays, 交货期, 交貨期, 采购周期, 採購週期, 交期',
	category:
		'category, categories, productcategory, productcategories, 分类, 分類, 类别, 類別, 商品分类, 商品分類',
	kind: 'kind',
	components:
		'components, billofmaterials, bom, 组件, 組件, 组成, 組成, 配件',
	product_id: 'id, productid, postid, wooid, 商品id, 产品id, 產品id',
	item_id: 'itemid',
};

/** A heading without what differs from file to file. */
export const bare = ( heading: string ): string =>
	heading
		.normalize( 'NFKC' )
		.toLowerCase()
		.replace( /^(meta:|attribute:)?\s*_+/, '' )
		.replace( /\([^)]*\)\s*$/, '' )
		.replace( /[^\p{L}\p{N}]/gu, '' );

const KNOWN = new Map(
	FIELDS.flatMap( ( [ field ] ) =>
		HEADINGS[ field ]
			.split( ',' )
			.map( ( heading ): [ string, Field ] => [ bare( heading ), field ] )
	)
);

/** Our own columns, as they are called in the reader's language. */
export type Own = Readonly< Record< string, Field > >;

export const guessOf = ( heading: string, own: Own = {} ): Field =>
	own[ heading ] ?? KNOWN.get( bare( heading ) ) ?? '';

/** Rows at the beginning in which the headings are looked for: above them may stand a title. */
const LOOK = 20;

/** The place of the row that holds the headings: that in which most of them are known, else the first with anything. */
export function headingRow(
	rows: readonly ( readonly string[] )[],
	own: Own = {}
): number {
	let best = rows.findIndex( ( cells ) =>
		cells.some( ( cell ) => cell.trim() !== '' )
	);
	let most = 1;
	rows.slice( 0, LOOK ).forEach( ( cells, place ) => {
		const known = new Set(
			cells.map( ( cell ) => guessOf( cell.trim(), own ) )
		);
		known.delete( '' );
		if ( known.size > most ) {
			most = known.size;
			best = place;
		}
	} );
	return best;
}

/** Headings as they are shown and kept: each is there once, and none is empty. */
export function titlesOf( cells: readonly string[] ): string[] {
	const seen = new Map< string, number >();
	return cells.map( ( cell, place ) => {
		const title = cell.trim().slice( 0, 150 ) || `#${ place + 1 }`;
		const times = ( seen.get( title ) ?? 0 ) + 1;
		seen.set( title, times );
		return times === 1 ? title : `${ title } (${ times })`;
	} );
}

/** What each column is taken for; of two that could be the same, the first is. */
export function guesses( headings: readonly string[], own: Own = {} ): Field[] {
	const taken = new Set< Field >();
	return headings.map( ( heading ) => {
		const field = guessOf( heading, own );
		if ( field === '' || taken.has( field ) ) {
			return '';
		}
		taken.add( field );
		return field;
	} );
}
