// The small editors behind the cells. Each changes the correction of one line and nothing else.
import { Button, NumberInput, TextInput, UnstyledButton } from "@mantine/core";
import { IconUserOff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ContactChannel as Channel, Direction, LineFix, LineRead, Outcome, SpanKind } from "../../ipc/bindings.gen";
import { addDays, dayIn, instantIn, timeIn } from "../../shared/format/dates";
import { useFormat, usePlace } from "../../shared/format/useFormat";
import { ChannelIcon, channels } from "../../shared/ui/ChannelIcon";
import { DayPicker } from "../../shared/ui/DayPicker";
import { personRecord } from "../../shared/lookup/queries";
import { PersonPicker } from "../../shared/ui/PersonPicker";
import css from "./Editors.module.css";
import { Radios } from "./Radios";

export type EditorProps = {
  line: LineRead;
  fix: LineFix;
  onFix: (change: Partial<LineFix>, anchor?: string) => void;
  onDone: () => void;
};

const outcomes: readonly Outcome[] = ["reached", "interested", "agreed", "replied", "no_answer", "busy", "wrong_number", "not_interested", "declined"];
const directions: readonly Direction[] = ["outbound", "inbound", "internal"];
const moods = [
  { value: "-2", key: "m2" }, { value: "-1", key: "m1" }, { value: "0", key: "z0" }, { value: "1", key: "p1" }, { value: "2", key: "p2" },
] as const;
const TIME = /^([01]?\d|2[0-3]):([0-5]\d)$/;

export const uncleared = (fix: LineFix, ...kinds: SpanKind[]): SpanKind[] => fix.clear.filter((kind) => !kinds.includes(kind));

export function WhoEditor({ line, fix, onFix, onDone }: EditorProps) {
  const { t } = useTranslation("quicklog");
  const anchor = whoWords(line);
  const clear = uncleared(fix, "who");
  return (
    <div className={css.who}>
      <PersonPicker
        id="quicklog-who"
        autoFocus
        onPick={({ id }) => { onFix({ person: { existing: id }, clear }, anchor); onDone(); }}
        onNew={(name) => { onFix({ person: { new_name: name }, clear }, anchor); onDone(); }}
        onLeave={onDone}
      />
      <UnstyledButton className={css.plain} onClick={() => { onFix({ person: null, clear: [...clear, "who"] }, ""); onDone(); }}>
        <IconUserOff size={16} aria-hidden />
        {t("who.without")}
      </UnstyledButton>
    </div>
  );
}

/** The words of the line that name the person. */
export function whoWords(line: LineRead): string {
  const points = Array.from(line.raw);
  const span = line.spans.find(({ kind }) => kind === "who");
  return span === undefined ? "" : points.slice(span.start, span.end).join("");
}

export function ChannelEditor({ line, fix, onFix }: EditorProps) {
  const { t } = useTranslation(["quicklog", "common"]);
  return (
    <div className={css.stack}>
      <Radios<Channel>
        autoFocus
        label={t("channel.label")}
        value={line.channel}
        options={channels.map((channel) => ({ value: channel, label: t(`common:channel.${channel}`), icon: <ChannelIcon channel={channel} /> }))}
        onChange={(channel) => onFix({ channel, clear: uncleared(fix, "channel") })}
      />
      <Radios<Direction>
        label={t("channel.direction")}
        value={line.direction}
        options={directions.map((direction) => ({ value: direction, label: t(`common:direction.${direction}`) }))}
        onChange={(direction) => onFix({ direction, clear: uncleared(fix, "direction") })}
      />
    </div>
  );
}

export function MinutesEditor({ line, fix, onFix }: EditorProps) {
  const { t } = useTranslation(["quicklog", "common"]);
  const { zone, today } = usePlace();
  const day = dayIn(zone, line.at);
  const [time, setTime] = useState(timeIn(zone, line.at));
  const at = (on: string, clock: string) => TIME.test(clock) && onFix({ at: instantIn(zone, on, clock.padStart(5, "0")), clear: uncleared(fix, "when") });
  return (
    <div className={css.stack}>
      <NumberInput
        data-autofocus
        label={t("minutes.label")}
        value={line.minutes ?? ""}
        min={0}
        max={1440}
        allowDecimal={false}
        onChange={(value) =>
          typeof value === "number"
            ? onFix({ minutes: value, clear: uncleared(fix, "minutes") })
            : onFix({ minutes: null, clear: [...uncleared(fix, "minutes"), "minutes"] })
        }
      />
      <Radios
        label={t("when.day")}
        value={day}
        options={[{ value: today, label: t("common:day.today") }, { value: addDays(today, -1), label: t("common:day.yesterday") }]}
        onChange={(on) => at(on, time)}
      />
      <DayPicker value={day} onChange={(on) => at(on, time)} />
      <TextInput
        label={t("when.time")}
        value={time}
        error={TIME.test(time) ? undefined : t("timeShape")}
        onChange={(event) => { setTime(event.currentTarget.value); at(day, event.currentTarget.value); }}
      />
    </div>
  );
}

