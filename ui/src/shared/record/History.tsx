// Who changed what: every change of a record in a drawer, newest first, with old and new, through
// what it was done, and a way back to a value it had.
import { Button, Drawer, UnstyledButton } from "@mantine/core";
import { IconArrowBackUp, IconHistory } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { HistoryLine, Part } from "../../ipc/bindings.gen";
import { useFormat } from "../format/useFormat";
import { useActions } from "../keys/actions";
import { ShortcutKeys } from "../ui/Keys";
import { Loading } from "../ui/Loading";
import css from "./record.module.css";

const OWN = "field_values";

/** `lines` is asked for only while the drawer is open. */
export function HistoryButton({ children }: { children: React.ReactNode }) {
  const { t } = useTranslation("record");
  const [opened, setOpened] = useState(false);
  useActions([{ id: "record.history", run: () => setOpened(true) }]);
  return (
    <>
      <UnstyledButton className={css.foot} onClick={() => setOpened(true)} data-testid="record-history">
        <IconHistory size={16} aria-hidden />
        {t("history.title")}
        <ShortcutKeys id="record.history" />
      </UnstyledButton>
      <Drawer
        opened={opened}
        onClose={() => setOpened(false)}
        title={t("history.title")}
        closeButtonProps={{ "aria-label": t("history.close") }}
      >
        {opened ? children : null}
      </Drawer>
    </>
  );
}

type Props = { lines: readonly HistoryLine[] | undefined; onRestore: (line: HistoryLine) => void };

export function HistoryLines({ lines, onRestore }: Props) {
  const { t, i18n } = useTranslation(["record", "common", "custom"]);
  const format = useFormat();
  if (lines === undefined) return <Loading rows={4} height={48} />;
  const field = (name: string): string => i18n.t(`record:field.${name}`, { defaultValue: name });
  const device = [...new Set(lines.map((line) => line.device))];
  // Words that stand in the file as codes are said as everywhere else.
  const shown = (name: string, value: string | null, of?: Part | null): string => {
    if (value === null) return t("history.nothing");
    if (of?.noun === OWN) return of.kind === "yes_no" ? t(value === "yes" ? "custom:yes" : "custom:no") : of.kind === "date" ? format.longDay(value) : value;
    const [word = "", ...rest] = value.split(" ");
    const words = { kind: `common:kind.${value}`, role: `pipeline:role.${value}`, state: `common:reach.${word}` };
    if (name === "state") return [i18n.t(words.state, { defaultValue: word }), ...rest].join(" ");
    return name === "kind" || name === "role" ? i18n.t(words[name], { defaultValue: value }) : value;
  };
  const whole = { created: t("history.came"), deleted: t("history.went"), restored: t("history.again"), changed: "" };
  /** What belongs to the record is named before what happened to it. */
  const said = (line: HistoryLine): string => {
    if (line.part == null) return ofItself(line);
    // A field of the team's own is named as the built-in ones are.
    if (line.part.noun === OWN && (line.op === "changed" || line.op === "created")) return ofItself(line, line.part.name);
    const part = i18n.t(`record:history.part.${line.part.noun}`, { name: line.part.name, defaultValue: line.part.name });
    return t("history.partSaid", { part, said: line.op === "changed" ? ofItself(line) : whole[line.op] });
  };
  const ofItself = (line: HistoryLine, name = field(line.field)): string => {
    const value = shown(line.field, line.new, line.part);
    if (line.op === "changed") return t("history.changed", { field: name, old: shown(line.field, line.old, line.part), value });
    if (line.op === "created") return t("history.first", { field: name, value });
    return t(`history.${line.op}`);
  };
  return (
    <ol className={css.history} data-testid="history-lines">
      {lines.map((line) => {
        const back = line.op === "changed" ? line.old : line.new;
        return (
          <li key={`${line.line} ${line.field}`} data-part={line.part?.noun}>
            <div className={css.historyWords}>{said(line)}</div>
            <div className={`${css.historyNote} tl-num`}>
              {[
                `${format.dayAt(line.at)} ${format.time(line.at)}`, line.member,
                line.origin === null ? null : t(`history.through.${line.origin}`),
                device.length > 1 ? t("history.device", { number: device.indexOf(line.device) + 1 }) : null,
              ].filter(Boolean).join(" · ")}
            </div>
            {line.restorable ? (
              <Button
                size="compact-sm" variant="subtle" className={css.restore ?? ""} leftSection={<IconArrowBackUp size={14} aria-hidden />}
                onClick={() => onRestore(line)} data-testid="history-restore"
              >
                {back === null ? t("history.restoreEmpty") : t("history.restore", { value: shown(line.field, back, line.part) })}
              </Button>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
