// The router: hash addresses, because the window has no server behind it.
import type { QueryClient } from "@tanstack/react-query";
import { createHashHistory, createRouter, type RouterHistory } from "@tanstack/react-router";
import { routeTree } from "../routes/tree";
import { PageCrash, PageMissing } from "./PageFailure";
import { Shell } from "./Shell";

export function makeRouter(client: QueryClient, history: RouterHistory = createHashHistory()) {
  return createRouter({
    routeTree,
    history,
    context: { client },
    defaultPreload: "intent",
    defaultPreloadDelay: 30,
    defaultErrorComponent: PageCrash,
    defaultNotFoundComponent: PageMissing,
    defaultPendingMinMs: 0,
    InnerWrap: Shell,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
