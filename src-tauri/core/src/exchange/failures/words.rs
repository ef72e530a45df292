//! Why a line failed, in words: they stand in a file that people open beside the window, so they are
//! written with it, in the language of the workspace.

use crate::exchange::line::Reason;

/// One sentence.
pub fn why(reason: Reason, lang: &str) -> &'static str {
    let [en, hans, hant] = said(reason);
    match lang {
        "zh-Hans" => hans,
        "zh-Hant" => hant,
        _ => en,
    }
}

fn said(reason: Reason) -> [&'static str; 3] {
    match reason {
        Reason::RowRagged => [
            "the line has more or fewer cells than there are columns",
            "这一行的格数和列数对不上",
            "這一行的格數和欄數對不上",
        ],
        Reason::CutOff => [
            "the card or event is cut off",
            "这张名片或这个日程不完整",
            "這張名片或這個日程不完整",
        ],
        Reason::NobodyKnown => [
            "it names nobody we know, and nobody with a name and an address",
            "里面没有认识的人，也没有写明姓名和邮箱的人",
            "裡面沒有認識的人，也沒有寫明姓名和信箱的人",
        ],
        Reason::TextTooLong => [
            "the text is too long to be kept",
            "文字太长，存不下",
            "文字太長，存不下",
        ],
        Reason::NameMissing => ["the name is missing", "没写名字", "沒寫名字"],
        Reason::IdMissing => ["the number is missing", "没写编号", "沒寫編號"],
        Reason::StageMissing => ["the stage is missing", "没写阶段", "沒寫階段"],
        Reason::StageUnknown => ["there is no such stage", "没有这个阶段", "沒有這個階段"],
        Reason::DateInvalid => [
            "this is no date that can be read",
            "日期读不出来",
            "日期讀不出來",
        ],
        Reason::DatesReversed => [
            "it was closed before it was begun",
            "了结的日期早于开始的日期",
            "了結的日期早於開始的日期",
        ],
        Reason::NumberInvalid => [
            "this is no whole number that can be read",
            "不是能读出来的整数",
            "不是能讀出來的整數",
        ],
        Reason::AmountInvalid => [
            "this is no amount that can be read",
            "金额读不出来",
            "金額讀不出來",
        ],
        Reason::Repeated => [
            "an earlier line says something else of the same",
            "前面已有同一条，内容不一样",
            "前面已有同一筆，內容不一樣",
        ],
    }
}
