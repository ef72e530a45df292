// Language, theme and density of this device. Each changes the window at once.
import { type MantineColorScheme, SegmentedControl, Switch, useMantineColorScheme } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { languageNames, languages } from "../../shared/format/languages";
import { densities, setDensity, useDensity } from "../../shared/hooks/density";
import { useToast } from "../../shared/ui/toast";
import { ShortcutKeys } from "../../shared/ui/Keys";
import { Line, Panel } from "./Panel";
import { appQueries, settingsQueries, useRemind, useSetLanguage } from "./queries";

const schemes = ["auto", "light", "dark"] as const satisfies readonly MantineColorScheme[];

export function LookPanel() {
  const { t, i18n } = useTranslation("settings");
  const toast = useToast();
  const { data: info } = useQuery(appQueries.info());
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const setLanguage = useSetLanguage();
  const density = useDensity();
  const { data: reminds } = useQuery(settingsQueries.reminders());
  const remind = useRemind();
  return (
    <Panel title={t("section.look")} note={t("look.note")}>
      <Line label={t("look.language")} note={t("look.languageNote")}>
        <SegmentedControl
          aria-label={t("look.language")}
          value={info?.lang ?? i18n.language}
          onChange={(chosen) => {
            const lang = languages.find((one) => one === chosen);
            if (lang !== undefined) setLanguage.mutate(lang, { onError: toast.fail });
          }}
          data={languages.map((lang) => ({ value: lang, label: <span lang={lang} data-testid={`language-${lang}`}>{languageNames[lang]}</span> }))}
        />
      </Line>
      <Line label={t("look.theme")}>
        <SegmentedControl
          aria-label={t("look.theme")}
          value={colorScheme}
          onChange={setColorScheme}
          data={schemes.map((scheme) => ({ value: scheme, label: <span data-testid={`theme-${scheme}`}>{t(`look.theme_${scheme}`)}</span> }))}
        />
      </Line>
      <Line label={t("look.density")} note={t("look.densityNote")}>
        <SegmentedControl
          aria-label={t("look.density")}
          value={density}
          onChange={setDensity}
          data={densities.map((one) => ({ value: one, label: <span data-testid={`density-${one}`}>{t(`look.density_${one}`)}</span> }))}
        />
      </Line>
      <Line label={t("look.reminders")} note={t("look.remindersNote")}>
        <Switch
          aria-label={t("look.reminders")}
          labelPosition="left"
          label={<ShortcutKeys id="app.reminders" />}
          checked={reminds ?? false}
          disabled={reminds === undefined}
          onChange={(event) => remind.mutate(event.currentTarget.checked, { onError: toast.fail })}
          data-testid="reminders-switch"
        />
      </Line>
    </Panel>
  );
}
