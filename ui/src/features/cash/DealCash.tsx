// From quote to cash on a deal's record: what was offered, what was signed, what is planned, billed and paid.
// A stage is only ever suggested here.
import { IconArrowRight, IconContract, IconFileDollar } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CashRecord, ContractView, InvoiceView, QuoteView, ReceiptView, StageSuggestion } from "../../ipc/bindings.gen";
import { useFormat, usePlace } from "../../shared/format/useFormat";
import { type Action, useActions } from "../../shared/keys/actions";
import { ActionButton } from "../../shared/ui/ActionButton";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { Tag } from "../../shared/ui/Tag";
import { useToast } from "../../shared/ui/toast";
import css from "./cash.module.css";
import { Contract } from "./Contract";
import { ContractForm } from "./ContractForm";
import { InvoiceForm, ReceiptForm } from "./MoneyForms";
import { PlanForm } from "./PlanForm";
import { QuoteEditor } from "./QuoteEditor";
import { QuoteSheet } from "./QuoteSheet";
import { cashQueries, useMoveThere, useStay } from "./queries";

/** Whom the papers are for. */
export type CashDeal = { id: string; name: string; organization: string | null; person: string | null };

/** What is open above the page. */
export type Opened =
  | { form: "quote"; quote: QuoteView | null }
  | { form: "sheet"; id: string }
  | { form: "contract"; contract: ContractView | null }
  | { form: "plan"; contract: ContractView }
  | { form: "invoice"; contract: ContractView; invoice: InvoiceView | null }
  | { form: "receipt"; contract: ContractView; receipt: ReceiptView | null };

export function DealCash({ deal }: { deal: CashDeal }) {
  const { t } = useTranslation("cash");
  const { data: record, error } = useQuery(cashQueries.deal(deal.id));
  const [opened, setOpened] = useState<Opened | null>(null);
  const newQuote: Action = { id: "cash.quote", icon: IconFileDollar, run: () => setOpened({ form: "quote", quote: null }) };
  const sign: Action = { id: "cash.contract", icon: IconContract, run: () => setOpened({ form: "contract", contract: null }) };
  useActions(record === undefined ? [] : [newQuote, sign]);
  if (record === undefined) return error === null ? null : <ErrorNote error={error} />;
  const { quotes, contracts, suggestion } = record;
  return (
    <section className={css.section} aria-label={t("title")} data-testid="deal-cash">
      <header className={css.head}>
        <h2>{t("title")}</h2>
        <div className={css.headActions}>
          <ActionButton action={newQuote} variant="subtle" />
          <ActionButton action={sign} variant="subtle" />
        </div>
      </header>
      {suggestion === null ? null : <Suggestion deal={deal} suggestion={suggestion} />}
      {quotes.length + contracts.length === 0 ? <p className={css.quiet}>{t("empty")}</p> : null}
      {quotes.length === 0 ? null : (
        <ul className={css.quotes}>
          {quotes.map((quote) => <QuoteLine key={quote.id} quote={quote} onOpen={() => setOpened({ form: "sheet", id: quote.id })} />)}
        </ul>
      )}
      {contracts.map((contract, index) => <Contract key={contract.id} deal={deal.id} contract={contract} first={index === 0} onOpen={setOpened} />)}
      {opened === null ? null : <Form opened={opened} deal={deal} record={record} onOpen={setOpened} />}
    </section>
  );
}

function QuoteLine({ quote, onOpen }: { quote: QuoteView; onOpen: () => void }) {
  const { t } = useTranslation("cash");
  const f = useFormat();
  const state = quote.expired ? "expired" : quote.state;
  const note = [
    quote.sent_on === null ? null : t("quote.sentOn", { day: f.day(quote.sent_on) }),
    quote.valid_until === null ? null : t("quote.valid", { day: f.day(quote.valid_until) }),
  ].filter(Boolean).join(" · ");
  return (
    <li>
      <button
        type="button" className={css.quote} onClick={onOpen} data-old={!quote.latest || undefined} data-testid="quote-line"
      >
        <strong>{quote.number}</strong>
        <span className={css.quiet}>{t("quote.version", { version: quote.version })}</span>
        <Tag tone={state === "accepted" ? "accent" : state === "expired" ? "warn" : "plain"}>{t(`state.${state}`)}</Tag>
        <span className={`${css.quiet} ${css.grow} tl-ellipsis`}>{note}</span>
        <span className="tl-num">{quote.total === null ? t("quote.unsum") : f.money(quote.total)}</span>
      </button>
    </li>
  );
}

function Suggestion({ deal, suggestion }: { deal: CashDeal; suggestion: StageSuggestion }) {
  const { t } = useTranslation("cash");
  const toast = useToast();
  const move = useMoveThere();
  const keep = useStay();
  const { stage, stage_id, source, by } = suggestion;
  const accept: Action = {
    id: "cash.accept",
    icon: IconArrowRight,
    run: () =>
      move.mutate({ deal: deal.id, stage: stage_id }, { onSuccess: ({ action }) => toast.say(t("suggest.moved", { name: deal.name, stage }), [action]), onError: toast.fail }),
  };
  const stay: Action = { id: "cash.stay", run: () => keep.mutate(source, { onSuccess: ({ action }) => toast.say(t("suggest.kept"), [action]), onError: toast.fail }) };
  useActions([accept, stay]);
  return (
    <div className={css.suggestion} role="status" data-testid="stage-suggestion">
      <span className={css.grow}>{t(`suggest.${by}`, { stage })}</span>
      <ActionButton action={stay} variant="subtle" testId="suggestion-stay" />
      <ActionButton action={accept} testId="suggestion-accept" loading={move.isPending} />
    </div>
  );
}

function Form({ opened, deal, record, onOpen }: { opened: Opened; deal: CashDeal; record: CashRecord; onOpen: (opened: Opened | null) => void }) {
  const { currency: usual } = usePlace();
  const currency = record.currency ?? usual;
  const close = () => onOpen(null);
  switch (opened.form) {
    case "quote":
      return <QuoteEditor deal={deal.id} quote={opened.quote} currency={currency} products={record.products} onClose={close} />;
    case "sheet": {
      const quote = record.quotes.find(({ id }) => id === opened.id);
      return quote === undefined ? null : <QuoteSheet deal={deal} quote={quote} onEdit={() => onOpen({ form: "quote", quote })} onShow={(id) => onOpen({ form: "sheet", id })} onClose={close} />;
    }
    case "contract":
      return <ContractForm deal={deal.id} contract={opened.contract} quotes={record.quotes} currency={currency} onClose={close} />;
    case "plan":
      return <PlanForm contract={opened.contract} onClose={close} />;
    case "invoice":
      return <InvoiceForm contract={opened.contract} invoice={opened.invoice} onClose={close} />;
    case "receipt":
      return <ReceiptForm contract={opened.contract} receipt={opened.receipt} onClose={close} />;
  }
}
