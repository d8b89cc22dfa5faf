export const ENCODINGS = [
	'utf-8',
	'utf-16le',
	'utf-16be',
	'gb18030',
	'big5',
	'windows-1252',
] as const;

export type Encoding = ( typeof ENCODINGS )[ number ];

/**
 * Characters that stand in nearly every list of goods, and the commonest of written Chinese (after Jun Da's counts,
 * lingua.mtsu.edu/chinese-computing): in the wrong encoding the same bytes come out as rare ones.
 */
const COMMON = new Set(
	'的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里' +
		'用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实' +
		'這個們來為國說時會對於過發後裡種經麼學現當沒動還進樣開從實無產質電' +
		'库存数量商品编码名称条形价格规格型号单位仓备注货号成本供应总合计入出盘点茶红绿白黑蓝黄色寸件箱盒包瓶个台双套' +
		'庫數編碼稱條價格規號單備註貨應總計盤點紅綠藍黃個臺雙'
);

const CJK = /[\u3400-\u9fff\uf900-\ufaff]/u;

/** Of the Chinese characters, how many must be common ones before bytes are taken for Chinese. */
const ENOUGH = 0.3;

/**
 * The encoding of a text, by its mark, by what is valid, and by what makes sense.
 *
 * @param sample The beginning of the file.
 * @param whole  Whether that is all of it: else its last character may be cut off.
 */
export function encodingOf(
	sample: Uint8Array< ArrayBuffer >,
	whole: boolean
): Encoding {
	const marked = markOf( sample ) ?? wideOf( sample );
	if ( marked ) {
		return marked;
	}
	if ( decoded( sample, 'utf-8', whole ) !== null ) {
		return 'utf-8';
	}
	const [ best ] = ( [ 'gb18030', 'big5' ] as const )
		.map( ( encoding ) => ( {
			encoding,
			score: sense( decoded( sample, encoding, whole ) ),
		} ) )
		.sort( ( a, b ) => b.score - a.score );
	return best && best.score >= ENOUGH ? best.encoding : 'windows-1252';
}

/** By the byte order mark. */
function markOf( [ a, b, c ]: Uint8Array ): Encoding | null {
	if ( a === 0xef && b === 0xbb && c === 0xbf ) {
		return 'utf-8';
	}
	if ( a === 0xff && b === 0xfe ) {
		return 'utf-16le';
	}
	return a === 0xfe && b === 0xff ? 'utf-16be' : null;
}

/** UTF-16 without its mark: separators and ends of lines have a zero on one side, and always the same. */
function wideOf( sample: Uint8Array< ArrayBuffer > ): Encoding | null {
	let even = 0;
	let odd = 0;
	for ( let at = 0; at + 1 < sample.length; at += 2 ) {
		even += sample[ at ] === 0 ? 1 : 0;
		odd += sample[ at + 1 ] === 0 ? 1 : 0;
	}
	const pairs = sample.length / 2;
	if (
		Math.max( even, odd ) < pairs / 20 ||
		Math.min( even, odd ) > pairs / 50
	) {
		return null;
	}
	const guess = odd > even ? 'utf-16le' : 'utf-16be';
	// A file with zeros in it is not for that a text.
	return /[\r\n]/.test( decoded( sample, guess, false ) ?? '' )
		? guess
		: null;
}

function decoded(
	bytes: Uint8Array< ArrayBuffer >,
	encoding: Encoding,
	whole: boolean
): string | null {
	try {
		return new TextDecoder( encoding, { fatal: true } ).decode( bytes, {
			stream: ! whole,
		} );
	} catch {
		return null;
	}
}

/** The share of common characters among the Chinese ones; below zero where the bytes are no such text. */
function sense( text: string | null ): number {
	if ( text === null ) {
		return -1;
	}
	let all = 0;
	let common = 0;
	for ( const character of text ) {
		if ( CJK.test( character ) ) {
			all++;
			common += COMMON.has( character ) ? 1 : 0;
		}
	}
	return all === 0 ? -1 : common / all;
}
