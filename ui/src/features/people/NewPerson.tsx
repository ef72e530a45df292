// A new person: five fields; the rest is written on the record.
import { Button, Modal } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { FieldControl } from "../../shared/fields/FieldControl";
import { problemOf } from "../../shared/fields/specs";
import { isComposing } from "../../shared/keys/composition";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { useToast } from "../../shared/ui/toast";
import { formFields, newPerson, type PersonForm, personForm } from "./fields";
import css from "./PeoplePage.module.css";
import { useSavePerson } from "./queries";

export function NewPerson({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(["people", "common"]);
  const toast = useToast();
  const navigate = useNavigate();
  const save = useSavePerson();
  const wrong = (key: keyof PersonForm) => (typed: string) => {
    const problem = problemOf(formFields[key], typed);
    return problem === null ? null : key === "name" ? t("form.missingName") : t(`common:field.${problem}`);
  };
  const form = useForm({ initialValues: personForm, validate: { name: wrong("name"), phone: wrong("phone"), email: wrong("email") } });

  const submit = form.onSubmit((values) =>
    save.mutate(newPerson(values), {
      onSuccess: ({ id, action, twins }) => {
        onClose();
        const twin = twins[0];
        toast.say(twin === undefined ? t("saved", { name: values.name.trim() }) : t("twin", { name: twin.name }), [action]);
        void navigate({ to: "/people/$id", params: { id } });
      },
    }),
  );
  const control = (key: keyof PersonForm, more: { autoFocus?: boolean; placeholder?: string } = {}) => (
    <FieldControl
      spec={formFields[key]}
      label={t(`form.${key}`)}
      testId={`person-${key}`}
      value={form.values[key]}
      error={form.errors[key]}
      onChange={(value) => form.setFieldValue(key, value)}
      {...more}
    />
  );
  return (
    <Modal opened onClose={onClose} title={t("form.head")} size={460} yOffset={112} closeButtonProps={{ "aria-label": t("common:do.close") }}>
      <form
        className={css.form}
        onSubmit={submit}
        onKeyDown={(event) => {
          if (event.key === "Enter" && isComposing(event.nativeEvent)) event.preventDefault();
        }}
        data-testid="person-form"
        noValidate
      >
        {control("name", { autoFocus: true })}
        <div className={css.pair}>
          {control("organization", { placeholder: t("form.organizationHint") })}
          {control("title")}
        </div>
        <div className={css.pair}>
          {control("phone")}
          {control("email")}
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
