//! Blocks as people paste them, in Chinese and in English, and what must hold for any text at all. The
//! people are invented; domains and numbers are those kept for examples.

use proptest::prelude::*;

use super::{Signature, read};

/// A text, and what is read of it: name, title, firm, city, phones, addresses, WeChat.
type Case = (&'static str, [&'static str; 7]);

#[rustfmt::skip]
const CHINESE: &[Case] = &[
    ("张立群\n总经理\n恒达精密制造有限公司\n手机：138 0000 2231\n邮箱：zlq@hengda.example", ["张立群", "总经理", "恒达精密制造有限公司", "", "138 0000 2231", "zlq@hengda.example", ""]),
    ("姓名：李思源 电话：13800001076 公司：澜石化工", ["李思源", "", "澜石化工", "", "13800001076", "", ""]),
    ("姓名:王海燕\n手机/微信:13900003344\n职务:采购经理\n单位:蓝鲸供应链管理有限公司", ["王海燕", "采购经理", "蓝鲸供应链管理有限公司", "", "13900003344", "", "13900003344"]),
    ("祝好\n\n刘建平 | 销售总监\n金桥电子股份有限公司\nT: 0512-5550 0123  M: 137 0000 9042\nE: liujp@jinqiao.example", ["刘建平", "销售总监", "金桥电子股份有限公司", "", "0512-5550 0123, 137 0000 9042", "liujp@jinqiao.example", ""]),
    ("收货人：赵倩，联系电话：13600000123，收货地址：江苏省苏州市工业园区星湖街 1 号", ["赵倩", "", "", "苏州", "13600000123", "", ""]),
    ("吴刚 总工\n东泰机电集团\n微信：wugang_dt\n电话：+86 135 0000 4471", ["吴刚", "总工", "东泰机电集团", "", "+86 135 0000 4471", "", "wugang_dt"]),
    ("孙晓彤\n知了教育 创始人\n上海\n13500001234", ["孙晓彤", "创始人", "知了教育", "上海", "13500001234", "", ""]),
    ("联系人：周慧敏\n职位：财务主管\n公司名称：青禾农业科技有限公司\n公司电话：010-5550 0456\n传真：010-5550 0457", ["周慧敏", "财务主管", "青禾农业科技有限公司", "", "010-5550 0456", "", ""]),
    ("何志强\t顺德五金厂\t厂长\t13400005678\the@shunde.example", ["何志强", "厂长", "顺德五金厂", "", "13400005678", "he@shunde.example", ""]),
    ("欧阳雪 女士\n市场部经理\n北辰仪器有限责任公司\n邮编：100000 QQ：123456789\n手机：１３３００００１２３４", ["欧阳雪", "市场部经理", "北辰仪器有限责任公司", "", "13300001234", "", ""]),
    ("-- \n黄蕾\n米仓食品（苏州）有限公司 区域经理\n地址：苏州市姑苏区人民路 100 号 3 楼\n发自我的iPhone", ["黄蕾", "区域经理", "米仓食品(苏州)有限公司", "苏州", "", "", ""]),
    ("郑楠先生 手机13200006789 微信同手机", ["郑楠", "", "", "", "13200006789", "", "13200006789"]),
    ("姓名：马超群电话：13100007890", ["马超群", "", "", "", "13100007890", "", ""]),
    ("> 冯雪\n> 云尚服饰有限公司\n> 采购员\n> 邮箱 feng@yunshang.example", ["冯雪", "采购员", "云尚服饰有限公司", "", "", "feng@yunshang.example", ""]),
    ("许一帆（Ivan Xu）\n技术总监\n安澜物流有限公司\n400-555-0199", ["许一帆", "技术总监", "安澜物流有限公司", "", "400-555-0199", "", ""]),
    ("恒达精密制造有限公司总经理 张立群 13800002231", ["张立群", "总经理", "恒达精密制造有限公司", "", "13800002231", "", ""]),
    ("微信号：tian-ye_88\n姓名：田野\n城市：杭州市", ["田野", "", "", "杭州", "", "", "tian-ye_88"]),
    ("杜鹃经理，13700001111，dujuan@lanjing.example", ["杜鹃", "经理", "", "", "13700001111", "dujuan@lanjing.example", ""]),
    ("此致\n敬礼\n\n林雨桐\n云端软件有限公司\nMobile: +86-186-0000-5414\nEmail: Lin.YT@Example.com\n网址：https://www.example.com", ["林雨桐", "", "云端软件有限公司", "", "+86-186-0000-5414", "lin.yt@example.com", ""]),
    ("聯絡人：陳國華\n職務：總經理\n公司：華東醫藥器械有限公司\n電話：02-5550-0123", ["陳國華", "總經理", "華東醫藥器械有限公司", "", "02-5550-0123", "", ""]),
    ("谢文博\n高级工程师\n上海机械研究所\n2026-11-21\n座机：021-5550 0188 转 801", ["谢文博", "高级工程师", "上海机械研究所", "", "021-5550 0188", "", ""]),
    ("BEGIN:VCARD\nVERSION:3.0\nFN:韩雪梅\nORG:嘉兴木棉家居有限公司;市场部\nTITLE:老板\nTEL;TYPE=CELL:13600005285\nEMAIL:han@mumian.example\nADR;TYPE=WORK:;;中山路 8 号;嘉兴市;浙江省;314000;中国\nEND:VCARD", ["韩雪梅", "老板", "嘉兴木棉家居有限公司", "嘉兴", "13600005285", "han@mumian.example", ""]),
    ("BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E9=9F=A9;=E5=86=AC=E6=A2=85;;;\r\nTEL;CELL:13600004471\r\nEND:VCARD", ["韩冬梅", "", "", "", "13600004471", "", ""]),
];

