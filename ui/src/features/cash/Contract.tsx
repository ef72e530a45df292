// A contract on the record: its sums, its plan part by part, what was billed and what came in. The first one's
// actions carry the keys.
import { ActionIcon, Button, Menu, Tooltip } from "@mantine/core";
import { IconBell, IconCashBanknote, IconDots, IconListNumbers, IconReceipt } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ContractView, InvoiceView, Money as MoneyValue, PlanItemView, PlanTemplate, ReceiptView } from "../../ipc/bindings.gen";
import { addDays } from "../../shared/format/dates";
import { useFormat, usePlace } from "../../shared/format/useFormat";
import { type Action, useActions } from "../../shared/keys/actions";
import { ActionButton } from "../../shared/ui/ActionButton";
import { Tag } from "../../shared/ui/Tag";
import { useToast } from "../../shared/ui/toast";
import css from "./cash.module.css";
import type { Opened } from "./DealCash";
import { useDeleteContract, useDeleteInvoice, useDeleteReceipt, useLayPlan, useRemind } from "./queries";

export const templates = ["30-60-10", "50-50", "100"] as const satisfies readonly PlanTemplate[];

type Props = { deal: string; contract: ContractView; first: boolean; onOpen: (opened: Opened) => void };

export function Contract({ deal, contract, first, onOpen }: Props) {
  const { t } = useTranslation("cash");
  const f = useFormat();
  const actions: Action[] = [
    { id: "cash.plan", icon: IconListNumbers, run: () => onOpen({ form: "plan", contract }) },
    { id: "cash.invoice", icon: IconReceipt, run: () => onOpen({ form: "invoice", contract, invoice: null }) },
    { id: "cash.receipt", icon: IconCashBanknote, run: () => onOpen({ form: "receipt", contract, receipt: null }) },
  ];
  useActions(first ? actions : []);
  return (
    <article className={css.contract} data-testid="contract">
      <ContractHead contract={contract} onOpen={onOpen} />
      <Sums contract={contract} />
      {contract.items.length === 0 ? <NoPlan contract={contract} /> : <Plan deal={deal} contract={contract} />}
      <Warnings contract={contract} />
      <Money contract={contract} onOpen={onOpen} />
      <div className={css.contractActions}>
        {actions.map((action) => (first ? <ActionButton key={action.id} action={action} variant="subtle" /> : <Plain key={action.id} action={action} />))}
      </div>
      {contract.over.minor > 0 ? <p className={css.warn}>{t(contract.unknown === 0 ? "plan.over" : "plan.free", { amount: f.money(contract.over) })}</p> : null}
    </article>
  );
}

function Plain({ action: { id, icon: Icon, run } }: { action: Action }) {
  const { t } = useTranslation("cash");
  const words = { "cash.plan": t("action.plan"), "cash.invoice": t("action.invoice"), "cash.receipt": t("action.receipt") };
  return <Button variant="subtle" onClick={run} leftSection={Icon ? <Icon size={16} aria-hidden /> : undefined}>{words[id as keyof typeof words]}</Button>;
}

function ContractHead({ contract, onOpen }: { contract: ContractView; onOpen: (opened: Opened) => void }) {
  const { t } = useTranslation("cash");
  const f = useFormat();
  const toast = useToast();
  const remove = useDeleteContract();
  const { from_on, to_on, days_left } = contract;
  const term =
    to_on === null ? (from_on === null ? null : t("contract.since", { day: f.day(from_on) }))
    : days_left !== null && days_left < 0 ? t("contract.ended", { day: f.day(to_on) })
    : from_on === null ? t("contract.until", { day: f.day(to_on) })
    : t("contract.term", { from: f.day(from_on), to: f.day(to_on) });
  const note = [t("contract.signed", { day: f.day(contract.signed_on) }), term, contract.quote_number, contract.file].filter(Boolean).join(" · ");
  return (
    <header className={css.contractHead}>
      <strong>{t("contract.title")}</strong>
      <span className={`${css.quiet} ${css.grow}`} title={contract.note ?? undefined}>{note}</span>
      <Menu position="bottom-end">
        <Menu.Target><ActionIcon variant="subtle" aria-label={t("action.more")} data-testid="contract-more"><IconDots size={16} aria-hidden /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onOpen({ form: "contract", contract })}>{t("contract.edit")}</Menu.Item>
          <Menu.Item onClick={() => remove.mutate(contract.id, { onSuccess: ({ action }) => toast.say(t("contract.deleted"), [action]), onError: toast.fail })}>{t("action.delete")}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </header>
  );
}

