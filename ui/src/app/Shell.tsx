// The frame of the window: navigation on the left, the page, and what floats above it.
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { IconArrowBackUp, IconArrowForwardUp, IconBell, IconKeyboard, IconMicrophone2, IconPencilPlus, IconSearch, IconSettings } from "@tabler/icons-react";
import { lazy, Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { appQueries, useRemind } from "../features/settings/queries";
import { sections } from "../features/settings/sections";
import { useActionWords } from "../shared/format/actionWords";
import { overlays, useOverlay } from "../shared/hooks/overlays";
import { type Action, runOnceThere, useActions } from "../shared/keys/actions";
import { UndoContext, useToast } from "../shared/ui/toast";
import { Nav } from "./Nav";
import { elsewhere, pages } from "./pages";
import { useRedo, useUndo } from "./queries";
import { Reminders } from "./Reminders";
import css from "./Shell.module.css";

const loadQuickLog = () => import("../features/quicklog/QuickLog");
const QuickLog = lazy(() => loadQuickLog().then(({ QuickLog }) => ({ default: QuickLog })));
const StartInterview = lazy(() => import("../features/interviews/StartForm").then(({ StartForm }) => ({ default: StartForm })));
const Palette = lazy(() => import("../features/search/Palette").then(({ Palette }) => ({ default: Palette })));
const DeleteRow = lazy(() => import("../features/bin/DeleteRow").then(({ DeleteRow }) => ({ default: DeleteRow })));
const Shortcuts = lazy(() => import("./Shortcuts").then(({ Shortcuts }) => ({ default: Shortcuts })));

function Overlays() {
  const overlay = useOverlay();
  // The quick log must be there at once: fetch its chunk while nothing else is going on.
  useEffect(() => {
    const timer = setTimeout(() => void loadQuickLog(), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Suspense>
      {overlay.kind === "quicklog" ? <QuickLog start={overlay.start} onClose={overlays.close} /> : null}
      {overlay.kind === "interview" ? <StartInterview start={overlay.start} onClose={overlays.close} /> : null}
      {overlay.kind === "palette" ? <Palette onClose={overlays.close} /> : null}
      {overlay.kind === "remove" ? <DeleteRow key={overlay.id} id={overlay.id} onRemoved={overlay.onRemoved} onClose={overlays.close} /> : null}
      {overlay.kind === "shortcuts" ? <Shortcuts onClose={overlays.close} /> : null}
    </Suspense>
  );
}

export function Shell({ children }: { children: React.ReactNode }) {
  const { t } = useTranslation(["app", "reminders"]);
  const { named } = useActionWords();
  const navigate = useNavigate();
  const { data: info } = useQuery(appQueries.info());
  const toast = useToast();
  const undo = useUndo();
  const redo = useRedo();
  const remind = useRemind();

  const takeBack = (actions: readonly (string | null)[]) => {
    const [first, ...rest] = actions;
    if (first === undefined) return;
    undo.mutate(first, {
      onSuccess: (action) => {
        if (rest.length > 0) takeBack(rest);
        else toast.say(t("undone", { what: named(action) }));
      },
      onError: toast.fail,
    });
  };

  useActions([
    { id: "search.open", icon: IconSearch, run: overlays.palette, silent: true },
    { id: "quicklog.open", icon: IconPencilPlus, run: () => overlays.current().kind !== "quicklog" && overlays.quicklog() },
    { id: "interviews.start", icon: IconMicrophone2, run: () => overlays.current().kind !== "interview" && overlays.interview() },
    { id: "app.undo", icon: IconArrowBackUp, run: () => takeBack([null]) },
    {
      id: "app.redo",
      icon: IconArrowForwardUp,
      run: () => redo.mutate(undefined, { onSuccess: (action) => toast.say(t("redone", { what: named(action) })), onError: toast.fail }),
    },
    {
      id: "app.reminders",
      icon: IconBell,
      run: () => remind.mutate(null, { onSuccess: (on) => toast.say(t(on ? "reminders:on" : "reminders:off")), onError: toast.fail }),
    },
    { id: "app.shortcuts", icon: IconKeyboard, run: overlays.shortcuts },
    ...elsewhere.map(({ id, icon, to }): Action => ({ id, icon, away: true, run: () => void navigate({ to }).then(() => runOnceThere(id)) })),
    ...pages.map(({ action, icon, to }) => ({ id: action, icon, run: () => void navigate({ to }) })),
    { id: "go.settings", icon: IconSettings, run: () => void navigate({ to: "/settings" }) },
    ...sections.map(({ id, action, icon }) => ({ id: action, icon, run: () => void navigate({ to: "/settings/$section", params: { section: id } }) })),
  ]);

  return (
    <UndoContext value={takeBack}>
      <div className={css.window}>
        {info === undefined ? null : <Nav info={info} />}
        <main className={css.page}>{children}</main>
      </div>
      <Overlays />
      <Reminders />
    </UndoContext>
  );
}