#[rustfmt::skip]
const ENGLISH: &[Case] = &[
    ("Ann Vale\nHead of Sales\nNorthwind Foods Ltd\n+44 20 7946 0123\nann.vale@northwind.example", ["Ann Vale", "Head of Sales", "Northwind Foods Ltd", "", "+44 20 7946 0123", "ann.vale@northwind.example", ""]),
    ("Best regards,\n\nBo Reed | Purchasing Manager | Halden Paper Inc.\nT: (555) 555-0142 | M: 555-555-0143", ["Bo Reed", "Purchasing Manager", "Halden Paper Inc", "", "(555) 555-0142, 555-555-0143", "", ""]),
    ("Name: Carla Mendez\nCompany: Lumen Glass LLC\nTitle: Owner\nPhone: 212-555-0100\nEmail: carla@lumen.example", ["Carla Mendez", "Owner", "Lumen Glass LLC", "", "212-555-0100", "carla@lumen.example", ""]),
    ("Dr. Dan Ito, PhD\nChief Scientist, Harbor Labs\nd.ito@harbor.example", ["Dan Ito", "Chief Scientist", "Harbor Labs", "", "", "d.ito@harbor.example", ""]),
    ("Eve Stone\nVP Engineering at Granite Systems\nMobile +1 555 0100 200", ["Eve Stone", "VP Engineering", "Granite Systems", "", "+1 555 0100 200", "", ""]),
    ("--\nFinn O'Hara\nAccount Executive\nMossy & Co\nDirect: 020 7946 0958\nwww.mossy.example", ["Finn O'Hara", "Account Executive", "Mossy & Co", "", "020 7946 0958", "", ""]),
    ("Grace Kim <grace.kim@bluefin.example>", ["Grace Kim", "", "", "", "", "grace.kim@bluefin.example", ""]),
    ("Hugo van der Berg\nDirector\nBerg Logistics BV\nTel.: 020-794 60 101\nFax: 020-794 60 102", ["Hugo van der Berg", "Director", "Berg Logistics BV", "", "020-794 60 101", "", ""]),
    ("> Ines Prado\n> Buyer, Costa Foods, Inc.\n> ines@costa.example\n> Sent from my iPhone", ["Ines Prado", "Buyer", "Costa Foods, Inc", "", "", "ines@costa.example", ""]),
    ("Jack Moss\tSales Representative\tRidge Tools Ltd\t555-555-0177\tjack@ridge.example", ["Jack Moss", "Sales Representative", "Ridge Tools Ltd", "", "555-555-0177", "jack@ridge.example", ""]),
    ("Kate Lund\nCFO\nTernary\nkate@ternary.example\n742 Evergreen Street, Springfield, IL 62704", ["Kate Lund", "CFO", "Ternary", "Springfield", "", "kate@ternary.example", ""]),
    ("Contact: Leo Park\nOffice: +61 2 5550 0123\nWeChat: leo_park88", ["Leo Park", "", "", "", "+61 2 5550 0123", "", "leo_park88"]),
    ("Mia Chen\nProduct Designer\nPaperboat Studio\nm: +1 (555) 555-0111\ne: mia@paperboat.example\nw: paperboat.example", ["Mia Chen", "Product Designer", "Paperboat Studio", "", "+1 (555) 555-0111", "mia@paperboat.example", ""]),
    ("Thanks,\nNora Quist\nCustomer Success Manager\nSaga Consulting AB\nhttps://saga.example/meet?id=20261121", ["Nora Quist", "Customer Success Manager", "Saga Consulting AB", "", "", "", ""]),
    ("Mr. Omar Haddad - General Manager\nCedar Group\nTel +971 4 555 0123 / +971 50 555 0124", ["Omar Haddad", "General Manager", "Cedar Group", "", "+971 4 555 0123, +971 50 555 0124", "", ""]),
    ("Priya Nair · Marketing Lead · Saffron Press\npriya@saffron.example · 555-555-0188", ["Priya Nair", "Marketing Lead", "Saffron Press", "", "555-555-0188", "priya@saffron.example", ""]),
    ("FROM: Quinn Avery\nPosition: Procurement Officer\nOrganisation: Vale University", ["", "Procurement Officer", "Vale University", "", "", "", ""]),
    ("Rosa Diaz\nPartner\nDiaz & Sons LLP\nP 555-555-0155  F 555-555-0156", ["Rosa Diaz", "Partner", "Diaz & Sons LLP", "", "555-555-0155", "", ""]),
    ("Sam Wood\nWood Consulting\n12 High Street, Floor 3\nsam@wood.example", ["Sam Wood", "", "Wood Consulting", "", "", "sam@wood.example", ""]),
    ("Tess Lang\nCopper Kettle\nOwner\n+1-555-555-0166", ["Tess Lang", "Owner", "Copper Kettle", "", "+1-555-555-0166", "", ""]),
    ("City: Lyon\nName: Uma Roy\nMobile: 0033 6 55 50 01 23", ["Uma Roy", "", "", "Lyon", "0033 6 55 50 01 23", "", ""]),
    ("BEGIN:VCARD\nVERSION:4.0\nN:Ward;Vic;;;\nFN:Vic Ward\nORG:Anchor Bank\nTITLE:Analyst\nTEL;VALUE=uri;TYPE=work:tel:+1-555-555-0190\nEMAIL:vic@anchor.example\nADR:;;1 Main Street;Springfield;IL;62704;USA\nEND:VCARD", ["Vic Ward", "Analyst", "Anchor Bank", "Springfield", "+1-555-555-0190", "vic@anchor.example", ""]),
];

