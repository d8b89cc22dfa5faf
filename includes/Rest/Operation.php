<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest;

/**
 * One thing that the API can do: WordPress's route and the OpenAPI document are both made from it.
 */
final class Operation {

	/**
	 * @param string                                    $method     GET, POST, PUT, PATCH or DELETE.
	 * @param string                                    $path       Such as /items/{id}; {id} is the only variable.
	 * @param string|null                               $capability Null: public.
	 * @param \Closure(Call): \WP_REST_Response         $handler    Does it.
	 * @param string                                    $summary    What it does, for the document (English, as code is).
	 * @param string                                    $answers    Schema file of the answer.
	 * @param bool                                      $many       Whether the answer is a list of those.
	 * @param string|null                               $body       Schema file of the body.
	 * @param string|null                               $query      Schema file of the query.
	 * @param int                                       $status     HTTP status of success.
	 * @param list<int>                                 $refusals   HTTP statuses of its own errors, beside 400, 401, 403 and 503.
	 * @param bool                                      $versioned  Whether the answer has an ETag (and a write takes If-Match).
	 */
	public function __construct(
		public readonly string $method,
		public readonly string $path,
		public readonly ?string $capability,
		public readonly \Closure $handler,
		public readonly string $summary,
		public readonly string $answers,
		public readonly bool $many = false,
		public readonly ?string $body = null,
		public readonly ?string $query = null,
		public readonly int $status = 200,
		public readonly array $refusals = array(),
		public readonly bool $versioned = false
	) {}

	/**
	 * The path as WordPress matches it.
	 *
	 * @return non-falsy-string
	 */
	public function pattern(): string {
		return '/' . ltrim( str_replace( '{id}', '(?P<id>[0-9]{1,18})', $this->path ), '/' );
	}

	public function writes(): bool {
		return 'GET' !== $this->method;
	}
}
