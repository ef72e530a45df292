// What is known about a deal as cells that are edited in place.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { DealRecord } from "../../ipc/bindings.gen";
import type { Cell } from "../../shared/fields/EditableCell";
import { choice, day, lines, suggest, text } from "../../shared/fields/specs";
import { useFormat, usePlace } from "../../shared/format/useFormat";
import { useFirmNames } from "../../shared/lookup/queries";
import { tableQueries } from "../../shared/table/queries";
import { useRowEdit } from "../../shared/table/useRowEdit";
import { amountOf, typedAmount } from "./amounts";

export function useDealCells({ deal, product, source = null, note, organization_id }: DealRecord): Cell[] {
  const { t } = useTranslation(["pipeline", "table"]);
  const format = useFormat();
  const { currency } = usePlace();
  const { edit, owner } = useRowEdit("deals");
  const { data: products = [] } = useQuery(tableQueries.choices("deals", "product"));
  const { data: sources = [] } = useQuery(tableQueries.choices("deals", "source"));
  const names = [...new Set([...(product === null ? [] : [product]), ...products.map(({ label, value }) => label ?? value)])];
  const typed = deal.amount === null ? "" : typedAmount(deal.amount);
  const own = deal.amount?.currency ?? currency;
  return [
    { ...edit({ id: deal.id, field: "name", label: t("table:field.name"), value: deal.name, spec: text({ required: true }) }), quiet: true },
    {
      ...edit({ id: deal.id, field: "organization", label: t("deal.organization"), value: deal.organization ?? "", spec: suggest(useFirmNames) }),
      ...(organization_id === null ? {} : { link: <Link to="/organizations/$id" params={{ id: organization_id }}>{deal.organization}</Link> }),
    },
    edit({
      id: deal.id, field: "amount", label: t("deal.amount"), value: typed, spec: text(), toStored: (now) => amountOf(now, own),
      ...(deal.amount === null ? {} : { words: { [typed]: format.money(deal.amount) } }),
    }),
    edit({ id: deal.id, field: "close_on", label: t("table:field.close"), value: deal.close_on ?? "", spec: day(), ...(deal.close_on == null ? {} : { words: { [deal.close_on]: format.longDay(deal.close_on) } }) }),
    { ...edit({ id: deal.id, field: "product", label: t("deal.product"), value: product ?? "", spec: choice(names) }), quiet: product === null },
    { ...edit({ id: deal.id, field: "source", label: t("deal.source"), value: source ?? "", spec: suggest(() => sources.map(({ label, value }) => label ?? value).filter((word) => word !== "")) }), quiet: source === null },
    owner(deal.id, t("deal.holder"), deal.holder?.id ?? ""),
    { ...edit({ id: deal.id, field: "note", label: t("deal.note"), value: note ?? "", spec: lines() }), quiet: note === null },
  ];
}
