// Every address of the window. A route parses its URL, starts loading and names its page; pages come
// in their own chunks.
import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { todayQueries } from "../features/today/queries";
import { funnelSearch } from "../features/funnel/search";
import { touchpointSearch } from "../shared/record/touchpointSearch";
import { pairSearch } from "../shared/lookup/pairSearch";
import { listSearch } from "../shared/table/listSearch";
import { rootRoute } from "./root";

const index = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/today" });
  },
});

const today = createRoute({
  getParentRoute: () => rootRoute,
  path: "/today",
  loader: ({ context }) => void context.client.prefetchQuery(todayQueries.list()),
  component: lazyRouteComponent(() => import("./TodayRoute"), "TodayRoute"),
});

const people = createRoute({
  getParentRoute: () => rootRoute,
  path: "/people",
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import("../features/people/PeoplePage"), "PeoplePage"),
});

const person = createRoute({
  getParentRoute: () => rootRoute,
  path: "/people/$id",
  validateSearch: touchpointSearch,
  component: lazyRouteComponent(() => import("./PersonRoute"), "PersonRoute"),
});

const organizations = createRoute({
  getParentRoute: () => rootRoute,
  path: "/organizations",
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import("../features/organizations/OrganizationsPage"), "OrganizationsPage"),
});

const organization = createRoute({
  getParentRoute: () => rootRoute,
  path: "/organizations/$id",
  validateSearch: touchpointSearch,
  component: lazyRouteComponent(() => import("./OrganizationRoute"), "OrganizationRoute"),
});

const pipeline = createRoute({
  getParentRoute: () => rootRoute,
  path: "/pipeline",
  component: lazyRouteComponent(() => import("../features/pipeline/BoardPage"), "BoardPage"),
});

const dealsTable = createRoute({
  getParentRoute: () => rootRoute,
  path: "/pipeline/table",
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import("../features/pipeline/DealsPage"), "DealsPage"),
});

const funnel = createRoute({
  getParentRoute: () => rootRoute,
  path: "/pipeline/funnel",
  validateSearch: funnelSearch,
  component: lazyRouteComponent(() => import("./FunnelRoute"), "FunnelRoute"),
});

const plan = createRoute({
  getParentRoute: () => rootRoute,
  path: "/pipeline/plan",
  component: lazyRouteComponent(() => import("./PlanRoute"), "PlanRoute"),
});

const stopped = createRoute({
  getParentRoute: () => rootRoute,
  path: "/pipeline/stopped",
  component: lazyRouteComponent(() => import("../features/funnel/StoppedPage"), "StoppedPage"),
});

const scores = createRoute({
  getParentRoute: () => rootRoute,
  path: "/pipeline/scores",
  component: lazyRouteComponent(() => import("./ScoresRoute"), "ScoresRoute"),
});

const pool = createRoute({
  getParentRoute: () => rootRoute,
  path: "/pipeline/pool",
  component: lazyRouteComponent(() => import("./PoolRoute"), "PoolRoute"),
});

const deal = createRoute({
  getParentRoute: () => rootRoute,
  path: "/deals/$id",
  validateSearch: touchpointSearch,
  component: lazyRouteComponent(() => import("./DealRoute"), "DealRoute"),
});

const interview = createRoute({
  getParentRoute: () => rootRoute,
  path: "/interviews/$id",
  component: lazyRouteComponent(() => import("./InterviewRoute"), "InterviewRoute"),
});

const importing = createRoute({
  getParentRoute: () => rootRoute,
  path: "/import",
  component: lazyRouteComponent(() => import("../features/exchange/ImportPage"), "ImportPage"),
});

const bin = createRoute({
  getParentRoute: () => rootRoute,
  path: "/bin",
  component: lazyRouteComponent(() => import("../features/bin/BinPage"), "BinPage"),
});

const history = createRoute({
  getParentRoute: () => rootRoute,
  path: "/history",
  component: lazyRouteComponent(() => import("../features/actions/HistoryPage"), "HistoryPage"),
});

const settings = createRoute({
  getParentRoute: () => rootRoute,
  path: "/settings",
  beforeLoad: () => {
    throw redirect({ to: "/settings/$section", params: { section: "members" } });
  },
});

const settingsSection = createRoute({
  getParentRoute: () => rootRoute,
  path: "/settings/$section",
  component: lazyRouteComponent(() => import("./SettingsRoute"), "SettingsRoute"),
});

const receivables = createRoute({
  getParentRoute: () => rootRoute,
  path: "/receivables",
  component: lazyRouteComponent(() => import("../features/cash/ReceivablesPage"), "ReceivablesPage"),
});

const duplicates = createRoute({
  getParentRoute: () => rootRoute,
  path: "/duplicates",
  validateSearch: pairSearch,
  component: lazyRouteComponent(() => import("../features/duplicates/DuplicatesPage"), "DuplicatesPage"),
});

export const routeTree = rootRoute.addChildren([
  index, today, people, person, organizations, organization, pipeline, dealsTable, pool, funnel, plan, stopped, scores, deal, interview, bin, duplicates, receivables, history, importing, settings, settingsSection,
]);
