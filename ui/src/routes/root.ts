// The root of the route tree. The shell wraps it from app/, so routes know nothing of it.
import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, Outlet } from "@tanstack/react-router";

export type RouteContext = { client: QueryClient };

export const rootRoute = createRootRouteWithContext<RouteContext>()({ component: Outlet });
