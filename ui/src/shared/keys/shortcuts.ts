// THE list of shortcuts: what the buttons draw, what the palette lists, what `?` shows. A test keeps
// it free of clashes: two entries may share keys only if their scopes are never on screen together.

/** `everywhere` works inside overlays and text fields too (only with mod); `interview` in the text fields
 *  of a sheet; `global` on every page; `aside` on those one comes to from another and leaves again. */
export type Scope =
  | "everywhere" | "global" | "aside" | "list" | "table" | "today" | "people" | "organizations" | "record" | "journey" | "pipeline" | "pool" | "funnel" | "exchange" | "bin" | "duplicates" | "history" | "settings"
  | "quicklog" | "palette" | "interview" | "guides";

/** Keys: "mod+k", "shift+x", "g t" (one after the other), "?", "space", "enter", "up". `also` are silent twins. */
export type Shortcut = { keys: string; also?: string; scope: Scope; label: string };

export const shortcuts = {
  "search.open": { keys: "mod+k", scope: "everywhere", label: "app:action.search" },
  "quicklog.open": { keys: "mod+l", scope: "everywhere", label: "app:action.quicklog" },
  "interviews.start": { keys: "mod+i", scope: "everywhere", label: "interviews:action.start" },
  "app.undo": { keys: "mod+z", scope: "global", label: "app:action.undo" },
  "app.redo": { keys: "mod+shift+z", also: "mod+y", scope: "global", label: "app:action.redo" },
  "app.shortcuts": { keys: "?", scope: "global", label: "app:action.shortcuts" },
  "go.today": { keys: "g t", scope: "global", label: "app:action.goToday" },
  "go.people": { keys: "g c", scope: "global", label: "app:action.goPeople" },
  "go.organizations": { keys: "g o", scope: "global", label: "app:action.goOrganizations" },
  "go.pipeline": { keys: "g p", scope: "global", label: "app:action.goPipeline" },
  "go.bin": { keys: "g b", scope: "global", label: "app:action.goBin" },
  "go.history": { keys: "g h", scope: "global", label: "app:action.goHistory" },
  "go.import": { keys: "g i", scope: "global", label: "app:action.goImport" },
  "go.duplicates": { keys: "g d", scope: "global", label: "duplicates:action.open" },
  "go.receivables": { keys: "g m", scope: "global", label: "cash:action.go" },
  "go.funnel": { keys: "g f", scope: "global", label: "funnel:action.go" },
  "go.plan": { keys: "g l", scope: "global", label: "funnel:action.plan" },
  "go.stopped": { keys: "g e", scope: "global", label: "funnel:action.stopped" },
  "go.scores": { keys: "g v", scope: "global", label: "scoring:action.go" },
  "go.pool": { keys: "g w", scope: "global", label: "holding:action.go" },
  "go.settings": { keys: "g s", also: "mod+,", scope: "global", label: "app:action.goSettings" },
  "settings.members": { keys: ", m", scope: "global", label: "settings:go.members" },
  "settings.pipelines": { keys: ", p", scope: "global", label: "settings:go.pipelines" },
  "settings.labels": { keys: ", t", scope: "global", label: "settings:go.labels" },
  "settings.fields": { keys: ", f", scope: "global", label: "settings:go.fields" },
  "settings.scoring": { keys: ", s", scope: "global", label: "settings:go.scoring" },
  "settings.guides": { keys: ", g", scope: "global", label: "settings:go.guides" },
  "settings.turnover": { keys: ", r", scope: "global", label: "settings:go.turnover" },
  "settings.look": { keys: ", l", scope: "global", label: "settings:go.look" },
  "settings.workspace": { keys: ", w", scope: "global", label: "settings:go.workspace" },
  "settings.backups": { keys: ", b", scope: "global", label: "settings:go.backups" },
  "settings.about": { keys: ", a", scope: "global", label: "settings:go.about" },
  "go.back": { keys: "escape", scope: "aside", label: "app:action.goBack" },

  "list.next": { keys: "j", also: "down", scope: "list", label: "app:action.next" },
  "list.previous": { keys: "k", also: "up", scope: "list", label: "app:action.previous" },
  "list.first": { keys: "home", also: "mod+home", scope: "list", label: "app:action.first" },
  "list.last": { keys: "end", also: "mod+end", scope: "list", label: "app:action.last" },
  "list.pageDown": { keys: "pagedown", scope: "list", label: "app:action.pageDown" },
  "list.pageUp": { keys: "pageup", scope: "list", label: "app:action.pageUp" },
  "list.open": { keys: "enter", scope: "list", label: "app:action.open" },

  "table.left": { keys: "left", scope: "table", label: "table:action.left" },
  "table.right": { keys: "right", scope: "table", label: "table:action.right" },
  "table.edit": { keys: "e", also: "f2", scope: "table", label: "table:action.edit" },
  "table.sort": { keys: "s", scope: "table", label: "table:action.sort" },
  "table.filter": { keys: "f", scope: "table", label: "table:action.filter" },
  "table.columns": { keys: "c", scope: "table", label: "table:action.columns" },
  "table.export": { keys: "shift+e", scope: "table", label: "table:action.export" },
  "table.choose": { keys: "x", also: "space", scope: "table", label: "table:action.choose" },
  "table.extendDown": { keys: "shift+down", also: "shift+j", scope: "table", label: "table:action.extendDown" },
  "table.extendUp": { keys: "shift+up", also: "shift+k", scope: "table", label: "table:action.extendUp" },
  "table.all": { keys: "mod+a", scope: "table", label: "table:action.all" },
  "table.none": { keys: "escape", scope: "table", label: "table:action.none" },
  "table.wider": { keys: "alt+right", scope: "table", label: "table:action.wider" },
  "table.narrower": { keys: "alt+left", scope: "table", label: "table:action.narrower" },
  "table.columnLeft": { keys: "mod+left", scope: "table", label: "table:action.columnLeft" },
  "table.columnRight": { keys: "mod+right", scope: "table", label: "table:action.columnRight" },
  "table.keepView": { keys: "shift+v", scope: "table", label: "table:action.keepView" },
  "table.updateView": { keys: "shift+u", scope: "table", label: "table:action.updateView" },
  "table.view1": { keys: "1", scope: "table", label: "table:nth.1" },
  "table.view2": { keys: "2", scope: "table", label: "table:nth.2" },
  "table.view3": { keys: "3", scope: "table", label: "table:nth.3" },
  "table.view4": { keys: "4", scope: "table", label: "table:nth.4" },
  "table.view5": { keys: "5", scope: "table", label: "table:nth.5" },
  "table.view6": { keys: "6", scope: "table", label: "table:nth.6" },
  "table.view7": { keys: "7", scope: "table", label: "table:nth.7" },
  "table.view8": { keys: "8", scope: "table", label: "table:nth.8" },
  "table.view9": { keys: "9", scope: "table", label: "table:nth.9" },
  "table.tag": { keys: "t", scope: "table", label: "table:action.tag" },
  "table.untag": { keys: "shift+t", scope: "table", label: "table:action.untag" },
  "table.field": { keys: "u", scope: "table", label: "table:action.field" },
  "table.grade": { keys: "r", scope: "table", label: "table:action.grade" },
  "table.owner": { keys: "o", scope: "table", label: "table:action.owner" },

  "today.log": { keys: "l", scope: "today", label: "today:action.log" },
  "today.interview": { keys: "i", scope: "today", label: "interviews:action.start" },
  "today.missed": { keys: "m", scope: "today", label: "today:action.missed" },
  "today.done": { keys: "space", scope: "today", label: "today:action.done" },
  "today.later": { keys: "s", scope: "today", label: "today:action.later" },
  "today.drop": { keys: "x", scope: "today", label: "today:action.drop" },
  "today.delete": { keys: "shift+x", scope: "today", label: "app:action.delete" },
  "today.copy": { keys: "c", scope: "today", label: "today:action.copy" },
  "today.week": { keys: "w", scope: "today", label: "week:action.toggle" },
  "today.calendar": { keys: "shift+e", scope: "today", label: "today:action.calendar" },
  "app.reminders": { keys: "g r", scope: "global", label: "reminders:action.toggle" },
  "today.qr": { keys: "q", scope: "today", label: "today:action.qr" },

  "people.new": { keys: "n", scope: "people", label: "people:action.new" },
  "people.find": { keys: "/", scope: "people", label: "people:action.find" },
  "organizations.new": { keys: "n", scope: "organizations", label: "organizations:action.new" },
  "organizations.find": { keys: "/", scope: "organizations", label: "organizations:action.find" },

  "pipeline.new": { keys: "n", scope: "pipeline", label: "pipeline:action.new" },
  "pipeline.find": { keys: "/", scope: "pipeline", label: "pipeline:action.find" },
  "pipeline.view": { keys: "v", scope: "pipeline", label: "pipeline:action.view" },
  "pipeline.move": { keys: "m", scope: "pipeline", label: "pipeline:action.move" },
  "funnel.table": { keys: "t", scope: "funnel", label: "funnel:action.table" },
  "pool.claim": { keys: "c", scope: "pool", label: "holding:action.claim" },
  "pool.takeBack": { keys: "u", scope: "pool", label: "holding:action.takeBack" },
  "pool.suggest": { keys: "a", scope: "pool", label: "holding:action.suggest" },
  "exchange.choose": { keys: "o", scope: "exchange", label: "exchange:action.choose" },
  "exchange.columns": { keys: "c", scope: "exchange", label: "exchange:action.columns" },
  "exchange.run": { keys: "mod+enter", scope: "exchange", label: "exchange:action.run" },

  "duplicates.merge": { keys: "m", scope: "duplicates", label: "duplicates:action.merge" },
  "duplicates.distinct": { keys: "x", scope: "duplicates", label: "duplicates:action.distinct" },
  "duplicates.left": { keys: "left", scope: "duplicates", label: "duplicates:action.left" },
  "duplicates.right": { keys: "right", scope: "duplicates", label: "duplicates:action.right" },
  "duplicates.fieldDown": { keys: "shift+down", also: "shift+j", scope: "duplicates", label: "duplicates:action.fieldDown" },
  "duplicates.fieldUp": { keys: "shift+up", also: "shift+k", scope: "duplicates", label: "duplicates:action.fieldUp" },
  "bin.restore": { keys: "r", scope: "bin", label: "bin:action.restore" },
  "bin.mark": { keys: "x", scope: "bin", label: "bin:action.mark" },
  "history.turn": { keys: "u", scope: "history", label: "history:action.turn" },

  "settings.newMember": { keys: "n", scope: "settings", label: "settings:action.newMember" },
  "settings.newPipeline": { keys: "p", scope: "settings", label: "settings:action.newPipeline" },
  "settings.newRule": { keys: "r", scope: "settings", label: "holding:action.newRule" },
  "settings.newLabel": { keys: "t", scope: "settings", label: "settings:action.newLabel" },
  "settings.newField": { keys: "f", scope: "settings", label: "settings:action.newField" },
  "settings.deleteLabel": { keys: "delete", scope: "settings", label: "settings:action.deleteLabel" },
  "settings.backUp": { keys: "b", scope: "settings", label: "settings:action.backUp" },

  "palette.open": { keys: "enter", scope: "palette", label: "search:key.open" },
  "palette.log": { keys: "mod+enter", scope: "palette", label: "search:key.log" },
  "palette.close": { keys: "esc", scope: "palette", label: "search:key.close" },
  "quicklog.save": { keys: "enter", scope: "quicklog", label: "quicklog:key.save" },
  "quicklog.line": { keys: "shift+enter", scope: "quicklog", label: "quicklog:key.line" },
  "quicklog.fix": { keys: "tab", scope: "quicklog", label: "quicklog:key.fix" },
  "quicklog.close": { keys: "esc", scope: "quicklog", label: "quicklog:key.close" },

  "record.log": { keys: "l", scope: "record", label: "app:action.quicklog" },
  "record.interview": { keys: "i", scope: "record", label: "interviews:action.start" },
  "record.next": { keys: "s", scope: "record", label: "app:action.planNext" },
  "record.field": { keys: "f", scope: "record", label: "record:action.field" },
  "record.history": { keys: "h", scope: "record", label: "record:action.history" },
  "record.merge": { keys: "shift+m", scope: "record", label: "duplicates:action.mergeWith" },
  "record.edit": { keys: "e", scope: "record", label: "app:action.edit" },
  "record.deleteLine": { keys: "delete", scope: "record", label: "app:action.deleteLine" },
  "record.erase": { keys: "shift+e", scope: "record", label: "erasure:action.erase" },
  "record.delete": { keys: "shift+x", scope: "record", label: "app:action.delete" },
  "record.score": { keys: "g g", scope: "record", label: "scoring:action.open" },
  "cash.quote": { keys: "q", scope: "record", label: "cash:action.quote" },
  "cash.contract": { keys: "c", scope: "record", label: "cash:action.contract" },
  "cash.plan": { keys: "p", scope: "record", label: "cash:action.plan" },
  "cash.invoice": { keys: "b", scope: "record", label: "cash:action.invoice" },
  "cash.receipt": { keys: "r", scope: "record", label: "cash:action.receipt" },
  "cash.accept": { keys: "y", scope: "record", label: "cash:action.accept" },
  "cash.stay": { keys: "n", scope: "record", label: "cash:action.stay" },
  "holding.extend": { keys: "x", scope: "record", label: "holding:action.extend" },
  "holding.lock": { keys: "shift+l", scope: "record", label: "holding:action.lock" },
  "holding.return": { keys: "shift+r", scope: "record", label: "holding:action.return" },
  "holding.claim": { keys: "a", scope: "record", label: "holding:action.claim" },
  "holding.takeBack": { keys: "u", scope: "record", label: "holding:action.takeBack" },
  "holding.history": { keys: "shift+h", scope: "record", label: "holding:action.history" },
  "journey.table": { keys: "t", scope: "journey", label: "app:action.tableTwin" },

  "guides.new": { keys: "n", scope: "guides", label: "guides:action.new" },
  "guides.edit": { keys: "e", scope: "guides", label: "guides:action.edit" },
  "guides.copy": { keys: "c", scope: "guides", label: "guides:action.copy" },
  "guides.print": { keys: "p", scope: "guides", label: "guides:action.print" },
  "guides.archive": { keys: "x", scope: "guides", label: "guides:action.archive" },
  "guides.save": { keys: "mod+enter", scope: "guides", label: "guides:action.save" },

  "interview.later": { keys: "escape", scope: "interview", label: "interviews:action.later" },
  "interview.finish": { keys: "mod+enter", scope: "interview", label: "interviews:action.finish" },
  "interview.answered": { keys: "alt+1", scope: "interview", label: "interviews:action.answered" },
  "interview.noAnswer": { keys: "alt+2", scope: "interview", label: "interviews:action.noAnswer" },
  "interview.notAsked": { keys: "alt+3", scope: "interview", label: "interviews:action.notAsked" },
  "interview.verbatim": { keys: "alt+4", scope: "interview", label: "interviews:action.verbatim" },
  "interview.ask": { keys: "alt+5", scope: "interview", label: "interviews:action.ask" },
  "interview.next": { keys: "mod+down", scope: "interview", label: "interviews:action.next" },
  "interview.previous": { keys: "mod+up", scope: "interview", label: "interviews:action.previous" },
  "interview.agree": { keys: "alt+y", scope: "interview", label: "interviews:action.agree" },
  "interview.decline": { keys: "alt+n", scope: "interview", label: "interviews:action.decline" },
} as const satisfies Record<string, Shortcut>;

