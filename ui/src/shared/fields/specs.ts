// What kind of control a field is. A noun lists its fields in features/<noun>/fields.ts; its form and
// its record take their controls from there.

/** What a text must have to be worth keeping. */
export type Check = "phone" | "email";

/** A field that is typed or chosen as one text. */
export type TypedSpec =
  | { control: "text"; required: boolean; check: Check | null }
  | { control: "lines"; required: false }
  /** a calendar day */
  | { control: "day"; required: false }
  | { control: "choice"; required: boolean; options: readonly string[] }
  /** several of them, with commas between */
  | { control: "several"; required: false; options: readonly string[] }
  /** free text with known names offered; `useNames` finds them for what is typed */
  | { control: "suggest"; required: boolean; useNames: (typed: string) => readonly string[] };

export type FieldSpec =
  | TypedSpec
  /** several texts of one kind each, such as a phone number and an address */
  | { control: "group"; kinds: Readonly<Record<string, TypedSpec>> }
  /** given by the app, never typed */
  | { control: "given" };

export const text = ({ required = false, check = null }: { required?: boolean; check?: Check | null } = {}) => ({ control: "text", required, check }) satisfies TypedSpec;
export const lines = () => ({ control: "lines", required: false }) satisfies TypedSpec;
export const day = () => ({ control: "day", required: false }) satisfies TypedSpec;
export const choice = (options: readonly string[], { required = false } = {}) => ({ control: "choice", required, options }) satisfies TypedSpec;
export const several = (options: readonly string[]) => ({ control: "several", required: false, options }) satisfies TypedSpec;
export const suggest = (useNames: (typed: string) => readonly string[]) => ({ control: "suggest", required: false, useNames }) satisfies TypedSpec;
export const group = <Kind extends string>(kinds: Readonly<Record<Kind, TypedSpec>>) => ({ control: "group", kinds }) satisfies FieldSpec;
export const given = () => ({ control: "given" }) satisfies FieldSpec;

const LEAST_DIGITS = 5;

/** What stands in the way of keeping this text; a key of common:field. */
export function problemOf(spec: TypedSpec, typed: string): "missing" | Check | null {
  const value = typed.trim();
  if (value === "") return spec.required ? "missing" : null;
  if (spec.control !== "text") return null;
  if (spec.check === "phone" && value.replaceAll(/\D/g, "").length < LEAST_DIGITS) return "phone";
  if (spec.check === "email" && !/.@./.test(value)) return "email";
  return null;
}

/** Blank is nothing. */
export const filled = (typed: string): string | null => (typed.trim() === "" ? null : typed.trim());
