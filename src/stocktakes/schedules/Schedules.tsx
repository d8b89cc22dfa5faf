import { ScheduleList } from './ScheduleList';
import { SchedulePage } from './SchedulePage';
import { useOpen } from './use-open';

/** Stocktakes that come by themselves: the list of them, or one that is made or changed. */
export function Schedules() {
	const open = useOpen();
	return open === null ? (
		<ScheduleList />
	) : (
		<SchedulePage key={ open } id={ open === 'new' ? null : open } />
	);
}
