// Short lists in the details of a record: deals, what an import left without a field.
import { Tooltip, UnstyledButton } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { DealGlance, SourceField } from "../../ipc/bindings.gen";
import { useFormat } from "../format/useFormat";
import { stageWords } from "./cells";
import { DetailList, Section } from "./Details";
import css from "./record.module.css";

type DealListProps = { deals: readonly DealGlance[]; link: (id: string, words: React.ReactNode) => React.ReactNode; onNew?: () => void };

export function DealList({ deals, link, onNew }: DealListProps) {
  const { t } = useTranslation("record");
  const format = useFormat();
  if (deals.length === 0 && onNew === undefined) return null;
  const add = onNew === undefined ? undefined : (
    <Tooltip label={t("details.newDeal")}>
      <UnstyledButton className={css.add} onClick={onNew} aria-label={t("details.newDeal")} data-testid="record-new-deal"><IconPlus size={16} aria-hidden /></UnstyledButton>
    </Tooltip>
  );
  return (
    <Section title={t("details.deals")} end={add}>
      {deals.length === 0 ? <p className={css.quiet}>{t("strip.noDeal")}</p> : null}
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

export function SourceLine({ fields }: { fields: readonly SourceField[] }) {
  const { t } = useTranslation("record");
  if (fields.length === 0) return null;
  return (
    <Section title={t("details.sourceLine")}>
      <DetailList wide details={fields.map(({ name, value }, index) => ({ key: `${index}`, label: name, value }))} />
    </Section>
  );
}
