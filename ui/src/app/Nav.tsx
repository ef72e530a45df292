// The left column: workspace, search, quick log, the pages, and at the bottom where the data is,
// who I am, and the settings.
import { Menu, Tooltip, UnstyledButton } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type Icon, IconArrowBackUp, IconChevronDown, IconCopyCheck, IconDeviceLaptop, IconFileImport, IconHistory, IconKeyboard, IconPencilPlus, IconSearch, IconSeedling, IconSettings, IconSparkles, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useDuplicateCount } from "../features/duplicates/queries";
import { firstQueries, useOpenSample, useOpenWorkspace } from "../features/settings/queries";
import type { AppInfo } from "../ipc/bindings.gen";
import { useFormat } from "../shared/format/useFormat";
import { overlays } from "../shared/hooks/overlays";
import type { ShortcutId } from "../shared/keys/shortcuts";
import { Initials } from "../shared/ui/Initials";
import { ShortcutKeys } from "../shared/ui/Keys";
import { useToast } from "../shared/ui/toast";
import { Logo } from "./Logo";
import css from "./Nav.module.css";
import { mainPages } from "./pages";

const NARROW = "(max-width: 1119px)";

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
  const counts: Partial<Record<(typeof mainPages)[number]["name"], number>> = { today: info.counts.today_left, pipeline: info.counts.deals_open };
  return (
    <nav className={css.nav} aria-label={t("nav.label")} data-narrow={narrow || undefined}>
      <Workspace info={info} />
      {info.sample ? <Own /> : null}
      <Entry icon={IconSearch} label={t("nav.search")} shortcut="search.open" onClick={overlays.palette} testId="nav-search" />
      <Entry icon={IconPencilPlus} label={t("nav.quicklog")} shortcut="quicklog.open" onClick={() => overlays.quicklog()} testId="nav-quicklog" accent />
      <div className={css.pages}>
        {mainPages.map(({ name, to, icon: Picture }) => (
          <Tooltip key={name} label={t(`nav.${name}`)} position="right" disabled={narrow !== true}>
            <Link to={to} className={css.entry} data-testid={`nav-${name}`} activeProps={{ "data-current": true }}>
              <Picture size={18} aria-hidden />
              <span className={css.word}>{t(`nav.${name}`)}</span>
              {counts[name] === undefined || counts[name] === 0 ? null : <span className={css.count}>{f.number(counts[name])}</span>}
            </Link>
          </Tooltip>
        ))}
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
        <Tooltip label={t("nav.settings")} position="right" disabled={narrow !== true}>
          <Link to="/settings" className={css.entry} data-testid="nav-settings" activeProps={{ "data-current": true }}>
            <IconSettings size={18} aria-hidden />
            <span className={css.word}>{t("nav.settings")}</span>
            <ShortcutKeys id="go.settings" />
          </Link>
        </Tooltip>
      </div>
    </nav>
  );
}

/** The way out of the sample, always in sight. */
function Own() {
  const { t } = useTranslation("app");
  const navigate = useNavigate();
  const toast = useToast();
  const open = useOpenWorkspace();
  const { data: known } = useQuery(firstQueries.known());
  const own = known?.some(({ sample }) => !sample) === true;
  const leave = () => open.mutate(null, { onError: toast.fail, onSuccess: () => void navigate({ to: "/today" }) });
  return <Entry icon={own ? IconArrowBackUp : IconSeedling} label={t(own ? "workspace.own" : "workspace.make")} onClick={leave} testId="nav-own" />;
}

function Workspace({ info }: { info: AppInfo }) {
  const { t } = useTranslation("app");
  const navigate = useNavigate();
  const toast = useToast();
  const openSample = useOpenSample();
  const open = useOpenWorkspace();
  const { data: known } = useQuery(firstQueries.known());
  const home = { onError: toast.fail, onSuccess: () => void navigate({ to: "/today" }) };
  const others = (known ?? []).filter((one) => !one.open);
  const own = others.some(({ sample }) => !sample);
  return (
    <Menu position="bottom-start" width={260}>
      <Menu.Target>
        <UnstyledButton className={css.workspace} data-testid="workspace-name" aria-label={t("nav.workspace", { name: info.workspace_name })}>
          <Logo />
          <strong className={css.word}>{info.workspace_name}</strong>
          <IconChevronDown size={14} aria-hidden className={css.chevron} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {others.length === 0 ? null : <Menu.Label>{t("workspace.known")}</Menu.Label>}
        {others.map(({ path, name, sample }) => (
          <Menu.Item key={path} title={path} rightSection={sample ? <span className={css.role}>{t("workspace.sampleTag")}</span> : null} data-testid="workspace-known" onClick={() => open.mutate(path, home)}>
            {name}
          </Menu.Item>
        ))}
        {info.sample && !own ? (
          <Menu.Item leftSection={<IconSeedling size={16} aria-hidden />} data-testid="workspace-make" onClick={() => open.mutate(null, home)}>
            {t("workspace.make")}
          </Menu.Item>
        ) : null}
        {info.sample ? null : <Menu.Item
          leftSection={<IconSparkles size={16} aria-hidden />}
          data-testid="menu-sample"
          onClick={() => openSample.mutate(info.lang, home)}
        >
          {t("workspace.sample")}
        </Menu.Item>}
        <Menu.Divider />
        <Menu.Item leftSection={<IconFileImport size={16} aria-hidden />} rightSection={<ShortcutKeys id="go.import" />} data-testid="menu-import" onClick={() => void navigate({ to: "/import" })}>
          {t("workspace.import")}
        </Menu.Item>
        <Menu.Item leftSection={<IconCopyCheck size={16} aria-hidden />} rightSection={<Duplicates />} data-testid="menu-duplicates" onClick={() => void navigate({ to: "/duplicates" })}>
          {t("nav.duplicates")}
        </Menu.Item>
        <Menu.Item leftSection={<IconHistory size={16} aria-hidden />} rightSection={<ShortcutKeys id="go.history" />} data-testid="menu-history" onClick={() => void navigate({ to: "/history" })}>
          {t("nav.history")}
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} rightSection={<ShortcutKeys id="go.bin" />} data-testid="menu-bin" onClick={() => void navigate({ to: "/bin" })}>
          {t("nav.bin")}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={16} aria-hidden />} rightSection={<ShortcutKeys id="app.shortcuts" />} onClick={overlays.shortcuts}>
          {t("workspace.shortcuts")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** How many pairs wait there, counted when the menu opens, and the keys. */
function Duplicates() {
  const f = useFormat();
  const count = useDuplicateCount();
  return (
    <span className={css.tail}>
      {count === null || count === 0 ? null : <span className={css.count} data-testid="menu-duplicates-count">{f.number(count)}</span>}
      <ShortcutKeys id="go.duplicates" />
    </span>
  );
}
