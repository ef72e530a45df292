// Finds one person: by name, pinyin, initials or last digits; or names a new one.
import { Loader, TextInput, UnstyledButton } from "@mantine/core";
import { IconSearch, IconUser, IconUserPlus } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePersonName } from "../format/personName";
import { isComposing } from "../keys/composition";
import { lookup } from "../lookup/queries";
import css from "./PersonPicker.module.css";

type Props = {
  onPick: (person: { id: string; name: string }) => void;
  onNew: (name: string) => void;
  onLeave?: () => void;
  autoFocus?: boolean;
  inputRef?: React.Ref<HTMLInputElement>;
  id: string;
};

export function PersonPicker({ onPick, onNew, onLeave, autoFocus = false, inputRef, id }: Props) {
  const { t } = useTranslation();
  const called = usePersonName();
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const wanted = query.trim();
  const { data, isFetching } = useQuery({ ...lookup(wanted), placeholderData: keepPreviousData });
  const people = wanted === "" ? [] : (data ?? []).filter(({ kind }) => kind === "person");
  const count = people.length + (wanted === "" ? 0 : 1);

  const choose = (index: number) => {
    const hit = people[index];
    if (hit) onPick({ id: hit.id, name: hit.name });
    else if (wanted !== "" && !isFetching) onNew(wanted);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    const handled = { ArrowDown: () => setAt(Math.min(count - 1, at + 1)), ArrowUp: () => setAt(Math.max(0, at - 1)), Enter: () => choose(at), Escape: () => onLeave?.() }[event.key];
    if (handled === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    handled();
  };

  return (
    <div>
      <TextInput
        ref={inputRef}
        autoFocus={autoFocus}
        data-autofocus={autoFocus || undefined}
        data-testid="person-picker"
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        placeholder={t("person.find")}
        aria-label={t("person.find")}
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={isFetching ? <Loader size={14} /> : null}
        role="combobox"
        aria-expanded={count > 0}
        aria-controls={`${id}-hits`}
        aria-activedescendant={count > 0 ? `${id}-${at}` : undefined}
      />
      <div role="listbox" id={`${id}-hits`} aria-label={t("person.found")} className={css.hits} data-empty={count === 0 || undefined}>
        {people.map((hit, index) => (
          <UnstyledButton key={hit.id} id={`${id}-${index}`} role="option" aria-selected={index === at} tabIndex={-1} className={css.hit} onClick={() => choose(index)} data-testid="person-hit">
            <IconUser size={16} aria-hidden />
            <span>{called(hit.name)}</span>
            <span className={css.about}>{[hit.about, hit.detail].filter(Boolean).join(" · ")}</span>
          </UnstyledButton>
        ))}
        {wanted === "" ? null : (
          <UnstyledButton id={`${id}-${people.length}`} role="option" aria-selected={at === people.length} tabIndex={-1} className={css.hit} onClick={() => onNew(wanted)} data-testid="person-new">
            <IconUserPlus size={16} aria-hidden />
            <span>{t("person.new", { name: wanted })}</span>
          </UnstyledButton>
        )}
      </div>
    </div>
  );
}
