//! A pasted vCard, versions 2.1 to 4.0: the few properties a contact block has. Files of them come in
//! through the exchange noun.

use super::{Signature, add, set};
use crate::kernel::content_lines::{self, Property};
use crate::kernel::text::full_name;

/// Reads the first card of a text.
pub fn read(text: &str) -> Signature {
    let mut card = Signature::default();
    let inside = content_lines::read(text).take_while(|line| line.name != "END");
    for line in inside {
        take(&mut card, &line);
    }
    card.phones
        .retain(|phone| phone.chars().any(|c| c.is_ascii_digit()));
    card.emails.retain(|email| email.contains('@'));
    card
}

fn take(card: &mut Signature, line: &Property) {
    let text = || line.text().replace('\n', " ");
    match line.name.as_str() {
        "FN" => set(&mut card.name, &text()),
        "N" if card.name.is_none() => {
            let parts = line.parts(';');
            let part = |at: usize| parts.get(at).map_or("", String::as_str);
            set(&mut card.name, &full_name(part(0), part(1), part(2)));
        }
        "TITLE" | "ROLE" => set(&mut card.title, &text()),
        "ORG" => {
            let fields = line.parts(';');
            let first = fields.iter().find(|field| !field.is_empty());
            set(&mut card.organization, first.map_or("", String::as_str));
        }
        "TEL" => add(
            &mut card.phones,
            vec![text().trim_start_matches("tel:").to_owned()],
        ),
        "EMAIL" => add(
            &mut card.emails,
            vec![text().trim_start_matches("mailto:").to_lowercase()],
        ),
        "X-WECHAT" | "X-WEIXIN" => set(&mut card.wechat, &text()),
        "ADR" => {
            // post box; extended; street; city; region; code; country
            let parts = line.parts(';');
            let city = parts.get(3).map_or("", String::as_str);
            set(&mut card.city, city.trim_end_matches('市'));
            let filled: Vec<&str> = parts
                .iter()
                .map(String::as_str)
                .filter(|part| !part.is_empty())
                .collect();
            set(&mut card.address, &filled.join(" "));
        }
        _ => {}
    }
}
