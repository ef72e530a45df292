//! Who took part in an event: people by their addresses, else by their names in its title; members by
//! name; and over which channel, by its words. Colleagues are told by the domain they share.

use std::collections::{HashMap, HashSet};

use super::*;
use crate::exchange::contacts::JOINED;

/// Domains that say nothing of a firm.
const PUBLIC: &[&str] = &[
    "gmail.com",
    "googlemail.com",
    "outlook.com",
    "hotmail.com",
    "live.com",
    "yahoo.com",
    "icloud.com",
    "me.com",
    "qq.com",
    "vip.qq.com",
    "foxmail.com",
    "163.com",
    "126.com",
    "yeah.net",
    "sina.com",
    "sina.cn",
    "sohu.com",
    "139.com",
    "189.cn",
    "aliyun.com",
    "gmx.de",
    "gmx.net",
    "web.de",
    "proton.me",
];

/// Places where meetings are held over the net.
const ROOMS: &[&str] = &[
    "meeting.tencent.com",
    "voovmeeting.com",
    "zoom.us",
    "zoom.com.cn",
    "teams.microsoft.com",
    "teams.live.com",
    "meet.google.com",
    "webex.com",
    "vc.feishu.cn",
    "meetings.feishu.cn",
    "larksuite.com",
    "dingtalk.com",
    "gotomeeting.com",
    "meet.jit.si",
    "whereby.com",
    "xylink.com",
];

/// Words of a title, and the channel they tell; looked at in this order.
const WORDS: &[(&[&str], Channel)] = &[
    (&["面试", "interview"], Channel::Interview),
    (
        &[
            "视频",
            "线上",
            "腾讯会议",
            "飞书会议",
            "钉钉会议",
            "video",
            "online meeting",
            "webex",
            "zoom",
        ],
        Channel::Video,
    ),
    (
        &["电话", "通话", "致电", "回访电话", "phone", "call"],
        Channel::Call,
    ),
    (
        &[
            "展会",
            "沙龙",
            "峰会",
            "论坛",
            "研讨会",
            "conference",
            "trade fair",
            "webinar",
            "meetup",
        ],
        Channel::Event,
    ),
    (&["直播", "livestream"], Channel::Live),
];

/// Over what it went. What names neither a call nor a link is a visit: two met.
pub fn channel(line: &Line<'_>) -> Channel {
    let fields =
        ["subject", "location", "link", "said"].map(|field| line.text(field).unwrap_or_default());
    let folded = text::fold(&fields[..2].join(" "));
    let told = WORDS
        .iter()
        .find(|(words, _)| words.iter().any(|word| has_word(&folded, word)));
    let linked = fields[1..].iter().any(|field| {
        let field = field.to_lowercase();
        ROOMS.iter().any(|room| field.contains(room))
    });
    match told {
        Some((_, channel)) => *channel,
        None if linked => Channel::Video,
        None => Channel::Visit,
    }
}

/// Whether a folded text has a word: "call" is none of "recall".
fn has_word(folded: &str, word: &str) -> bool {
    folded.match_indices(word).any(|(at, _)| {
        let before = folded[..at].chars().next_back();
        let after = folded[at + word.len()..].chars().next();
        let joined = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
        !word.is_ascii() || (!joined(before) && !joined(after))
    })
}

/// Somebody from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Guest {
    Known(Id),
    New { name: String, mail: String },
}

/// Who took part in one event.
#[derive(Debug, Default)]
pub struct Met {
    pub guests: Vec<Guest>,
    pub organization: Option<Id>,
    pub member: Option<Id>,
    /// One from outside asked for it.
    pub inbound: bool,
}

impl Met {
    pub fn is_nobody(&self) -> bool {
        self.guests.is_empty() && self.organization.is_none()
    }
}

/// `Anna Miller <anna@nordwind.example>` in its parts.
fn parts(said: &str) -> (Option<&str>, String) {
    let (name, mail) = match said.rsplit_once('<') {
        Some((name, mail)) => (Some(name.trim()), mail.trim_end_matches('>')),
        None => (None, said),
    };
    let mail = text::fold(mail);
    let real = |name: &&str| !name.is_empty() && !name.contains('@');
    (name.filter(real), mail)
}

fn domain(mail: &str) -> Option<&str> {
    let (_, domain) = mail.rsplit_once('@')?;
    (!PUBLIC.contains(&domain)).then_some(domain)
}

/// Our own side of a calendar, and whom names in titles mean.
pub struct Company {
    domains: HashSet<String>,
    /// Addresses of whose calendar it is.
    owners: HashSet<String>,
    /// People by name, and those that the calendar brings; a name that several have means nobody.
    names: HashMap<String, Option<Guest>>,
}

