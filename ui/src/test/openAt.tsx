// Opens the whole window at an address over the fake core, as a user would find it.
import { createMemoryHistory } from "@tanstack/react-router";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { App } from "../app/App";
import { makeClient } from "../app/client";
import { makeRouter } from "../app/router";
import { type Fake, type FakeOptions, makeFake } from "../ipc/fake";
import { setTransport } from "../ipc/transport";
import { overlays } from "../shared/hooks/overlays";

export type Opened = { fake: Fake; user: ReturnType<typeof userEvent.setup>; where: () => string };

export function openAt(path: string, options: FakeOptions = {}): Opened {
  const fake = makeFake(options);
  setTransport(fake.transport);
  overlays.close();
  const client = makeClient();
  const history = createMemoryHistory({ initialEntries: [path] });
  render(<App client={client} router={makeRouter(client, history)} />);
  return { fake, user: userEvent.setup(), where: () => history.location.pathname };
}
