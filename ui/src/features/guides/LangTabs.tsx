// In which language a guide is shown or written.
import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Lang } from "../../ipc/bindings.gen";
import { languageNames, languages } from "../../shared/format/languages";

export function useGuideLang() {
  const { i18n } = useTranslation();
  return useState<Lang>(() => languages.find((one) => one === i18n.language) ?? "en");
}

export function LangTabs({ lang, onChoose }: { lang: Lang; onChoose: (lang: Lang) => void }) {
  const { t } = useTranslation("guides");
  return (
    <SegmentedControl
      size="xs"
      aria-label={t("form.lang")}
      value={lang}
      onChange={(value) => onChoose(languages.find((one) => one === value) ?? lang)}
      data={languages.map((one) => ({ value: one, label: <span lang={one}>{languageNames[one]}</span> }))}
      data-testid="guide-lang"
    />
  );
}