fn told(found: &Signature) -> [String; 7] {
    let text = |slot: &Option<String>| slot.clone().unwrap_or_default();
    [
        text(&found.name),
        text(&found.title),
        text(&found.organization),
        text(&found.city),
        found.phones.join(", "),
        found.emails.join(", "),
        text(&found.wechat),
    ]
}

fn wrong(cases: &[Case]) -> Vec<String> {
    let mut wrong = Vec::new();
    for (text, wanted) in cases {
        let found = read(text);
        if told(&found) != *wanted {
            wrong.push(format!(
                "{text}\n  wanted {wanted:?}\n  found  {:?}\n  rest   {:?}",
                told(&found),
                found.rest
            ));
        }
    }
    wrong
}

#[test]
fn chinese_blocks_are_read_as_they_are_written() {
    assert!(CHINESE.len() >= 20);
    let wrong = wrong(CHINESE);
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn english_blocks_are_read_as_they_are_written() {
    assert!(ENGLISH.len() >= 20);
    let wrong = wrong(ENGLISH);
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn nothing_is_made_of_prose() {
    let found = read(
        "I wanted to say that the meeting went quite well and we will meet again in spring of 2026, around the 14th, when the others are back from their journey through the north.\n第二天他早早起来，沿着河边走了很久，想着昨天说过的话，觉得有些事情还是应该早点告诉大家，免得到时候谁也说不清楚。",
    );
    assert_eq!(
        (found.name, found.organization, found.phones.len()),
        (None, None, 0)
    );
}

#[test]
fn a_pasted_novel_takes_no_time_and_is_not_kept() {
    let novel = "很久以前，有一座山。\n".repeat(100_000);
    let found = read(&novel);
    assert!(found.rest.len() <= 10);
}

proptest! {
    #[test]
    fn any_text_is_read_without_a_panic_and_keeps_its_bounds(text in "\\PC{0,400}") {
        let found = read(&text);
        prop_assert!(found.phones.len() <= 6 && found.emails.len() <= 6 && found.rest.len() <= 10);
    }

    #[test]
    fn what_is_read_stands_in_the_text(text in "[a-zA-Z张李王电话手机邮箱公司总经理：: ,|@.0-9+\\-\\n]{0,160}") {
        let found = read(&text);
        for email in &found.emails {
            prop_assert!(text.to_lowercase().contains(email.as_str()));
        }
        for phone in &found.phones {
            prop_assert!(text.contains(phone.as_str()), "{phone}");
            let digits = phone.chars().filter(char::is_ascii_digit).count();
            prop_assert!((7..=15).contains(&digits), "{phone}");
        }
    }

    #[test]
    fn cards_of_any_shape_do_no_harm(body in "(?s).{0,300}") {
        let _ = read(&format!("BEGIN:VCARD\n{body}\nEND:VCARD"));
    }
}
