// Fields of the team's own and kept views, in the fake.
import type { FieldChoice, FieldInput, FieldKind, FieldView, ListKind, ViewLine } from "../bindings.gen";
import type { Commands } from "../transport";

type Committing = (nouns: string[], label: string) => { action: string };
type Answers = Pick<Commands, "fieldsList" | "fieldsUses" | "fieldsSave" | "fieldsOrder" | "fieldsRetire" | "fieldsOpenLink" | "viewsList" | "viewsSave" | "viewsDelete" | "viewsOrder">;

export function fakeFields(say: (word: { zh: string; en: string }) => string, commit: Committing): Answers {
  const choices = (names: readonly { zh: string; en: string }[]): FieldChoice[] => names.map((name, index) => ({ id: `c${index}`, name: say(name), away: false }));
  const field = (id: string, noun: ListKind, name: string, kind: FieldKind, of: FieldChoice[] = []): FieldView => ({ id, noun, name, kind, choices: of, retired: false });
  let fields: FieldView[] = [
    field("cf1", "people", say({ zh: "客户分层", en: "Tier" }), "choice", choices([{ zh: "战略", en: "Strategic" }, { zh: "重点", en: "Key" }, { zh: "一般", en: "Plain" }])),
    field("cf2", "people", say({ zh: "签约日", en: "Signed on" }), "date"),
  ];
  let views: (ViewLine & { list: ListKind })[] = [];
  // Beyond the ids of the fields above.
  let serial = fields.length;
  const made = (prefix: string) => {
    serial += 1;
    return `${prefix}${serial}`;
  };
  const laid = ({ choices: wanted }: FieldInput): FieldChoice[] => wanted.map(({ id, name }) => ({ id: id ?? made("ch"), name, away: false }));
  const inOrder = <T extends { id: string }>(all: readonly T[], ids: readonly string[]): T[] => [...ids.flatMap((id) => all.find((one) => one.id === id) ?? []), ...all.filter(({ id }) => !ids.includes(id))];
  return {
    fieldsList: async (noun) => fields.filter((one) => one.noun === noun),
    fieldsUses: async () => fields.map(({ id }, index) => ({ id, count: 12 - index })),
    fieldsSave: async (input) => {
      const id = input.id ?? made("cf");
      const next = { id, noun: input.noun, name: input.name, kind: input.kind, choices: laid(input), retired: false };
      fields = input.id === null ? [...fields, next] : fields.map((one) => (one.id === id ? next : one));
      return { id, action: commit(["fields"], "field_saved").action };
    },
    fieldsOrder: async (ids) => {
      fields = inOrder(fields, ids);
      return commit(["fields"], "fields_ordered");
    },
    fieldsRetire: async (id, away) => {
      fields = fields.map((one) => (one.id === id ? { ...one, retired: away } : one));
      return commit(["fields"], "field_retired");
    },
    fieldsOpenLink: async () => null,
    viewsList: async (list) => views.filter((one) => one.list === list).sort((a, b) => Number(b.pinned) - Number(a.pinned)),
    viewsSave: async ({ id: known, list, name, state, shared, pinned }) => {
      const id = known ?? made("v");
      const next = { id, list, name, state: { query: null, sort: null, desc: false, filters: [], columns: [], widths: {}, ...state }, shared, pinned };
      views = known === null ? [...views, next] : views.map((one) => (one.id === id ? next : one));
      return { id, action: commit(["views"], "view_saved").action };
    },
    viewsDelete: async (id) => {
      views = views.filter((one) => one.id !== id);
      return commit(["views"], "view_deleted");
    },
    viewsOrder: async (ids) => {
      views = inOrder(views, ids);
      return commit(["views"], "views_ordered");
    },
  };
}
