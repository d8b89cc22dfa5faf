import { boot } from '../app/boot';
import { shopTime } from '../format/time';

/** Day and time on the shop's clock. */
export function When( { moment }: { moment: string } ) {
	const { day, time, full } = shopTime(
		moment,
		boot().locale,
		boot().timezone
	);
	return (
		<time dateTime={ moment } title={ full } className="wig-when">
			{ `${ day }, ${ time }` }
		</time>
	);
}
