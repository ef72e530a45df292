// /today: the queue, and under it whose words were kept long enough and which interviews are to be gone on with.
import { Due } from "../features/erasure/Due";
import { Unfinished } from "../features/interviews/Unfinished";
import { TodayPage } from "../features/today/TodayPage";

export function TodayRoute() {
  return <TodayPage waiting={<><Due /><Unfinished person={null} /></>} />;
}
