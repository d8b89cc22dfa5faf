import { Modal } from '@wordpress/components';
import { useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import type { Rule } from '../../schema';
import { boot } from '../../shared/app/boot';
import { focusWrong } from '../../shared/form/focus-wrong';
import { FormButtons } from '../../shared/form/FormButtons';
import { formatQuantity } from '../../shared/format/quantity';
import { Failure } from '../../shared/ui/Failure';
import { Preview } from './Preview';
import { Target } from './Target';
import { TermFields } from './TermFields';
import { useRuleForm } from './use-rule-form';
import { nameOf } from './words';

interface Props {
	/** NULL for a new one. */
	rule: Rule | null;
	onSaved: ( rule: Rule ) => void;
	onClose: () => void;
}

/** A rule, new or changed, and beside it what it would do. */
export function RuleForm( { rule, onSaved, onClose }: Props ) {
	const form = useRuleForm( rule, onSaved );
	const body = useRef< HTMLFormElement >( null );
	const hasThreshold = form.scope !== 'shop';
	const submit = async ( event: FormEvent ) => {
		event.preventDefault();
		if ( ! ( await form.save() ) ) {
			focusWrong( body.current );
		}
	};
	return (
		<Modal
			title={
				rule
					? sprintf(
							/* translators: %s: name of a product or a category. */
							__( 'Rule for %s', 'woo-inventory-guard' ),
							nameOf( rule )
						)
					: __( 'Add rule', 'woo-inventory-guard' )
			}
			className="wig-modal is-roomy"
			onRequestClose={ onClose }
			shouldCloseOnClickOutside={ false }
		>
			<form
				ref={ body }
				className="wig-part"
				onSubmit={ submit }
				noValidate
			>
				{ ! rule && (
					<Target
						scope={ form.scope }
						choice={ form.choice }
						error={ form.errors.scope_id }
						onScope={ form.pickScope }
						onPick={ form.pick }
					/>
				) }
				<TermFields
					draft={ form.draft }
					errors={ form.errors }
					emptyWords={ {} }
					hasThreshold={ hasThreshold }
					hasBackorders
					onChange={ form.change }
				/>
				<Preview
					request={ form.request }
					onThreshold={
						hasThreshold
							? ( threshold ) =>
									form.change( {
										low_stock_threshold: formatQuantity(
											threshold,
											boot().locale
										),
									} )
							: null
					}
				/>
				{ form.problem && (
					<Failure problem={ form.problem } onRetry={ form.save } />
				) }
				<FormButtons sending={ form.sending } onCancel={ onClose }>
					{ __( 'Save rule', 'woo-inventory-guard' ) }
				</FormButtons>
			</form>
		</Modal>
	);
}
