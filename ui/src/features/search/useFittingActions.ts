// The actions that what is typed fits: their words, their pinyin and initials (core's reading), and their
// English words in whatever language the window speaks.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Action } from "../../shared/keys/actions";
import { useActionLabel } from "../../shared/ui/ActionButton";
import { searchQueries } from "./queries";

type Ranges = readonly (readonly [number, number])[];

export function useFittingActions(actions: readonly Action[], wanted: string) {
  const label = useActionLabel();
  const { i18n } = useTranslation();
  const english = useActionLabel((name) => {
    const [file = "", key = ""] = name.split(":");
    const words: unknown = i18n.getResource("en", file, key);
    return typeof words === "string" ? words : "";
  });
  const labels = actions.map(({ id, said }) => said ?? label(id));
  const { data } = useQuery({ ...searchQueries.among(wanted, labels), enabled: wanted !== "", placeholderData: keepPreviousData });
  const ranges = (action: Action): Ranges => (wanted === "" ? [] : written(action.said ?? label(action.id), wanted) ?? data?.[actions.indexOf(action)] ?? []);
  const fits = (action: Action) => wanted === "" || ranges(action).length > 0 || english(action.id).toLowerCase().includes(wanted.toLowerCase());
  return { actions: actions.filter(fits), ranges };
}

function written(text: string, query: string): Ranges | null {
  const at = text.toLowerCase().indexOf(query.toLowerCase());
  if (at < 0) return null;
  const start = Array.from(text.slice(0, at)).length;
  return [[start, start + Array.from(query).length]];
}
