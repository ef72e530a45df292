// One member: name, role, seniority, how many open deals they may hold, whether they still work here.
import { Button, Checkbox, Modal, NumberInput, Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import type { MemberInput, MemberView } from "../../ipc/bindings.gen";
import { formKeys } from "../../shared/keys/formKeys";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { useToast } from "../../shared/ui/toast";
import { useSaveMember } from "./queries";
import { roles } from "./roles";
import css from "./settings.module.css";

const seniorities = ["senior", "junior"] as const;
const blank: MemberInput = { id: null, name: "", role: "sales", seniority: "senior", holding_cap: 10, active: true, region: null };

type Props = { member: MemberView | null; onClose: () => void; onHandOver?: (() => void) | undefined };

export function MemberForm({ member, onClose, onHandOver }: Props) {
  const { t } = useTranslation(["settings", "common"]);
  const toast = useToast();
  const save = useSaveMember();
  const form = useForm<MemberInput>({
    initialValues: member ?? blank,
    validate: { name: (name) => (name.trim() === "" ? t("common:field.missing") : null) },
  });
  const submit = form.onSubmit((input) =>
    save.mutate(input, {
      onSuccess: ({ action }) => {
        onClose();
        toast.say(t("members.saved", { name: input.name.trim() }), [action]);
      },
    }),
  );
  return (
    <Modal opened onClose={onClose} title={t(member === null ? "members.new" : "members.edit")} size={420} yOffset={112} closeButtonProps={{ "aria-label": t("common:do.close") }}>
      <form
        className={css.form}
        onSubmit={submit}
        onKeyDown={formKeys()}
        noValidate
        data-testid="member-form"
      >
        <TextInput label={t("members.name")} data-autofocus maxLength={200} {...form.getInputProps("name")} data-testid="member-name" />
        <div className={css.pair}>
          <Select label={t("members.role")} allowDeselect={false} data={roles.map((role) => ({ value: role, label: t(`common:role.${role}`) }))} {...form.getInputProps("role")} data-testid="member-role" />
          <Select label={t("members.seniority")} allowDeselect={false} data={seniorities.map((one) => ({ value: one, label: t(`members.${one}`) }))} {...form.getInputProps("seniority")} />
        </div>
        <TextInput label={t("members.region")} description={t("members.regionNote")} maxLength={200} {...form.getInputProps("region")} value={form.values.region ?? ""} data-testid="member-region" />
        <NumberInput label={t("members.cap")} description={t("members.capNote")} min={0} max={10_000} allowDecimal={false} clampBehavior="strict" {...form.getInputProps("holding_cap")} data-testid="member-cap" />
        {member === null ? null : <Checkbox label={t("members.active")} description={t("members.activeNote")} {...form.getInputProps("active", { type: "checkbox" })} data-testid="member-active" />}
        {save.error === null ? null : <ErrorNote error={save.error} />}
        <div className={css.buttons}>
          {onHandOver === undefined ? null : <Button variant="subtle" className={css.first ?? ""} onClick={onHandOver} data-testid="member-handover">{t("members.handOver")}</Button>}
          <Button onClick={onClose}>{t("common:do.cancel")}</Button>
          <Button type="submit" variant="filled" loading={save.isPending} data-testid="member-save">{t("common:do.save")}</Button>
        </div>
      </form>
    </Modal>
  );
}
