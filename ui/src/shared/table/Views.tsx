// The views of a table as tabs above it: everything, one's own, and those that were kept. A kept view that
// was changed says so and offers to keep the change or to go back.
import { ActionIcon, Menu, Tooltip, UnstyledButton } from "@mantine/core";
import { IconDots, IconLock, IconPinFilled, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ListKind, ViewLine } from "../../ipc/bindings.gen";
import { type Action, useActions } from "../keys/actions";
import type { ShortcutId } from "../keys/shortcuts";
import { useActionLabel } from "../ui/ActionButton";
import { ShortcutKeys } from "../ui/Keys";
import { useToast } from "../ui/toast";
import type { ColumnChoice } from "./columns";
import type { ListSearch } from "./listSearch";
import { useDeleteView, useOrderViews, useSaveView, useViews } from "../views/queries";
import { ViewForm } from "./ViewForm";
import css from "./Views.module.css";
import { sameSearch, searchOf, stateOf } from "./viewState";

const NTH = ["table.view1", "table.view2", "table.view3", "table.view4", "table.view5", "table.view6", "table.view7", "table.view8", "table.view9"] as const satisfies readonly ShortcutId[];

type Props<Row> = {
  kind: ListKind;
  search: ListSearch;
  /** the member who works here, if one was chosen */
  me: string | null;
  choice: ColumnChoice<Row>;
  onSearch: (next: ListSearch) => void;
};

type Tab = { id: string | undefined; name: string; search: ListSearch; kept: ViewLine | null };

export function Views<Row>({ kind, search, me, choice, onSearch }: Props<Row>) {
  const { t } = useTranslation(["views", "common"]);
  const toast = useToast();
  const label = useActionLabel();
  const views = useViews(kind);
  const save = useSaveView();
  const remove = useDeleteView();
  const order = useOrderViews();
  const [form, setForm] = useState<ViewLine | "new" | null>(null);
  const mine: ListSearch = { v: "mine", f: [`owner=${me ?? ""}`] };
  const tabs: Tab[] = [
    { id: undefined, name: t("all"), search: {}, kept: null },
    ...(me === null ? [] : [{ id: "mine", name: t("mine"), search: mine, kept: null }]),
    ...views.map((kept) => ({ id: kept.id, name: kept.name, search: searchOf(kept.id, kept.state), kept })),
  ];
  const current = tabs.find(({ id }) => id === search.v) ?? tabs[0];
  const kept = current?.kept ?? null;
  const changed = kept !== null && (!sameSearch(search, searchOf(kept.id, kept.state)) || choice.isChanged);

  const write = (view: ViewLine, next: Partial<ViewLine>, words: string) =>
    save.mutate({ ...view, ...next, list: kind }, { onSuccess: ({ action }) => action !== null && toast.say(words, [action]), onError: toast.fail });
  const update = () => {
    if (kept === null) return;
    write(kept, { state: stateOf(search, choice.kept) }, t("updated", { name: kept.name }));
    choice.reset();
  };
  const back = () => {
    if (kept === null) return;
    choice.reset();
    onSearch(searchOf(kept.id, kept.state));
  };
  const move = (view: ViewLine, step: number) => {
    const ids = views.map(({ id }) => id);
    const from = ids.indexOf(view.id);
    const to = from + step;
    if (to < 0 || to >= ids.length) return;
    order.mutate(ids.toSpliced(from, 1).toSpliced(to, 0, view.id), { onError: toast.fail });
  };
  const drop = (view: ViewLine) => {
    remove.mutate(view.id, { onSuccess: ({ action }) => toast.say(t("deleted", { name: view.name }), [action]), onError: toast.fail });
    onSearch({});
  };
  const pinned = views.filter((view) => view.pinned);
  const keyOf = (view: ViewLine): ShortcutId | undefined => (view.pinned ? NTH[pinned.indexOf(view)] : undefined);
  const keep: Action = { id: "table.keepView", icon: IconPlus, run: () => setForm("new") };
  useActions([
    keep,
    ...(changed ? [{ id: "table.updateView", run: update } as const] : []),
    ...pinned.flatMap((view): Action[] => {
      const id = keyOf(view);
      return id === undefined ? [] : [{ id, said: view.name, run: () => onSearch(searchOf(view.id, view.state)) }];
    }),
  ]);
  return (
    <div className={css.bar}>
      <div className={css.tabs} role="tablist" aria-label={t("label")}>
        {tabs.map((tab) => {
          const on = tab === current;
          return (
            <span key={tab.id ?? "all"} className={css.slot} data-current={on || undefined}>
              <UnstyledButton
                role="tab" aria-selected={on} tabIndex={on ? 0 : -1} className={css.tab} data-testid={`view-${tab.kept === null ? (tab.id ?? "all") : "kept"}`} data-view={tab.name}
                onClick={() => onSearch(tab.search)}
                onKeyDown={(event) => {
                  const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
                  if (step === 0) return;
                  event.preventDefault();
                  event.stopPropagation();
                  const next = tabs[tabs.indexOf(tab) + step];
                  if (next === undefined) return;
                  const list = event.currentTarget.closest('[role="tablist"]');
                  onSearch(next.search);
                  list?.querySelectorAll<HTMLElement>('[role="tab"]')[tabs.indexOf(next)]?.focus();
                }}
              >
                {tab.kept?.shared === false ? <IconLock size={12} aria-label={t("private")} /> : null}
                {tab.kept?.pinned === true ? <IconPinFilled size={12} aria-label={t("pinned")} /> : null}
                <span className={css.name}>{tab.name}</span>
                {tab.kept === null ? null : <TabKey id={keyOf(tab.kept)} />}
              </UnstyledButton>
              {on && tab.kept !== null ? <More view={tab.kept} onForm={setForm} onWrite={write} onMove={move} onDrop={drop} /> : null}
            </span>
          );
        })}
      </div>
      {changed ? (
        <span className={css.changed} role="status" data-testid="view-changed">
          {t("changed")}
          <UnstyledButton className={css.do} onClick={update} data-testid="view-update">{t("update")}<ShortcutKeys id="table.updateView" /></UnstyledButton>
          <UnstyledButton className={css.do} onClick={back} data-testid="view-reset">{t("reset")}</UnstyledButton>
        </span>
      ) : null}
      <Tooltip label={<span>{label("table.keepView")} <ShortcutKeys id="table.keepView" /></span>}>
        <ActionIcon variant="subtle" className={css.keep ?? ""} aria-label={label("table.keepView")} onClick={keep.run} data-testid="view-keep"><IconPlus size={16} aria-hidden /></ActionIcon>
      </Tooltip>
      {form === null ? null : (
        <ViewForm
          view={form === "new" ? null : form}
          onSave={async ({ name, shared, pinned: pin }) => {
            const known = form === "new" ? null : form;
            const { id, action } = await save.mutateAsync({ id: known?.id ?? null, list: kind, name, shared, pinned: pin, state: known?.state ?? stateOf(search, choice.kept) });
            setForm(null);
            if (action !== null) toast.say(t(known === null ? "kept" : "saved", { name }), [action]);
            if (known === null) onSearch({ ...search, v: id });
          }}
          onClose={() => setForm(null)}
        />
      )}
    </div>
  );
}

