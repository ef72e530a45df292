// Today: a queue to empty. Left the rows (overdue, due, who was this?), right the focused one with all
// that is needed to call. Saving opens the next; what was done lingers a moment. What is due and why
// is decided in core; nothing here computes a date beyond "tomorrow" and "next Monday".
import { Button } from "@mantine/core";
import { IconCalendarDown, IconCopy, IconMicrophone2, IconPencilPlus, IconPhoneOff, IconQrcode, IconSun, IconTrash } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Committed, Today } from "../../ipc/bindings.gen";
import { useFormat } from "../../shared/format/useFormat";
import { copyText } from "../../shared/hooks/copyText";
import { overlays } from "../../shared/hooks/overlays";
import { useListKeys } from "../../shared/hooks/useListKeys";
import { useActions } from "../../shared/keys/actions";
import { personRecord } from "../../shared/lookup/queries";
import { EmptyState } from "../../shared/ui/EmptyState";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { Loading } from "../../shared/ui/Loading";
import { PageHead } from "../../shared/ui/PageHead";
import { ShortcutKeys } from "../../shared/ui/Keys";
import { useToast } from "../../shared/ui/toast";
import type { TodayActions } from "./actions";
import { Detail } from "./Detail";
import { todayQueries, useAssign, useDone, useDrop, useExportCalendar, useMissed, usePostpone } from "./queries";
import { TodayList } from "./TodayList";
import css from "./TodayPage.module.css";
import { type Entry, useLinger, withLingering } from "./useLinger";
import { Week } from "./Week";

/** `waiting`: what else is to be gone on with; lent by the route. */
export function TodayPage({ waiting }: { waiting?: React.ReactNode }) {
  const { t } = useTranslation("today");
  const f = useFormat();
  const { data: today, error } = useQuery(todayQueries.list());
  const toast = useToast();
  const calendar = useExportCalendar();
  const saveCalendar = () =>
    calendar.mutate({ name: t("calendar.name"), kind: t("calendar.kind") }, { onSuccess: (path) => path !== null && toast.say(t("calendar.saved", { path })), onError: toast.fail });
  useActions([{ id: "today.calendar", icon: IconCalendarDown, run: saveCalendar }]);
  return (
    <>
      <PageHead title={t("title")} note={today === undefined ? undefined : f.longDay(today.day)}>
        {today === undefined || today.left + today.done === 0 ? null : <Progress left={today.left} done={today.done} />}
      </PageHead>
      {error === null ? null : <div className={css.error}><ErrorNote error={error} /></div>}
      {today === undefined ? (error === null ? <Loading /> : null) : <Queue today={today} waiting={waiting} />}
    </>
  );
}

function Progress({ left, done }: { left: number; done: number }) {
  const { t } = useTranslation("today");
  return (
    <span className={css.progress} data-testid="today-progress">
      <svg width="72" height="4" aria-hidden>
        <rect width="72" height="4" rx="2" className={css.track} />
        <rect width={(72 * done) / (left + done)} height="4" rx="2" className={css.bar} />
      </svg>
      {t("progress", { left, done })}
    </span>
  );
}

function Nothing({ today }: { today: Today }) {
  const { t } = useTranslation("today");
  const fresh = today.done === 0 && today.tomorrow === 0;
  return (
    <EmptyState
      icon={IconSun}
      title={t(fresh ? "empty.fresh" : "empty.done")}
      text={fresh ? t("empty.freshText") : t("empty.tomorrow", { count: today.tomorrow })}
    >
      <Button variant={fresh ? "filled" : "default"} onClick={() => overlays.quicklog()} rightSection={<ShortcutKeys id="quicklog.open" />}>
        {t("empty.log")}
      </Button>
    </EmptyState>
  );
}

