// The three tables of the fake: their rows, and what filters and sorts answer with.
import type { DealRow, OrganizationRow, PeopleRow } from "../bindings.gen";
import { cast, firms, givens, stages, surnames, words } from "./cast";
import { makeEdits, makeList } from "./lists";
import { DAY, day, failure, NOW, type World } from "./world";

export function makeTables({ say, empty, owners, deal, step, open }: World, english: () => boolean) {
  const edits = makeEdits();
  const peopleRows = (): PeopleRow[] => {
    const known = cast.map((one): PeopleRow => {
      const task = open().find(({ person }) => person === one.id);
      return {
        id: one.id, name: say(one.name), organization: say(one.organization), title: say(one.title), grade: one.grade, stage: say(one.stage), touch_count: one.touches,
        last_touch_at: one.touches === 0 ? null : NOW - 7 * DAY, next: task === undefined ? null : step(task), phone_tail: one.phone.slice(-4),
        kind: "customer", city: say(words.city), source: say(words.source), owner: owners()[0] ?? null, owner_set: false, tags: [say(words.price)],
      };
    });
    const crowd = Array.from({ length: 400 }, (_, index): PeopleRow => {
      const family = surnames[index % surnames.length] ?? failure();
      const given = givens[(index * 7) % givens.length] ?? failure();
      return {
        id: `x${index}`, name: english() ? `${family.en} ${given.en}` : family.zh + given.zh, organization: say(firms[index % firms.length] ?? failure()), title: null,
        grade: (["A", "B", "B", "C", null] as const)[index % 5] ?? null, stage: say(stages[(index * 5) % stages.length] ?? failure()), touch_count: (index * 3) % 15,
        last_touch_at: index % 9 === 0 ? null : NOW - (8 + (index % 60)) * DAY,
        next: index % 3 === 0 ? null : { id: `fx${index}`, title: say(words.callBack), due_on: day((index % 9) - 2), due_at: null, channel: "call", days_late: Math.max(0, 2 - (index % 9)) },
        phone_tail: String(1000 + ((index * 7919) % 9000)),
        kind: (["lead", "customer", "user"] as const)[index % 3] ?? "lead", city: say(words.city), source: say(words.source), owner: owners()[index % 4] ?? null, owner_set: index % 5 === 0,
        tags: index % 4 === 0 ? [say(words.price)] : [],
      };
    });
    return empty ? [] : edits.lay("people", [...known, ...crowd]);
  };
  const organizationRows = (): OrganizationRow[] =>
    empty
      ? []
      : edits.lay("organizations", [...new Map(cast.map((one) => [one.organization.en, one])).values()].map((one) => one.organization).concat(firms).map((firm, index) => ({
          id: `o${index}`, name: say(firm), industry: say(words.industry), region: say(words.region), people: 1 + (index % 4), deals_open: index % 3, last_touch_at: NOW - (3 + index * 2) * DAY,
          grade: (["A", "B", null] as const)[index % 3] ?? null, employees: 40 * (index + 1), touch_count: index * 2, owner: owners()[index % 3] ?? null, owner_set: index % 2 === 0, next: null, tags: [],
        })));
  const dealRows = (): DealRow[] =>
    empty ? [] : edits.lay("deals", cast.map((one): DealRow => {
      const task = open().find(({ person }) => person === one.id);
      return { ...deal(one), product: null, last_touch_at: one.touches === 0 ? null : NOW - 7 * DAY, next: task === undefined ? null : step(task), tags: [] };
    }));
  const lists = {
    people: makeList(peopleRows, {
      grade: ({ grade }) => grade, kind: ({ kind }) => kind, tag: ({ tags }) => tags, source: ({ source }) => source, city: ({ city }) => city, owner: ({ owner }) => owner?.id ?? null,
      last_touch_at: ({ last_touch_at }) => (last_touch_at === null ? "none" : "late"), next: ({ next }) => (next === null ? "none" : next.days_late > 0 ? "late" : "planned"),
    }, { touch_count: ({ touch_count }) => touch_count, last_touch_at: ({ last_touch_at }) => last_touch_at, grade: ({ grade }) => grade }, ({ name, organization: firm }) => `${name} ${firm ?? ""}`),
    organizations: makeList(organizationRows, {
      grade: ({ grade }) => grade, industry: ({ industry }) => industry, region: ({ region }) => region, tag: ({ tags }) => tags, owner: ({ owner }) => owner?.id ?? null,
    }, { grade: ({ grade }) => grade, employees: ({ employees }) => employees, last_touch_at: ({ last_touch_at }) => last_touch_at }, ({ name }) => name),
    deals: makeList(dealRows, {
      stage: ({ stage_id }) => stage_id, owner: ({ holder }) => holder?.id ?? null, product: ({ product }) => product, tag: ({ tags }) => tags,
      next: ({ next }) => (next === null ? "none" : next.days_late > 0 ? "late" : "planned"),
    }, { amount: ({ amount }) => amount?.minor ?? null, stage_at: ({ days_in_stage }) => (days_in_stage === null ? null : -days_in_stage) }, ({ name, organization: firm }) => `${name} ${firm ?? ""}`),
  };
  return { edits, lists, peopleRows, organizationRows, dealRows };
}