function TabKey({ id }: { id: ShortcutId | undefined }) {
  return id === undefined ? null : <ShortcutKeys id={id} />;
}

type MoreProps = {
  view: ViewLine;
  onForm: (view: ViewLine) => void;
  onWrite: (view: ViewLine, next: Partial<ViewLine>, words: string) => void;
  onMove: (view: ViewLine, step: number) => void;
  onDrop: (view: ViewLine) => void;
};

function More({ view, onForm, onWrite, onMove, onDrop }: MoreProps) {
  const { t } = useTranslation(["views", "common"]);
  const { name, shared, pinned } = view;
  return (
    <Menu position="bottom-start" width={200} returnFocus>
      <Menu.Target>
        <ActionIcon variant="subtle" size={24} aria-label={t("more", { name })} data-testid="view-more"><IconDots size={14} aria-hidden /></ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onForm(view)} data-testid="view-rename">{t("rename")}</Menu.Item>
        <Menu.Item onClick={() => onWrite(view, { pinned: !pinned }, t(pinned ? "unpinned" : "isPinned", { name }))} data-testid="view-pin">{t(pinned ? "unpin" : "pin")}</Menu.Item>
        <Menu.Item onClick={() => onWrite(view, { shared: !shared }, t(shared ? "isPrivate" : "isShared", { name }))} data-testid="view-share">{t(shared ? "makePrivate" : "share")}</Menu.Item>
        <Menu.Item onClick={() => onMove(view, -1)}>{t("left")}</Menu.Item>
        <Menu.Item onClick={() => onMove(view, 1)}>{t("right")}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => onDrop(view)} data-testid="view-delete">{t("delete")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
