// A pool beside the common one: its name, and who may claim from it.
import { Button, Modal, MultiSelect, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import type { MemberView, PoolInput, PoolView } from "../../ipc/bindings.gen";
import { formKeys } from "../../shared/keys/formKeys";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { useToast } from "../../shared/ui/toast";
import css from "./holding.module.css";
import { useSavePool } from "./queries";

export function PoolForm({ pool, members, onClose }: { pool: PoolView | null; members: readonly MemberView[]; onClose: () => void }) {
  const { t } = useTranslation(["holding", "common"]);
  const toast = useToast();
  const save = useSavePool();
  const form = useForm<PoolInput>({
    initialValues: { id: pool?.id ?? null, name: pool?.name ?? "", members: pool?.members ?? [] },
    validate: { name: (name) => (name.trim() === "" ? t("common:field.missing") : null) },
  });
  const submit = form.onSubmit((input) =>
    save.mutate(input, {
      onSuccess: ({ action }) => {
        onClose();
        toast.say(t("pools.saved", { name: input.name.trim() }), [action]);
      },
    }),
  );
  return (
    <Modal opened onClose={onClose} title={t(pool === null ? "pools.new" : "pools.edit")} size={440} yOffset={112} closeButtonProps={{ "aria-label": t("common:do.close") }}>
      <form className={css.form} onSubmit={submit} onKeyDown={formKeys()} noValidate data-testid="pool-form">
        <TextInput label={t("pools.name")} data-autofocus maxLength={200} {...form.getInputProps("name")} data-testid="pool-name" />
        <MultiSelect label={t("pools.members")} data={members.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }))} {...form.getInputProps("members")} data-testid="pool-members" />
        {save.error === null ? null : <ErrorNote error={save.error} />}
        <div className={css.buttons}>
          <Button onClick={onClose}>{t("common:do.cancel")}</Button>
          <Button type="submit" variant="filled" loading={save.isPending} data-testid="pool-save">{t("common:do.save")}</Button>
        </div>
      </form>
    </Modal>
  );
}
