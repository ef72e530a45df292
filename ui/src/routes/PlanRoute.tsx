// The plan with the switch between the views of a pipeline.
import { PlanPage } from "../features/funnel/PlanPage";
import { ViewSwitch } from "../features/pipeline/ViewSwitch";

export const PlanRoute = () => <PlanPage views={<ViewSwitch view="plan" />} />;