function Sums({ contract }: { contract: ContractView }) {
  const { t } = useTranslation("cash");
  const f = useFormat();
  // What nobody knows is said beside the sum, and never counted as nothing.
  const unknown = contract.unknown === 0 ? null : t("receivables.unknown", { count: contract.unknown });
  const withUnknown = (sum: MoneyValue) => [sum.minor === 0 && unknown !== null ? null : f.money(sum), unknown].filter(Boolean).join(" · ");
  const sums = [
    { key: "contract", words: contract.amount === null ? t("contract.unknown") : f.money(contract.amount) },
    { key: "planned", words: withUnknown(contract.planned) },
    { key: "invoiced", words: f.money(contract.invoiced) },
    { key: "received", words: f.money(contract.received) },
    { key: "open", words: withUnknown(contract.open) },
  ] as const;
  return (
    <dl className={css.sums} data-testid="contract-sums">
      {sums.map(({ key, words }) => <div key={key}><dt>{t(`sums.${key}`)}</dt><dd className="tl-num">{words}</dd></div>)}
    </dl>
  );
}

function Warnings({ contract: { unplanned, foreign, items } }: { contract: ContractView }) {
  const { t } = useTranslation("cash");
  const f = useFormat();
  const apart = unplanned === null || items.length === 0 ? 0 : unplanned.minor;
  return (
    <>
      {unplanned === null || apart === 0 ? null : (
        <p className={css.warn}>{apart > 0 ? t("plan.gap", { amount: f.money(unplanned) }) : t("plan.above", { amount: f.money({ ...unplanned, minor: -apart }) })}</p>
      )}
      {foreign === 0 ? null : <p className={css.warn}>{t("plan.foreign", { count: foreign })}</p>}
    </>
  );
}

function NoPlan({ contract }: { contract: ContractView }) {
  const { t } = useTranslation("cash");
  const toast = useToast();
  const lay = useLayPlan();
  return (
    <div className={css.noPlan}>
      <span className={css.quiet}>{t("plan.none")}</span>
      {templates.map((template) => (
        <Button
          key={template} variant="default" data-testid={`lay-${template}`}
          onClick={() => lay.mutate({ contract: contract.id, template }, { onSuccess: ({ action }) => toast.say(t("plan.saved"), [action]), onError: toast.fail })}
        >
          {t(`template.${template}`)}
        </Button>
      ))}
    </div>
  );
}

export function usePartName(): (item: PlanItemView, index: number) => string {
  const { t } = useTranslation("cash");
  return (item, index) => item.title ?? t("plan.nth", { number: index + 1 });
}

