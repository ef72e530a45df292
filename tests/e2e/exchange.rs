//! Old data in and out through the window: a workbook, cards and a calendar; a list kept by hand in an old encoding; a
//! list that goes out and comes in again.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use rust_xlsxwriter::Workbook;
use thirtyfour::prelude::*;
use touchline_tests::app::{App, Content, Lang, drive};
use touchline_tests::screens::nav::{self, Page};
use touchline_tests::screens::{exchange, palette, record, today};
use touchline_tests::wait::until_true;

#[test]
fn a_workbook_cards_and_a_calendar_come_in_together_and_go_again_at_once() -> Result<()> {
    drive("exchange-files", Lang::ZhHans, Content::Empty, files)
}

#[test]
fn a_list_of_somebody_s_own_is_mapped_by_keyboard_and_remembered() -> Result<()> {
    drive("exchange-mapping", Lang::ZhHans, Content::Empty, mapping)
}

#[test]
fn a_list_goes_out_from_the_window_and_comes_in_again_with_nothing_to_do() -> Result<()> {
    drive("exchange-out", Lang::En, Content::Empty, out_and_in)
}

const CARDS: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:王;敏;;;\r\nFN:王敏\r\nORG:无锡远山\r\nTEL;TYPE=CELL:13900001111\r\nEMAIL:wangmin@yuanshan.example\r\nEND:VCARD\r\n";

/// A visit last week, and a call this afternoon.
const CALENDAR: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//Calendar//EN\r\n\
    BEGIN:VEVENT\r\nUID:one@example\r\nDTSTART:20261112T020000Z\r\nDTEND:20261112T030000Z\r\nSUMMARY:看了新产线\r\n\
    ATTENDEE;CN=王敏:mailto:wangmin@yuanshan.example\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nUID:two@example\r\nDTSTART:20261119T070000Z\r\nDTEND:20261119T073000Z\r\nSUMMARY:电话对报价\r\n\
    ATTENDEE;CN=王敏:mailto:wangmin@yuanshan.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

async fn files(app: &mut App) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let [workbook, cards, calendar] =
        ["客户.xlsx", "名片.vcf", "日历.ics"].map(|name| folder.path().join(name));
    let mut book = Workbook::new();
    for (name, rows) in [
        (
            "客户",
            [
                ["姓名", "手机", "公司"],
                ["陈静", "13700002222", "上海立航物流"],
                ["张立群", "13812342231", "苏州佳明精密"],
            ],
        ),
        (
            "企业",
            [
                ["企业名称", "行业", "地区"],
                ["上海立航物流", "物流", "上海"],
                ["苏州佳明精密", "机械", "苏州"],
            ],
        ),
    ] {
        let sheet = book.add_worksheet().set_name(name)?;
        for (at, row) in (0..).zip(rows) {
            sheet.write_row(at, 0, row)?;
        }
    }
    book.save(&workbook)?;
    fs::write(&cards, CARDS)?;
    fs::write(&calendar, CALENDAR)?;

    let window = &app.window;
    exchange::choose(window, &[&workbook, &cards, &calendar]).await?;
    until_true("each sheet and each file to be shown", async || {
        Ok(window.all("import-file").await?.len() == 4)
    })
    .await?;
    window.press(&[Key::Control], Key::Enter).await?;
    window.find("import-result").await?;
    exchange::counts(window, "created", 7).await?;
    exchange::counts(window, "failed", 0).await?;

    nav::go(window, Page::People).await?;
    for name in ["陈静", "张立群", "王敏"] {
        window.find_with("person-row", name).await?;
    }
    nav::go(window, Page::Organizations).await?;
    window.find_with("organization-row", "物流").await?;
    palette::go_to(window, "wangmin", "王敏").await?;
    record::timeline_says(window, &["看了新产线"]).await?;
    nav::go(window, Page::Today).await?;
    today::says(window, &["王敏", "电话对报价"]).await?;

    window.press(&[Key::Control], 'z').await?;
    until_true("all of it to be gone", async || {
        let left = ["people", "organizations"].map(|noun| app.workspace.rows(&[noun, "list"]));
        Ok(left
            .into_iter()
            .collect::<Result<Vec<_>>>()?
            .concat()
            .is_empty())
    })
    .await
}

/// A title, columns of somebody's own, and two people, in GBK as a spreadsheet here writes it: 张立群, who is here
/// already, and 王敏, with a day (前几天) that is none.
const BY_HAND: &[u8] = b"\xc0\xcf\xbf\xcd\xbb\xa7\n\
    \xc0\xcf\xb0\xe5,\xb4\xf2\xb8\xf8\xcb\xad,\xc4\xc4\xbc\xd2,\xba\xc8\xca\xb2\xc3\xb4,\xc4\xc4\xcc\xec\xc1\xc4\xb5\xc4,\xc1\xc4\xc1\xcb\xca\xb2\xc3\xb4\n\
    \xd5\xc5\xc1\xa2\xc8\xba,13812342231,\xcb\xd5\xd6\xdd\xbc\xd1\xc3\xf7\xbe\xab\xc3\xdc\xd3\xd0\xcf\xde\xb9\xab\xcb\xbe,\xc2\xcc\xb2\xe8,2026-11-02,\xce\xca\xbd\xbb\xc6\xda\n\
    \xcd\xf5\xc3\xf4,13900001111,\xce\xde\xce\xfd\xd4\xb6\xc9\xbd\xd3\xd0\xcf\xde\xb9\xab\xcb\xbe,\xbf\xa7\xb7\xc8,\xc7\xb0\xbc\xb8\xcc\xec,\xcf\xeb\xbf\xb4\xd1\xf9\xc6\xb7\n";

