// What is known about an organization as cells that are edited in place.
import { useTranslation } from "react-i18next";
import type { OrganizationRecord } from "../../ipc/bindings.gen";
import type { Cell } from "../../shared/fields/EditableCell";
import { choice, lines, text, type TypedSpec } from "../../shared/fields/specs";
import { useRowEdit } from "../../shared/table/useRowEdit";
import { grades } from "./columns";

export function useOrganizationCells({ organization, owner: now, owner_set }: OrganizationRecord): Cell[] {
  const { t } = useTranslation(["record", "table"]);
  const { edit, owner } = useRowEdit("organizations");
  const { id } = organization;
  const cell = (field: string, label: string, value: string | null, spec: TypedSpec = text(), quiet = value === null): Cell => ({ ...edit({ id, field, label, value: value ?? "", spec }), quiet });
  const number = (value: number | null) => (value === null ? null : `${value}`);
  const owned = owner(id, t("details.owner"), owner_set === true ? (now?.id ?? "") : "");
  return [
    cell("name", t("table:field.name"), organization.name, text({ required: true }), true),
    cell("grade", t("table:field.grade"), organization.grade, choice(grades), true),
    cell("industry", t("details.industry"), organization.industry),
    cell("region", t("details.region"), organization.region),
    cell("founded", t("details.founded"), number(organization.founded)),
    cell("employees", t("details.employees"), number(organization.employees)),
    { ...owned, rest: now && owner_set !== true ? t("details.ownerByDeal", { name: now.name }) : undefined },
    cell("note", t("details.note"), organization.note, lines()),
  ];
}
