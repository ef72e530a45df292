// The command palette: organizations, people, deals, and every page and action there is. Finding is
// core's (name, pinyin, initials, last digits), for actions too; those are found by their English words
// in any language as well. What was opened last stands first while nothing is typed.
import { IconBuilding, IconSearch, IconTarget, IconUser } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Hit } from "../../ipc/bindings.gen";
import { usePersonName } from "../../shared/format/personName";
import { overlays } from "../../shared/hooks/overlays";
import { type Action, currentActions } from "../../shared/keys/actions";
import { isComposing } from "../../shared/keys/composition";
import { useActionLabel } from "../../shared/ui/ActionButton";
import { Floating } from "../../shared/ui/Floating";
import { Keys, ShortcutKeys } from "../../shared/ui/Keys";
import { Marked } from "./Marked";
import css from "./Palette.module.css";
import { searchQueries } from "./queries";
import { keepRecent, readRecent } from "./recent";
import { useFittingActions } from "./useFittingActions";

type Found = { kind: "hit"; hit: Hit } | { kind: "action"; action: Action };
type Group = { name: Hit["kind"] | "action" | "recent"; start: number; members: readonly Found[] };

const icons = { organization: IconBuilding, person: IconUser, deal: IconTarget } as const satisfies Record<Hit["kind"], unknown>;
const order: readonly Hit["kind"][] = ["organization", "person", "deal"];

/** Each action once, the innermost first: two that read the same are one to whoever chooses. */
function offered(label: (id: Action["id"]) => string): readonly Action[] {
  const seen = new Set<string>();
  return currentActions().filter(({ id, silent, disabled }) => {
    if (silent === true || disabled !== undefined || seen.has(id) || seen.has(label(id))) return false;
    seen.add(id).add(label(id));
    return true;
  });
}

function inGroups(recent: readonly Found[], hits: readonly Hit[], actions: readonly Action[]): Group[] {
  const groups: Group[] = [];
  let start = 0;
  const add = (name: Group["name"], members: readonly Found[]) => {
    if (members.length > 0) groups.push({ name, start, members });
    start += members.length;
  };
  add("recent", recent);
  for (const name of order) add(name, hits.filter(({ kind }) => kind === name).map((hit) => ({ kind: "hit", hit })));
  add("action", actions.map((action) => ({ kind: "action", action })));
  return groups;
}