export function OutcomeEditor({ line, fix, onFix }: EditorProps) {
  const { t } = useTranslation(["quicklog", "common"]);
  const sentiment = line.sentiment === null ? "none" : String(line.sentiment);
  return (
    <div className={css.stack}>
      <Radios<Outcome | "none">
        autoFocus
        label={t("outcome.label")}
        value={line.outcome ?? "none"}
        options={[...outcomes.map((outcome) => ({ value: outcome, label: t(`common:outcome.${outcome}`) })), { value: "none" as const, label: t("outcome.none") }]}
        onChange={(outcome) =>
          outcome === "none"
            ? onFix({ outcome: null, clear: [...uncleared(fix, "outcome"), "outcome"] })
            : onFix({ outcome, clear: uncleared(fix, "outcome") })
        }
      />
      <Radios
        label={t("outcome.sentiment")}
        value={sentiment}
        options={[...moods.map(({ value, key }) => ({ value: String(value), label: t(`common:sentiment.${key}`) })), { value: "none", label: t("sentiment.none") }]}
        onChange={(value) =>
          value === "none"
            ? onFix({ sentiment: null, clear: [...uncleared(fix, "sentiment"), "sentiment"] })
            : onFix({ sentiment: Number(value), clear: uncleared(fix, "sentiment") })
        }
      />
    </div>
  );
}

export function NextEditor({ line, fix, onFix, onDone }: EditorProps) {
  const { t } = useTranslation("quicklog");
  const { today } = usePlace();
  const clear = uncleared(fix, "next");
  const [time, setTime] = useState(line.next?.due_time ?? "");
  const shaped = time === "" || TIME.test(time);
  return (
    <div className={css.stack}>
      <TextInput
        label={t("next.title")}
        defaultValue={line.next?.title ?? ""}
        onChange={(event) => onFix({ next_title: event.currentTarget.value === "" ? null : event.currentTarget.value, clear })}
      />
      <DayPicker value={line.next?.due_on ?? null} min={today} onChange={(on) => { onFix({ next_due_on: on, clear }); onDone(); }} autoFocus />
      <TextInput
        label={t("next.time")}
        value={time}
        error={shaped ? undefined : t("timeShape")}
        onChange={(event) => {
          const value = event.currentTarget.value;
          setTime(value);
          if (value === "" || TIME.test(value)) onFix({ next_due_time: value === "" ? null : value.padStart(5, "0"), clear });
        }}
      />
      <Button
        variant="subtle"
        onClick={() => {
          onFix({ next_title: null, next_due_on: null, next_due_time: null, clear: [...clear, "next"] });
          onDone();
        }}
      >
        {t("next.clear")}
      </Button>
    </div>
  );
}

export function TagsEditor({ line, fix, onFix }: EditorProps) {
  const { t } = useTranslation("quicklog");
  return (
    <TextInput
      data-autofocus
      label={t("cell.tags")}
      description={t("tags.hint")}
      defaultValue={line.tags.join(" ")}
      onChange={(event) => {
        const tags = event.currentTarget.value.split(/[\s，,、]+/u).map((tag) => tag.replace(/^[#＃]/u, "")).filter(Boolean);
        onFix({ tags, clear: uncleared(fix, "tag") });
      }}
    />
  );
}

export function DealEditor({ line, onFix, onDone }: EditorProps) {
  const { t } = useTranslation("quicklog");
  const f = useFormat();
  const id = line.who.state === "known" ? line.who.person.id : "";
  const { data } = useQuery({ ...personRecord(id), enabled: id !== "" });
  const open = (data?.deals ?? []).filter(({ stage_kind }) => stage_kind !== "won" && stage_kind !== "lost");
  if (line.who.state === "none" || line.who.state === "several") {
    return <p className={css.note} tabIndex={-1} data-autofocus>{t("deal.later")}</p>;
  }
  return (
    <div className={css.stack}>
      {open.length > 0 && (
        <Radios
          autoFocus
          label={t("cell.deal")}
          value={line.deal?.id ?? null}
          options={open.map((deal) => ({ value: deal.id, label: [deal.name, deal.amount === null ? null : f.money(deal.amount), deal.stage].filter(Boolean).join(" · ") }))}
          onChange={(deal) => { onFix({ deal, new_deal: null }); onDone(); }}
        />
      )}
      <TextInput
        data-autofocus={open.length === 0 || undefined}
        label={t("deal.open")}
        description={t("deal.openHint")}
        defaultValue={line.new_deal ?? ""}
        onChange={(event) => {
          const name = event.currentTarget.value.trim();
          onFix({ deal: null, new_deal: name === "" ? null : name });
        }}
      />
    </div>
  );
}
