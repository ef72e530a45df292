// English types the keys. A new namespace is one line here and one file per language.
import "i18next";
import type actions from "./en/actions.json";
import type app from "./en/app.json";
import type bin from "./en/bin.json";
import type cash from "./en/cash.json";
import type common from "./en/common.json";
import type custom from "./en/custom.json";
import type errors from "./en/errors.json";
import type duplicates from "./en/duplicates.json";
import type holding from "./en/holding.json";
import type exchange from "./en/exchange.json";
import type fields from "./en/fields.json";
import type funnel from "./en/funnel.json";
import type history from "./en/history.json";
import type guides from "./en/guides.json";
import type interviews from "./en/interviews.json";
import type journeys from "./en/journeys.json";
import type organizations from "./en/organizations.json";
import type people from "./en/people.json";
import type pipeline from "./en/pipeline.json";
import type quicklog from "./en/quicklog.json";
import type record from "./en/record.json";
import type settings from "./en/settings.json";
import type erasure from "./en/erasure.json";
import type reminders from "./en/reminders.json";
import type scoring from "./en/scoring.json";
import type search from "./en/search.json";
import type table from "./en/table.json";
import type views from "./en/views.json";
import type today from "./en/today.json";
import type week from "./en/week.json";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: {
      actions: typeof actions;
      app: typeof app;
      bin: typeof bin;
      cash: typeof cash;
      common: typeof common;
      custom: typeof custom;
      errors: typeof errors;
      duplicates: typeof duplicates;
      holding: typeof holding;
      exchange: typeof exchange;
      fields: typeof fields;
      funnel: typeof funnel;
      history: typeof history;
      guides: typeof guides;
      interviews: typeof interviews;
      journeys: typeof journeys;
      organizations: typeof organizations;
      people: typeof people;
      pipeline: typeof pipeline;
      quicklog: typeof quicklog;
      record: typeof record;
      erasure: typeof erasure;
      reminders: typeof reminders;
      scoring: typeof scoring;
      search: typeof search;
      settings: typeof settings;
      table: typeof table;
      today: typeof today;
      views: typeof views;
      week: typeof week;
    };
  }
}
