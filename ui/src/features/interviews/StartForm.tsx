// Beginning an interview: with whom, by which guide, in which language, now or typed up later. Opens
// from the record, Today, the quick log and the palette; all of it by keyboard.
import { Button, Modal, Radio, SegmentedControl, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Lang, PersonChoice } from "../../ipc/bindings.gen";
import { languageNames, languages } from "../../shared/format/languages";
import { usePersonName } from "../../shared/format/personName";
import { useFormat, usePlace } from "../../shared/format/useFormat";
import type { InterviewStart } from "../../shared/hooks/overlays";
import { formKeys } from "../../shared/keys/formKeys";
import { guideList } from "../../shared/lookup/queries";
import { DayInput } from "../../shared/ui/DayInput";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { Keys } from "../../shared/ui/Keys";
import { PersonPicker } from "../../shared/ui/PersonPicker";
import { useGuideName } from "../../shared/format/guideName";
import css from "./interviews.module.css";
import { useStart } from "./queries";
import { Unfinished } from "./Unfinished";

type With = { choice: PersonChoice; name: string; isNew: boolean };

function beginning({ person, name }: InterviewStart): With | null {
  if (person !== undefined) return { choice: { existing: person.id }, name: person.name, isNew: false };
  return name === undefined ? null : { choice: { new_name: name }, name, isNew: true };
}

export function StartForm({ start, onClose }: { start: InterviewStart; onClose: () => void }) {
  const { t, i18n } = useTranslation(["interviews", "common"]);
  const f = useFormat();
  const { today } = usePlace();
  const navigate = useNavigate();
  const called = usePersonName();
  const guideName = useGuideName();
  const begin = useStart();
  const guideBox = useRef<HTMLDivElement>(null);
  const { data: guides = [] } = useQuery(guideList());
  const [who, setWho] = useState(() => beginning(start));
  const [chosen, setChosen] = useState<string | null>(null);
  const [lang, setLang] = useState<Lang>(() => languages.find((one) => one === i18n.language) ?? "en");
  const [later, setLater] = useState(false);
  const [day, setDay] = useState(today);
  const [time, setTime] = useState("");
  const [missing, setMissing] = useState(false);

  const usual = guides.find(({ purpose }) => purpose === (start.purpose ?? "care"));
  const guide = chosen ?? usual?.id ?? guides[0]?.id ?? null;
  const badTime = time !== "" && !/^([01]\d|2[0-3]):[0-5]\d$/.test(time);

  const choose = (next: With) => {
    setWho(next);
    setMissing(false);
  };
  // With somebody chosen the keyboard is on the guides: arrows choose, Enter begins. Guides that come
  // late are focused here; those that are there when the window opens carry its mark.
  const ready = who !== null && guide !== null;
  useEffect(() => {
    if (ready) guideBox.current?.querySelector<HTMLInputElement>("input:checked")?.focus();
  }, [ready]);
  const go = () => {
    if (who === null) setMissing(true);
    if (who === null || guide === null || begin.isPending || (later && badTime)) return;
    begin.mutate(
      { person: who.choice, guide, lang, channel: null, held_on: later ? day : null, held_time: later && time !== "" ? time : null, keeps: start.followup ?? null },
      {
        onSuccess: ({ id }) => {
          onClose();
          void navigate({ to: "/interviews/$id", params: { id } });
        },
      },
    );
  };
  return (
    <Modal opened onClose={onClose} title={t("start.title")} size={520} yOffset={80} padding={24} withCloseButton={false}>
      <form
        className={css.form}
        data-testid="interview-start"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
        onKeyDown={formKeys(go)}
      >
        <div>
          <p className={css.label}>{t("start.with")}</p>
          {who === null ? (
            <PersonPicker
              id="interview-who"
              autoFocus
              onPick={({ id, name }) => choose({ choice: { existing: id }, name, isNew: false })}
              onNew={(name) => choose({ choice: { new_name: name }, name, isNew: true })}
              onLeave={onClose}
            />
          ) : (
            <p className={css.chosen} data-testid="interview-with">
              <strong>{who.isNew ? t("start.newCandidate", { name: who.name }) : called(who.name)}</strong>
              <Button variant="subtle" onClick={() => setWho(null)}>{t("start.change")}</Button>
            </p>
          )}
          {missing ? <p className={css.wrong} role="alert">{t("start.missing")}</p> : null}
        </div>
        <Radio.Group ref={guideBox} label={t("start.guide")} value={guide} onChange={setChosen} classNames={{ label: css.label }}>
          <div className={css.guides}>
            {guides.map((one) => (
              <Radio key={one.id} value={one.id} data-autofocus={(ready && one.id === guide) || undefined} label={guideName(one)} data-testid={`interview-guide-${one.builtin ?? "own"}`} />
            ))}
          </div>
        </Radio.Group>
        <div>
          <p className={css.label} id="start-lang">{t("start.lang")}</p>
          <SegmentedControl fullWidth aria-labelledby="start-lang" value={lang} onChange={(value) => setLang(languages.find((one) => one === value) ?? lang)} data={languages.map((one) => ({ value: one, label: languageNames[one] }))} data-testid="interview-start-lang" />
        </div>
        <div>
          <p className={css.label} id="start-when">{t("start.when")}</p>
          <SegmentedControl fullWidth aria-labelledby="start-when" value={later ? "later" : "live"} onChange={(value) => setLater(value === "later")} data={[{ value: "live", label: t("start.live") }, { value: "later", label: t("start.later") }]} data-testid="interview-when" />
        </div>
        {later ? (
          <div className={css.pair}>
            <DayInput label={t("start.day")} maxDate={today} value={day} description={f.inWords(day)} onChange={(value) => value !== null && setDay(value)} />
            <TextInput label={t("start.time")} placeholder="14:00" inputMode="numeric" value={time} error={badTime ? t("start.badTime") : null} onChange={(event) => setTime(event.currentTarget.value)} />
          </div>
        ) : null}
        {begin.error === null ? null : <ErrorNote error={begin.error} />}
        <div className={css.buttons}>
          <Button onClick={onClose}>{t("common:do.cancel")}</Button>
          <Button type="submit" variant="filled" loading={begin.isPending} rightSection={<Keys keys="enter" />} data-testid="interview-go">{t("start.go")}</Button>
        </div>
      </form>
      {who === null || who.isNew ? <Unfinished person={null} onOpen={onClose} /> : null}
    </Modal>
  );
}