function Queue({ today, waiting }: { today: Today; waiting: React.ReactNode }) {
  const { t } = useTranslation("today");
  const f = useFormat();
  const toast = useToast();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<string | null>(null);
  const [later, setLater] = useState(false);
  const [qr, setQr] = useState(false);
  const { gone, linger } = useLinger();
  const picker = useRef<HTMLInputElement>(null);
  const done = useDone();
  const drop = useDrop();
  const postpone = usePostpone();
  const missed = useMissed();
  const assign = useAssign();

  const sections = withLingering(today.sections, gone);
  const entries = sections.flatMap(({ kind, rows }) => rows.map((shown, index): Entry => ({ ...shown, kind, index })));
  const found = entries.findIndex(({ row }) => row.id === chosen);
  const active = found >= 0 ? found : Math.max(0, entries.findIndex(({ state }) => state === "open"));
  const current = entries[active];
  const person = current?.row.person ?? null;
  const { data: record } = useQuery({ ...personRecord(person?.id ?? ""), enabled: person !== null });
  const phones = record?.identifiers.filter(({ kind }) => kind === "phone") ?? [];
  const phone = phones.find(({ blocked }) => blocked !== true) ?? phones[0] ?? null;
  const dial = phone === null || phone.blocked === true ? null : phone;

  const choose = (id: string | null) => {
    setChosen(id);
    setQr(false);
    setLater(false);
  };
  const openNext = () => {
    const rest = [...entries.slice(active + 1), ...entries.slice(0, active)];
    choose(rest.find(({ state }) => state === "open")?.row.id ?? null);
  };
  /** The row lingers and closes up; if it was the focused one, the next that is still to do opens. */
  const leave = (entry: Entry) => {
    linger(entry.row, entry.kind, entry.index);
    if (entry.row.id === current?.row.id) openNext();
  };
  const saved = (entry: Entry, text: string) => ({
    onSuccess: ({ action }: Committed) => {
      leave(entry);
      toast.say(text, [action]);
    },
    onError: toast.fail,
  });
  const finish = (entry: Entry) => done.mutate(entry.row.id, saved(entry, t("toast.done", { title: entry.row.title })));
  const copy = async () => {
    if (dial !== null && (await copyText(dial.value))) toast.say(t("detail.copied"));
  };

  const isOpen = current?.state === "open";
  const isTask = isOpen && current.kind !== "who";
  const actions: TodayActions = {
    log: isTask && {
      id: "today.log",
      icon: IconPencilPlus,
      run: () =>
        overlays.quicklog({
          ...(person === null ? {} : { person: { id: person.id, name: person.name } }),
          followup: current.row.id,
          onSaved: () => leave(current),
        }),
    },
    interview: isTask && person !== null && {
      id: "today.interview",
      icon: IconMicrophone2,
      run: () => overlays.interview({ person: { id: person.id, name: person.name }, followup: current.row.id, purpose: record?.person.kind === "candidate" ? "candidate" : "care" }),
    },
    missed: isTask && person !== null && {
      id: "today.missed",
      icon: IconPhoneOff,
      run: () => missed.mutate({ person: person.id, followup: current.row.id, title: t("retry.title") }, saved(current, t("toast.missed"))),
    },
    done: isTask && { id: "today.done", run: () => finish(current) },
    later: isTask && { id: "today.later", run: () => setLater(true) },
    drop: isTask && { id: "today.drop", run: () => drop.mutate(current.row.id, saved(current, t("toast.dropped", { title: current.row.title }))) },
    remove: isTask && { id: "today.delete", icon: IconTrash, run: () => overlays.remove(current.row.id, openNext) },
    copy: dial !== null && { id: "today.copy", icon: IconCopy, run: () => void copy() },
    qr: dial !== null && { id: "today.qr", icon: IconQrcode, run: () => setQr(!qr) },
  };
  useActions(Object.values(actions).filter((action) => action !== false));

  const keys = useListKeys({
    id: "today",
    count: entries.length,
    active,
    onActive: (index) => choose(entries[index]?.row.id ?? null),
    onOpen: () => {
      if (current?.kind === "who") picker.current?.focus();
      else if (person !== null) void navigate({ to: "/people/$id", params: { id: person.id } });
    },
  });

  if (current === undefined) {
    return (
      <div className={css.done}>
        <div className={css.rest}>
          <Nothing today={today} />
          <div className={css.waiting}>{waiting}</div>
        </div>
        <Week />
      </div>
    );
  }
  return (
    <div className={css.columns}>
      <TodayList sections={sections} keys={keys} active={active} onChoose={choose} onDone={(id) => { const entry = entries.find(({ row }) => row.id === id); if (entry) finish(entry); }} after={<div className={css.waiting}>{waiting}</div>}>
        <Week />
      </TodayList>
      <Detail
        key={current.row.id}
        entry={current}
        record={record ?? null}
        phone={phone}
        qr={qr}
        actions={actions}
        picker={picker}
        onAssign={(choice, name) => assign.mutate({ id: current.row.id, person: choice }, saved(current, t("toast.assigned", { name })))}
        onPickerLeave={() => keys.box.ref.current?.focus()}
        later={later}
        onLaterClose={() => setLater(false)}
        onLater={(on) => postpone.mutate({ id: current.row.id, on }, saved(current, t("toast.later", { title: current.row.title, day: f.inWords(on) })))}
      />
    </div>
  );
}
