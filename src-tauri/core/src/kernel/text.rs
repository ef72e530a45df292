//! Text for finding and sorting: folding to one form, and pinyin. Stored text is never changed.

use pinyin::ToPinyin;

/// The longest text a cell may hold, in bytes: what one sync segment can carry.
pub const MAX_TEXT: usize = 4 * 1024 * 1024;

/// One form for all spellings: Simplified, lower case, half-width, single blanks.
pub fn fold(text: &str) -> String {
    let half: String = text.chars().map(half_width).collect();
    let lower = fast2s::convert(&half).to_lowercase();
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn half_width(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// Letters and digits only, folded: how "GTXPro" finds "GTX Pro".
pub fn squeeze(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Full pinyin and initials of folded text: 张立群 → ("zhangliqun", "zlq"). Other letters stay.
pub fn pinyin(folded: &str) -> (String, String) {
    let (mut full, mut initials) = (String::new(), String::new());
    for c in folded.chars() {
        match c.to_pinyin() {
            Some(sound) => {
                full.push_str(sound.plain());
                initials.push_str(sound.first_letter());
            }
            None if c.is_alphanumeric() => {
                full.push(c);
                initials.push(c);
            }
            None => {}
        }
    }
    (full, initials)
}

/// True for a Han character.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
}
