// What A to D mean here, in the team's words.
import { TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { GradeMeaning } from "../../ipc/bindings.gen";
import { isComposing } from "../../shared/keys/composition";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { Loading } from "../../shared/ui/Loading";
import { useToast } from "../../shared/ui/toast";
import { settingsQueries, useSetGrade } from "./queries";
import css from "./settings.module.css";

export function Grades() {
  const { t } = useTranslation("settings");
  const { data, error } = useQuery(settingsQueries.grades());
  if (data === undefined) return error === null ? <Loading rows={4} /> : <ErrorNote error={error} />;
  return (
    <>
      <p className={css.note}>{t("grades.note")}</p>
      <div className={css.grades}>
        {data.map((one) => <Meaning key={`${one.grade} ${one.meaning}`} one={one} />)}
      </div>
    </>
  );
}

function Meaning({ one }: { one: GradeMeaning }) {
  const { t } = useTranslation("settings");
  const toast = useToast();
  const set = useSetGrade();
  const [typed, setTyped] = useState(one.meaning);
  const save = () => {
    if (typed.trim() === one.meaning) return;
    set.mutate({ grade: one.grade, meaning: typed.trim() }, { onSuccess: ({ action }) => toast.say(t("grades.saved", { grade: one.grade }), [action]), onError: toast.fail });
  };
  return (
    <div className={css.grade}>
      <strong>{one.grade}</strong>
      <TextInput
        aria-label={t("grades.label", { grade: one.grade })}
        placeholder={t(`grades.hint_${one.grade}`)}
        maxLength={200}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent)) return;
          if (event.key === "Enter") save();
          if (event.key === "Escape") setTyped(one.meaning);
        }}
        data-testid={`grade-${one.grade}`}
      />
    </div>
  );
}
