import { __ } from '@wordpress/i18n';
import type { ItemRules, RuleVoice } from '../../schema';
import { Link } from '../../shared/app/Link';
import { boot } from '../../shared/app/boot';
import { POLICIES } from '../logic/draft';
import { policyWord, show, voiceWord } from './words';

const FIELDS = [
	'low_stock_threshold',
	'backorders',
	'backorder_limit',
	'backorder_text',
] as const;
type Field = ( typeof FIELDS )[ number ];

const fieldWord = ( field: Field ): string =>
	( {
		low_stock_threshold: __( 'Low at', 'woo-inventory-guard' ),
		backorders: __( 'Backorders', 'woo-inventory-guard' ),
		backorder_limit: __( 'Backorders up to', 'woo-inventory-guard' ),
		backorder_text: __( 'What shoppers are told', 'woo-inventory-guard' ),
	} )[ field ];

function valueWord( field: Field, value: RuleVoice[ 'value' ] ): string {
	if ( value === null ) {
		return '–';
	}
	if ( field === 'backorders' ) {
		const policy = POLICIES.find( ( known ) => known === value );
		return policy ? policyWord( policy ) : String( value );
	}
	return field === 'backorder_text' ? String( value ) : show( value );
}

/** Every level that says something, the one that counts first; those after it are crossed out. */
export const VoiceTable = ( { voices }: { voices: ItemRules } ) => (
	<dl className="wig-voices">
		{ FIELDS.filter( ( field ) => voices[ field ].length > 0 ).map(
			( field ) => (
				<div key={ field }>
					<dt>{ fieldWord( field ) }</dt>
					<dd>
						<Said field={ field } voices={ voices[ field ] } />
					</dd>
				</div>
			)
		) }
	</dl>
);

function Said( { field, voices }: { field: Field; voices: RuleVoice[] } ) {
	const said = voices.filter( ( { value } ) => value !== null );
	if ( said.length === 0 ) {
		return (
			<span className="wig-quiet">
				{ field === 'backorder_limit'
					? __( 'No limit', 'woo-inventory-guard' )
					: __( 'Nothing is said', 'woo-inventory-guard' ) }
			</span>
		);
	}
	return (
		<ol>
			{ said.map( ( voice, place ) => (
				<li key={ place } className={ place ? 'is-beaten' : '' }>
					<b>{ valueWord( field, voice.value ) }</b>{ ' ' }
					<Who voice={ voice } isBeaten={ place > 0 } />
				</li>
			) ) }
		</ol>
	);
}

const Who = ( props: { voice: RuleVoice; isBeaten: boolean } ) => (
	<span className="wig-quiet">
		{ props.voice.rule_id !== null && boot().can.configure ? (
			<Link path="/rules">{ voiceWord( props.voice ) }</Link>
		) : (
			voiceWord( props.voice )
		) }
		{ props.isBeaten && (
			<span className="screen-reader-text">
				{ __( '(does not count here)', 'woo-inventory-guard' ) }
			</span>
		) }
	</span>
);
