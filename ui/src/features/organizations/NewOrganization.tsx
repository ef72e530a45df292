// A new organization: three fields; the rest is written on the record.
import { Button, Modal, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { filled } from "../../shared/fields/specs";
import { unsaved } from "../../shared/fields/unsaved";
import { formKeys } from "../../shared/keys/formKeys";
import { Likely } from "../../shared/record/Likely";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { useToast } from "../../shared/ui/toast";
import css from "./OrganizationsPage.module.css";
import { useSaveOrganization } from "./queries";

const blank = { name: "", industry: "", region: "" };
const typed = unsaved<typeof blank>();

export function NewOrganization({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(["organizations", "common"]);
  const toast = useToast();
  const navigate = useNavigate();
  const save = useSaveOrganization();
  const form = useForm({
    initialValues: typed.start(blank),
    onValuesChange: typed.keep,
    validate: { name: (name) => (name.trim() === "" ? t("form.missingName") : null) },
  });
  const submit = form.onSubmit(({ name, industry, region }) =>
    save.mutate(
      { id: null, name: name.trim(), industry: filled(industry), region: filled(region) },
      {
        onSuccess: ({ id, action }) => {
          typed.forget();
          onClose();
          toast.say(t("saved", { name: name.trim() }), [action]);
          void navigate({ to: "/organizations/$id", params: { id } });
        },
      },
    ),
  );
  const giveUp = () => {
    typed.forget();
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t("form.title")} size={420} yOffset={112} closeButtonProps={{ "aria-label": t("common:do.close") }}>
      <form
        className={css.form}
        onSubmit={submit}
        onKeyDown={formKeys()}
        data-testid="organization-form"
        noValidate
      >
        <TextInput label={t("form.name")} data-autofocus data-testid="organization-name" {...form.getInputProps("name")} />
        <Likely kind="organizations" name={form.values.name} organization={null} onLeave={giveUp} />
        <div className={css.pair}>
          <TextInput label={t("form.industry")} {...form.getInputProps("industry")} />
          <TextInput label={t("form.region")} {...form.getInputProps("region")} />
        </div>
        {save.error === null ? null : <ErrorNote error={save.error} />}
        <div className={css.buttons}>
          <Button onClick={giveUp}>{t("common:do.cancel")}</Button>
          <Button type="submit" variant="filled" loading={save.isPending} data-testid="organization-save">{t("common:do.save")}</Button>
        </div>
      </form>
    </Modal>
  );
}
