// A page that broke or does not exist: the shell stays, the words say what is safe.
import { Button } from "@mantine/core";
import { IconMoodConfuzed } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../shared/ui/EmptyState";
import { asRefused, useErrorWords } from "../shared/ui/ErrorNote";

export function PageCrash({ error, reset }: { error: unknown; reset: () => void }) {
  const { t } = useTranslation("app");
  const words = useErrorWords();
  const text = asRefused(error).code === "unexpected" ? t("crash.text") : words(error);
  return (
    <EmptyState icon={IconMoodConfuzed} title={t("crash.title")} text={text}>
      <Button onClick={reset}>{t("crash.again")}</Button>
    </EmptyState>
  );
}

export function PageMissing() {
  const { t } = useTranslation("app");
  const navigate = useNavigate();
  return (
    <EmptyState icon={IconMoodConfuzed} title={t("notFound.title")} text={t("notFound.text")}>
      <Button onClick={() => void navigate({ to: "/today" })}>{t("notFound.back")}</Button>
    </EmptyState>
  );
}
