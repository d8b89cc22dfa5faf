<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Alert;

/**
 * One call of a webhook.
 */
final class WebhookCall {

	private const SECONDS = 5;

	/** No kind of alert: receivers that know none of this name leave it alone. */
	private const TEST = 'test';

	/**
	 * @return array{ok: bool, said: string}
	 */
	public static function test( Webhook $webhook ): array {
		$event_id = wp_generate_uuid4();
		$body     = Alert::encode(
			array(
				'id'         => $event_id,
				'event'      => self::TEST,
				'created_at' => gmdate( 'Y-m-d\TH:i:s\Z' ),
				'data'       => (object) array(),
			)
		);
		return self::make( $webhook, new Message( 0, (string) $webhook->id, self::TEST, $event_id, $body, 1 ) );
	}

	/**
	 * Redirects are not followed: they could lead where the address itself must not.
	 *
	 * @return array{ok: bool, said: string}
	 */
	public static function make( Webhook $webhook, Message $message ): array {
		if ( ! PublicAddress::is( $webhook->url ) ) {
			return array(
				'ok'   => false,
				'said' => 'Not called: this is no public address, or its name is not known.',
			);
		}
		$answer = wp_remote_post(
			$webhook->url,
			array(
				'timeout'             => self::SECONDS,
				'redirection'         => 0,
				'limit_response_size' => 10_240,
				'user-agent'          => 'WooInventoryGuard',
				'headers'             => array(
					'Content-Type'    => 'application/json; charset=utf-8',
					'X-WIG-Event'     => $message->event,
					'X-WIG-Delivery'  => $message->event_id,
					'X-WIG-Attempt'   => (string) $message->attempt,
					'X-WIG-Source'    => home_url( '/' ),
					'X-WIG-Signature' => $webhook->sign( $message->body ),
				),
				'body'                => $message->body,
			)
		);
		if ( is_wp_error( $answer ) ) {
			return array(
				'ok'   => false,
				'said' => $answer->get_error_message(),
			);
		}
		$status = (int) wp_remote_retrieve_response_code( $answer );
		return array(
			'ok'   => $status >= 200 && $status < 300,
			'said' => "HTTP {$status}",
		);
	}
}
