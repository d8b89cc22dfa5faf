import { Button, Modal } from '@wordpress/components';
import { useCallback, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { StocktakePhoto } from '../../../schema';
import { useAsked } from '../../../shared/app/use-asked';
import { momentWord } from '../../../shared/format/words';
import { DeleteConfirm } from '../../../shared/ui/DeleteConfirm';
import { Failure } from '../../../shared/ui/Failure';
import { Loading } from '../../../shared/ui/Loading';
import { deletePhoto, fetchPhotos, fetchPicture } from '../data/api';
import type { Row } from '../logic/line';

interface Props {
	/** The stocktake. */
	id: number;
	version: number;
	row: Row;
}

/** Photos that people took of an item while they counted it; nothing where there are none. */
export function Photos( { id, version, row }: Props ) {
	const item = row.item_id;
	const { answer, problem, again } = useAsked(
		useCallback(
			( signal: AbortSignal ) => fetchPhotos( id, item, signal ),
			// eslint-disable-next-line react-hooks/exhaustive-deps -- with each version there may be others.
			[ id, item, version ]
		)
	);
	if ( problem && ! answer ) {
		return <Failure problem={ problem } onRetry={ again } />;
	}
	return answer?.length ? (
		<section>
			<h2>{ __( 'Photos', 'woo-inventory-guard' ) }</h2>
			<ul className="wig-review-photos">
				{ answer.map( ( photo ) => (
					<li key={ photo.id }>
						<Photo
							id={ id }
							photo={ photo }
							name={ row.name }
							onGone={ again }
						/>
					</li>
				) ) }
			</ul>
		</section>
	) : null;
}

interface PhotoProps {
	id: number;
	photo: StocktakePhoto;
	name: string;
	onGone: () => void;
}

/** A small one, which opens the large one, where it can be deleted. */
function Photo( { id, photo, name, onGone }: PhotoProps ) {
	const [ open, setOpen ] = useState< '' | 'large' | 'delete' >( '' );
	const close = () => setOpen( '' );
	const { answer, problem, again } = useAsked(
		useCallback(
			( signal: AbortSignal ) => fetchPicture( id, photo.id, signal ),
			[ id, photo.id ]
		)
	);
	const words = sprintf(
		/* translators: 1: name of an item, 2: name of a person, 3: day and time. */
		__( 'Photo of %1$s by %2$s, %3$s', 'woo-inventory-guard' ),
		name,
		photo.author_name,
		momentWord( photo.at )
	);
	if ( ! answer ) {
		return problem ? (
			<Failure problem={ problem } onRetry={ again } />
		) : (
			<Loading bars={ 1 } />
		);
	}
	const source = `data:image/jpeg;base64,${ answer.data }`;
	return (
		<>
			<Button
				__next40pxDefaultSize
				className="wig-review-photo"
				aria-haspopup="dialog"
				onClick={ () => setOpen( 'large' ) }
			>
				<img src={ source } alt={ words } />
			</Button>
			{ open === 'large' && (
				<Modal
					title={ words }
					className="wig-review-large"
					onRequestClose={ close }
				>
					<img
						src={ source }
						alt={ words }
						width={ photo.width }
						height={ photo.height }
					/>
					<p>
						<Button
							__next40pxDefaultSize
							variant="secondary"
							isDestructive
							onClick={ () => setOpen( 'delete' ) }
						>
							{ __( 'Delete photo', 'woo-inventory-guard' ) }
						</Button>
					</p>
				</Modal>
			) }
			{ open === 'delete' && (
				<DeleteConfirm
					title={ __( 'Delete photo', 'woo-inventory-guard' ) }
					words={ __(
						'The photo is deleted; what was counted stays. This cannot be undone.',
						'woo-inventory-guard'
					) }
					onDelete={ () => deletePhoto( id, photo.id ) }
					onDeleted={ () => onGone() }
					onClose={ close }
				/>
			) }
		</>
	);
}
