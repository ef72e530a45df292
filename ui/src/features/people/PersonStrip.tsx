// What matters now about a person, in four cells: next step, deal, last contact, touches.
import { UnstyledButton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { PersonRecord } from "../../ipc/bindings.gen";
import { useFormat } from "../../shared/format/useFormat";
import { DealCell, NextCell } from "../../shared/record/cells";
import { Absent, Strip, StripCell } from "../../shared/record/Record";
import { TouchDots } from "../../shared/ui/TouchDots";

export function PersonStrip({ record, onPlan }: { record: PersonRecord; onPlan: () => void }) {
  const { t } = useTranslation(["record", "common"]);
  const format = useFormat();
  const last = record.timeline.items.find((item) => item.kind === "touchpoint");
  const dealLink = (id: string, words: React.ReactNode) => <Link to="/deals/$id" params={{ id }} className="tl-ellipsis">{words}</Link>;
  return (
    <Strip>
      <NextCell next={record.next} empty={<UnstyledButton onClick={onPlan} style={{ color: "var(--tl-accent)" }}>{t("action.next")}</UnstyledButton>} />
      <DealCell deals={record.deals} link={dealLink} />
      <StripCell
        label={t("strip.last")}
        value={record.last_touch_at === null ? <Absent>{t("strip.never")}</Absent> : format.ago(record.last_touch_at)}
        note={last ? [t(`common:channel.${last.channel}`), last.member].filter(Boolean).join(" · ") : undefined}
      />
      <StripCell label={t("strip.touch")} value={<TouchDots count={record.touch_count} />} note={t("strip.usual")} />
    </Strip>
  );
}
