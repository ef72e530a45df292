// The first run: language, who sits here, where the team is, and what to begin with. One page, so that
// Tab, arrows and Enter are all it takes. The answers make one's own workspace in any case; the sample
// is another one beside it.
import { Button, Radio, Select, TextInput } from "@mantine/core";
import { IconFileImport, IconSeedling, IconSparkles } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FirstRun as FirstRunOffer, Lang, Role } from "../../ipc/bindings.gen";
import { languageNames, languages } from "../../shared/format/languages";
import { formKeys } from "../../shared/keys/formKeys";
import { asRefused, ErrorNote } from "../../shared/ui/ErrorNote";
import { CurrencySelect } from "./CurrencySelect";
import { roles } from "./roles";
import { ZoneSelect } from "./ZoneSelect";
import { firstQueries, useOpenWorkspace, useStart } from "./queries";
import css from "./first.module.css";

const starts = [
  { id: "sample", icon: IconSparkles },
  { id: "import", icon: IconFileImport },
  { id: "empty", icon: IconSeedling },
] as const;
export type Start = (typeof starts)[number]["id"];

type Props = {
  logo: React.ReactNode;
  onLanguage: (lang: Lang) => void;
  onStarted: (start: Start) => void;
};

export function FirstRun({ logo, onLanguage, onStarted }: Props) {
  const { data: offer, error } = useQuery(firstQueries.offer());
  const first = offer?.lang;
  // Whoever comes from another workspace has chosen a language already.
  useEffect(() => {
    if (first !== undefined && document.documentElement.lang === "") onLanguage(first);
  }, [first, onLanguage]);
  if (offer === undefined) return error === null ? null : <div className="tl-alone"><ErrorNote error={error} /></div>;
  return <Questions offer={offer} logo={logo} onLanguage={onLanguage} onStarted={onStarted} />;
}

function Questions({ offer, logo, onLanguage, onStarted }: Props & { offer: FirstRunOffer }) {
  const { t, i18n } = useTranslation(["settings", "common"]);
  const lang = languages.find((one) => one === i18n.language) ?? offer.lang;
  // The words follow an instant later; the focus is given once.
  const [first] = useState(document.documentElement.lang === "" ? offer.lang : lang);
  const [name, setName] = useState("");
  const [nameless, setNameless] = useState(false);
  const [role, setRole] = useState<Role>("founder");
  const [zone, setZone] = useState(offer.zone);
  const [currency, setCurrency] = useState<string | null>(null);
  const [start, setStart] = useState<Start>("sample");
  const [path, setPath] = useState(offer.path);
  const begin = useStart();

  const submit = (place: string) => {
    setNameless(name.trim() === "");
    if (name.trim() === "") return document.getElementById("first-name")?.focus();
    const from = { lang, member: name.trim(), role, zone, currency: currency ?? offer.currencies[lang] ?? "USD" };
    begin.mutate({ path: place, from, sample: start === "sample" }, { onSuccess: () => onStarted(start) });
  };
  const better = begin.error === null ? undefined : asRefused(begin.error).params["better"];
  return (
    <main className={css.page} data-testid="first-run">
      <form
        className={css.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit(path);
        }}
        onKeyDown={formKeys()}
      >
        <header className={css.head}>
          {logo}
          <h1>{t("first.title")}</h1>
          <p>{t("first.text")}</p>
        </header>

        <Radio.Group value={lang} onChange={(next) => onLanguage(languages.find((one) => one === next) ?? lang)} aria-label={t("look.language")}>
          <div className={css.languages}>
            {languages.map((one) => (
              <Radio.Card key={one} value={one} lang={one} className={css.card ?? ""} autoFocus={one === first} data-testid={`first-${one}`}>
                <strong>{languageNames[one]}</strong>
              </Radio.Card>
            ))}
          </div>
        </Radio.Group>

        <div className={css.pair}>
          <TextInput
            id="first-name"
            label={t("first.name")}
            placeholder={t("first.nameHint")}
            value={name}
            error={nameless ? t("common:field.missing") : null}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => {
              setName(event.currentTarget.value);
              setNameless(false);
            }}
            data-testid="first-name"
          />
          <Select
            label={t("first.role")}
            data={roles.map((one) => ({ value: one, label: t(`common:role.${one}`) }))}
            value={role}
            allowDeselect={false}
            onChange={(next) => setRole(roles.find((one) => one === next) ?? role)}
            data-testid="first-role"
          />
        </div>
        <div className={css.wide}>
          <ZoneSelect label={t("first.zone")} value={zone} zones={offer.zones} now={offer.now} onChange={setZone} />
          <CurrencySelect label={t("first.currency")} value={currency ?? offer.currencies[lang] ?? "USD"} onChange={setCurrency} />
        </div>

        <Radio.Group value={start} onChange={(next) => setStart(starts.find(({ id }) => id === next)?.id ?? start)} label={t("first.start")}>
          <div className={css.starts}>
            {starts.map(({ id, icon: Picture }) => (
              <Radio.Card key={id} value={id} className={css.card ?? ""} data-testid={`first-${id}`}>
                <Picture size={18} aria-hidden />
                <strong>{t(`first.${id}`)}</strong>
                <span>{t(`first.${id}Text`)}</span>
              </Radio.Card>
            ))}
          </div>
        </Radio.Group>

        {begin.error === null ? null : (
          <ErrorNote error={begin.error}>
            {better === undefined ? null : (
              <Button
                data-testid="first-better"
                onClick={() => {
                  setPath(better);
                  submit(better);
                }}
              >
                {t("first.better")}
              </Button>
            )}
          </ErrorNote>
        )}
        <footer className={css.foot}>
          <p>{t("first.place", { path })}</p>
          <Button type="submit" variant="filled" loading={begin.isPending} data-testid="first-begin">{t("first.begin")}</Button>
        </footer>
        <Others />
      </form>
    </main>
  );
}

/** The way back to what is already there, such as the sample that was looked at first. */
function Others() {
  const { t } = useTranslation("settings");
  const { data } = useQuery(firstQueries.known());
  const open = useOpenWorkspace();
  if (data === undefined || data.length === 0) return null;
  return (
    <p className={css.others}>
      {t("first.others")}
      {data.map(({ path, name, sample }) => (
        <Button key={path} variant="subtle" onClick={() => open.mutate(path)} title={path}>{sample ? t("workspace.sampleNamed", { name }) : name}</Button>
      ))}
    </p>
  );
}
