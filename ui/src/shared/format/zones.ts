// Time zones as people name them: "中国标准时间 · GMT+8 · Asia/Shanghai".

function named(lang: string, zone: string, now: number, timeZoneName: "longGeneric" | "shortOffset"): string {
  const parts = new Intl.DateTimeFormat(lang, { timeZone: zone, timeZoneName }).formatToParts(now);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
}

/** A zone the engine does not know keeps its bare name. */
export function zoneLabel(lang: string, zone: string, now: number): string {
  try {
    return [named(lang, zone, now, "longGeneric"), named("en", zone, now, "shortOffset"), zone].join(" · ");
  } catch {
    return zone;
  }
}
