//! People as vCard 4.0 (RFC 6350): names, numbers, addresses, firm, title, birthday, note, and the team's own
//! fields in a property of ours that an import reads again. A line is folded at 75 bytes, never within a
//! character.

use super::fields::people;
use super::own;
use crate::exchange::OWN_IN_CARD;
use crate::fields::{self, FieldKind};
use crate::kernel::settings::Lang;
use crate::kernel::text;
use crate::kernel::{Id, Read, Result};
use crate::lists::ListKind;

/// Bytes of one line.
const LINE: usize = 75;

/// Cards of these people in this order.
pub fn cards(read: &Read<'_>, ids: &[Id], lang: Lang) -> Result<String> {
    let mut out = String::new();
    let fields = fields::offered(read, ListKind::People)?;
    for person in people(read, ids)? {
        let value = |key: &str| person.text(key).map(escaped);
        let name = person.text("name").unwrap_or_default();
        let mut line = |text: String| fold(&text, &mut out);
        line("BEGIN:VCARD".to_owned());
        line("VERSION:4.0".to_owned());
        line(format!("UID:urn:uuid:{}", person.id));
        line(format!("FN:{}", escaped(name)));
        line(format!("N:{}", parts(name)));
        for (kind, known) in &person.ways {
            match kind.as_str() {
                "phone" => line(format!("TEL;VALUE=uri:tel:{}", known.replace(' ', "-"))),
                "email" => line(format!("EMAIL:{}", escaped(known))),
                "wechat" => line(format!("IMPP:weixin:{}", escaped(known))),
                _ => {}
            }
        }
        for (key, property) in [
            ("organization", "ORG"),
            ("title", "TITLE"),
            ("note", "NOTE"),
        ] {
            if let Some(text) = value(key) {
                line(format!("{property}:{text}"));
            }
        }
        if let Some(day) = person.text("birthday") {
            line(format!("BDAY:--{}", day.replace('-', "")));
        }
        if let Some(city) = value("city") {
            line(format!("ADR:;;;{city};;;"));
        }
        if let Some(tags) = person.text("tags") {
            let tags: Vec<String> = tags.split(", ").map(escaped).collect();
            line(format!("CATEGORIES:{}", tags.join(",")));
        }
        for field in &fields {
            let Some(held) = person.own.get(&field.id.to_string()) else {
                continue;
            };
            // By its name an import would take it for a column of ours.
            if own::head(ListKind::People, field) != field.name {
                continue;
            }
            let said = escaped(&own::said(field, held, lang));
            // A parameter has no way to say a quotation mark.
            let label = field.name.replace('"', "'");
            line(format!("{OWN_IN_CARD};LABEL=\"{label}\":{said}"));
            if field.kind == FieldKind::Link {
                line(format!("URL:{held}"));
            }
        }
        line("END:VCARD".to_owned());
    }
    Ok(out)
}

/// Family name and given name; a Chinese name's first character is the family's.
fn parts(name: &str) -> String {
    let chinese = name.chars().next().is_some_and(text::is_han) && !name.contains(' ');
    let (family, given) = if chinese {
        let first = name.char_indices().nth(1).map_or(name.len(), |(at, _)| at);
        name.split_at(first)
    } else {
        name.rsplit_once(' ')
            .map_or((name, ""), |(given, family)| (family, given))
    };
    format!("{};{};;;", escaped(family), escaped(given))
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ',' | ';' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => {}
            c => out.push(c),
        }
    }
    out
}

fn fold(line: &str, out: &mut String) {
    let mut width = 0;
    for c in line.chars() {
        if width + c.len_utf8() > LINE {
            out.push_str("\r\n ");
            width = 1;
        }
        out.push(c);
        width += c.len_utf8();
    }
    out.push_str("\r\n");
}