impl Company {
    pub fn of<'a, 't: 'a>(
        lines: impl Iterator<Item = &'a Line<'t>> + Clone,
        state: &State,
        people: &People,
    ) -> Self {
        let mut owners = HashSet::new();
        let mut domains = HashSet::new();
        let mut seen: HashMap<String, usize> = HashMap::new();
        let mut with_guests = 0;
        for line in lines.clone() {
            let owner = line.text("calendar").map(text::fold);
            owners.extend(owner);
            let everybody: HashSet<String> = everybody(line)
                .map(|said| {
                    let (name, mail) = parts(said);
                    if name.is_some_and(|name| state.members.find(name).is_some()) {
                        domains.extend(domain(&mail).map(str::to_owned));
                    }
                    mail
                })
                .collect();
            with_guests += usize::from(everybody.len() > 1);
            if everybody.len() > 1 {
                everybody
                    .into_iter()
                    .for_each(|mail| *seen.entry(mail).or_default() += 1);
            }
        }
        // Who takes part in every meeting of several is whose calendar it is.
        let always = seen
            .into_iter()
            .filter(|(_, times)| with_guests > 2 && *times == with_guests);
        let always: Vec<String> = always.map(|(mail, _)| mail).collect();
        if let [only] = &always[..] {
            owners.insert(only.clone());
        }
        domains.extend(
            owners
                .iter()
                .filter_map(|mail| domain(mail))
                .map(str::to_owned),
        );
        let mut names = HashMap::new();
        for person in people.people.live.values() {
            let one = names
                .entry(text::identity(&person.name))
                .or_insert(Some(Guest::Known(person.id)));
            if *one != Some(Guest::Known(person.id)) {
                *one = None;
            }
        }
        let mut company = Company {
            domains,
            owners,
            names,
        };
        for line in lines {
            for guest in company.met(line, state, people).guests {
                if let Guest::New { name, .. } = &guest {
                    let name = text::identity(name);
                    company.names.entry(name).or_insert(Some(guest));
                }
            }
        }
        company
    }

    /// Who took part in an event.
    pub fn met(&self, line: &Line<'_>, state: &State, people: &People) -> Met {
        let mut met = Met::default();
        let organizer = line.text("organizer");
        for said in everybody(line) {
            let (name, mail) = parts(said);
            if let Some(member) = name.and_then(|name| state.members.find(name)) {
                met.member = met.member.or(Some(member));
                continue;
            }
            if self.owners.contains(&mail) {
                continue;
            }
            let known = people.of_mail(&mail, name);
            let colleague = domain(&mail).is_some_and(|domain| self.domains.contains(domain));
            let guest = match (known, name) {
                (Some(id), _) => Guest::Known(id),
                (None, Some(name)) if !colleague && mail.contains('@') => Guest::New {
                    name: name.to_owned(),
                    mail,
                },
                _ => continue,
            };
            met.inbound |= organizer == Some(said);
            if !met.guests.contains(&guest) {
                met.guests.push(guest);
            }
        }
        // Somebody we know stands before somebody new.
        met.guests
            .sort_by_key(|guest| matches!(guest, Guest::New { .. }));
        if met.guests.is_empty()
            && let Some(subject) = line.text("subject")
        {
            met.guests.extend(self.named(subject));
            met.organization = firm(subject, state);
        }
        met
    }

    /// Whom a title names: 拜访张立群, Lunch with Anna Miller.
    fn named(&self, subject: &str) -> Option<Guest> {
        let find = |name: &str| self.names.get(name).cloned().flatten();
        let words: Vec<String> = subject
            .split(|c: char| !c.is_alphanumeric())
            .map(text::identity)
            .filter(|word| !word.is_empty())
            .collect();
        let western = (2..=3).flat_map(|count| words.windows(count));
        if let Some(id) = western.filter_map(|words| find(&words.concat())).next() {
            return Some(id);
        }
        let han = |word: &String| word.chars().any(text::is_han);
        words.iter().filter(|word| han(word)).find_map(|word| {
            let letters: Vec<char> = word.chars().take(LONGEST).collect();
            let lengths = (2..=4).rev();
            let mut names = lengths.flat_map(|length| letters.windows(length));
            names.find_map(|name| find(&name.iter().collect::<String>()))
        })
    }
}

/// Letters of a word in a title that are looked at.
const LONGEST: usize = 100;

/// The firm that a title names as a word of its own.
fn firm(subject: &str, state: &State) -> Option<Id> {
    let signs = |c: char| c.is_whitespace() || "，,；;:：-—|/()（）【】[]".contains(c);
    let words = subject.split(signs).filter(|word| word.chars().count() > 3);
    words
        .filter_map(|word| state.organizations.find(word))
        .next()
}

fn everybody<'t>(line: &Line<'t>) -> impl Iterator<Item = &'t str> {
    let organizer = line.text("organizer").into_iter();
    let others = line.text("attendees").into_iter();
    organizer.chain(others.flat_map(|all| all.split(JOINED)))
}
