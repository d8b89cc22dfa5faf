import { useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { Icon } from '../../shared/ui/icons';
import type { Base } from '../data/base';
import type { KeptItem } from '../data/db';
import { keepPhoto } from '../data/photos';
import type { Replica } from '../data/replica';
import { MOST_OF_ITEM } from '../logic/photo';
import { shrink } from './shrink';

interface Props {
	base: Base;
	replica: Replica;
	item: KeptItem;
}

/** Takes a photo of an item, for those who review: such as a broken box. It is kept here until it can be sent. */
export function PhotoButton( { base, replica, item }: Props ) {
	const input = useRef< HTMLInputElement >( null );
	const [ told, setTold ] = useState( '' );
	const [ isBusy, setBusy ] = useState( false );
	const photos = replica.photosOf( item );
	const isFull = photos >= MOST_OF_ITEM;
	const take = async ( file: File ) => {
		setBusy( true );
		const data = await shrink( file ).catch( () => null );
		if ( data === null ) {
			setTold(
				__(
					'This file is no picture that can be read here.',
					'woo-inventory-guard'
				)
			);
		} else {
			const { db, channel, facts } = base;
			await keepPhoto(
				{ db, channel, stocktake: replica.id, me: facts.user },
				item.id,
				data
			);
			setTold( __( 'Photo added.', 'woo-inventory-guard' ) );
			base.sync.kick();
		}
		setBusy( false );
	};
	return (
		<div className="wig-c-photo">
			<input
				ref={ input }
				hidden
				type="file"
				accept="image/*"
				capture="environment"
				aria-label={ __( 'Photo', 'woo-inventory-guard' ) }
				onChange={ ( { target } ) => {
					const [ file ] = target.files ?? [];
					if ( file ) {
						void take( file );
					}
					// The same file again is news, too.
					target.value = '';
				} }
			/>
			<button
				type="button"
				disabled={ isFull || isBusy }
				onClick={ () => input.current?.click() }
			>
				<Icon name="camera" />
				{ __( 'Add a photo', 'woo-inventory-guard' ) }
			</button>
			<span role="status">
				{ [ told, photos > 0 && photosOf( photos ) ]
					.filter( Boolean )
					.join( ' ' ) }
			</span>
		</div>
	);
}

const photosOf = ( photos: number ): string =>
	sprintf(
		/* translators: 1: how many photos there are, 2: how many there may be. */
		__( '%1$s of %2$s photos', 'woo-inventory-guard' ),
		String( photos ),
		String( MOST_OF_ITEM )
	);
