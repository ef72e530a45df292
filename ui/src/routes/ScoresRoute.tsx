// /pipeline/scores: lends the page the switch to board and table.
import { ViewSwitch } from "../features/pipeline/ViewSwitch";
import { GridPage } from "../features/scoring/GridPage";

export const ScoresRoute = () => <GridPage views={<ViewSwitch view="scores" />} />;
