// The providers, outermost first: words, theme, data, place and time, toasts, pages.
// All of Mantine's styles, once, in its layer and before ours: a chunk that comes later brings none.
import "@mantine/core/styles.layer.css";
import "@mantine/dates/styles.layer.css";
import "@mantine/notifications/styles.layer.css";
import "./global.css";
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { type QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { type AnyRouter, RouterProvider } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useMemo } from "react";
import { I18nextProvider } from "react-i18next";
import { appQueries } from "../features/settings/queries";
import { followChanges } from "../ipc/changes";
import { setTitle } from "../ipc/title";
import { pressKey } from "../shared/keys/actions";
import { watchComposition } from "../shared/keys/composition";
import { asRefused, ErrorNote } from "../shared/ui/ErrorNote";
import { wearDensity } from "../shared/hooks/density";
import { PlaceContext } from "../shared/format/useFormat";
import { i18n, speak } from "./i18n";
import { Logo } from "./Logo";
import { cssVariablesResolver, theme } from "./theme";

const FirstRun = lazy(() => import("../features/settings/FirstRun").then(({ FirstRun }) => ({ default: FirstRun })));

function Inside({ router }: { router: AnyRouter }) {
  const { data: info, error } = useQuery(appQueries.info());
  useEffect(() => {
    if (info === undefined) return;
    speak(info.lang);
    setTitle(`${info.workspace_name} · ${i18n.t("app:name")}`);
  }, [info]);

  const place = useMemo(
    () => (info === undefined ? null : { zone: info.zone, today: info.today, now: info.now, currency: info.currency, me: info.me?.id ?? null }),
    [info],
  );
  if (place === null) {
    if (error === null) return null;
    if (asRefused(error).code !== "workspace_absent") return <div className="tl-alone"><ErrorNote error={error} /></div>;
    return (
      <Suspense>
        <FirstRun logo={<Logo />} onLanguage={speak} onStarted={(start) => void router.navigate({ to: start === "import" ? "/import" : "/today" })} />
      </Suspense>
    );
  }
  return (
    <PlaceContext value={place}>
      <RouterProvider router={router} />
      <Notifications position="bottom-right" limit={3} containerWidth={340} zIndex={500} transitionDuration={160} className="tl-toasts" />
    </PlaceContext>
  );
}

export function App({ client, router }: { client: QueryClient; router: AnyRouter }) {
  useEffect(() => {
    const following = followChanges(client);
    const stopComposition = watchComposition();
    wearDensity();
    document.addEventListener("keydown", pressKey);
    return () => {
      void following.then((stop) => stop());
      stopComposition();
      document.removeEventListener("keydown", pressKey);
    };
  }, [client]);

  return (
    <I18nextProvider i18n={i18n}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
        <QueryClientProvider client={client}>
          <Inside router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </I18nextProvider>
  );
}
