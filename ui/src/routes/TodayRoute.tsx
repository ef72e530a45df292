// /today: the queue, and under it whose words were kept long enough, which money
// is due, and which interviews are to be gone on with.
import { CashToday } from "../features/cash/CashToday";
import { HoldingToday } from "../features/holding/HoldingToday";
import { Due } from "../features/erasure/Due";
import { Unfinished } from "../features/interviews/Unfinished";
import { TodayPage } from "../features/today/TodayPage";

export function TodayRoute() {
  return <TodayPage waiting={<><Due /><HoldingToday /><CashToday /><Unfinished person={null} /></>} />;
}
