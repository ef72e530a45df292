// The box. Behind the text lies the same text, unseen, whose understood words are underlined; it also
// gives the box its height, so both wrap alike.
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import type { LineRead, Span } from "../../ipc/bindings.gen";
import css from "./Line.module.css";

type Props = {
  text: string;
  lines: readonly LineRead[];
  area: React.Ref<HTMLTextAreaElement>;
  onText: (text: string) => void;
  onCaret: (caret: number) => void;
  onKeyDown: (event: React.KeyboardEvent<HTMLTextAreaElement>) => void;
};

export function Line({ text, lines, area, onText, onCaret, onKeyDown }: Props) {
  const { t } = useTranslation("quicklog");
  return (
    <div className={css.box}>
      <div className={css.grid}>
        <div className={css.ghost} aria-hidden>
          <Underlined text={text} lines={lines} />
          {"\u200b"}
        </div>
        <textarea
          ref={area}
          className={css.area}
          data-testid="quicklog-input"
          data-autofocus
          autoFocus
          rows={1}
          spellCheck={false}
          autoComplete="off"
          value={text}
          placeholder={t("placeholder")}
          aria-label={t("input")}
          onChange={(event) => onText(event.currentTarget.value)}
          onSelect={(event) => onCaret(event.currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
        />
      </div>
    </div>
  );
}

function Underlined({ text, lines }: { text: string; lines: readonly LineRead[] }) {
  let index = -1;
  const parts = text.split("\n").map((line) => {
    if (line.trim() === "") return { line, read: undefined };
    index += 1;
    return { line, read: lines[index] };
  });
  return parts.map(({ line, read }, number) => (
    <Fragment key={number}>
      {number > 0 ? "\n" : null}
      {read === undefined ? line : <Words line={line} read={read} />}
    </Fragment>
  ));
}

/** While an answer is on its way, the old one holds for the words that did not change. */
function settled(points: readonly string[], read: LineRead): Span[] {
  const raw = Array.from(read.raw);
  let same = 0;
  while (same < raw.length && same < points.length && raw[same] === points[same]) same += 1;
  return read.spans.filter(({ end }) => end <= same);
}

function Words({ line, read }: { line: string; read: LineRead }) {
  const lead = line.startsWith(read.raw) ? 0 : Math.max(0, line.indexOf(read.raw));
  const points = Array.from(line.slice(lead));
  const spans = settled(points, read);
  const rest = spans.at(-1)?.end ?? 0;
  return (
    <>
      {line.slice(0, lead)}
      {spans.map(({ start, end, kind }) => (
        <span key={start} className={kind === "summary" ? undefined : css.known} data-asked={(kind === "who" && read.who.state === "several") || (kind === "next" && read.next?.ask != null) || undefined}>
          {points.slice(start, end).join("")}
        </span>
      ))}
      {points.slice(rest).join("")}
    </>
  );
}
