// /pipeline/pool: lends the page the switch between the views of the pipeline.
import { PoolPage } from "../features/holding/PoolPage";
import { ViewSwitch } from "../features/pipeline/ViewSwitch";

export function PoolRoute() {
  return <PoolPage views={<ViewSwitch view="pool" />} />;
}
