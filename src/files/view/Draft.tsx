import { Button, Notice } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import { number } from '../../shared/format/words';
import { Failure } from '../../shared/ui/Failure';
import { Loading } from '../../shared/ui/Loading';
import type { Facts } from '../logic/book';
import { mistakeOf } from '../logic/fields';
import { Columns } from './Columns';
import { Mappings } from './Mappings';
import { Options } from './Options';
import { RefusalNotice } from './RefusalNotice';
import type { DraftFile } from './use-draft';
import { useWish } from './use-wish';
import { damageWord, mistakeWord, warningWord } from './warning-words';
import { WaysFields } from './WaysFields';

interface Props {
	draft: DraftFile;
	onMade: ( id: number ) => void;
}

/** A file that was chosen: how it is read, what its columns are, what its numbers mean. */
export function Draft( { draft, onMade }: Props ) {
	const { file, facts, refusal } = draft;
	return (
		<>
			<div className="wig-files-chosen">
				<strong>{ file?.name }</strong>
				{ facts && (
					<span role="status">
						{ sprintf(
							/* translators: %s: number of rows. */
							_n(
								'%s row',
								'%s rows',
								facts.rows,
								'woo-inventory-guard'
							),
							number( facts.rows )
						) }
					</span>
				) }
				<Button
					__next40pxDefaultSize
					variant="tertiary"
					onClick={ draft.close }
				>
					{ __( 'Choose another file', 'woo-inventory-guard' ) }
				</Button>
			</div>
			<RefusalNotice refusal={ refusal } />
			{ ( facts || refusal?.code === 'encoding' ) && (
				<WaysFields draft={ draft } />
			) }
			{ ! facts && ! refusal && <Loading /> }
			{ facts && (
				<Filled draft={ draft } facts={ facts } onMade={ onMade } />
			) }
		</>
	);
}

function Filled( { draft, facts, onMade }: Props & { facts: Facts } ) {
	const form = useWish( draft, facts, onMade );
	const { fields, plan, problem } = form;
	const mistake = mistakeOf( fields );
	return (
		<>
			{ facts.warnings.map( ( warning ) => (
				<Notice
					key={ warning }
					status="warning"
					isDismissible={ false }
				>
					{ warningWord( warning ) }
				</Notice>
			) ) }
			<Mappings form={ form } headings={ facts.headings } />
			<Columns
				facts={ facts }
				fields={ fields }
				onField={ form.setField }
			/>
			<Options form={ form } />
			{ plan?.damage.map( ( damage ) => (
				<Notice
					key={ damage.kind }
					status="warning"
					isDismissible={ false }
				>
					{ damageWord( damage ) }
				</Notice>
			) ) }
			{ mistake && <p role="status">{ mistakeWord( mistake ) }</p> }
			<RefusalNotice refusal={ form.refusal } />
			{ problem && (
				<Failure problem={ problem } onRetry={ form.upload } />
			) }
			<div className="wig-buttons wig-files-go">
				<Button
					__next40pxDefaultSize
					variant="primary"
					accessibleWhenDisabled
					isBusy={ form.sending }
					disabled={
						form.sending ||
						! plan ||
						plan.total === 0 ||
						mistake !== null
					}
					onClick={ form.upload }
				>
					{ __( 'Upload and check', 'woo-inventory-guard' ) }
				</Button>
				<span className="wig-quiet">
					{ __(
						'Checking changes nothing. Empty cells leave what is there.',
						'woo-inventory-guard'
					) }
				</span>
			</div>
		</>
	);
}
