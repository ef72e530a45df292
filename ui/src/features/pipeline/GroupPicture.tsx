// The buying group as a picture: who plays which part around the deal, and below it what nobody does yet.
import { useTranslation } from "react-i18next";
import type { DealPerson, DealRoleKind } from "../../ipc/bindings.gen";
import { initials } from "../../shared/format/numbers";
import { usePersonName } from "../../shared/format/personName";
import css from "./group.module.css";

/** Where each part stands around the deal; those who stand against it and those for it on the left. */
const places = {
  decides: { x: 108, y: 20 }, pays: { x: 182, y: 56 }, uses: { x: 182, y: 122 }, advises: { x: 108, y: 158 }, blocks: { x: 34, y: 122 }, champions: { x: 34, y: 56 },
} as const satisfies Record<DealRoleKind, { x: number; y: number }>;
const order = ["decides", "pays", "uses", "advises", "champions", "blocks"] as const satisfies readonly DealRoleKind[];
const centre = { x: 108, y: 89 };
const RADIUS = 16;

/** Without these nothing is bought. */
const needed: readonly DealRoleKind[] = ["decides", "pays", "uses"];

export function GroupPicture({ people }: { people: readonly DealPerson[] }) {
  const { t } = useTranslation("pipeline");
  const called = usePersonName();
  const of = (role: DealRoleKind) => people.filter((one) => one.role === role).map(({ person }) => called(person.name));
  const missing = needed.filter((role) => of(role).length === 0);
  const said = order.flatMap((role) => (of(role).length === 0 ? [] : [t("group.part", { role: t(`role.${role}`), names: of(role).join(t("page.join")) })]));
  const nobody = missing.length === 0 ? null : t("group.missing", { roles: missing.map((role) => t(`role.${role}`)).join(t("group.or")) });
  return (
    <figure className={css.figure} data-testid="group-picture">
      <svg viewBox="0 0 216 196" className={css.picture} role="img" aria-label={[...said, nobody].filter(Boolean).join("; ")}>
        {order.map((role) => <Spoke key={role} role={role} filled={of(role).length > 0} />)}
        <circle cx={centre.x} cy={centre.y} r="5" className={css.deal} />
        {order.map((role) => <Part key={role} role={role} names={of(role)} wanted={missing.includes(role)} />)}
      </svg>
      {nobody === null ? null : <figcaption className={css.missing} data-testid="group-missing">{nobody}</figcaption>}
    </figure>
  );
}

function Spoke({ role, filled }: { role: DealRoleKind; filled: boolean }) {
  const { x, y } = places[role];
  const kind = !filled ? "empty" : role === "blocks" ? "against" : "plain";
  return <line x1={centre.x} y1={centre.y} x2={x} y2={y} className={css.spoke} data-kind={kind} />;
}

function Part({ role, names, wanted }: { role: DealRoleKind; names: readonly string[]; wanted: boolean }) {
  const { t } = useTranslation("pipeline");
  const { x, y } = places[role];
  const [first] = names;
  return (
    <g>
      <title>{first === undefined ? t(`role.${role}`) : t("group.part", { role: t(`role.${role}`), names: names.join(t("page.join")) })}</title>
      <circle cx={x} cy={y} r={RADIUS} className={css.disc} data-empty={first === undefined || undefined} data-wanted={wanted || undefined} data-against={(role === "blocks" && first !== undefined) || undefined} />
      <text x={x} y={y + 4} className={css.initials}>{first === undefined ? (wanted ? "?" : "") : initials(first)}</text>
      {names.length < 2 ? null : <text x={x + RADIUS + 2} y={y - 7} className={css.more}>{`+${names.length - 1}`}</text>}
      <text x={x} y={y + RADIUS + 13} className={css.role} data-wanted={wanted || undefined}>{t(`role.${role}`)}</text>
    </g>
  );
}
