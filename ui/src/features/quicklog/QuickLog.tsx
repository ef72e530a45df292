// Quick log: one box from anywhere. What a line means is read in core; this room shows it, lets each
// part be corrected, and saves. A draft is never lost, a failed save keeps every word.
import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LineFix, LineRead, QuickLogSaved } from "../../ipc/bindings.gen";
import { useFormat } from "../../shared/format/useFormat";
import { overlays, type QuickLogStart } from "../../shared/hooks/overlays";
import { isComposing } from "../../shared/keys/composition";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { Floating } from "../../shared/ui/Floating";
import { Keys, ShortcutKeys } from "../../shared/ui/Keys";
import { useToast } from "../../shared/ui/toast";
import { Alike } from "./Alike";
import { type CellKind, Cells } from "./Cells";
import { Choices, CHOICES_ID } from "./Choices";
import { type Draft, fixesOf, lineAt, noFix, withFix, withText } from "./draft";
import { uncleared, whoWords } from "./Editors";
import { Line } from "./Line";
import { Lines } from "./Lines";
import { quicklogQueries, useSaveLines } from "./queries";
import css from "./QuickLog.module.css";
import { useDraft } from "./useDraft";

const REST_MS = 80;

type Props = { start: QuickLogStart; onClose: () => void };

/** What stands in the way of saving a line. */
function asked(line: LineRead): CellKind | null {
  if (line.who.state === "several") return "who";
  return line.next !== null && line.next.due_on === null && line.next.ask !== null ? "next" : null;
}

