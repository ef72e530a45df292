// Entry of the window.
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { makeClient } from "./app/client";
import { makeRouter } from "./app/router";

async function start(): Promise<void> {
  if (import.meta.env.MODE === "fake") {
    const { installFakeFromAddress } = await import("./ipc/fake");
    installFakeFromAddress(window.location.search);
  }
  const root = document.getElementById("root");
  if (root === null) return;
  const client = makeClient();
  createRoot(root).render(
    <StrictMode>
      <App client={client} router={makeRouter(client)} />
    </StrictMode>,
  );
}

void start();
