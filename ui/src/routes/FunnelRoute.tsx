// The funnel and the plan stand beside board and table: the switch between them is lent by the pipeline.
import { FunnelPage } from "../features/funnel/FunnelPage";
import { ViewSwitch } from "../features/pipeline/ViewSwitch";

export const FunnelRoute = () => <FunnelPage views={<ViewSwitch view="funnel" />} />;
