//! Reading what was typed or what a file brings into the one form a kind of field has, and back into
//! words.

use super::types::{Choices, Field, FieldChoice, FieldKind, Held};
use crate::kernel::dates::{self, First};
use crate::kernel::settings::Lang;
use crate::kernel::{Code, Error, Id, Result, numbers, text};

/// Stands between the choices of a row.
const BETWEEN: char = ',';
/// Stand between choices that are typed.
const TYPED_BETWEEN: &[char] = &[',', '，', '、', ';', '；', '|', '\n'];

const YES: &[&str] = &[
    "true", "yes", "y", "1", "on", "x", "✓", "✔", "是", "对", "有", "真",
];
const NO: &[&str] = &["false", "no", "n", "0", "off", "✗", "否", "不", "无", "假"];

/// The value of a field that some text stands for; blank is none.
///
/// Errors: `number_unfit`, `day_unfit`, `link_unfit`, `yes_no_unfit`, `choice_unknown`.
pub fn read(field: &Field, typed: &str) -> Result<Option<Held>> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let unfit = |code| {
        Error::new(code)
            .with("name", &field.name)
            .with("value", typed)
    };
    Ok(Some(match field.kind {
        FieldKind::Text => Held::Text(typed.to_owned()),
        FieldKind::Number => number(typed).ok_or_else(|| unfit(Code::NumberUnfit))?,
        FieldKind::Date => {
            let day = day(typed).ok_or_else(|| unfit(Code::DayUnfit))?;
            Held::Text(day.to_string())
        }
        FieldKind::Link => Held::Text(link(typed).ok_or_else(|| unfit(Code::LinkUnfit))?),
        FieldKind::YesNo => {
            let word = text::fold(typed);
            let is = YES.contains(&word.as_str());
            if !is && !NO.contains(&word.as_str()) {
                return Err(unfit(Code::YesNoUnfit));
            }
            Held::Whole(is.into())
        }
        FieldKind::Choice => {
            let id = choice(&field.choices, typed).ok_or_else(|| unfit(Code::ChoiceUnknown))?;
            Held::Text(id.to_owned())
        }
        FieldKind::Choices => {
            let chosen = split(&field.choices, typed);
            let ids = chosen
                .iter()
                .map(|one| choice(&field.choices, one))
                .collect::<Option<Vec<_>>>()
                .ok_or_else(|| unfit(Code::ChoiceUnknown))?;
            let Some(joined) = joined(&field.choices, &ids) else {
                return Ok(None);
            };
            Held::Text(joined)
        }
    }))
}

/// What a row holds, in words; yes and no in this language.
pub fn words(field: &Field, held: &str, lang: Lang) -> String {
    let name = |id: &str| match field.choices.of(id) {
        Some(choice) => choice.name.clone(),
        None => id.to_owned(),
    };
    match field.kind {
        FieldKind::Choice => name(held),
        FieldKind::Choices => held.split(BETWEEN).map(name).collect::<Vec<_>>().join(", "),
        FieldKind::YesNo => match (lang, held == "1") {
            (Lang::En, true) => "yes",
            (Lang::En, false) => "no",
            (Lang::ZhHans | Lang::ZhHant, true) => "是",
            (Lang::ZhHans | Lang::ZhHant, false) => "否",
        }
        .to_owned(),
        _ => held.to_owned(),
    }
}

/// Ids of the choices that a row of several holds.
pub fn chosen(held: &str) -> impl Iterator<Item = &str> {
    held.split(BETWEEN).filter(|id| !id.is_empty())
}

/// The parts of typed choices; a choice that has a comma in its name is one.
pub(super) fn split<'t>(choices: &Choices, typed: &'t str) -> Vec<&'t str> {
    if choice(choices, typed).is_some() {
        return vec![typed];
    }
    let parts = typed.split(TYPED_BETWEEN).map(str::trim);
    parts.filter(|part| !part.is_empty()).collect()
}

