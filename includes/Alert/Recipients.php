<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Alert;

use WooInventoryGuard\Settings\AlertRecipient;

/**
 * Who is told of what by mail.
 */
final class Recipients {

	/**
	 * @param \Closure(): list<AlertRecipient> $chosen In the settings.
	 * @param \Closure(string): list<string>   $usual  Addresses where nobody is chosen; gets the kind of mail.
	 */
	public function __construct( private readonly \Closure $chosen, private readonly \Closure $usual ) {}

	/**
	 * @param Mailer::DIGEST|Mailer::URGENT $event
	 * @return list<AlertRecipient>
	 */
	public function all( string $event ): array {
		$chosen = ( $this->chosen )();
		return array() === $chosen ? array_map( AlertRecipient::of( ... ), ( $this->usual )( $event ) ) : $chosen;
	}

	/**
	 * Of these people, the addresses of those who want this alert. What belongs to no category is for all of them.
	 *
	 * @param list<AlertRecipient> $everybody
	 * @return list<string>
	 */
	public static function of( Alert $alert, array $everybody ): array {
		return self::matching( $alert->kind, $alert->categories(), $everybody );
	}

	/**
	 * Whether anybody would be told in a digest.
	 */
	public function want( Kind $kind, string $category ): bool {
		return array() !== self::matching( $kind, '' === $category ? array() : array( $category ), $this->all( Mailer::DIGEST ) );
	}

	/**
	 * @param list<string>         $categories
	 * @param list<AlertRecipient> $everybody
	 * @return list<string>
	 */
	private static function matching( Kind $kind, array $categories, array $everybody ): array {
		$categories = array_map( mb_strtolower( ... ), $categories );
		$emails     = array();
		foreach ( $everybody as $recipient ) {
			$wanted = array_map( mb_strtolower( ... ), $recipient->categories );
			if ( ( array() === $recipient->kinds || in_array( $kind->value, $recipient->kinds, true ) )
				&& ( array() === $wanted || array() === $categories || array() !== array_intersect( $wanted, $categories ) ) ) {
				$emails[ mb_strtolower( $recipient->email ) ] = $recipient->email;
			}
		}
		return array_values( $emails );
	}
}
