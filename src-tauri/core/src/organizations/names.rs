//! What two names of one organization share, for comparing only: the name without its legal form, brackets,
//! blanks and signs.

use crate::kernel::text;

/// Legal forms as folded letters, the longest first, at the end of a Chinese name or anywhere before a
/// bracket that was taken out.
const FORMS: &[&str] = &[
    "集团股份有限公司",
    "股份有限公司",
    "有限责任公司",
    "集团有限公司",
    "控股有限公司",
    "有限公司",
    "股份公司",
    "集团公司",
    "总公司",
    "公司",
    "集团",
    "股份",
    "控股",
];

/// Words of a legal form in names of Latin letters.
const WORDS: &[&str] = &[
    "inc",
    "incorporated",
    "ltd",
    "limited",
    "co",
    "company",
    "corp",
    "corporation",
    "llc",
    "llp",
    "plc",
    "gmbh",
    "ag",
    "kg",
    "sa",
    "sarl",
    "srl",
    "spa",
    "bv",
    "nv",
    "ab",
    "oy",
    "as",
    "kk",
    "pte",
    "pty",
    "pvt",
    "group",
    "holding",
    "holdings",
    "the",
];

/// What stands in brackets and says only where.
const PLACES: &[&str] = &["中国", "china", "prc", "中华人民共和国"];

/// The name without 有限公司, 股份, Inc., Ltd., brackets, blanks and signs; in simplified and lower-case
/// letters. Two organizations whose cores are equal may be one; it is never shown and never stored as a
/// name. Of a name that is nothing else, all of its letters and digits.
pub fn core_name(name: &str) -> String {
    let whole = text::identity(name);
    let folded = text::fold(name);
    let mut kept = String::new();
    let mut words = folded
        .split(|c: char| !(c.is_alphanumeric() || c == '&'))
        .filter(|word| !word.is_empty())
        .peekable();
    while let Some(word) = words.next() {
        let is_form = WORDS.contains(&word) && !(kept.is_empty() && words.peek().is_none());
        if !is_form && !PLACES.contains(&word) {
            kept.push_str(&without_form(word));
        }
    }
    let core = text::squeeze(&kept);
    let core = without_form(&core);
    if core.chars().count() < 2 {
        whole
    } else {
        core
    }
}

/// One legal form after the other off the end: 华星集团股份有限公司 is 华星.
fn without_form(word: &str) -> String {
    let mut rest = word;
    while let Some(shorter) = FORMS.iter().find_map(|form| rest.strip_suffix(form)) {
        rest = shorter;
    }
    let dotted = |c: char| c == '.' || c == ',';
    rest.trim_end_matches(dotted).to_owned()
}

/// The key of a core in the lookup index; nothing that is typed begins so.
pub fn core_key(name: &str) -> String {
    format!("\u{1}{}", core_name(name))
}

#[cfg(test)]
mod tests {
    use super::core_name;

    #[test]
    fn spellings_of_one_firm_share_a_core() {
        for (spellings, core) in [
            (
                &[
                    "蓝鲸科技",
                    "蓝鲸科技有限公司",
                    "藍鯨科技有限責任公司",
                    "蓝鲸科技（中国）股份有限公司",
                    "蓝鲸科技(中国)有限公司",
                    " 蓝鲸 科技 集团 ",
                    "蓝鲸科技集团股份有限公司",
                ][..],
                "蓝鲸科技",
            ),
            (
                &[
                    "东泰机电（上海）有限公司",
                    "东泰机电上海",
                    "东泰机电【上海】股份有限公司",
                ][..],
                "东泰机电上海",
            ),
            (
                &[
                    "Acme",
                    "ACME Inc.",
                    "Acme, Inc",
                    "Acme Co., Ltd.",
                    "The Acme Corporation",
                    "Ａｃｍｅ GmbH",
                    "Acme (China) Ltd.",
                ][..],
                "acme",
            ),
            (&["Miller & Sons LLC", "Miller&Sons"][..], "millersons"),
        ] {
            for spelling in spellings {
                assert_eq!(core_name(spelling), core, "{spelling}");
            }
        }
    }

    #[test]
    fn what_is_nothing_but_a_legal_form_stays_what_it_is() {
        for (name, core) in [
            ("有限公司", "有限公司"),
            ("集团", "集团"),
            ("Co", "co"),
            ("The", "the"),
            ("", ""),
            ("——", "——"),
        ] {
            assert_eq!(core_name(name), core, "{name}");
        }
    }

    #[test]
    fn firms_that_differ_in_more_keep_apart() {
        assert_ne!(core_name("蓝鲸科技有限公司"), core_name("蓝鲸软件有限公司"));
        assert_ne!(core_name("东泰机电（上海）"), core_name("东泰机电（北京）"));
        assert_ne!(core_name("Acme Foods Inc."), core_name("Acme Inc."));
    }
}