function Plan({ deal, contract: { items } }: { deal: string; contract: ContractView }) {
  const { t } = useTranslation("cash");
  const f = useFormat();
  const called = usePartName();
  return (
    <table className={css.plan} aria-label={t("plan.title")} data-testid="plan">
      <thead>
        <tr><th scope="col">{t("plan.part")}</th><th scope="col">{t("plan.due")}</th><th scope="col" data-right>{t("plan.amount")}</th><th scope="col" data-right>{t("plan.paid")}</th><th scope="col" colSpan={2}>{t("plan.state")}</th></tr>
      </thead>
      <tbody>
        {items.map((item, index) => (
          <tr key={item.id} data-testid="plan-item" data-state={item.state}>
            <td>
              {called(item, index)}
              <span className={css.quiet}>{[item.share_bp === null ? null : `${item.share_bp / 100}%`, item.pay_after === null ? null : t(`after.${item.pay_after}`)].filter(Boolean).map((words) => ` · ${words}`).join("")}</span>
            </td>
            <td className="tl-num">{item.due_now === null ? <span className={css.quiet}>{t("plan.noDay")}</span> : f.day(item.due_now)}</td>
            <td data-right className="tl-num">{item.amount === null ? <span className={css.quiet}>{t("plan.unknown")}</span> : f.money(item.amount)}</td>
            <td data-right className="tl-num">{item.paid.minor === 0 ? "–" : f.money(item.paid)}</td>
            <td>
              {item.state === "overdue" && item.days_late !== null ? <Tag tone="late">{t("plan.late", { count: item.days_late })}</Tag> : <Tag tone={item.state === "paid" ? "accent" : "plain"}>{t(`planState.${item.state}`)}</Tag>}
            </td>
            <td data-right>{item.state === "paid" || item.due_now === null ? null : <Remind deal={deal} item={item} due={item.due_now} part={called(item, index)} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How many days before its day a payment is asked after. */
const AHEAD = 3;

/** A promise to ask for the money: a few days before its day, or now when that has passed. */
function Remind({ deal, item, due, part }: { deal: string; item: PlanItemView; due: string; part: string }) {
  const { t } = useTranslation("cash");
  const f = useFormat();
  const { today } = usePlace();
  const toast = useToast();
  const remind = useRemind();
  const before = addDays(due, -AHEAD);
  const due_on = before < today ? today : before;
  const title = t("plan.dun", { part, amount: item.open === null ? t("plan.unknown") : f.money(item.open) });
  const save = () =>
    remind.mutate({ id: null, title, due_on, due_time: null, channel: null, person: null, deal }, { onSuccess: ({ action }) => toast.say(t("plan.reminded", { day: f.onDay(due_on) }), [action]), onError: toast.fail });
  return (
    <Tooltip label={t("plan.remind")}>
      <ActionIcon variant="subtle" aria-label={`${t("plan.remind")}: ${title}`} onClick={save} data-testid="plan-remind"><IconBell size={16} aria-hidden /></ActionIcon>
    </Tooltip>
  );
}

/** Bills and money in one list, as they came. */
function Money({ contract, onOpen }: { contract: ContractView; onOpen: (opened: Opened) => void }) {
  const { t } = useTranslation("cash");
  const toast = useToast();
  const removeInvoice = useDeleteInvoice();
  const removeReceipt = useDeleteReceipt();
  const said = (words: string) => ({ onSuccess: ({ action }: { action: string | null }) => toast.say(words, [action]), onError: toast.fail });
  const lines = [
    ...contract.invoices.map((invoice) => ({ on: invoice.issued_on, node: <InvoiceLine key={invoice.id} invoice={invoice} onOpen={() => onOpen({ form: "invoice", contract, invoice })} onDelete={() => removeInvoice.mutate(invoice.id, said(t("invoice.deleted")))} /> })),
    ...contract.receipts.map((receipt) => ({ on: receipt.received_on, node: <ReceiptLine key={receipt.id} receipt={receipt} onOpen={() => onOpen({ form: "receipt", contract, receipt })} onDelete={() => removeReceipt.mutate(receipt.id, said(t("receipt.deleted")))} /> })),
  ].sort((one, other) => one.on.localeCompare(other.on));
  return lines.length === 0 ? null : <ul className={css.money}>{lines.map(({ node }) => node)}</ul>;
}

type LineProps = { onOpen: () => void; onDelete: () => void };

function InvoiceLine({ invoice, ...rest }: LineProps & { invoice: InvoiceView }) {
  const { t } = useTranslation("cash");
  const f = useFormat();
  const name = invoice.number === null ? t("invoice.plain") : t("invoice.line", { number: invoice.number });
  return <MoneyLine on={invoice.issued_on} name={name} note={[invoice.due_on === null ? null : t("invoice.dueNote", { day: f.day(invoice.due_on) }), invoice.note].filter(Boolean).join(" · ")} amount={f.money(invoice.amount)} {...rest} />;
}

function ReceiptLine({ receipt, ...rest }: LineProps & { receipt: ReceiptView }) {
  const { t } = useTranslation("cash");
  const f = useFormat();
  return <MoneyLine on={receipt.received_on} name={t("receipt.line")} note={receipt.note ?? ""} amount={f.money(receipt.amount)} received {...rest} />;
}

function MoneyLine({ on, name, note, amount, received = false, onOpen, onDelete }: LineProps & { on: string; name: string; note: string; amount: string; received?: boolean }) {
  const { t } = useTranslation("cash");
  const f = useFormat();
  return (
    <li className={css.moneyLine} data-testid={received ? "receipt" : "invoice"}>
      <time className="tl-num" dateTime={on}>{f.day(on)}</time>
      <span>{name}</span>
      <span className={`${css.quiet} ${css.grow} tl-ellipsis`}>{note}</span>
      <span className="tl-num">{amount}</span>
      <Menu position="bottom-end">
        <Menu.Target><ActionIcon variant="subtle" aria-label={`${t("action.more")}: ${name} ${amount}`}><IconDots size={16} aria-hidden /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={onOpen}>{t(received ? "receipt.edit" : "invoice.edit")}</Menu.Item>
          <Menu.Item onClick={onDelete}>{t("action.delete")}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}
