// On Today: payments that are late or due within a week, and contracts that end. Each leads to its deal.
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { IconCashBanknote, IconContract } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { CashDue } from "../../ipc/bindings.gen";
import { useFormat, usePlace } from "../../shared/format/useFormat";
import type { Action } from "../../shared/keys/actions";
import { ActionButton } from "../../shared/ui/ActionButton";
import { Tag } from "../../shared/ui/Tag";
import css from "./cash.module.css";
import { cashQueries } from "./queries";

export function CashToday() {
  const { t } = useTranslation("cash");
  const { today } = usePlace();
  const navigate = useNavigate();
  const { data } = useQuery(cashQueries.today(today));
  const open: Action = { id: "go.receivables", run: () => void navigate({ to: "/receivables" }) };
  if (data === undefined) return null;
  return (
    <>
      {data.due.length === 0 ? null : (
        <section className={css.today} aria-label={t("receivables.soon")} data-testid="today-receivables">
          <h2>{t("receivables.soon")}<ActionButton action={open} variant="subtle" /></h2>
          {data.due.map((one) => <Line key={one.id} one={one} icon={<IconCashBanknote size={16} aria-hidden />} />)}
          {data.due_more > 0 ? <p className={css.quiet}>{t("receivables.moreDue", { count: data.due_more })}</p> : null}
        </section>
      )}
      {data.ending.length === 0 ? null : (
        <section className={css.today} aria-label={t("receivables.ending")} data-testid="today-ending">
          <h2>{t("receivables.ending")}</h2>
          {data.ending.map((one) => <Line key={one.id} one={one} ends icon={<IconContract size={16} aria-hidden />} />)}
          {data.ending_more > 0 ? <p className={css.quiet}>{t("receivables.moreDue", { count: data.ending_more })}</p> : null}
        </section>
      )}
    </>
  );
}

function Line({ one, icon, ends = false }: { one: CashDue; icon: React.ReactNode; ends?: boolean }) {
  const { t } = useTranslation("cash");
  const f = useFormat();
  const { name, organization, title, amount, due_on, days_late } = one;
  return (
    <div className={css.todayLine}>
      {icon}
      <Link to="/deals/$id" params={{ id: one.deal }} className="tl-ellipsis">{name}</Link>
      <span className={`${css.quiet} ${css.grow} tl-ellipsis`}>{[organization, title].filter(Boolean).join(" · ")}</span>
      <span className="tl-num">{amount === null ? t("plan.unknown") : f.money(amount)}</span>
      {ends ? <Tag tone="warn">{t("receivables.ends", { day: f.day(due_on) })}</Tag> : days_late > 0 ? <Tag tone="late">{t("plan.late", { count: days_late })}</Tag> : <Tag>{f.inWords(due_on)}</Tag>}
    </div>
  );
}
