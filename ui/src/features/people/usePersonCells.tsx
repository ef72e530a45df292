// What is known about a person as cells that are edited in place. Every save hands core the whole
// person as the record shows them, with the one change.
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { IdentifierKind, PersonInput, PersonRecord } from "../../ipc/bindings.gen";
import type { Cell } from "../../shared/fields/EditableCell";
import type { TypedSpec } from "../../shared/fields/specs";
import { useRowEdit } from "../../shared/table/useRowEdit";
import { useToast } from "../../shared/ui/toast";
import { inputOf, kinds, type PersonField, personFields, withField } from "./fields";
import { Reach } from "./Reach";
import { useGradeMeanings, useSavePerson } from "./queries";

const reached = ["phone", "wechat", "email"] as const satisfies readonly IdentifierKind[];

export function usePersonCells(record: PersonRecord): Cell[] {
  const { t } = useTranslation(["people", "common", "table", "record"]);
  const toast = useToast();
  const { mutateAsync } = useSavePerson();
  const { owner } = useRowEdit("people");
  const meanings = useGradeMeanings();
  const { person, identifiers } = record;
  const now = record.positions.filter(({ to_on }) => to_on === null);
  const [position] = now;

  const save = async (label: string, input: PersonInput) => {
    const { action, twins } = await mutateAsync(input);
    const [twin] = twins;
    if (twin !== undefined) toast.say(t("twin", { name: twin.name }), [action]);
    else if (action !== null) toast.say(t("edited", { field: label }), [action]);
  };
  const field = (key: PersonField, value: string | null, more: Partial<Cell> = {}, base = inputOf(record)): Cell => {
    const label = t(`field.${key}`);
    return { key, label, spec: personFields[key], value: value ?? "", quiet: value === null || value === "", save: (typed) => save(label, withField(base, key, typed)), ...more };
  };
  /** Changes, adds or, left empty, takes away one identifier; the others are sent as they are. */
  const identifier = (key: string, kind: IdentifierKind, shown: string, index: number, more: Partial<Cell> = {}): Cell => {
    const label = t(`common:identifier.${kind}`);
    const spec: TypedSpec = personFields.identifiers.kinds[kind];
    const saved = (typed: string) => {
      const input = inputOf(record);
      const changed = typed === "" ? [] : [{ kind, value: typed }];
      return save(label, { ...input, identifiers: [...input.identifiers.slice(0, index), ...changed, ...input.identifiers.slice(index + 1)] });
    };
    return { key, label, spec, value: shown, quiet: shown === "", save: saved, ...more };
  };

  // Naming an organization ends positions elsewhere, so several at once are not for editing here; and
  // core knows no leaving without a new place, so what is known cannot be emptied.
  const work = (): Cell[] => {
    if (now.length > 1) return [];
    if (position === undefined) return [field("organization", null)];
    const { organization, organization_id, title } = position;
    const link = <Link to="/organizations/$id" params={{ id: organization_id }}>{organization}</Link>;
    return [
      field("organization", organization, { link, spec: { ...personFields.organization, required: true } }),
      field("title", title, { quiet: true, spec: { ...personFields.title, required: title !== null } }, { ...inputOf(record), organization }),
    ];
  };

  const owned = owner(person.id, t("table:field.owner"), record.owner_set === true ? (record.owner?.id ?? "") : "");
  return [
    field("name", person.name, { quiet: true }),
    field("kind", person.kind, { quiet: true, words: Object.fromEntries(kinds.map((kind) => [kind, t(`common:kind.${kind}`)])) }),
    field("grade", person.grade, { quiet: true, words: meanings }),
    ...identifiers.map((known, index) => identifier(known.id, known.kind, known.shown, index, { aside: <Reach identifier={known} />, struck: known.blocked })),
    ...reached.filter((kind) => identifiers.every((known) => known.kind !== kind)).map((kind) => identifier(kind, kind, "", identifiers.length)),
    ...work(),
    field("city", person.city),
    field("birthday_md", person.birthday_md ?? null),
    field("source", record.source),
    { ...owned, rest: record.owner && record.owner_set !== true ? t("record:details.ownerByDeal", { name: record.owner.name }) : undefined },
    field("note", person.note),
  ];
}