export type ShortcutId = keyof typeof shortcuts;

/** Scopes that can be on screen at the same time as the given one. */
export function meets(scope: Scope): readonly Scope[] {
  const pages: readonly Scope[] = ["today", "people", "organizations", "record", "pipeline", "pool", "funnel", "exchange", "bin", "duplicates", "history", "settings"];
  if (scope === "everywhere") return ["everywhere", "global", "list", "table", "journey", "quicklog", "palette", ...pages];
  if (scope === "aside") return ["everywhere", "global", "aside", "list", "journey", "record", "bin", "duplicates", "history", "settings"];
  if (scope === "quicklog" || scope === "palette") return ["everywhere", scope];
  if (scope === "interview") return ["everywhere", "global", "interview"];
  if (scope === "global") return ["everywhere", "global", "list", "table", "journey", ...pages];
  if (scope === "funnel") return ["everywhere", "global", "list", "pipeline", "funnel"];
  if (scope === "table") return ["everywhere", "global", "list", "table", "people", "organizations", "pipeline"];
  if (scope === "list") return ["everywhere", "global", "list", "journey", ...pages];
  if (scope === "journey") return ["everywhere", "global", "list", "journey", "record"];
  if (scope === "record") return ["everywhere", "global", "list", "journey", "record"];
  return ["everywhere", "global", "list", scope];
}
