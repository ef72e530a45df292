// The command palette: organizations, people, deals, what was said, and every page and action there is.
// Finding is core's (name, pinyin, initials, last digits, words), for actions too; those are found by
// their English words in any language as well. What was opened last stands first while nothing is typed.
import { IconSearch } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FoundGroup, FoundHit, FoundKind } from "../../ipc/bindings.gen";
import { useFormat } from "../../shared/format/useFormat";
import { overlays } from "../../shared/hooks/overlays";
import { type Action, currentActions } from "../../shared/keys/actions";
import { isComposing } from "../../shared/keys/composition";
import { useActionLabel } from "../../shared/ui/ActionButton";
import { Floating } from "../../shared/ui/Floating";
import { Keys } from "../../shared/ui/Keys";
import { Line } from "./Entries";
import { asFound, type Entry, inGroups, keyOf } from "./found";
import css from "./Palette.module.css";
import { searchQueries } from "./queries";
import { keepRecent, readRecent } from "./recent";
import { useFittingActions } from "./useFittingActions";

/** Each action once, the innermost first: two that read the same are one to whoever chooses. */
function offered(label: (id: Action["id"]) => string): readonly Action[] {
  const seen = new Set<string>();
  return currentActions().filter(({ id, silent, disabled, said }) => {
    if (silent === true || disabled !== undefined || seen.has(id) || seen.has(said ?? label(id))) return false;
    seen.add(id).add(said ?? label(id));
    return true;
  });
}

export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(["search", "common"]);
  const label = useActionLabel();
  const navigate = useNavigate();
  const [query, setQuery] = useState("");
  /** What is looked for: what is typed, but for what an input method has not made into words yet. */
  const [wanted, setWanted] = useState("");
  const [kind, setKind] = useState<FoundKind | null>(null);
  const [at, setAt] = useState(0);
  const [actions] = useState(() => offered(label));
  const [recent] = useState(readRecent);
  const { data, isFetching } = useQuery({ ...searchQueries.find(wanted, kind), enabled: wanted !== "", placeholderData: keepPreviousData });
  const found = wanted === "" ? undefined : data;

  const words = useFittingActions(actions, wanted);
  const { data: named } = useQuery({ ...searchQueries.named(recent.flatMap(({ hit }) => hit ?? [])), enabled: wanted === "" && recent.length > 0 });
  const known = recent.flatMap((one): Entry[] => {
    const hit = named?.find(({ id }) => id === one.hit);
    const action = actions.find(({ id }) => id === one.action);
    return hit !== undefined ? [{ kind: "hit", hit: asFound(hit) }] : action !== undefined ? [{ kind: "action", action }] : [];
  });
  const first = wanted === "" ? known : [];
  const rest = words.actions.filter((action) => !first.some((entry) => entry.kind === "action" && entry.action === action));
  const groups = inGroups(first, found, rest, kind);
  const all = groups.flatMap(({ members }) => members);
  const current = all[Math.min(at, all.length - 1)];

  const look = (typed: string) => {
    setWanted(typed.trim());
    setAt(0);
    if (typed.trim() === "") setKind(null);
  };
  const choose = (next: FoundKind | null) => {
    setKind(next);
    setAt(0);
  };
  const open = (entry: Entry | undefined) => {
    if (entry === undefined) return;
    if (entry.kind === "all") return choose(entry.of);
    onClose();
    if (entry.kind === "action") {
      keepRecent({ action: entry.action.id });
      entry.action.run();
      return;
    }
    const { opens, touchpoint } = entry.hit;
    if (opens === null) {
      void navigate({ to: "/today" });
      return;
    }
    keepRecent({ hit: opens.id });
    const search = touchpoint === null ? {} : { touchpoint };
    if (opens.kind === "person") void navigate({ to: "/people/$id", params: { id: opens.id }, search });
    else if (opens.kind === "organization") void navigate({ to: "/organizations/$id", params: { id: opens.id }, search });
    else void navigate({ to: "/deals/$id", params: { id: opens.id }, search });
  };
  const log = (entry: Entry | undefined) => {
    const person = entry?.kind === "hit" ? personOf(entry.hit) : null;
    if (person !== null) overlays.quicklog({ person });
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
    if (kind === null) onClose();
    else choose(null);
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
            if (!(event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing)) look(event.currentTarget.value);
          }}
          onCompositionEnd={(event) => look(event.currentTarget.value)}
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
      {found !== undefined && (found.groups.length > 1 || kind !== null) ? <Kinds kind={kind} groups={found.groups} onChoose={choose} /> : null}
      <div className={css.list} id="palette-list" role="listbox" aria-label={t("title")}>
        {wanted === "" ? <div className={css.try} role="presentation" data-testid="palette-examples">{t("try")} {t("examples").split(" | ").map((example) => <kbd key={example}>{example}</kbd>)}</div> : null}
        {groups.map(({ name, members, start }) => (
          <div key={name} role="group" aria-label={t(`group.${name}`)}>
            <div className={css.group} aria-hidden>{t(`group.${name}`)}</div>
            {members.map((entry, place) => (
              <Line key={keyOf(entry)} entry={entry} id={`palette-${start + place}`} ranges={entry.kind === "action" ? words.ranges(entry.action) : []} current={entry === current} onOpen={() => open(entry)} />
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
      {found !== undefined && found.waiting > 0 ? <div className={css.waiting} role="status" data-testid="palette-waiting">{t("waiting", { count: found.waiting })}</div> : null}
      <div className="tl-hidden" role="status" aria-live="polite">{found === undefined || isFetching ? "" : t("found", { count: found.groups.reduce((sum, group) => sum + group.total, 0) })}</div>
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

/** Whom a line is about, if it is one person. */
function personOf({ kind, name, opens }: FoundHit): { id: string; name: string } | null {
  return name !== null && opens?.kind === "person" && kind !== "organization" ? { id: opens.id, name } : null;
}

/** All kinds of which there is something side by side, or one alone with everything found of it. */
function Kinds({ kind, groups, onChoose }: { kind: FoundKind | null; groups: readonly FoundGroup[]; onChoose: (kind: FoundKind | null) => void }) {
  const { t } = useTranslation("search");
  const { number } = useFormat();
  const count = ({ total, more }: FoundGroup) => (more ? `${number(total)}+` : number(total));
  return (
    <div className={css.kinds} role="group" aria-label={t("kinds")}>
      <button type="button" className={css.kind} aria-pressed={kind === null} onClick={() => onChoose(null)} data-testid="palette-kind" data-kind="all">{t("kindAll")}</button>
      {groups.map((group) => (
        <button key={group.kind} type="button" className={css.kind} aria-pressed={kind === group.kind} onClick={() => onChoose(group.kind)} data-testid="palette-kind" data-kind={group.kind}>
          {t(`group.${group.kind}`)} <span className="tl-num">{count(group)}</span>
        </button>
      ))}
    </div>
  );
}
