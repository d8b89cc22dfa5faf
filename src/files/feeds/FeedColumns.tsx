import { SelectControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { useAsked } from '../../shared/app/use-asked';
import { Failure } from '../../shared/ui/Failure';
import { fetchMappings } from '../data/api';
import { meaningOf } from '../logic/feed';
import { meaningWord } from './form-words';

interface Props {
	/** Name of the choice that was saved. */
	value: string;
	error?: string;
	onChange: ( mapping: string ) => void;
}

/** What the columns mean: one of the choices that were saved when such a file was imported here. */
export function FeedColumns( { value, error, onChange }: Props ) {
	const { answer, problem, waiting, again } = useAsked( fetchMappings );
	const kept = answer?.mappings ?? [];
	const chosen = kept.find( ( { name } ) => name === value );
	const isGone = answer !== null && value !== '' && ! chosen;
	if ( problem ) {
		return <Failure problem={ problem } onRetry={ again } />;
	}
	const names = kept.map( ( { name } ) => ( { value: name, label: name } ) );
	const unknown =
		value !== '' && ! chosen
			? [
					{
						value,
						label: isGone
							? sprintf(
									/* translators: %s: name under which a choice of columns was saved. */
									__(
										'%s (no longer saved)',
										'woo-inventory-guard'
									),
									value
								)
							: value,
					},
				]
			: [];
	return (
		<SelectControl
			__next40pxDefaultSize
			__nextHasNoMarginBottom
			className={ `is-wide wig-field ${ error ? 'is-wrong' : '' }` }
			label={ __( 'Columns as saved under', 'woo-inventory-guard' ) }
			aria-invalid={ error ? true : undefined }
			disabled={ waiting }
			value={ value }
			options={ [ { value: '', label: '–' }, ...unknown, ...names ] }
			help={ error ?? helpWord( answer !== null, kept.length, chosen ) }
			onChange={ onChange }
		/>
	);
}

function helpWord(
	isThere: boolean,
	count: number,
	chosen: Parameters< typeof meaningOf >[ 0 ] | undefined
): string | undefined {
	if ( chosen ) {
		return meaningWord( meaningOf( chosen ) );
	}
	if ( ! isThere ) {
		return undefined;
	}
	return count === 0
		? __(
				'Nothing is saved yet. Close this, choose such a file above under Import, say what its columns are, and save them under a name.',
				'woo-inventory-guard'
			)
		: __(
				'For another kind of file, choose it once above under Import and save its columns.',
				'woo-inventory-guard'
			);
}
