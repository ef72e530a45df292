// Everything that somebody looks after goes to another in one action: deals, people, organizations, open follow-ups.
// It says how much before, and can be taken back after.
import { Button, Modal, Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { HandoverDone } from "../../ipc/bindings.gen";
import { formKeys } from "../../shared/keys/formKeys";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { useToast } from "../../shared/ui/toast";
import css from "./holding.module.css";
import { holdingQueries, useHandOver } from "./queries";

const parts = ["deals", "people", "organizations", "followups"] as const satisfies readonly (keyof HandoverDone)[];
const overCap = (error: unknown) => typeof error === "object" && error !== null && "code" in error && (error.code === "cap_reached" || error.code === "cap_zero");

export function Handover({ from, onClose }: { from: { id: string; name: string }; onClose: () => void }) {
  const { t } = useTranslation(["holding", "common"]);
  const toast = useToast();
  const { data: much } = useQuery(holdingQueries.leaving(from.id));
  const { data: members = [] } = useQuery(holdingQueries.members());
  const handOver = useHandOver();
  const form = useForm<{ to: string | null; reason: string }>({
    initialValues: { to: null, reason: "" },
    validate: { to: (to) => (to === null ? t("common:field.missing") : null) },
  });
  const run = (anyway: boolean) => {
    const { to, reason } = form.values;
    if (to === null) return;
    const name = members.find(({ id }) => id === to)?.name ?? "";
    handOver.mutate({ deals: null, from: from.id, to, reason: reason.trim() === "" ? null : reason.trim(), anyway }, {
      onSuccess: ({ action }) => {
        onClose();
        toast.say(t("handover.done", { from: from.name, to: name }), [action]);
      },
    });
  };
  const submit = form.onSubmit(() => run(false));
  const nothing = much !== undefined && parts.every((part) => much[part] === 0);
  return (
    <Modal opened onClose={onClose} title={t("handover.title", { name: from.name })} size={460} yOffset={96} closeButtonProps={{ "aria-label": t("common:do.close") }}>
      <form className={css.form} onSubmit={submit} onKeyDown={formKeys()} noValidate data-testid="handover-form">
        {much === undefined ? null : nothing ? <p>{t("handover.nothing", { name: from.name })}</p> : (
          <ul className={css.counts} data-testid="handover-much">
            {parts.map((part) => (much[part] === 0 ? null : <li key={part}>{t(`handover.${part}`, { count: much[part] })}</li>))}
          </ul>
        )}
        <Select
          label={t("handover.to")} data-autofocus searchable
          data={members.filter(({ active, id }) => active && id !== from.id).map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps("to")} data-testid="handover-to"
        />
        <TextInput label={t("handover.reason")} maxLength={2000} {...form.getInputProps("reason")} data-testid="handover-reason" />
        {handOver.error === null ? null : <ErrorNote error={handOver.error} />}
        <div className={css.buttons}>
          {overCap(handOver.error) ? <Button variant="subtle" className={css.first ?? ""} onClick={() => run(true)} data-testid="handover-anyway">{t("handover.anyway")}</Button> : null}
          <Button onClick={onClose}>{t("common:do.cancel")}</Button>
          <Button type="submit" variant="filled" disabled={nothing || much === undefined} loading={handOver.isPending} data-testid="handover-run">{t("handover.run")}</Button>
        </div>
      </form>
    </Modal>
  );
}
