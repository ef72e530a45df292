// Short lists in the details of a record: deals, promises, what an import left without a field.
import { ActionIcon, Tooltip } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { DealGlance, NextStep, SourceField } from "../../ipc/bindings.gen";
import { useFormat } from "../format/useFormat";
import { stageWords } from "./cells";
import { DetailList, Section } from "./Details";
import css from "./record.module.css";

export function DealList({ deals, link }: { deals: readonly DealGlance[]; link: (id: string, words: React.ReactNode) => React.ReactNode }) {
  const { t } = useTranslation("record");
  const format = useFormat();
  if (deals.length === 0) return null;
  return (
    <Section title={t("details.deals")}>
      {deals.map((deal) => (
        <div key={deal.id} className={css.line}>
          <div className={css.lineText}>
            <div className="tl-ellipsis">{link(deal.id, deal.name)}</div>
            <div className={`${css.quiet} tl-ellipsis tl-num`}>
              {[stageWords(deal, t), deal.amount ? format.money(deal.amount) : t("details.unknownAmount")].filter(Boolean).join(" · ")}
            </div>
          </div>
        </div>
      ))}
    </Section>
  );
}

export function PromiseList({ steps, onDone }: { steps: readonly NextStep[]; onDone: (step: NextStep) => void }) {
  const { t } = useTranslation("record");
  const format = useFormat();
  if (steps.length === 0) return null;
  return (
    <Section title={t("details.followups")}>
      {steps.map((step) => (
        <div key={step.id} className={css.line}>
          <div className={css.lineText}>
            <div className="tl-ellipsis" title={step.title}>{step.title}</div>
            <div className={step.days_late > 0 ? css.late : css.quiet}>{format.due(step)}</div>
          </div>
          <Tooltip label={t("next.tick")}>
            <ActionIcon aria-label={t("next.tickNamed", { title: step.title })} onClick={() => onDone(step)}>
              <IconCheck size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </div>
      ))}
    </Section>
  );
}

export function SourceLine({ fields }: { fields: readonly SourceField[] }) {
  const { t } = useTranslation("record");
  if (fields.length === 0) return null;
  return (
    <Section title={t("details.sourceLine")}>
      <DetailList wide details={fields.map(({ name, value }, index) => ({ key: `${index}`, label: name, value }))} />
    </Section>
  );
}
