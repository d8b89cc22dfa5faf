<?php
/**
 * Finds each condition in the SQL of includes/Stock and says how to switch it off. Prints JSON:
 * [ { file, folder, line, condition, insert: [ [ offset, text ], [ offset, text ] ] } ].
 *
 * A condition is what stands between WHERE, ON, WHEN, AND, OR and what ends it. It is not cut out, for its placeholders
 * must still find their values: `c` becomes `( c OR 1 = 1 )`, and where it is one of several that OR joins,
 * `( c AND 1 = 0 )`.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

// Stands for a piece of PHP between two literals.
const PHP_PIECE = "\x01";

$mutants = array();
foreach ( array_merge( glob( $argv[1] . '/*.php' ), glob( $argv[1] . '/*/*.php' ) ) as $file ) {
	foreach ( statements( (string) file_get_contents( $file ) ) as $statement ) {
		if ( 1 !== preg_match( '/\b(SELECT|UPDATE|DELETE)\b/', $statement['text'] ) ) {
			continue;
		}
		foreach ( conditions( $statement['text'] ) as list( $from, $to, $with_or ) ) {
			$mutants[] = array(
				'file'      => basename( $file ),
				'folder'    => trim( substr( dirname( $file ), strlen( $argv[1] ) ), '/' ),
				'line'      => substr_count( (string) file_get_contents( $file ), "\n", 0, $statement['at'][ $from ] ) + 1,
				'condition' => trim( (string) preg_replace( '/\s+/', ' ', str_replace( PHP_PIECE, '…', substr( $statement['text'], $from, $to - $from ) ) ) ),
				'insert'    => array(
					array( $statement['at'][ $from ], '( ' ),
					array( $statement['at'][ $to - 1 ] + 1, $with_or ? ' AND 1 = 0 )' : ' OR 1 = 1 )' ),
				),
			);
		}
	}
}
echo json_encode( $mutants, JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR );

/**
 * Runs of string literals that one PHP expression joins, as one text; each character knows its place in the file.
 *
 * @return list<array{text: string, at: list<int>}>
 */
function statements( string $code ): array {
	$found  = array();
	$text   = '';
	$at     = array();
	$depth  = 0;
	$offset = 0;
	foreach ( token_get_all( $code ) as $token ) {
		$source = is_array( $token ) ? $token[1] : $token;
		if ( is_array( $token ) && T_CONSTANT_ENCAPSED_STRING === $token[0] ) {
			for ( $i = 1; $i < strlen( $source ) - 1; $i++ ) {
				$text .= $source[ $i ];
				$at[]  = $offset + $i;
			}
		} elseif ( '' !== $text ) {
			$depth += in_array( $source, array( '(', '[' ), true ) ? 1 : ( in_array( $source, array( ')', ']' ), true ) ? -1 : 0 );
			if ( $depth < 0 || ( 0 === $depth && in_array( $source, array( ',', ';' ), true ) ) ) {
				$found[] = array(
					'text' => $text,
					'at'   => $at,
				);
				$text    = '';
				$at      = array();
				$depth   = 0;
			} elseif ( '' !== trim( $source ) && ! str_ends_with( $text, PHP_PIECE ) ) {
				$text .= PHP_PIECE;
				$at[]  = $offset;
			}
		}
		$offset += strlen( $source );
	}
	return $found;
}

/**
 * @return list<array{int, int, bool}> Where a condition begins and ends, and whether OR joins it to others.
 */
function conditions( string $sql ): array {
	preg_match_all( "/'[^']*'|\\(|\\)|\\b(?:STRAIGHT_JOIN|WHERE|ON|WHEN|AND|OR|THEN|ELSE|END|GROUP|ORDER|LIMIT|FOR|SET|SELECT|FROM|LEFT|JOIN|LOCK)\\b/", $sql, $words, PREG_OFFSET_CAPTURE );
	$found = array();
	// One entry for each open parenthesis: where the present condition began (null: none is open), and what joins it.
	$stack = array( frame( null ) );
	$close = static function ( int $end ) use ( &$stack, &$found, $sql ): void {
		$top = array_key_last( $stack );
		if ( null !== $stack[ $top ]['from'] ) {
			$from = $stack[ $top ]['from'];
			$body = substr( $sql, $from, $end - $from );
			$stack[ $top ]['list'][] = array( $from + strlen( $body ) - strlen( ltrim( $body, " \n\t" . PHP_PIECE ) ), $from + strlen( rtrim( $body, " \n\t" . PHP_PIECE ) ) );
			$stack[ $top ]['from']   = null;
		}
	};
	$flush = static function () use ( &$stack, &$found ): void {
		$top = array_key_last( $stack );
		foreach ( $stack[ $top ]['list'] as list( $from, $to ) ) {
			if ( $to > $from ) {
				$found[] = array( $from, $to, $stack[ $top ]['or'] );
			}
		}
		$stack[ $top ]['list'] = array();
		$stack[ $top ]['or']   = false;
	};
	foreach ( $words[0] as list( $word, $place ) ) {
		$after = $place + strlen( $word );
		$top   = array_key_last( $stack );
		if ( '(' === $word ) {
			// Inside a condition a parenthesis may hold conditions of its own.
			$called  = 1 === preg_match( '/\b(?!(?:WHERE|ON|WHEN|AND|OR|NOT)\b)[A-Z_]+\s*$/', substr( $sql, 0, $place ) );
			$stack[] = frame( null !== $stack[ $top ]['from'] && ! $called ? $after : null );
		} elseif ( ')' === $word ) {
			$close( $place );
			// One condition alone in parentheses is the one around them.
			if ( 1 < count( $stack[ $top ]['list'] ) || ! $stack[ $top ]['group'] ) {
				$flush();
			}
			if ( 1 < count( $stack ) ) {
				array_pop( $stack );
			}
		} elseif ( in_array( $word, array( 'WHERE', 'ON', 'WHEN' ), true ) ) {
			$close( $place );
			$flush();
			$stack[ $top ]['from'] = $after;
		} elseif ( 'AND' === $word || 'OR' === $word ) {
			if ( null !== $stack[ $top ]['from'] ) {
				$close( $place );
				$stack[ $top ]['from'] = $after;
				$stack[ $top ]['or']   = $stack[ $top ]['or'] || 'OR' === $word;
			}
		} elseif ( "'" !== $word[0] ) {
			$close( $place );
			$flush();
		}
	}
	$close( strlen( $sql ) );
	$flush();
	return $found;
}

/**
 * @return array{from: int|null, list: list<array{int, int}>, or: bool, group: bool}
 */
function frame( ?int $from ): array {
	return array(
		'from'  => $from,
		'list'  => array(),
		'or'    => false,
		'group' => null !== $from,
	);
}