export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(["search", "common"]);
  const label = useActionLabel();
  const navigate = useNavigate();
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const [actions] = useState(() => offered(label));
  const [recent] = useState(readRecent);
  const wanted = query.trim();
  const { data, isFetching } = useQuery({ ...searchQueries.lookup(wanted), enabled: wanted !== "", placeholderData: keepPreviousData });

  const words = useFittingActions(actions, wanted);
  const { data: named } = useQuery({ ...searchQueries.named(recent.flatMap(({ hit }) => hit ?? [])), enabled: wanted === "" && recent.length > 0 });
  const known = recent.flatMap((one): Found[] => {
    const hit = named?.find(({ id }) => id === one.hit);
    const action = actions.find(({ id }) => id === one.action);
    return hit !== undefined ? [{ kind: "hit", hit }] : action !== undefined ? [{ kind: "action", action }] : [];
  });
  const first = wanted === "" ? known : [];
  const rest = words.actions.filter((action) => !first.some((found) => found.kind === "action" && found.action === action));
  const groups = inGroups(first, wanted === "" ? [] : (data ?? []), rest);
  const all = groups.flatMap(({ members }) => members);
  const current = all[Math.min(at, all.length - 1)];

  const open = (found: Found | undefined) => {
    if (found === undefined) return;
    onClose();
    keepRecent(found.kind === "action" ? { action: found.action.id } : { hit: found.hit.id });
    if (found.kind === "action") found.action.run();
    else if (found.hit.kind === "person") void navigate({ to: "/people/$id", params: { id: found.hit.id } });
    else if (found.hit.kind === "organization") void navigate({ to: "/organizations/$id", params: { id: found.hit.id } });
    else void navigate({ to: "/deals/$id", params: { id: found.hit.id } });
  };
  const log = (found: Found | undefined) => {
    if (found?.kind !== "hit" || found.hit.kind !== "person") return;
    overlays.quicklog({ person: { id: found.hit.id, name: found.hit.name } });
  };
  const move = (to: number) => {
    const next = Math.max(0, Math.min(all.length - 1, to));
    setAt(next);
    document.getElementById(`palette-${next}`)?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === "ArrowDown") move(at + 1);
    else if (event.key === "ArrowUp") move(at - 1);
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) log(current);
    else if (event.key === "Enter") open(current);
    else if (event.key === "?" && query === "") overlays.shortcuts();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onFrameKey = (event: React.KeyboardEvent) => {
    if (event.key !== "Escape" || isComposing(event.nativeEvent)) return;
    event.stopPropagation();
    onClose();
  };

  return (
    <Floating label={t("title")} width={600} top={96} testId="palette" onClose={onClose} onKeyDown={onFrameKey}>
      <div className={css.head}>
        <IconSearch size={18} aria-hidden />
        <input
          className={css.input}
          data-testid="palette-input"
          data-autofocus
          autoFocus
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          placeholder={t("input")}
          aria-label={t("input")}
          role="combobox"
          aria-expanded
          aria-controls="palette-list"
          aria-activedescendant={current === undefined ? undefined : `palette-${Math.min(at, all.length - 1)}`}
          spellCheck={false}
          autoComplete="off"
        />
        <span className={css.hint}>{t("hint")}</span>
      </div>
      <div className={css.list} id="palette-list" role="listbox" aria-label={t("title")}>
        {groups.map(({ name, members, start }) => (
          <div key={name} role="group" aria-label={t(`group.${name}`)}>
            <div className={css.group} aria-hidden>{t(`group.${name}`)}</div>
            {members.map((found, place) => (
              <Row key={found.kind === "hit" ? found.hit.id : found.action.id} found={found} id={`palette-${start + place}`} ranges={found.kind === "action" ? words.ranges(found.action) : found.hit.matched} current={found === current} onOpen={() => open(found)} />
            ))}
          </div>
        ))}
        {all.length === 0 && !isFetching ? (
          <div className={css.none} role="option" aria-selected={false} aria-disabled>
            <strong>{t("none", { query: wanted })}</strong>
            <span>{t("noneText")}</span>
          </div>
        ) : null}
      </div>
      <footer className={css.foot}>
        <Keys keys="up down" />
        <span>{t("common:do.move")}</span>
        <Keys keys="enter" />
        <span>{t("common:do.open")}</span>
        <Keys keys="mod+enter" />
        <span>{t("log")}</span>
        <span className={css.right}>
          <Keys keys="?" />
          {t("all")}
        </span>
      </footer>
    </Floating>
  );
}

type RowProps = { found: Found; id: string; ranges: readonly (readonly [number, number])[]; current: boolean; onOpen: () => void };

function Row({ found, id, ranges, current, onOpen }: RowProps) {
  const { t } = useTranslation(["search", "common"]);
  const called = usePersonName();
  const label = useActionLabel();
  const Icon = found.kind === "hit" ? icons[found.hit.kind] : (found.action.icon ?? IconSearch);
  return (
    <div id={id} role="option" aria-selected={current} className={css.row} onClick={onOpen} data-testid="palette-hit" data-kind={found.kind === "hit" ? found.hit.kind : "action"}>
      <Icon size={18} aria-hidden />
      {found.kind === "hit" ? (
        <>
          <Marked text={found.hit.name} ranges={ranges} />
          <span className={css.about}>{[called(found.hit.name) === found.hit.name ? null : t("common:kind.candidate"), found.hit.about, found.hit.detail].filter(Boolean).join(" · ")}</span>
          {current ? <Keys keys="enter" /> : null}
        </>
      ) : (
        <>
          <Marked text={label(found.action.id)} ranges={ranges} />
          <span className={css.about}>{t(found.action.id.startsWith("go.") ? "page" : "action")}</span>
          <ShortcutKeys id={found.action.id} />
        </>
      )}
    </div>
  );
}
