// The time zone, found by typing: what people call it, its IANA name or its offset.
import { Select } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { zoneLabel } from "../../shared/format/zones";

type Props = { label: string; hideLabel?: boolean; value: string; zones: readonly string[]; now: number; onChange: (zone: string) => void };

const SHOWN = 60;

export function ZoneSelect({ label, hideLabel = false, value, zones, now, onChange }: Props) {
  const { t, i18n } = useTranslation("settings");
  // Naming six hundred zones takes a moment: nobody waits for it before they look for one.
  const [looking, setLooking] = useState(false);
  const data = useMemo(
    () => (looking ? [...new Set([value, ...zones])] : [value]).map((zone) => ({ value: zone, label: zoneLabel(i18n.language, zone, now) })),
    [looking, zones, value, i18n.language, now],
  );
  return (
    <Select
      {...(hideLabel ? { "aria-label": label } : { label })}
      searchable
      allowDeselect={false}
      limit={SHOWN}
      nothingFoundMessage={t("zone.none")}
      data={data}
      value={value}
      onFocus={() => setLooking(true)}
      onChange={(zone) => zone !== null && onChange(zone)}
      data-testid="zone"
    />
  );
}
