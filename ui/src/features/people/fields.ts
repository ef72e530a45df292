// The fields of a person: what kind of control each is. The form for a new person and the record's
// details take theirs from here. A field that core learns does not compile until it stands here.
import type { Grade, IdentifierInput, IdentifierKind, PersonInput, PersonKind, PersonRecord, Signature } from "../../ipc/bindings.gen";
import { choice, type FieldSpec, filled, given, group, lines, suggest, text, type TypedSpec } from "../../shared/fields/specs";
import { useFirmNames } from "../../shared/lookup/queries";
import { useSources } from "./queries";

export const kinds = ["lead", "customer", "user", "candidate", "partner", "other"] as const satisfies readonly PersonKind[];
export const grades = ["A", "B", "C", "D"] as const satisfies readonly Grade[];

export const personFields = {
  id: given(),
  name: text({ required: true }),
  kind: choice(kinds, { required: true }),
  grade: choice(grades),
  city: text(),
  note: lines(),
  source: suggest(useSources),
  birthday_md: text(),
  organization: suggest(useFirmNames),
  title: text(),
  identifiers: group<IdentifierKind>({ phone: text({ check: "phone" }), wechat: text(), email: text({ check: "email" }), wecom: text(), external: text() }),
} satisfies Record<keyof PersonInput, FieldSpec>;

/** The fields that are one text each. */
export type PersonField = Exclude<keyof PersonInput, "id" | "identifiers">;

const blank: PersonInput = { id: null, name: "", kind: "lead", grade: null, city: null, note: null, source: null, organization: null, title: null, identifiers: [] };

/** The record as core takes it back. Without an organization core leaves the positions as they are. */
export function inputOf({ person, source, identifiers }: PersonRecord): PersonInput {
  return { ...person, source, organization: null, title: null, identifiers: identifiers.map(({ kind, value }) => ({ kind, value })) };
}

export function withField(input: PersonInput, field: PersonField, typed: string): PersonInput {
  const value = filled(typed);
  if (field === "name") return { ...input, name: typed.trim() };
  if (field === "kind") return { ...input, kind: kinds.find((kind) => kind === value) ?? input.kind };
  if (field === "grade") return { ...input, grade: grades.find((grade) => grade === value) ?? null };
  return { ...input, [field]: value };
}

/** What the form for a new person asks; the rest is written on the record. */
export const personForm = { name: "", organization: "", title: "", phone: "", email: "", wechat: "", city: "", note: "" };
export type PersonForm = typeof personForm;

const { phone, email, wechat } = personFields.identifiers.kinds;
export const formFields: Record<keyof PersonForm, TypedSpec> = {
  name: personFields.name, organization: personFields.organization, title: personFields.title, phone, email, wechat, city: personFields.city, note: personFields.note,
};

/** The numbers and addresses of the form; one field may hold several. */
export function identifiersOf(form: PersonForm): IdentifierInput[] {
  return (["phone", "email", "wechat"] as const).flatMap((kind) =>
    form[kind].split(/[,，、;；\n]/).map((value) => value.trim()).filter((value) => value !== "").map((value) => ({ kind, value })),
  );
}

/** What a pasted block fills; several numbers stand side by side. */
export function formOf({ name, organization, title, phones, emails, wechat: id, city, address }: Signature): PersonForm {
  return {
    name: name ?? "", organization: organization ?? "", title: title ?? "", phone: phones.join(", "), email: emails.join(", "), wechat: id ?? "", city: city ?? "", note: address ?? "",
  };
}

export function newPerson(form: PersonForm): PersonInput {
  return {
    ...blank, name: form.name.trim(), organization: filled(form.organization), title: filled(form.title), city: filled(form.city), note: filled(form.note), identifiers: identifiersOf(form),
  };
}
