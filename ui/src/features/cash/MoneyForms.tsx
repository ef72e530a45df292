// What was billed and what came in: the same few fields, each with its own days. Closed without saving, they
// stand there again when the form opens.
import { Button, Modal, Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import type { ContractView, InvoiceView, Money, ReceiptView } from "../../ipc/bindings.gen";
import type { unsaved } from "../../shared/fields/unsaved";
import { useFormat, usePlace } from "../../shared/format/useFormat";
import { formKeys } from "../../shared/keys/formKeys";
import { DayInput } from "../../shared/ui/DayInput";
import { useErrorWords } from "../../shared/ui/ErrorNote";
import { useToast } from "../../shared/ui/toast";
import { usePartName } from "./Contract";
import { leftOf } from "./ContractForm";
import css from "./cash.module.css";
import { useSaveInvoice, useSaveReceipt } from "./queries";
import { minorOf, plainMinor } from "./typed";

type Values = { amount: string; on: string | null; due_on: string | null; number: string; item: string | null; note: string };
type Sent = { item: string | null; amount: Money; note: string };

const kept = new Map<string, ReturnType<typeof unsaved<Values>>>();

type FormProps = {
  kind: "invoice" | "receipt"; contract: ContractView; id: string | null; first: Values; error: unknown; saving: boolean;
  onSave: (sent: Sent, values: Values, on: string, done: () => void) => void; onClose: () => void;
};

function MoneyForm({ kind, contract, id, first, error, saving, onSave, onClose }: FormProps) {
  const { t } = useTranslation(["cash", "common"]);
  const f = useFormat();
  const words = useErrorWords();
  const called = usePartName();
  const { currency, items } = contract;
  const left = leftOf(kept, `${kind} ${contract.id} ${id ?? "new"}`);
  const form = useForm<Values>({
    initialValues: left.start(first),
    onValuesChange: left.keep,
    validate: {
      amount: (value) => (minorOf(value, currency) === null ? t("form.badAmount") : null),
      on: (value) => (value === null ? t("form.missing") : null),
    },
  });
  const submit = form.onSubmit((values) => {
    const minor = minorOf(values.amount, currency);
    if (minor === null || values.on === null) return;
    onSave({ item: values.item, amount: { minor, currency }, note: values.note }, values, values.on, () => {
      left.forget();
      onClose();
    });
  });
  const parts = items.map((item, index) => ({ value: item.id, label: [called(item, index), item.open === null ? null : f.money(item.open)].filter(Boolean).join(" · ") }));
  const invoice = kind === "invoice";
  return (
    <Modal opened onClose={onClose} title={t(invoice ? (id === null ? "invoice.new" : "invoice.edit") : id === null ? "receipt.new" : "receipt.edit")} size={440} padding={24} closeButtonProps={{ "aria-label": t("common:do.close") }}>
      <form className={css.form} onSubmit={submit} onKeyDown={formKeys()} data-testid={`${kind}-form`} noValidate>
        <div className={css.pair}>
          <TextInput label={t(invoice ? "invoice.amount" : "receipt.amount", { currency })} inputMode="decimal" data-autofocus data-testid={`${kind}-amount`} {...form.getInputProps("amount")} />
          <DayInput label={t(invoice ? "invoice.issued" : "receipt.received")} value={form.values.on} onChange={(on) => form.setFieldValue("on", on)} error={form.errors["on"]} data-testid={`${kind}-on`} />
        </div>
        {invoice ? (
          <div className={css.pair}>
            <TextInput label={t("invoice.number")} maxLength={200} data-testid="invoice-number" {...form.getInputProps("number")} />
            <DayInput label={t("invoice.due")} clearable value={form.values.due_on} onChange={(on) => form.setFieldValue("due_on", on)} />
          </div>
        ) : null}
        {parts.length === 0 ? null : <Select label={t("invoice.for")} clearable placeholder={t(invoice ? "invoice.any" : "receipt.any")} data={parts} {...form.getInputProps("item")} />}
        <TextInput label={t("invoice.note")} maxLength={2000} {...form.getInputProps("note")} />
        {error ? <p className={css.wrong} role="alert">{words(error)}</p> : null}
        <div className={css.buttons}>
          <Button onClick={() => { left.forget(); onClose(); }}>{t("common:do.cancel")}</Button>
          <Button type="submit" variant="filled" loading={saving} data-testid={`${kind}-save`}>{t("action.save")}</Button>
        </div>
      </form>
    </Modal>
  );
}

/** The part that waits longest, with what is open of it. */
const nextOpen = ({ items }: ContractView) => items.find(({ state, open }) => state !== "paid" && open !== null);

export function InvoiceForm({ contract, invoice, onClose }: { contract: ContractView; invoice: InvoiceView | null; onClose: () => void }) {
  const { t } = useTranslation("cash");
  const { today } = usePlace();
  const toast = useToast();
  const save = useSaveInvoice();
  const next = contract.items.find((item) => item.state !== "paid" && item.amount !== null && !contract.invoices.some(({ item: billed }) => billed === item.id));
  const first: Values =
    invoice === null
      ? { amount: next?.amount == null ? "" : plainMinor(next.amount.minor, contract.currency), on: today, due_on: next?.due_on != null && next.due_on > today ? next.due_on : null, number: "", item: next?.id ?? null, note: "" }
      : { amount: plainMinor(invoice.amount.minor, contract.currency), on: invoice.issued_on, due_on: invoice.due_on, number: invoice.number ?? "", item: invoice.item, note: invoice.note ?? "" };
  return (
    <MoneyForm
      kind="invoice" contract={contract} id={invoice?.id ?? null} first={first} error={save.error} saving={save.isPending} onClose={onClose}
      onSave={(sent, { due_on, number }, issued_on, done) =>
        save.mutate({ id: invoice?.id ?? null, contract: contract.id, ...sent, number, issued_on, due_on }, { onSuccess: ({ action }) => { done(); toast.say(t("invoice.saved"), [action]); } })
      }
    />
  );
}

export function ReceiptForm({ contract, receipt, onClose }: { contract: ContractView; receipt: ReceiptView | null; onClose: () => void }) {
  const { t } = useTranslation("cash");
  const f = useFormat();
  const { today } = usePlace();
  const toast = useToast();
  const save = useSaveReceipt();
  const open = nextOpen(contract)?.open ?? null;
  const first: Values =
    receipt === null
      ? { amount: open === null ? "" : plainMinor(open.minor, contract.currency), on: today, due_on: null, number: "", item: null, note: "" }
      : { amount: plainMinor(receipt.amount.minor, contract.currency), on: receipt.received_on, due_on: null, number: "", item: receipt.item, note: receipt.note ?? "" };
  return (
    <MoneyForm
      kind="receipt" contract={contract} id={receipt?.id ?? null} first={first} error={save.error} saving={save.isPending} onClose={onClose}
      onSave={(sent, _values, received_on, done) =>
        save.mutate({ id: receipt?.id ?? null, contract: contract.id, ...sent, received_on }, { onSuccess: ({ action }) => { done(); toast.say(t("receipt.saved", { amount: f.money(sent.amount) }), [action]); } })
      }
    />
  );
}
