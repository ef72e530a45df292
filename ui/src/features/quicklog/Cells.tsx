// What was understood of one line, in cells; each opens a small editor to correct it.
import { Popover, UnstyledButton } from "@mantine/core";
import { IconCalendarEvent, IconHelpCircle, IconMoodEmpty, IconMoodSad, IconMoodSmile, IconUserPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { LineFix, LineRead } from "../../ipc/bindings.gen";
import { usePersonName } from "../../shared/format/personName";
import { useFormat } from "../../shared/format/useFormat";
import { isComposing } from "../../shared/keys/composition";
import { ChannelIcon } from "../../shared/ui/ChannelIcon";
import { Tag } from "../../shared/ui/Tag";
import css from "./Cells.module.css";
import { ChannelEditor, DealEditor, type EditorProps, MinutesEditor, NextEditor, OutcomeEditor, TagsEditor, WhoEditor } from "./Editors";

export const cellKinds = ["who", "channel", "minutes", "outcome", "next", "tags", "deal"] as const;
export type CellKind = (typeof cellKinds)[number];

const editors = {
  who: WhoEditor, channel: ChannelEditor, minutes: MinutesEditor, outcome: OutcomeEditor, next: NextEditor, tags: TagsEditor, deal: DealEditor,
} satisfies Record<CellKind, React.ComponentType<EditorProps>>;

const values = {
  who: Who, channel: Channel, minutes: Minutes, outcome: Result, next: Next, tags: Tags, deal: Deal,
} satisfies Record<CellKind, React.ComponentType<{ line: LineRead }>>;

type Props = {
  line: LineRead;
  fix: LineFix;
  open: CellKind | null;
  onOpen: (kind: CellKind | null) => void;
  onFix: (change: Partial<LineFix>, anchor?: string) => void;
  /** While several people fit, the who cell hands its keys to the choices. */
  onWhoKey: (event: React.KeyboardEvent) => void;
  whoRef: React.Ref<HTMLButtonElement>;
};

export function Cells({ line, fix, open, onOpen, onFix, onWhoKey, whoRef }: Props) {
  const { t } = useTranslation("quicklog");
  return (
    <div className={css.cells}>
      {cellKinds.map((kind) => {
        const Value = values[kind];
        const Editor = editors[kind];
        return (
          <Popover key={kind} opened={open === kind} onChange={(next) => !next && onOpen(null)} trapFocus position="bottom-start" withinPortal zIndex={400} closeOnEscape={false}>
            <Popover.Target>
              <UnstyledButton
                ref={kind === "who" ? whoRef : undefined}
                className={css.cell}
                data-kind={kind}
                data-testid={`quicklog-cell-${kind}`}
                aria-haspopup="dialog"
                aria-expanded={open === kind}
                onKeyDown={kind === "who" ? onWhoKey : undefined}
                onClick={() => onOpen(open === kind ? null : kind)}
              >
                <span className={css.label}>{t(`cell.${kind}`)}</span>
                <span className={css.value}><Value line={line} /></span>
              </UnstyledButton>
            </Popover.Target>
            <Popover.Dropdown
              onKeyDown={(event) => {
                if (event.key !== "Escape" && (event.key !== "Enter" || event.target instanceof HTMLButtonElement)) return;
                if (isComposing(event.nativeEvent)) return;
                event.preventDefault();
                event.stopPropagation();
                onOpen(null);
              }}
            >
              <Editor line={line} fix={fix} onFix={onFix} onDone={() => onOpen(null)} />
            </Popover.Dropdown>
          </Popover>
        );
      })}
    </div>
  );
}

const none = (words: string) => <span className={css.quiet}>{words}</span>;

function Who({ line: { who } }: { line: LineRead }) {
  const { t } = useTranslation("quicklog");
  const f = useFormat();
  const called = usePersonName();
  if (who.state === "none") return none(t("who.none"));
  if (who.state === "new") return <span className={css.new}><IconUserPlus size={16} aria-hidden />{t("who.new", { name: who.name })}</span>;
  if (who.state === "several") {
    return <span className={css.asked}><IconHelpCircle size={16} aria-hidden />{t("who.several", { count: who.choices.length, n: f.spoken(who.choices.length), text: who.text })}</span>;
  }
  return (
    <>
      <span>{called(who.person.name)}</span>
      <span className={css.second}>{who.person.organization}</span>
    </>
  );
}

function Channel({ line }: { line: LineRead }) {
  const { t } = useTranslation(["quicklog", "common"]);
  return (
    <>
      <ChannelIcon channel={line.channel} />
      <span>{t(`common:channel.${line.channel}`)}</span>
      <span className={css.second}>{line.channel_given ? t(`common:direction.${line.direction}`) : t("channel.assumed")}</span>
    </>
  );
}

function Minutes({ line }: { line: LineRead }) {
  const { t } = useTranslation("quicklog");
  const f = useFormat();
  const when = () => {
    if (!line.at_given) return line.minutes === null ? t("when.now") : t("minutes.until", { time: f.time(line.at) });
    return line.day_only ? f.inWordsAt(line.at) : `${f.inWordsAt(line.at)} ${f.time(line.at)}`;
  };
  return (
    <>
      {line.minutes === null ? null : <span>{f.minutes(line.minutes)}</span>}
      <span className={css.second} data-testid="quicklog-cell-when">{when()}</span>
    </>
  );
}

function Result({ line: { outcome, sentiment } }: { line: LineRead }) {
  const { t } = useTranslation(["quicklog", "common"]);
  const Mood = sentiment === null || sentiment === 0 ? IconMoodEmpty : sentiment > 0 ? IconMoodSmile : IconMoodSad;
  return (
    <>
      {outcome === null ? (sentiment === null ? none(t("outcome.none")) : null) : <span>{t(`common:outcome.${outcome}`)}</span>}
      {sentiment === null ? null : (
        <span className={css.mood} data-sign={Math.sign(sentiment)}>
          <Mood size={16} aria-hidden />
          {sentiment > 0 ? `+${sentiment}` : String(sentiment).replace("-", "−")}
        </span>
      )}
    </>
  );
}

function Next({ line: { next } }: { line: LineRead }) {
  const { t } = useTranslation("quicklog");
  const f = useFormat();
  if (next === null) return none(t("next.none"));
  if (next.due_on === null) {
    return <span className={css.asked}><IconHelpCircle size={16} aria-hidden />{next.ask === null ? t("waitNext") : t("next.ask", { words: next.ask })}</span>;
  }
  return (
    <>
      <IconCalendarEvent size={16} aria-hidden className={css.accent} />
      <span className={css.fits}>{next.title}</span>
      <span className={css.accent}>{[f.longDay(next.due_on), next.due_time].filter(Boolean).join(" ")}</span>
    </>
  );
}

function Tags({ line: { tags } }: { line: LineRead }) {
  const { t } = useTranslation("quicklog");
  return tags.length === 0 ? none(t("tags.none")) : tags.map((tag) => <Tag key={tag} tone="accent">{tag}</Tag>);
}

function Deal({ line: { amount, deal, new_deal: opened, who } }: { line: LineRead }) {
  const { t } = useTranslation("quicklog");
  const f = useFormat();
  if (amount !== null && amount.deal.state === "offer") {
    return <span className={css.asked}><IconHelpCircle size={16} aria-hidden />{t("deal.amountOffer", { amount: f.money(amount.money) })}</span>;
  }
  if (amount !== null && amount.deal.state === "only") {
    return <span className={css.fits}>{t("deal.amountTo", { amount: f.money(amount.money), deal: amount.deal.name })}</span>;
  }
  if (opened) {
    return (
      <>
        <span className={css.fits}>{[opened, amount === null ? null : f.money(amount.money)].filter(Boolean).join(" ")}</span>
        <span className={css.second}>{t("deal.opened")}</span>
      </>
    );
  }
  if (deal === null) return none(who.state === "known" ? t("deal.none") : t("deal.later"));
  return (
    <>
      <span className={css.fits}>{[deal.name, deal.amount === null ? null : f.money(deal.amount)].filter(Boolean).join(" ")}</span>
      <span className={css.second}>{`${deal.stage} · ${t("deal.touch", { count: deal.touch_count + 1 })}`}</span>
    </>
  );
}
