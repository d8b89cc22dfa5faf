import { Notice } from '@wordpress/components';
import type { Refusal } from '../logic/refusal';
import { refusalWord } from './refusal-words';

/** Why a file cannot be read, or not as far as was wanted; nothing where it can. */
export const RefusalNotice = ( { refusal }: { refusal: Refusal | null } ) =>
	refusal && (
		<Notice status="error" isDismissible={ false } politeness="assertive">
			{ refusalWord( refusal ) }
		</Notice>
	);
