// Several lines are several touchpoints: one row each, the one under the caret opened in the cells.
import { UnstyledButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { LineRead } from "../../ipc/bindings.gen";
import { useFormat } from "../../shared/format/useFormat";
import { ChannelIcon } from "../../shared/ui/ChannelIcon";
import css from "./Lines.module.css";

export function Lines({ lines, at, onChoose }: { lines: readonly LineRead[]; at: number; onChoose: (index: number) => void }) {
  const { t } = useTranslation(["quicklog", "common"]);
  const f = useFormat();
  const who = ({ who: read }: LineRead): string => {
    if (read.state === "known") return read.person.name;
    if (read.state === "new") return t("who.new", { name: read.name });
    return read.state === "several" ? t("who.several", { count: read.choices.length, n: f.spoken(read.choices.length), text: read.text }) : t("who.none");
  };
  return (
    <section className={css.lines} aria-label={t("lines", { count: lines.length })} data-testid="quicklog-lines">
      <h2 className={css.head}>{t("lines", { count: lines.length })}</h2>
      {lines.map((line, index) => (
        <UnstyledButton
          key={index}
          className={css.line}
          tabIndex={-1}
          aria-pressed={index === at}
          aria-label={t("line", { n: index + 1 })}
          data-testid="quicklog-line"
          onClick={() => onChoose(index)}
        >
          <span className={css.number}>{index + 1}</span>
          <ChannelIcon channel={line.channel} label={t(`common:channel.${line.channel}`)} />
          <span className={css.who} data-asked={line.who.state === "several" || undefined}>{who(line)}</span>
          <span className={css.summary}>{line.outcome === null ? line.summary : [t(`common:outcome.${line.outcome}`), line.summary].filter(Boolean).join(" · ")}</span>
          <span className={css.next}>{line.next?.due_on == null ? "" : `${line.next.title} ${f.inWords(line.next.due_on)}`}</span>
        </UnstyledButton>
      ))}
    </section>
  );
}
