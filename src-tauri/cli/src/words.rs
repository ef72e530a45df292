//! Words in the chosen language. Refusals, channels, actions and imports read the window's own locale
//! files, so that each sentence is written once; what only the command line says stands in `words/`.

use std::collections::BTreeMap;

use serde_json::Value;

/// A file of `ui/src/locales` and `words/`, in Simplified, Traditional, English.
type Texts = [&'static str; 3];

macro_rules! locale {
    ($name:literal) => {
        [
            include_str!(concat!("../../../ui/src/locales/zh-Hans/", $name, ".json")),
            include_str!(concat!("../../../ui/src/locales/zh-Hant/", $name, ".json")),
            include_str!(concat!("../../../ui/src/locales/en/", $name, ".json")),
        ]
    };
}

const FILES: [(&str, Texts); 13] = [
    ("errors", locale!("errors")),
    ("common", locale!("common")),
    ("fields", locale!("fields")),
    ("actions", locale!("actions")),
    ("exchange", locale!("exchange")),
    ("bin", locale!("bin")),
    ("cash", locale!("cash")),
    ("search", locale!("search")),
    ("duplicates", locale!("duplicates")),
    ("week", locale!("week")),
    ("guides", locale!("guides")),
    ("interviews", locale!("interviews")),
    (
        "cli",
        [
            include_str!("../words/zh-Hans.json"),
            include_str!("../words/zh-Hant.json"),
            include_str!("../words/en.json"),
        ],
    ),
];

/// What fills the placeholders of a sentence.
pub type Params = BTreeMap<String, String>;

pub struct Words {
    lang: usize,
    files: Vec<(&'static str, Value)>,
}

impl Words {
    /// The words of `zh-Hans`, `zh-Hant`, or else of English.
    pub fn of(lang: &str) -> Self {
        let lang = match lang {
            "zh-Hans" => 0,
            "zh-Hant" => 1,
            _ => 2,
        };
        let read = |(name, texts): &(&'static str, Texts)| {
            (*name, serde_json::from_str(texts[lang]).unwrap_or_default())
        };
        Words {
            lang,
            files: FILES.iter().map(read).collect(),
        }
    }

    /// The word under `file.key.key`, if there is one.
    pub fn find(&self, key: &str) -> Option<&str> {
        let (file, path) = key.split_once('.')?;
        let (_, words) = self.files.iter().find(|(name, _)| *name == file)?;
        words
            .pointer(&format!("/{}", path.replace('.', "/")))?
            .as_str()
    }

    /// The word under a key; the key's own last part where nobody wrote one.
    pub fn say(&self, key: &str) -> String {
        let last = key.rsplit('.').next().unwrap_or(key);
        self.find(key).unwrap_or(last).to_owned()
    }

    /// A sentence with its placeholders filled. `count`, or else `rows`, chooses between one and many.
    pub fn fill(&self, key: &str, params: &Params) -> String {
        let number = params.get("count").or(params.get("rows"));
        let one = self.lang == 2 && number.is_some_and(|number| number == "1");
        let many = format!("{key}_{}", if one { "one" } else { "other" });
        let mut text = self
            .find(key)
            .or(self.find(&many))
            .unwrap_or(key)
            .to_owned();
        for (name, value) in params {
            text = text.replace(&format!("{{{{{name}}}}}"), value);
        }
        text
    }
}

/// Placeholders with their values.
pub fn params<const N: usize>(pairs: [(&str, String); N]) -> Params {
    pairs
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use touchline_core::kernel::Code;

    const LANGS: [&str; 3] = ["zh-Hans", "zh-Hant", "en"];

    fn keys(value: &Value, path: &str, out: &mut Vec<String>) {
        match value {
            Value::Object(inner) => {
                for (key, value) in inner {
                    keys(value, &format!("{path}.{key}"), out);
                }
            }
            _ => out.push(path.to_owned()),
        }
    }

    #[test]
    fn every_refusal_has_a_sentence_in_each_language() {
        for lang in LANGS {
            let words = Words::of(lang);
            for code in Code::ALL {
                let key = format!("errors.{}", code.as_str());
                assert!(words.find(&key).is_some(), "{lang}: {key}");
            }
            for own in ["report_missing", "check_failed", "name_unclear"] {
                assert!(
                    words.find(&format!("cli.refusal.{own}")).is_some(),
                    "{lang}: {own}"
                );
            }
        }
    }

    #[test]
    fn what_only_the_command_line_says_is_said_in_every_language() {
        let of = |lang: &str| {
            let words = Words::of(lang);
            let mut found = Vec::new();
            let (_, own) = words.files.last().expect("words");
            keys(own, "cli", &mut found);
            found
        };
        assert!(of("en").len() > 40);
        assert_eq!(of("en"), of("zh-Hans"));
        assert_eq!(of("en"), of("zh-Hant"));
    }

    #[test]
    fn a_sentence_is_filled_and_counts() {
        let words = Words::of("en");
        let late = |count: &str| words.fill("common.day.late", &params([("count", count.into())]));
        assert_eq!(late("1"), "1 day late");
        assert_eq!(late("3"), "3 days late");
    }
}
