// One engagement rule: which touches, within how many days, how often, and the points.
import { Checkbox, NumberInput, Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ContactChannel, Direction, EngagementRule, Outcome, Taking } from "../../ipc/bindings.gen";
import { Remove } from "./FitRow";
import css from "./scoring.module.css";

const channels = ["call", "visit", "video", "wechat", "sms", "email", "event", "live", "form", "article", "download", "site_visit", "support", "interview", "order", "other"] as const satisfies readonly ContactChannel[];
const outcomes = ["reached", "no_answer", "busy", "wrong_number", "replied", "interested", "not_interested", "agreed", "declined"] as const satisfies readonly Outcome[];
const directions = ["inbound", "outbound", "internal"] as const satisfies readonly Direction[];
const takings = ["real", "attempt", "any"] as const satisfies readonly Taking[];

type Props = { rule: EngagementRule; onChange: (rule: EngagementRule) => void; onRemove: () => void };

/** The one of these that was chosen; nothing chosen: any. */
const among = <One extends string>(all: readonly One[], chosen: string | null): One | null => all.find((one) => one === chosen) ?? null;

export function EngagementRow({ rule, onChange, onRemove }: Props) {
  const { t } = useTranslation(["scoring", "common"]);
  const any = t("rules.any");
  const mid = css.mid ?? "";
  const small = css.small ?? "";
  return (
    <div className={css.rule}>
      <Select className={mid} label={t("rules.taking")} allowDeselect={false} data={takings.map((one) => ({ value: one, label: t(`taking.${one}`) }))} value={rule.taking} onChange={(taking) => onChange({ ...rule, taking: among(takings, taking) ?? rule.taking })} />
      <Select className={mid} label={t("rules.channel")} placeholder={any} clearable data={channels.map((one) => ({ value: one, label: t(`common:channel.${one}`) }))} value={rule.channel} onChange={(channel) => onChange({ ...rule, channel: among(channels, channel) })} data-testid="engagement-channel" />
      <Select className={mid} label={t("rules.direction")} placeholder={any} clearable data={directions.map((one) => ({ value: one, label: t(`direction.${one}`) }))} value={rule.direction} onChange={(direction) => onChange({ ...rule, direction: among(directions, direction) })} />
      <Select className={mid} label={t("rules.outcome")} placeholder={any} clearable data={outcomes.map((one) => ({ value: one, label: t(`common:outcome.${one}`) }))} value={rule.outcome} onChange={(outcome) => onChange({ ...rule, outcome: among(outcomes, outcome) })} />
      <NumberInput className={small} label={t("rules.days")} allowDecimal={false} min={1} max={3650} value={rule.days} onChange={(days) => onChange({ ...rule, days: Number(days) })} data-testid="engagement-days" />
      <NumberInput className={small} label={t("rules.perDay")} placeholder={any} allowDecimal={false} min={1} max={100} disabled={rule.once} value={rule.per_day ?? ""} onChange={(most) => onChange({ ...rule, per_day: most === "" ? null : Number(most) })} />
      <NumberInput className={small} label={t("rules.points")} allowDecimal={false} min={-1000} max={1000} value={rule.points} onChange={(points) => onChange({ ...rule, points: Number(points) })} data-testid="engagement-points" />
      <Checkbox className={css.check ?? ""} label={t("rules.once")} checked={rule.once} onChange={(event) => onChange({ ...rule, once: event.currentTarget.checked })} />
      <Remove onRemove={onRemove} />
    </div>
  );
}