export function QuickLog({ start, onClose }: Props) {
  const { t } = useTranslation("quicklog");
  const client = useQueryClient();
  const f = useFormat();
  const toast = useToast();
  const saveLines = useSaveLines();
  const { draft, setDraft, discard } = useDraft(start);
  const [caret, setCaret] = useState(draft.text.length);
  const [open, setOpen] = useState<CellKind | null>(null);
  const [choice, setChoice] = useState(0);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const area = useRef<HTMLTextAreaElement | null>(null);
  const whoCell = useRef<HTMLButtonElement>(null);

  const [resting] = useDebouncedValue(draft, REST_MS);
  const empty = draft.text.trim() === "";
  const { data } = useQuery({
    ...quicklogQueries.read(resting.text, fixesOf(resting)),
    enabled: resting.text.trim() !== "",
    placeholderData: keepPreviousData,
  });
  const lines = empty ? [] : (data?.lines ?? []);
  const at = Math.min(lineAt(draft.text, caret), Math.max(0, lines.length - 1));
  const line = lines[at];
  const fix = fixesOf(draft)[at] ?? noFix;
  const waiting = lines.some(({ who }) => who.state === "several");

  const attach = useCallback((node: HTMLTextAreaElement | null) => {
    area.current = node;
    node?.setSelectionRange(node.value.length, node.value.length);
  }, []);
  const change = (next: Partial<LineFix>, anchor?: string) => setDraft((current) => withFix(current, at, next, anchor));
  const goTo = (index: number) => {
    const before = draft.text.split("\n");
    let seen = -1;
    const row = before.findIndex((words) => words.trim() !== "" && (seen += 1) === index);
    const end = before.slice(0, row + 1).join("\n").length;
    area.current?.focus();
    area.current?.setSelectionRange(end, end);
    setCaret(end);
  };

  const finish = ({ action, touchpoints }: QuickLogSaved) => {
    discard();
    onClose();
    start.onSaved?.();
    const due = touchpoints.find(({ followup }) => followup !== null)?.followup?.due_on;
    const words = touchpoints.length > 1 ? t("saved.many", { count: touchpoints.length }) : due === undefined ? t("saved.plain") : t("saved.remind", { day: f.onDay(due) });
    toast.say(words, [action]);
  };
  /** Reads the text as it is now, so that a quick Enter never saves what was understood before. */
  const save = async (what: Draft) => {
    if (busy || what.text.trim() === "") return;
    setBusy(true);
    setFailure(null);
    try {
      const fixes = fixesOf(what);
      const { lines: read } = await client.fetchQuery(quicklogQueries.read(what.text, fixes));
      const stuck = read.findIndex((one) => asked(one) !== null);
      const first = read[stuck];
      if (first !== undefined) {
        if (read.length > 1) goTo(stuck);
        setChoice(0);
        if (asked(first) === "next") {
          setOpen("next");
        } else {
          whoCell.current?.focus();
          document.getElementById(CHOICES_ID)?.scrollIntoView({ block: "nearest" });
        }
        return;
      }
      finish(await saveLines.mutateAsync({ text: what.text, fixes, followup: start.followup ?? null }));
    } catch (cause) {
      setFailure(cause);
      area.current?.focus();
    } finally {
      setBusy(false);
    }
  };

  const several = line?.who.state === "several" ? line.who : null;
  const choose = (index: number) => {
    if (several === null || line === undefined) return;
    const hit = several.choices[index];
    change({ person: hit ? { existing: hit.id } : { new_name: several.text }, clear: uncleared(fix, "who") }, whoWords(line));
    setChoice(0);
    area.current?.focus();
  };
  /** Somebody who is here already, instead of a new one. */
  const take = (id: string) => {
    if (line === undefined) return;
    change({ person: { existing: id }, clear: uncleared(fix, "who") }, whoWords(line));
    area.current?.focus();
  };
  const without = () => {
    const next = withFix(draft, at, { person: null, clear: [...uncleared(fix, "who"), "who"] }, "");
    setDraft(next);
    void save(next);
  };
  const onWhoKey = (event: React.KeyboardEvent) => {
    if (several === null || isComposing(event.nativeEvent)) return;
    const last = several.choices.length + 1;
    const digit = /^\d$/.test(event.key) ? Number(event.key) : -1;
    if (event.key === "ArrowDown") setChoice(Math.min(last, choice + 1));
    else if (event.key === "ArrowUp") setChoice(Math.max(0, choice - 1));
    else if (event.key === "Enter") {
      if (choice === last) without();
      else choose(choice);
    }
    else if (digit === 0) without();
    else if (digit > 0 && digit <= last) choose(digit - 1);
    else return;
    event.preventDefault();
  };
  const onKeyDown = (event: React.KeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposing(event.nativeEvent) || event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    void save(draft);
  };
  /** Opens the editor of a cell; closing it gives the keyboard back to the text, where Enter saves. */
  const show = (kind: CellKind | null) => {
    setOpen(kind);
    if (kind === null) area.current?.focus();
  };
  /** The same conversation by guide, with the person of the line; words that are typed stay in the draft. */
  const interview = () => {
    const { who } = line ?? {};
    const keeps = start.followup === undefined ? {} : { followup: start.followup };
    if (line !== undefined && line.summary === "") discard();
    if (who?.state === "known") overlays.interview({ person: { id: who.person.id, name: who.person.name }, ...keeps });
    else if (who?.state === "new") overlays.interview({ name: who.name, ...keeps });
    else overlays.interview(keeps);
  };
  const onFrameKey = (event: React.KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "i" && !isComposing(event.nativeEvent)) {
      event.preventDefault();
      event.stopPropagation();
      interview();
      return;
    }
    const leaving = event.key === "Escape";
    const saving = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    if (event.defaultPrevented || (!leaving && !saving) || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    event.stopPropagation();
    if (leaving) onClose();
    else void save(draft);
  };

  return (
    <Floating label={t("title")} width={680} top={112} testId="quicklog" onClose={onClose} onKeyDown={onFrameKey}>
      <Line
        text={draft.text}
        lines={lines}
        area={attach}
        onText={(text) => {
          setDraft((current) => withText(current, text));
          setFailure(null);
        }}
        onCaret={setCaret}
        onKeyDown={onKeyDown}
      />
      <div className={css.middle}>
        {lines.length > 1 ? <Lines lines={lines} at={at} onChoose={goTo} /> : null}
        {line === undefined ? null : (
          <Cells line={line} fix={fix} open={open} onOpen={show} onFix={change} onWhoKey={onWhoKey} whoRef={whoCell} />
        )}
        {line?.who.state === "new" ? <Alike name={line.who.name} onTake={take} /> : null}
        {several === null ? null : <Choices text={several.text} choices={several.choices} at={choice} onChoose={choose} onWithout={without} />}
        <div className={css.summary} data-testid="quicklog-cell-summary">
          <span className={css.label}>{t("summary.label")}</span>
          <span className={line?.summary ? css.words : css.hint}>{line === undefined ? t("summary.none") : line.summary || t("summary.all")}</span>
        </div>
        {failure === null ? null : <div className={css.failure}><ErrorNote error={failure} /></div>}
      </div>
      <footer className={css.foot}>
        <span className={css.hint}><Keys keys="tab" />{t("foot.correct")}</span>
        <span className={css.hint}><Keys keys="shift+enter" />{t("foot.newLine")}</span>
        <span className={css.hint}><Keys keys="esc" />{t("foot.close")}</span>
        {line?.who.state === "known" || line?.who.state === "new" ? (
          <Button variant="subtle" onClick={interview} rightSection={<ShortcutKeys id="interviews.start" />} data-testid="quicklog-interview">{t("interview")}</Button>
        ) : null}
        <Button
          variant="filled"
          className={css.save}
          data-testid="quicklog-save"
          data-waiting={waiting || undefined}
          title={waiting ? t("wait") : undefined}
          disabled={empty}
          onClick={() => void save(draft)}
          rightSection={<Keys keys="enter" />}
        >
          {t("save")}
        </Button>
      </footer>
    </Floating>
  );
}
