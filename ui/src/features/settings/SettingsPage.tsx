// Settings: the sections on the left, one of them on the right. What stands in a section arrives from
// the route, so that other features bring their own.
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useGoBack } from "../../shared/hooks/useGoBack";
import { useActions } from "../../shared/keys/actions";
import { ShortcutKeys } from "../../shared/ui/Keys";
import { PageHead } from "../../shared/ui/PageHead";
import { type SectionId, sections } from "./sections";
import css from "./settings.module.css";

export function SettingsPage({ section, children }: { section: SectionId; children: React.ReactNode }) {
  const { t } = useTranslation("settings");
  const navigate = useNavigate();
  useActions([{ id: "go.back", run: useGoBack(), silent: true }]);
  const move = (event: React.KeyboardEvent<HTMLElement>) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const next = sections[sections.findIndex(({ id }) => id === section) + step];
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>(`[data-testid="settings-${next.id}"]`)?.focus();
    void navigate({ to: "/settings/$section", params: { section: next.id }, replace: true });
  };
  return (
    <>
      <PageHead title={t("title")} />
      <div className={css.page} data-testid="settings">
        <nav className={css.sections} aria-label={t("sections")} onKeyDown={move}>
          {sections.map(({ id, icon: Picture, action }) => (
            <Link key={id} to="/settings/$section" params={{ section: id }} replace className={css.section} activeProps={{ "data-current": true }} data-testid={`settings-${id}`}>
              <Picture size={18} aria-hidden />
              <span className={css.word}>{t(`section.${id}`)}</span>
              <ShortcutKeys id={action} />
            </Link>
          ))}
        </nav>
        <section className={css.panel} aria-labelledby="settings-title" data-testid={`panel-${section}`}>
          {children}
        </section>
      </div>
    </>
  );
}
