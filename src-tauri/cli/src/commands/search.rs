//! `touchline search`: words in everything, each kind under its title.

use touchline_core::kernel::Db;
use touchline_core::search::{self, FoundHit};

use crate::failure::Result;
use crate::list::Show;
use crate::output::{Answer, clean};
use crate::words::{Words, params};

pub fn run(db: &Db, words: &Words, query: &str, kind: Option<&str>, limit: u32) -> Result<Answer> {
    // No window may be open that does it.
    db.index_all()?;
    let kind = kind.map(str::parse).transpose()?;
    let (found, zone) = db.read(|read| Ok((search::find(read, query, kind, limit)?, read.zone)))?;
    let show = Show { words, zone };
    let mut text = String::new();
    for group in &found.groups {
        let title = words.say(&format!("search.group.{}", group.kind));
        let more = if group.more { "+" } else { "" };
        text.push_str(&format!("{title} ({}{more})\n", group.total));
        for hit in &group.hits {
            text.push_str(&format!("  {}\n", clean(&line(&show, hit))));
        }
    }
    if found.groups.is_empty() {
        let query = params([("query", query.to_owned())]);
        text = clean(&words.fill("search.none", &query));
    }
    Answer::new(&found, text)
}

/// When, over what, who, and the words with what was found between brackets.
fn line(show: &Show<'_>, hit: &FoundHit) -> String {
    let mut parts: Vec<String> = Vec::new();
    if let Some(at) = hit.at {
        let moment = show.moment(at);
        let length = if hit.day_only { 10 } else { moment.len() };
        parts.push(moment[..length].to_owned());
    }
    if let Some(channel) = hit.channel {
        parts.push(show.words.say(&format!("common.channel.{channel}")));
    }
    let name = hit.name.as_ref();
    parts.extend(name.map(|name| marked(name, &hit.matched)));
    parts.extend([&hit.about, &hit.detail].into_iter().flatten().cloned());
    let snippet = hit.snippet.as_ref();
    parts.extend(snippet.map(|snippet| marked(&snippet.text, &snippet.matched)));
    parts.join(" · ")
}

fn marked(text: &str, ranges: &[(u32, u32)]) -> String {
    let mut out = String::new();
    for (at, c) in text.chars().enumerate() {
        let at = at as u32;
        if ranges.iter().any(|(from, _)| *from == at) {
            out.push('[');
        }
        out.push(c);
        if ranges.iter().any(|(_, to)| *to == at + 1) {
            out.push(']');
        }
    }
    out
}
