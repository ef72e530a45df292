// A signed contract: its day, amount, term and where the paper lies. A new one may begin with a built-in plan.
// Closed without saving, it stands there again when it opens.
import { Button, Modal, Select, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import type { ContractView, QuoteView } from "../../ipc/bindings.gen";
import { unsaved } from "../../shared/fields/unsaved";
import { useFormat, usePlace } from "../../shared/format/useFormat";
import { formKeys } from "../../shared/keys/formKeys";
import { DayInput } from "../../shared/ui/DayInput";
import { useErrorWords } from "../../shared/ui/ErrorNote";
import { useToast } from "../../shared/ui/toast";
import { templates } from "./Contract";
import css from "./cash.module.css";
import { useLayPlan, useSaveContract } from "./queries";
import { minorOf, plainMinor } from "./typed";

type Values = { signed_on: string | null; amount: string; currency: string; from_on: string | null; to_on: string | null; quote: string | null; plan: string; file: string; note: string };

const kept = new Map<string, ReturnType<typeof unsaved<Values>>>();
/** What was left in the form of this row. */
export function leftOf<Values>(all: Map<string, ReturnType<typeof unsaved<Values>>>, key: string): ReturnType<typeof unsaved<Values>> {
  const known = all.get(key) ?? unsaved<Values>();
  all.set(key, known);
  return known;
}

type Props = { deal: string; contract: ContractView | null; quotes: readonly QuoteView[]; currency: string; onClose: () => void };

export function ContractForm({ deal, contract, quotes, currency, onClose }: Props) {
  const { t } = useTranslation(["cash", "common"]);
  const f = useFormat();
  const { today } = usePlace();
  const words = useErrorWords();
  const toast = useToast();
  const save = useSaveContract();
  const lay = useLayPlan();
  const left = leftOf(kept, `${deal} ${contract?.id ?? "new"}`);
  // What was accepted is what is signed, else what was sent last.
  const by = quotes.find(({ state }) => state === "accepted") ?? quotes.find(({ state }) => state === "sent") ?? null;
  const form = useForm<Values>({
    initialValues: left.start(
      contract === null
        ? { signed_on: today, amount: by?.total == null ? "" : plainMinor(by.total.minor, by.currency), currency: by?.currency ?? currency, from_on: null, to_on: null, quote: by?.id ?? null, plan: "30-60-10", file: "", note: "" }
        : {
            signed_on: contract.signed_on, amount: contract.amount === null ? "" : plainMinor(contract.amount.minor, contract.currency), currency: contract.currency, from_on: contract.from_on, to_on: contract.to_on,
            quote: contract.quote, plan: "", file: contract.file ?? "", note: contract.note ?? "",
          },
    ),
    onValuesChange: left.keep,
    validate: {
      signed_on: (value) => (value === null ? t("contract.missing") : null),
      amount: (value, { currency: own }) => (value.trim() !== "" && minorOf(value, own) === null ? t("form.badAmount") : null),
    },
  });
  const submit = form.onSubmit(({ signed_on, amount, plan, ...rest }) => {
    if (signed_on === null) return;
    save.mutate(
      { id: contract?.id ?? null, deal, signed_on, amount_minor: minorOf(amount, rest.currency), ...rest },
      {
        onSuccess: ({ id, action }) => {
          const template = templates.find((one) => one === plan);
          const done = (also: string | null) => {
            left.forget();
            onClose();
            toast.say(t("contract.saved"), [action, also]);
          };
          if (contract !== null || template === undefined) done(null);
          else lay.mutate({ contract: id, template }, { onSuccess: (laid) => done(laid.action), onError: (refused) => { done(null); toast.fail(refused); } });
        },
      },
    );
  });
  const quoteWords = (quote: QuoteView) => [quote.number, t("quote.version", { version: quote.version }), quote.total === null ? null : f.money(quote.total)].filter(Boolean).join(" · ");
  return (
    <Modal opened onClose={onClose} title={t(contract === null ? "contract.new" : "contract.edit")} size={520} padding={24} closeButtonProps={{ "aria-label": t("common:do.close") }}>
      <form className={css.form} onSubmit={submit} onKeyDown={formKeys()} data-testid="contract-form" noValidate>
        <div className={css.triple}>
          <DayInput label={t("contract.signedOn")} value={form.values.signed_on} onChange={(on) => form.setFieldValue("signed_on", on)} error={form.errors["signed_on"]} data-testid="contract-signed" />
          <TextInput label={t("contract.amount", { currency: form.values.currency })} placeholder={t("contract.amountHint")} inputMode="decimal" data-autofocus data-testid="contract-amount" {...form.getInputProps("amount")} />
          <TextInput label={t("contract.currency")} maxLength={3} {...form.getInputProps("currency")} onChange={({ currentTarget }) => form.setFieldValue("currency", currentTarget.value.toUpperCase())} data-testid="contract-currency" />
        </div>
        <div className={css.pair}>
          <DayInput label={t("contract.from")} clearable value={form.values.from_on} onChange={(on) => form.setFieldValue("from_on", on)} />
          <DayInput label={t("contract.to")} clearable value={form.values.to_on} onChange={(on) => form.setFieldValue("to_on", on)} />
        </div>
        {quotes.length === 0 ? null : (
          <Select label={t("contract.quote")} clearable placeholder={t("contract.noQuote")} data={quotes.map((quote) => ({ value: quote.id, label: quoteWords(quote) }))} {...form.getInputProps("quote")} />
        )}
        {contract !== null ? null : (
          <Select label={t("contract.plan")} allowDeselect={false} data={[...templates.map((template) => ({ value: template as string, label: t(`template.${template}`) })), { value: "", label: t("contract.noPlan") }]} {...form.getInputProps("plan")} />
        )}
        <TextInput label={t("contract.file")} placeholder={t("contract.fileHint")} maxLength={1000} {...form.getInputProps("file")} />
        <Textarea label={t("contract.note")} autosize minRows={1} maxRows={5} {...form.getInputProps("note")} />
        {save.error ? <p className={css.wrong} role="alert">{words(save.error)}</p> : null}
        <div className={css.buttons}>
          <Button onClick={() => { left.forget(); onClose(); }}>{t("common:do.cancel")}</Button>
          <Button type="submit" variant="filled" loading={save.isPending || lay.isPending} data-testid="contract-save">{t("action.save")}</Button>
        </div>
      </form>
    </Modal>
  );
}