async fn mapping(app: &mut App) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let [seed, by_hand, mended, later] = ["seed", "by-hand", "mended", "later"]
        .map(|name| folder.path().join(format!("{name}.csv")));
    fs::write(&seed, "姓名,公司\n张立群,苏州佳明精密有限公司\n")?;
    app.workspace
        .cli(&["import", seed.to_str().context("a path")?, "--as", "people"])?;
    fs::write(&by_hand, BY_HAND)?;

    let window = &app.window;
    exchange::choose(window, &[&by_hand]).await?;
    let told = window.text("import-told").await?;
    ensure!(told.contains('猜'), "it is only guessed: {told}");
    window.tab_to("import-encoding").await?;
    ensure!(value(app).await? == "GBK", "read as GBK");
    window.tab_to("import-column").await?;
    for field in [
        "name",
        "phone",
        "organization",
        "new:text",
        "said_at",
        "said",
    ] {
        exchange::turn_to(window, field).await.context(field)?;
        window.press(&[], Key::Tab).await?;
    }
    exchange::counts(window, "created", 1).await?;
    exchange::counts(window, "duplicates", 1).await?;
    exchange::counts(window, "failed", 1).await?;
    window.find_with("import-lines", "可能已有").await?;
    window.press(&[Key::Control], Key::Enter).await?;
    window.find("import-result").await?;

    let fields = app.workspace.rows(&["fields", "list"])?;
    ensure!(
        fields.len() == 1 && fields[0]["name"] == "喝什么",
        "{fields:?}"
    );
    palette::go_to(window, "13812342231", "张立群").await?;
    let field = fields[0]["id"].as_str().context("an id")?;
    window.find_with(&format!("cell-{field}"), "绿茶").await?;
    record::timeline_says(window, &["问交期"]).await?;

    let failed = fs::read_dir(app.workspace.path().join("imports"))?.next();
    let failed = fs::read_to_string(failed.context("a failures file")??.path())?;
    ensure!(failed.contains("前几天"), "the line as it stood: {failed}");
    fs::write(&mended, failed.replace("前几天", "2026-11-03"))?;
    again(app, &mended, "想看样品").await?;
    fs::write(
        &later,
        "喝什么,老板,哪家,打给谁,聊了什么,哪天聊的\n水,陈静,上海立航物流,13700002222,要一份合同,2026-11-05\n",
    )?;
    again(app, &later, "要一份合同").await
}

/// A further table of these columns: read as last time, and in with one key.
async fn again(app: &App, path: &Path, said: &str) -> Result<()> {
    let window = &app.window;
    exchange::choose(window, &[path]).await?;
    window.find_with("import-told", "上次").await?;
    exchange::counts(window, "created", 1).await?;
    exchange::counts(window, "failed", 0).await?;
    window.press(&[Key::Control], Key::Enter).await?;
    window.find("import-result").await?;
    let found = app.workspace.cli(&["search", said])?;
    ensure!(found.to_string().contains(said), "{found:#}");
    Ok(())
}

async fn value(app: &App) -> Result<String> {
    let script = "return document.activeElement.value";
    Ok(app.window.js(script, vec![]).await?.convert()?)
}

async fn out_and_in(app: &mut App) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let seed = folder.path().join("seed.csv");
    fs::write(
        &seed,
        "Name,Phone,Company,Note\nDana Okafor,+86 139 0000 1111,Contoso,=1+1\nBen Santos,+1 202-555-0143,Northwind,- bullet\n=cmd,+44 7700 900123,\"Ünal, Söhne\",\"two\nlines\"\n",
    )?;
    app.workspace
        .cli(&["import", seed.to_str().context("a path")?])?;
    for format in ["csv", "xlsx"] {
        let path = folder.path().join(format!("people.{format}"));
        let window = &app.window;
        nav::go(window, Page::People).await?;
        exchange::export(window, format, &path).await?;
        window.find_with("toast", "3").await?;
        exchange::choose(window, &[&path]).await?;
        exchange::counts(window, "unchanged", 3).await?;
        for kind in ["created", "updated", "failed"] {
            exchange::counts(window, kind, 0).await.context(format)?;
        }
        let run = window.find("import-run").await?;
        ensure!(
            run.attr("aria-disabled").await?.as_deref() == Some("true"),
            "there is nothing to do"
        );
        window.press(&[], Key::Escape).await?;
    }
    Ok(())
}
