import { describe, expect, it } from "vitest";
import { addDays, dayIn, daysBetween, instantIn, longDay, nextMonday, readDay, shortDay, timeIn, weekdayIndex } from "./dates";
import { initials, money, spoken } from "./numbers";

describe("dates", () => {
  it("are read in the spellings people type, and back as they are shown", () => {
    for (const typed of ["2027-05-19", "2027/5/19", "2027年5月19日", "19 May 2027"]) expect(readDay(typed, "2026-11-19")).toBe("2027-05-19");
    for (const typed of ["5月9日", "5-9", "05/09", "9 may", shortDay("zh-Hans", "2026-05-09", 2026), shortDay("en", "2026-05-09", 2026)]) expect(readDay(typed, "2026-11-19")).toBe("2026-05-09");
    for (const typed of ["", "周三", "2026-13-01", "2月30日", "31 Foo"]) expect(readDay(typed, "2026-11-19")).toBeNull();
  });

  it("are written as people write them", () => {
    expect(longDay("zh-Hans", "2026-11-19", 2026)).toBe("11月19日 周四");
    expect(longDay("zh-Hant", "2026-11-19", 2026)).toBe("11月19日 週四");
    expect(longDay("en", "2026-11-19", 2026)).toBe("Thu 19 Nov");
    expect(shortDay("zh-Hans", "2025-02-01", 2026)).toBe("2025年2月1日");
    expect(shortDay("en", "2025-09-01", 2026)).toBe("1 Sep 2025");
  });

  it("belong to the workspace's zone", () => {
    const late = Date.parse("2026-11-19T16:30:00Z");
    expect(dayIn("Asia/Shanghai", late)).toBe("2026-11-20");
    expect(dayIn("America/New_York", late)).toBe("2026-11-19");
    expect(timeIn("Asia/Shanghai", late)).toBe("00:30");
    expect(instantIn("Asia/Shanghai", "2026-11-20", "00:30")).toBe(late);
  });

  it("count whole days and start weeks on Monday", () => {
    expect(daysBetween("2026-02-27", "2026-03-01")).toBe(2);
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(weekdayIndex("2026-11-23")).toBe(0);
    expect(nextMonday("2026-11-19")).toBe("2026-11-23");
    expect(nextMonday("2026-11-23")).toBe("2026-11-30");
  });
});

describe("numbers", () => {
  it("show money from minor units, decimals only where there are some", () => {
    expect(money({ minor: 8_600_000, currency: "CNY" })).toBe("¥86,000");
    expect(money({ minor: 8_600_050, currency: "CNY" })).toBe("¥86,000.50");
    expect(money({ minor: 500, currency: "JPY" })).toBe("¥500");
    expect(money({ minor: 123_400, currency: "USD" })).toBe("$1,234");
  });

  it("are spoken when small", () => {
    expect(spoken("zh-Hans", 3)).toBe("三");
    expect(spoken("zh-Hans", 2)).toBe("两");
    expect(spoken("zh-Hans", 12)).toBe("12");
    expect(spoken("en", 3)).toBe("3");
  });

  it("shorten names to initials", () => {
    expect(initials("张立群")).toBe("张");
    expect(initials("Zhang Liqun")).toBe("ZL");
    expect(initials("")).toBe("");
  });
});
