// A new person: five fields; the rest is written on the record.
import { Autocomplete, Button, Modal, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { isComposing } from "../../shared/keys/composition";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { useToast } from "../../shared/ui/toast";
import { personForm, toInput } from "./fields";
import css from "./PeoplePage.module.css";
import { peopleQueries, useSavePerson } from "./queries";

export function NewPerson({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(["people", "common"]);
  const toast = useToast();
  const navigate = useNavigate();
  const save = useSavePerson();
  const form = useForm({ initialValues: personForm, validate: { name: (name) => (name.trim() === "" ? t("form.missingName") : null) } });
  const firm = form.values.organization.trim();
  const { data: hits } = useQuery({ ...peopleQueries.firms(firm), enabled: firm !== "" });
  const firms = [...new Set((hits ?? []).filter(({ kind }) => kind === "organization").map(({ name }) => name))];

  const submit = form.onSubmit((values) =>
    save.mutate(toInput(values), {
      onSuccess: ({ id, action, twins }) => {
        onClose();
        const twin = twins[0];
        toast.say(twin === undefined ? t("saved", { name: values.name.trim() }) : t("twin", { name: twin.name }), [action]);
        void navigate({ to: "/people/$id", params: { id } });
      },
    }),
  );
  return (
    <Modal opened onClose={onClose} title={t("form.title")} size={460} yOffset={112} closeButtonProps={{ "aria-label": t("common:do.close") }}>
      <form
        className={css.form}
        onSubmit={submit}
        onKeyDown={(event) => {
          if (event.key === "Enter" && isComposing(event.nativeEvent)) event.preventDefault();
        }}
        data-testid="person-form"
        noValidate
      >
        <TextInput label={t("form.name")} data-autofocus data-testid="person-name" {...form.getInputProps("name")} />
        <div className={css.pair}>
          <Autocomplete label={t("form.organization")} placeholder={t("form.organizationHint")} data={firms} filter={({ options }) => options} data-testid="person-organization" {...form.getInputProps("organization")} />
          <TextInput label={t("form.role")} data-testid="person-title" {...form.getInputProps("title")} />
        </div>
        <div className={css.pair}>
          <TextInput label={t("form.phone")} type="tel" data-testid="person-phone" {...form.getInputProps("phone")} />
          <TextInput label={t("form.email")} type="email" data-testid="person-email" {...form.getInputProps("email")} />
        </div>
        {save.error === null ? null : <ErrorNote error={save.error} />}
        <div className={css.buttons}>
          <Button onClick={onClose}>{t("common:do.cancel")}</Button>
          <Button type="submit" variant="filled" loading={save.isPending} data-testid="person-save">{t("common:do.save")}</Button>
        </div>
      </form>
    </Modal>
  );
}
