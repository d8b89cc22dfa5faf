<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Report;

use WooInventoryGuard\Platform\Access;

/**
 * Who gets the mails of a report: addresses, and people of this site by the name that they sign in with. Those get it at
 * the address that they have then, in their language, and as long as they may see the inventory.
 */
final class MailPeople {

	/**
	 * @param array<mixed> $said As people write them.
	 * @return array{emails: list<string>, users: list<int>}|int The place of the first that cannot be used. What has a
	 *         line break in it could write headers of a mail, and is refused as it is.
	 */
	public static function read( array $said ): array|int {
		$emails = array();
		$users  = array();
		foreach ( array_values( $said ) as $place => $one ) {
			$one  = is_string( $one ) ? trim( $one, ' ' ) : '';
			$user = '' === $one || 1 === preg_match( '/[\x00-\x1f\x7f]/', $one ) ? null : get_user_by( 'login', $one );
			if ( $user instanceof \WP_User && $user->has_cap( Access::VIEW ) ) {
				$users[] = $user->ID;
			} elseif ( null !== $user && 1 !== preg_match( '/[\s,;<>"]/', $one ) && false !== is_email( $one ) ) {
				$emails[ mb_strtolower( $one ) ] = $one;
			} else {
				return $place;
			}
		}
		return array(
			'emails' => array_values( $emails ),
			'users'  => array_values( array_unique( $users ) ),
		);
	}

	/**
	 * @return list<string> As read() takes them: names of people who are there, then addresses.
	 */
	public static function said( ReportMail $mail ): array {
		$names = array();
		foreach ( $mail->users as $id ) {
			$user = get_userdata( $id );
			if ( false !== $user ) {
				$names[] = $user->user_login;
			}
		}
		return array( ...$names, ...$mail->emails );
	}

	/**
	 * @return array<string, int> User by address, 0 for an address of nobody here; each address once.
	 */
	public static function addresses( ReportMail $mail ): array {
		$found = array();
		foreach ( $mail->users as $id ) {
			$user = get_userdata( $id );
			if ( false !== $user && '' !== $user->user_email && $user->has_cap( Access::VIEW ) ) {
				$found[ mb_strtolower( $user->user_email ) ] = array( $user->user_email, $id );
			}
		}
		foreach ( $mail->emails as $email ) {
			$found[ mb_strtolower( $email ) ] ??= array( $email, 0 );
		}
		return array_column( $found, 1, 0 );
	}
}
