//! What the server says to people, in both languages.
//!
//! Entry point: [`say`], [`client_words`]. Invariant: every sentence stands here once, Vietnamese beside English.

use serde_json::{Map, Value};

use crate::diag::Speech;
pub(super) use crate::diag::say;
use crate::diag::sayings::sayings;

sayings! {
    PORT_MOVED "Cổng {busy} đang có chương trình khác dùng; trang xem thử mở ở cổng {port}." "Port {busy} is used by another program; the preview is on port {port}.";
    PORT_BUSY "Cổng {port} đang có chương trình khác dùng. Đóng chương trình đó, hoặc ghi số khác, ví dụ --port {other}; không ghi --port thì vanbia tự chọn." "Port {port} is used by another program. Close that program, or give another number, for example --port {other}; without --port, vanbia chooses one itself.";
    PORTS_BUSY "Các cổng từ {first} đến {last} đều đang bận. Đóng bớt chương trình, hoặc ghi một số khác, ví dụ --port 8080." "All ports from {first} to {last} are in use. Close some programs, or give another number, for example --port 8080.";
    PORT_REFUSED "Máy không cho mở cổng {port}: {why}. Ghi một số lớn hơn 1024, ví dụ --port 8080." "This computer refuses port {port}: {why}. Give a number above 1024, for example --port 8080.";
    NO_TOKEN "Máy không cho số ngẫu nhiên để bảo vệ địa chỉ trong mạng; chạy lại không có --lan." "This computer provides no random numbers to protect the address on the network; run again without --lan.";
    BAD_ADDRESS "Địa chỉ này viết sai." "This address is not written correctly.";
    LONG_ADDRESS "Địa chỉ này quá dài." "This address is too long.";
    BAD_REQUEST "Yêu cầu không đúng dạng." "The request is not written correctly.";
    SLOW_REQUEST "Yêu cầu gửi quá chậm." "The request came too slowly.";
    LARGE_REQUEST "Yêu cầu quá lớn." "The request is too large.";
    FOREIGN "Trang xem thử chỉ mở trên máy này. Hãy mở: {url}" "The preview opens on this computer only. Open: {url}";
    ONLY_READ "Trang xem thử chỉ để đọc." "The preview is for reading only.";
    FULL "Có quá nhiều kết nối cùng lúc; thử lại sau ít giây." "There are too many connections; try again in a few seconds.";
    BAD_RANGE "Phần được hỏi nằm sau cuối tệp." "The part asked for is beyond the end of the file.";
    LOST "Không có trang này" "There is no such page";
    LOST_TEXT "Địa chỉ này chưa có trang. Nếu bạn vừa viết nó, trang sẽ tự mở khi dựng xong." "There is no page at this address yet. If you have just written it, it will open by itself as soon as it is built.";
    HOME "Về trang chủ" "To the home page";
    BUSY "Đang dựng trang" "The site is being built";
    BUSY_TEXT "vanbia đang làm ảnh và các trang; xong là trang này tự mở." "vanbia is making pictures and pages; this page will open by itself as soon as they are ready.";
    PREVIEW "Xem thử" "Preview";
    ENTRIES "{count} mục" "{count} {count:entry|entries}";
    ENTRIES_TEXT "Mở một mục để xem hai ngôn ngữ cạnh nhau, các lỗi, phần còn thiếu và mã QR." "Open an entry to see its languages side by side, its mistakes, what is still missing and its QR codes.";
    NO_ENTRIES "Chưa có mục nào. Tạo mục đầu tiên: vanbia new relic \"Tên di tích\"" "There are no entries yet. Start the first: vanbia new relic \"Name of the relic\"";
    ALL_ENTRIES "Tất cả các mục" "All entries";
    NO_ENTRY "Không có mục «{key}»" "There is no entry «{key}»";
    OPEN_PAGE "Mở riêng trang này" "Open this page on its own";
    FINDINGS "Cần sửa" "To correct";
    NO_FINDINGS "Không có lỗi nào trong các tệp của mục này." "Nothing is wrong in the files of this entry.";
    LACKING "Còn thiếu" "Still missing";
    NO_LACKING "Mọi phần đều đã điền và đã dịch." "Everything is filled in and translated.";
    CODES "Mã QR" "QR codes";
    PLATE "Biển, như sẽ in" "The sign, as it will be printed";
    NO_CODES "Mục này chưa có mã." "This entry has no code yet.";
    HELP "Cách sửa:" "What to do:";
    ERROR "lỗi" "error";
    WARNING "cảnh báo" "warning";
    ERRORS "{count} lỗi" "{count} errors";
    ERROR_ONE "1 lỗi" "1 error";
    WARNINGS "{count} cảnh báo" "{count} warnings";
    WARNING_ONE "1 cảnh báo" "1 warning";
    LAST_GOOD "Trang đang hiện là bản tốt gần nhất." "The page shown is the last good one.";
    COPY "Bấm để chép vị trí" "Click to copy where it is";
    COPIED "Đã chép" "Copied";
    HIDE "Thu gọn" "Hide";
    SHOW "Xem" "Show";
    MORE "và {count} điều nữa, xem trong cửa sổ lệnh" "and {count} more, see the command window";
    OFFLINE "Mất kết nối với vanbia, đang thử lại…" "Connection to vanbia lost, trying again…";
    GONE "Trang này không còn nữa: nó đã bị xóa, đổi tên hoặc chuyển thành bản nháp." "This page is gone: it was deleted, renamed or turned into a draft.";
}

