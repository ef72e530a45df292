// Who changed what: every change of a record in a drawer, newest first, with old and new.
import { Drawer, UnstyledButton } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { HistoryLine } from "../../ipc/bindings.gen";
import { useFormat } from "../format/useFormat";
import { Loading } from "../ui/Loading";
import css from "./record.module.css";

/** `lines` is asked for only while the drawer is open. */
export function HistoryButton({ children }: { children: React.ReactNode }) {
  const { t } = useTranslation("record");
  const [opened, setOpened] = useState(false);
  return (
    <>
      <UnstyledButton className={css.foot} onClick={() => setOpened(true)} data-testid="record-history">
        <IconHistory size={16} aria-hidden />
        {t("history.title")}
      </UnstyledButton>
      <Drawer
        opened={opened}
        onClose={() => setOpened(false)}
        position="right"
        size={400}
        padding={24}
        title={t("history.title")}
        closeButtonProps={{ "aria-label": t("history.close") }}
        overlayProps={{ color: "var(--tl-scrim)", backgroundOpacity: 1, blur: 0 }}
        transitionProps={{ duration: 160 }}
        classNames={{ content: css.drawer, title: css.drawerTitle }}
      >
        {opened ? children : null}
      </Drawer>
    </>
  );
}

export function HistoryLines({ lines }: { lines: readonly HistoryLine[] | undefined }) {
  const { t, i18n } = useTranslation("record");
  const format = useFormat();
  if (lines === undefined) return <Loading rows={4} height={48} />;
  const field = (name: string): string => i18n.t(`record:field.${name}`, { defaultValue: name });
  return (
    <ol className={css.history} data-testid="history-lines">
      {lines.map((line, index) => (
        <li key={index}>
          <div className={css.historyWords}>
            {line.op === "changed" ? (
              t("history.changed", { field: field(line.field), old: line.old ?? t("history.nothing"), value: line.new ?? t("history.nothing") })
            ) : (
              t(`history.${line.op}`)
            )}
          </div>
          <div className={`${css.historyNote} tl-num`}>
            {[`${format.dayAt(line.at)} ${format.time(line.at)}`, line.member, line.device].filter(Boolean).join(" · ")}
          </div>
        </li>
      ))}
    </ol>
  );
}
