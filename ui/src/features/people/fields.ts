// The fields of the form for a new person; forgetting one does not compile.
import type { IdentifierInput, PersonInput } from "../../ipc/bindings.gen";

export const personForm = { name: "", organization: "", title: "", phone: "", email: "" };
export type PersonForm = typeof personForm;

const filled = (value: string): string | null => (value.trim() === "" ? null : value.trim());

/** What the form says, as core takes it. */
export function toInput({ name, organization, title, phone, email }: PersonForm): PersonInput {
  const identifiers: IdentifierInput[] = [];
  if (filled(phone) !== null) identifiers.push({ kind: "phone", value: phone.trim() });
  if (filled(email) !== null) identifiers.push({ kind: "email", value: email.trim() });
  return {
    id: null, name: name.trim(), kind: "lead", grade: null, city: null, note: null, source: null,
    organization: filled(organization), title: filled(title), identifiers,
  };
}
