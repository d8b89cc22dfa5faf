import { useEffect, useMemo, useState } from '@wordpress/element';
import type { ImportMappingOptions } from '../../schema';
import { boot } from '../../shared/app/boot';
import { useSending } from '../../shared/form/use-sending';
import { postImport } from '../data/api';
import { keep } from '../data/kept';
import type { Facts } from '../logic/book';
import type { Field } from '../logic/fields';
import type { Mark } from '../logic/number';
import type { Plan, Wish } from '../logic/plan';
import type { Refusal } from '../logic/refusal';
import { asRefusal } from './refusal-words';
import type { DraftFile } from './use-draft';
import { ownHeadings } from './words';

const NOTHING: ImportMappingOptions = {
	quantity: 'absolute',
	counted_at: null,
	create: false,
	reason: 'import',
	note: '',
};

/** What a person wants of a file, and the way to the import that it becomes. */
export function useWish(
	{ file, ways, reading }: DraftFile,
	facts: Facts,
	onMade: ( id: number ) => void
) {
	const [ fields, setFields ] = useState< readonly Field[] >( facts.guesses );
	const [ mark, setMark ] = useState< Mark | null >( null );
	const [ dayFirst, setDayFirst ] = useState( false );
	const [ options, setOptions ] = useState( NOTHING );
	const [ plan, setPlan ] = useState< Plan | null >( null );
	const [ refusal, setRefusal ] = useState< Refusal | null >( null );
	const { sending, problem, send, forget } = useSending();

	const wish = useMemo< Wish >(
		() => ( { fields, mark, dayFirst, timezone: boot().timezone } ),
		[ fields, mark, dayFirst ]
	);
	useEffect( () => {
		let isLatest = true;
		setPlan( null );
		reading.current
			?.plan( wish )
			.then( ( came ) => isLatest && setPlan( came ) )
			.catch(
				( thrown: unknown ) =>
					isLatest && setRefusal( asRefusal( thrown ) )
			);
		return () => {
			isLatest = false;
		};
	}, [ reading, wish ] );

	const upload = async () => {
		if ( ! plan || ! file ) {
			return;
		}
		const content = {
			name: file.name.slice( 0, 191 ),
			total_rows: plan.total,
			options,
		};
		const made = await send( { content, wish }, ( key ) =>
			postImport( content, key )
		);
		if ( made ) {
			await keep( { id: made.id, file, ways, own: ownHeadings(), wish } );
			onMade( made.id );
		}
	};

	return {
		fields,
		mark,
		dayFirst,
		options,
		plan,
		refusal,
		sending,
		problem,
		upload: () => void upload(),
		setMark,
		setDayFirst,
		setFields,
		setField: ( place: number, field: Field ) => {
			forget();
			setFields(
				fields.map( ( was, at ) => ( at === place ? field : was ) )
			);
		},
		setOptions: ( part: Partial< ImportMappingOptions > ) => {
			forget();
			setOptions( { ...options, ...part } );
		},
	};
}

export type WishForm = ReturnType< typeof useWish >;
