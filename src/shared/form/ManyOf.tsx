import { Button, SelectControl } from '@wordpress/components';
import { useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { Icon } from '../ui/icons';

export interface Option< T extends string | number > {
	value: T;
	label: string;
}

interface Props< T extends string | number > {
	label: string;
	options: readonly Option< T >[];
	chosen: readonly T[];
	/** Said while nothing is chosen. */
	all: string;
	help?: string;
	/** Something chosen that is no longer among the options. */
	gone: ( value: T ) => string;
	onAdd: ( value: T ) => void;
	onRemove: ( value: T ) => void;
}

/** Some of many: a list to choose from, and below it what is chosen, each with a button that takes it away. */
export function ManyOf< T extends string | number >( props: Props< T > ) {
	const { label, options, chosen, all, onAdd } = props;
	const place = useRef< HTMLDivElement >( null );
	return (
		<div className="wig-many" ref={ place }>
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ label }
				help={ props.help }
				value=""
				options={ [
					{
						value: '',
						label: chosen.length
							? __( 'Choose another', 'woo-inventory-guard' )
							: all,
					},
					...options
						.filter( ( { value } ) => ! chosen.includes( value ) )
						.map( ( { value, label: words } ) => ( {
							value: String( value ),
							label: words,
						} ) ),
				] }
				onChange={ ( picked ) => {
					const option = options.find(
						( { value } ) => String( value ) === picked
					);
					if ( option ) {
						onAdd( option.value );
					}
				} }
			/>
			<ChosenList
				label={ label }
				chosen={ chosen.map( ( value ) => ( {
					value,
					label:
						options.find( ( known ) => known.value === value )
							?.label ?? props.gone( value ),
				} ) ) }
				onRemove={ ( value ) => {
					props.onRemove( value );
					place.current?.querySelector( 'select' )?.focus();
				} }
			/>
		</div>
	);
}

interface ChosenProps< T extends string | number > {
	label: string;
	chosen: readonly Option< T >[];
	onRemove: ( value: T ) => void;
}

export const ChosenList = < T extends string | number >( {
	label,
	chosen,
	onRemove,
}: ChosenProps< T > ) =>
	chosen.length === 0 ? null : (
		<ul
			className="wig-chosen"
			aria-label={ sprintf(
				/* translators: %s: what is chosen, such as Categories. */
				__( '%s: chosen', 'woo-inventory-guard' ),
				label
			) }
		>
			{ chosen.map( ( { value, label: words } ) => (
				<li key={ value }>
					<span>{ words }</span>
					<Button
						size="small"
						icon={ <Icon name="cross" /> }
						label={ sprintf(
							/* translators: %s: something that was chosen. */
							__( 'Take away: %s', 'woo-inventory-guard' ),
							words
						) }
						onClick={ () => onRemove( value ) }
					/>
				</li>
			) ) }
		</ul>
	);
