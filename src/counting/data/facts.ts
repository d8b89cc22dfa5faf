/** What the page tells the counting screen before it starts; see Admin\CountingPage. */
export interface CountingFacts {
	/** Who is signed in. */
	user: number;
	name: string;
	/** Address of the service worker, and its scope. */
	worker: string;
	scope: string;
	/** Where to sign in and come back. */
	login: string;
	/** The list of stocktakes in wp-admin; null where there is none for this person. */
	admin: string | null;
}

export const facts = (): CountingFacts | null => window.wigCounting ?? null;

/** The database of this person in this shop: shops may share an address. */
export const databaseName = ( { scope, user }: CountingFacts ): string =>
	`wig-counting ${ scope } ${ user }`;