/// The id of the choice with this id or name.
pub(super) fn choice<'c>(choices: &'c Choices, typed: &str) -> Option<&'c str> {
    let wanted = text::fold(typed);
    let named = |choice: &&FieldChoice| text::fold(&choice.name) == wanted;
    choices
        .of(typed)
        .or_else(|| choices.0.iter().find(named))
        .map(|choice| choice.id.as_str())
}

/// Chosen ids in one form: each once, in the order of the ids, so that the order of the choices may
/// change.
fn joined(choices: &Choices, ids: &[&str]) -> Option<String> {
    let mut all: Vec<&str> = ids.to_vec();
    all.sort_unstable();
    all.dedup();
    all.retain(|id| choices.of(id).is_some());
    (!all.is_empty()).then(|| all.join(&BETWEEN.to_string()))
}

/// A new choice of this name. Its id comes from field and name, so that two devices that import the same
/// file make the same one.
pub fn new_choice(field: Id, choices: &Choices, name: &str) -> FieldChoice {
    let folded = text::fold(name);
    let mut again = 0u32;
    loop {
        let id = Id::derived(&[field.bytes(), folded.as_bytes(), &again.to_le_bytes()]).to_string();
        let id = id[..8].to_owned();
        if choices.of(&id).is_none() {
            return FieldChoice {
                id,
                name: name.trim().to_owned(),
                away: false,
            };
        }
        again += 1;
    }
}

/// A number that comes out of the file as it went in; one with more digits than can be kept is none.
fn number(typed: &str) -> Option<Held> {
    let plain = numbers::plain(typed)?;
    let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
    let decimals = decimals.trim_end_matches('0');
    if decimals.is_empty() {
        return whole.parse().ok().map(Held::Whole);
    }
    let digits = whole.trim_start_matches(['-', '0']).len() + decimals.len();
    let number: f64 = format!("{whole}.{decimals}").parse().ok()?;
    (digits <= 15).then_some(Held::Number(number))
}

/// A day; one that can be read two ways is none.
fn day(typed: &str) -> Option<chrono::NaiveDate> {
    let (month_first, day_first) = (
        dates::day(typed, First::Month),
        dates::day(typed, First::Day),
    );
    match (month_first, day_first) {
        (Some(one), Some(other)) => (one == other).then_some(one),
        (one, other) => one.or(other),
    }
}

/// An address that a program may be asked to open: http, https or mailto. Without a scheme it is taken
/// for the one or the other by its look.
pub fn link(typed: &str) -> Option<String> {
    if typed.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return None;
    }
    let lower = typed.to_ascii_lowercase();
    let with = |scheme: &str, rest: &str| format!("{scheme}{rest}");
    for scheme in ["https://", "http://"] {
        if lower.starts_with(scheme) {
            let rest = &typed[scheme.len()..];
            return has_host(rest).then(|| with(scheme, rest));
        }
    }
    if lower.starts_with("mailto:") {
        let rest = &typed["mailto:".len()..];
        return is_mail(rest).then(|| with("mailto:", rest));
    }
    if is_mail(typed) && !typed.contains([':', '/']) {
        return Some(with("mailto:", typed));
    }
    // "javascript:…" and "C:\…" have a scheme, though none of ours; "firma.cn:8080" has a port.
    let host = typed.split(['/', '?', '#']).next().unwrap_or_default();
    let named = match host.split_once(':') {
        Some((name, port)) => {
            name.contains('.') && !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit())
        }
        None => host.contains('.'),
    };
    (named && has_host(typed)).then(|| with("https://", typed))
}

fn has_host(rest: &str) -> bool {
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let fits =
        |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | ':' | '[' | ']' | '@');
    host.chars().any(char::is_alphanumeric) && host.chars().all(fits)
}

fn is_mail(rest: &str) -> bool {
    let address = rest.split('?').next().unwrap_or_default();
    address
        .split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && has_host(host))
}