/// The names under which the client knows its sentences.
const CLIENT: &[(&str, (&str, &str))] = &[
    ("help", HELP),
    ("error", ERROR),
    ("warning", WARNING),
    ("errors", ERRORS),
    ("errorOne", ERROR_ONE),
    ("warnings", WARNINGS),
    ("warningOne", WARNING_ONE),
    ("lastGood", LAST_GOOD),
    ("copy", COPY),
    ("copied", COPIED),
    ("hide", HIDE),
    ("show", SHOW),
    ("more", MORE),
    ("offline", OFFLINE),
    ("gone", GONE),
    ("home", HOME),
];

/// The code of the language of messages.
pub(super) fn language(speech: Speech) -> &'static str {
    speech.pick("vi", "en")
}

/// The client's sentences as JSON.
pub(super) fn client_words(speech: Speech) -> String {
    let mut words = Map::new();
    words.insert("lang".into(), Value::from(language(speech)));
    for (name, (vi, en)) in CLIENT {
        words.insert((*name).to_string(), Value::from(speech.pick(vi, en)));
    }
    Value::Object(words).to_string()
}

/// Text as it stands in HTML, in attributes too.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // Marks that turn the direction of text around could disguise a file's name.
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => out.push_str(&format!("[U+{:04X}]", u32::from(c))),
            c if c.is_control() && c != '\n' && c != '\t' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_client_uses_no_sentence_that_it_is_not_given() {
        let words: Map<String, Value> = serde_json::from_str(&client_words(Speech::Vi)).unwrap();
        let code = [include_str!("client/client.js"), include_str!("client/overlay.js")].concat();
        let used: Vec<&str> = code
            .split("WORDS.")
            .skip(1)
            .map(|rest| rest.split(|c: char| !c.is_alphanumeric()).next().unwrap())
            .collect();
        assert!(used.len() > 10);
        for name in &used {
            assert!(words.contains_key(*name), "{name}");
        }
        for name in words.keys() {
            assert!(used.contains(&name.as_str()), "{name} is not used");
        }
    }

    #[test]
    fn text_cannot_become_markup_or_turn_around() {
        assert_eq!(
            escape("<img onerror='a'>&\""),
            "&lt;img onerror=&#39;a&#39;&gt;&amp;&quot;"
        );
        assert_eq!(escape("a\u{202e}b\u{1b}]8;;"), "a[U+202E]b\u{fffd}]8;;");
    }
}
