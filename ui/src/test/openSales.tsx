// Opens the whole window over the fuller fake: the board of the pictures, the journey of 108 days.
import { createMemoryHistory } from "@tanstack/react-router";
import { configure, render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { App } from "../app/App";
import { makeClient } from "../app/client";
import { makeRouter } from "../app/router";
import type { Lang } from "../ipc/bindings.gen";
import { makeFake } from "../ipc/fake";
import { type Sales, withSales } from "../ipc/fake/sales";
import { setTransport } from "../ipc/transport";
import { overlays } from "../shared/hooks/overlays";

// Pages come in their own chunks; a busy machine takes its time over the first.
configure({ asyncUtilTimeout: 10_000 });

export type OpenedSales = { fake: Sales; user: ReturnType<typeof userEvent.setup>; where: () => string };

export function openSales(path: string, lang: Lang = "zh-Hans"): OpenedSales {
  const fake = withSales(makeFake({ lang }), lang);
  setTransport(fake.transport);
  overlays.close();
  const client = makeClient();
  const history = createMemoryHistory({ initialEntries: [path] });
  render(<App client={client} router={makeRouter(client, history)} />);
  return { fake, user: userEvent.setup(), where: () => history.location.pathname };
}
