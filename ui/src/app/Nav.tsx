// The left column: workspace, search, quick log, the pages, and at the bottom where the data is,
// who I am, and the small settings.
import { Menu, Tooltip, UnstyledButton, useMantineColorScheme, type MantineColorScheme } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { Link, useNavigate } from "@tanstack/react-router";
import { type Icon, IconCheck, IconDeviceLaptop, IconFileImport, IconKeyboard, IconPencilPlus, IconSearch, IconSettings, IconSparkles } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { AppInfo } from "../ipc/bindings.gen";
import { useFormat } from "../shared/format/useFormat";
import { overlays } from "../shared/hooks/overlays";
import type { ShortcutId } from "../shared/keys/shortcuts";
import { Initials } from "../shared/ui/Initials";
import { ShortcutKeys } from "../shared/ui/Keys";
import { useToast } from "../shared/ui/toast";
import { languageNames, languages } from "./i18n";
import { Logo } from "./Logo";
import css from "./Nav.module.css";
import { pages } from "./pages";
import { useOpenSample, useSetLanguage } from "./queries";

const NARROW = "(max-width: 1119px)";
const schemes = ["auto", "light", "dark"] as const satisfies readonly MantineColorScheme[];

type EntryProps = { icon: Icon; label: string; shortcut?: ShortcutId; onClick: () => void; testId: string; accent?: boolean };

function Entry({ icon: Picture, label, shortcut, onClick, testId, accent = false }: EntryProps) {
  return (
    <Tooltip label={label} position="right">
      <UnstyledButton className={css.entry} data-accent={accent || undefined} onClick={onClick} data-testid={testId}>
        <Picture size={18} aria-hidden />
        <span className={css.word}>{label}</span>
        {shortcut === undefined ? null : <ShortcutKeys id={shortcut} />}
      </UnstyledButton>
    </Tooltip>
  );
}

export function Nav({ info }: { info: AppInfo }) {
  const { t } = useTranslation(["app", "common"]);
  const f = useFormat();
  const narrow = useMediaQuery(NARROW, window.matchMedia(NARROW).matches);
  const counts: Partial<Record<(typeof pages)[number]["name"], number>> = { today: info.counts.today_left, pipeline: info.counts.deals_open };
  return (
    <nav className={css.nav} aria-label={t("nav.label")} data-narrow={narrow || undefined}>
      <div className={css.workspace} data-testid="workspace-name">
        <Logo />
        <strong className={css.word}>{info.workspace_name}</strong>
      </div>
      <Entry icon={IconSearch} label={t("nav.search")} shortcut="search.open" onClick={overlays.palette} testId="nav-search" />
      <Entry icon={IconPencilPlus} label={t("nav.quicklog")} shortcut="quicklog.open" onClick={() => overlays.quicklog()} testId="nav-quicklog" accent />
      <div className={css.pages}>
        {pages.map(({ name, to, icon: Picture }) =>
          name === "import" ? null : (
            <Tooltip key={name} label={t(`nav.${name}`)} position="right" disabled={narrow !== true}>
              <Link to={to} className={css.entry} data-testid={`nav-${name}`} activeProps={{ "data-current": true }}>
                <Picture size={18} aria-hidden />
                <span className={css.word}>{t(`nav.${name}`)}</span>
                {counts[name] === undefined || counts[name] === 0 ? null : <span className={css.count}>{f.number(counts[name])}</span>}
              </Link>
            </Tooltip>
          ),
        )}
      </div>
      <div className={css.foot}>
        <Tooltip label={t("nav.localNote")} position="right">
          <div className={css.line}>
            <IconDeviceLaptop size={18} aria-hidden />
            <span className={css.word}>{t("nav.local")}</span>
          </div>
        </Tooltip>
        {info.me === null ? null : (
          <div className={css.line} data-testid="nav-me">
            <Initials name={info.me.name} size={18} />
            <span className={css.word}>{info.me.name}</span>
            <span className={css.role}>{t(`common:role.${info.me.role}`)}</span>
          </div>
        )}
        <Settings info={info} />
      </div>
    </nav>
  );
}

function Settings({ info }: { info: AppInfo }) {
  const { t } = useTranslation("app");
  const navigate = useNavigate();
  const toast = useToast();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const setLanguage = useSetLanguage();
  const openSample = useOpenSample();
  const chosen = <IconCheck size={16} aria-hidden />;
  return (
    <Menu position="right-end" width={224}>
      <Menu.Target>
        <UnstyledButton className={css.entry} data-testid="nav-settings">
          <IconSettings size={18} aria-hidden />
          <span className={css.word}>{t("nav.settings")}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("settings.language")}</Menu.Label>
        {languages.map((lang) => (
          <Menu.Item
            key={lang}
            lang={lang}
            data-testid={`language-${lang}`}
            rightSection={lang === info.lang ? chosen : null}
            onClick={() => setLanguage.mutate(lang, { onError: toast.fail })}
          >
            {languageNames[lang]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t("settings.theme")}</Menu.Label>
        {schemes.map((scheme) => (
          <Menu.Item key={scheme} data-testid={`theme-${scheme}`} rightSection={scheme === colorScheme ? chosen : null} onClick={() => setColorScheme(scheme)}>
            {t(`settings.theme_${scheme}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconFileImport size={16} aria-hidden />} data-testid="menu-import" onClick={() => void navigate({ to: "/import" })}>
          {t("settings.import")}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconSparkles size={16} aria-hidden />}
          data-testid="menu-sample"
          onClick={() => openSample.mutate(info.lang, { onError: toast.fail, onSuccess: () => void navigate({ to: "/today" }) })}
        >
          {t("settings.sample")}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={16} aria-hidden />} rightSection={<ShortcutKeys id="app.shortcuts" />} onClick={overlays.shortcuts}>
          {t("settings.shortcuts")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
