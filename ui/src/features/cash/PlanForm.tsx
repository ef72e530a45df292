// A payment plan as rows: each a share of the contract or an amount, with its day or what it waits for.
import { ActionIcon, Button, Modal, Select, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ContractView, PayAfter, PlanItemInput } from "../../ipc/bindings.gen";
import type { unsaved } from "../../shared/fields/unsaved";
import { formKeys } from "../../shared/keys/formKeys";
import { DayInput } from "../../shared/ui/DayInput";
import { useErrorWords } from "../../shared/ui/ErrorNote";
import { useToast } from "../../shared/ui/toast";
import { leftOf } from "./ContractForm";
import css from "./cash.module.css";
import { useSavePlan } from "./queries";
import { decimal, minorOf, PERCENT, plain, plainMinor } from "./typed";

const waits = ["signing", "delivery", "acceptance", "other"] as const satisfies readonly PayAfter[];

type Part = { id: string | null; title: string; share: string; amount: string; due_on: string | null; pay_after: PayAfter | null };

const kept = new Map<string, ReturnType<typeof unsaved<Part[]>>>();
const blank = (): Part => ({ id: null, title: "", share: "", amount: "", due_on: null, pay_after: null });

const partsOf = ({ items, currency }: ContractView): Part[] =>
  items.length === 0
    ? [blank()]
    : items.map((item) => ({
        id: item.id, title: item.title ?? "", share: item.share_bp === null ? "" : plain(item.share_bp, PERCENT),
        amount: item.share_bp !== null || item.amount === null ? "" : plainMinor(item.amount.minor, currency), due_on: item.due_on, pay_after: item.pay_after,
      }));

const isBlank = ({ title, share, amount, due_on, pay_after }: Part) => `${title}${share}${amount}`.trim() === "" && due_on === null && pay_after === null;

export function PlanForm({ contract, onClose }: { contract: ContractView; onClose: () => void }) {
  const { t } = useTranslation(["cash", "common"]);
  const words = useErrorWords();
  const toast = useToast();
  const save = useSavePlan();
  const left = leftOf(kept, contract.id);
  const [parts, setParts] = useState(() => left.start(partsOf(contract)));
  const [tried, setTried] = useState(false);
  const { currency } = contract;
  const change = (next: Part[]) => {
    setParts(next);
    left.keep(next);
  };
  const filled = parts.filter((part) => !isBlank(part));
  const submit = () => {
    setTried(true);
    if (save.isPending || filled.some((part) => wrong(part, currency) !== null)) return;
    save.mutate(
      { contract: contract.id, items: filled.map((part) => inputOf(part, currency)) },
      {
        onSuccess: ({ action }) => {
          left.forget();
          onClose();
          toast.say(t("plan.saved"), [action]);
        },
      },
    );
  };
  return (
    <Modal opened onClose={onClose} title={t("plan.title")} size={860} padding={24} closeButtonProps={{ "aria-label": t("common:do.close") }}>
      <form className={css.form} data-testid="plan-form" noValidate onKeyDown={formKeys(submit)} onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <div className={`${css.lines} ${css.planLines}`}>
          <div className={css.lineHead} aria-hidden>
            <span>{t("plan.part")}</span><span data-right>{t("plan.shareOr")}</span><span data-right>{t("plan.amount")}</span><span>{t("plan.due")}</span><span>{t("plan.waits")}</span>
          </div>
          {parts.map((part, index) => (
            <PartLine
              key={index} part={part} number={index + 1} wrong={tried && !isBlank(part) ? wrong(part, currency) : null}
              onChange={(next) => change(parts.with(index, next))}
              onRemove={() => change(parts.toSpliced(index, 1))}
            />
          ))}
          <Button variant="subtle" className={css.addLine ?? ""} leftSection={<IconPlus size={16} aria-hidden />} onClick={() => change([...parts, blank()])} data-testid="plan-add">{t("plan.add")}</Button>
        </div>
        {save.error ? <p className={css.wrong} role="alert">{words(save.error)}</p> : null}
        <div className={css.buttons}>
          <Button onClick={() => { left.forget(); onClose(); }}>{t("common:do.cancel")}</Button>
          <Button type="submit" variant="filled" loading={save.isPending} data-testid="plan-save">{t("action.save")}</Button>
        </div>
      </form>
    </Modal>
  );
}

type Wrong = "share" | "amount" | "both";

function wrong({ share, amount }: Part, currency: string): Wrong | null {
  if (share.trim() !== "" && amount.trim() !== "") return "both";
  if (share.trim() !== "" && decimal(share, PERCENT) === null) return "share";
  return amount.trim() !== "" && minorOf(amount, currency) === null ? "amount" : null;
}

function inputOf({ id, title, share, amount, due_on, pay_after }: Part, currency: string): PlanItemInput {
  const minor = minorOf(amount, currency);
  return { id, title, share_bp: share.trim() === "" ? null : decimal(share, PERCENT), amount: minor === null ? null : { minor, currency }, due_on, pay_after };
}

type LineProps = { part: Part; number: number; wrong: Wrong | null; onChange: (part: Part) => void; onRemove: () => void };

function PartLine({ part, number, wrong: bad, onChange, onRemove }: LineProps) {
  const { t } = useTranslation("cash");
  const nth = t("plan.nth", { number });
  const right = { styles: { input: { textAlign: "end" as const } }, inputMode: "decimal" as const };
  return (
    <div className={css.line} role="group" aria-label={nth} data-testid="plan-edit-line">
      <TextInput aria-label={`${nth}: ${t("plan.part")}`} placeholder={nth} data-autofocus={number === 1 || undefined} maxLength={400} value={part.title} onChange={({ currentTarget }) => onChange({ ...part, title: currentTarget.value })} />
      <TextInput {...right} aria-label={`${nth}: ${t("plan.shareOr")}`} error={bad === "share" ? t("quote.badNumber") : bad === "both" ? t("plan.both") : undefined} value={part.share} onChange={({ currentTarget }) => onChange({ ...part, share: currentTarget.value })} data-testid="part-share" />
      <TextInput {...right} aria-label={`${nth}: ${t("plan.amount")}`} error={bad === "amount" ? t("form.badAmount") : undefined} value={part.amount} onChange={({ currentTarget }) => onChange({ ...part, amount: currentTarget.value })} data-testid="part-amount" />
      <DayInput aria-label={`${nth}: ${t("plan.due")}`} clearable value={part.due_on} onChange={(due_on) => onChange({ ...part, due_on })} />
      <Select aria-label={`${nth}: ${t("plan.waits")}`} clearable data={waits.map((value) => ({ value, label: t(`after.${value}`) }))} value={part.pay_after} onChange={(value) => onChange({ ...part, pay_after: waits.find((one) => one === value) ?? null })} />
      <ActionIcon variant="subtle" aria-label={t("plan.remove", { number })} onClick={onRemove}><IconX size={16} aria-hidden /></ActionIcon>
    </div>
  );
}
