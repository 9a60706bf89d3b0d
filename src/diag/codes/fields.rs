//! Message codes 03xx: fields and values.
//!
//! Entry point: the constants and [`ALL`]. Invariant: see [`super`].

use crate::diag::code::codes;

codes! {
    ONE_VALUE 301 Error Error
        vi "ở đây chỉ cần một giá trị, không phải một danh sách hay nhiều mục con" "ghi một giá trị trên cùng dòng với tên mục"
           "Mục này chỉ nhận một giá trị. Danh sách (các dòng có gạch đầu dòng) và các mục con thụt vào không dùng được ở đây."
        en "one value is wanted here, not a list or nested keys" "write one value on the same line as the key"
           "This key takes a single value. Lists (lines with a dash) and nested keys have no meaning here."
        wrong "summary:
  - Ngôi chùa cổ" right "summary: Ngôi chùa cổ";
    NOT_AN_INTEGER 302 Error Error
        vi "«{value}» không phải là số nguyên" "chỉ ghi chữ số, ví dụ 18"
           "Mục này cần một số nguyên; đơn vị, chữ và dấu phẩy thập phân không ghi ở đây."
        en "«{value}» is not a whole number" "write digits only, for example 18"
           "This key needs a whole number; units, words and decimals do not belong here."
        wrong "plates: 18 cái" right "plates: 18";
    NOT_YES_NO 303 Error Error
        vi "«{value}» không phải là có hay không" "ghi true (có) hoặc false (không)"
           "Mục này chỉ nhận có hoặc không."
        en "«{value}» is neither yes nor no" "write true (yes) or false (no)"
           "This key takes only yes or no."
        wrong "consent: rồi" right "consent: true";
    NOT_A_LANGUAGE 304 Error Error
        vi "«{key}» không phải là ngôn ngữ của trang này" "dùng một trong các mã: {known}; ngôn ngữ mới thì khai báo trong content/site.yaml"
           "Chữ theo từng ngôn ngữ được ghi dưới mã ngôn ngữ mà content/site.yaml liệt kê."
        en "«{key}» is not a language of this site" "use one of: {known}; declare a new language in content/site.yaml"
           "Texts per language stand under the language codes that content/site.yaml lists."
        wrong "title: { vn: Chùa Bổ Đà }" right "title: { vi: Chùa Bổ Đà }";
    NEEDS_KEYS 305 Error Error
        vi "ở đây cần các mục con" "ghi các mục con trong số: {known}"
           "Mục này gồm nhiều phần, mỗi phần có tên riêng; một giá trị đơn lẻ thì chưa đủ."
        en "keys are wanted here" "write keys out of: {known}"
           "This value has several parts, each with its own name; a single value is not enough."
        wrong "place: Vân Hà" right "place:
  ward: \"07798\"";
    UNKNOWN_KEY_NEAR 306 Error Error
        vi "không có mục nào tên «{key}»" "có phải là «{near}»? Tên mục luôn viết bằng tiếng Anh, đúng từng chữ"
           "Tên mục viết sai thì nội dung phía sau sẽ không hiện ở đâu cả, nên đây là lỗi chứ không chỉ là lời nhắc."
        en "there is no key «{key}»" "did you mean «{near}»? Keys are English words, letter by letter"
           "What stands under a misspelled key would silently appear nowhere, so it is an error."
        wrong "tieu_de: Chùa Bổ Đà" right "title: Chùa Bổ Đà";
    UNKNOWN_KEY 307 Error Error
        vi "không có mục nào tên «{key}»" "dùng một trong các mục: {known}"
           "Tên mục lạ thì nội dung phía sau sẽ không hiện ở đâu cả, nên đây là lỗi chứ không chỉ là lời nhắc."
        en "there is no key «{key}»" "use one of: {known}"
           "What stands under an unknown key would silently appear nowhere, so it is an error."
        wrong "xyz: 1" right "summary: Ngôi chùa cổ";
    UNKNOWN_VALUE_NEAR 308 Error Error
        vi "giá trị «{value}» không có trong danh sách" "có phải là «{near}»?"
           "Mục này chỉ nhận các giá trị trong một danh sách có sẵn, viết đúng từng chữ."
        en "the value «{value}» is not in the list" "did you mean «{near}»?"
           "This key takes only the values of a fixed list, letter by letter."
        wrong "types: [historic]" right "types: [historical]";
    UNKNOWN_VALUE 309 Error Error
        vi "giá trị «{value}» không có trong danh sách" "dùng một trong: {known}"
           "Mục này chỉ nhận các giá trị trong một danh sách có sẵn, viết đúng từng chữ."
        en "the value «{value}» is not in the list" "use one of: {known}"
           "This key takes only the values of a fixed list, letter by letter."
        wrong "types: [abc]" right "types: [historical]";
    MISSING_FIELD 310 Error Error
        vi "thiếu mục bắt buộc «{key}» ({label})" "thêm dòng {key}: … vào tệp này; {help}"
           "Trang không thể hoàn chỉnh nếu thiếu mục này."
        en "the required key «{key}» ({label}) is missing" "add a line {key}: … to this file; {help}"
           "The page is not complete without it."
        wrong "summary: Ngôi chùa cổ" right "title: Chùa Bổ Đà
summary: Ngôi chùa cổ";
    TOO_LONG 311 Error Error
        vi "mục này dài {count} ký tự, tối đa {limit}" "rút gọn còn {limit} ký tự; phần dài hơn viết trong vi.md hoặc en.md"
           "Câu tóm tắt hiện trên thẻ, khi chia sẻ và trong kết quả tìm kiếm; dài hơn sẽ bị cắt giữa chừng."
        en "this text has {count} characters, {limit} are allowed" "shorten it to {limit} characters; write the rest in vi.md or en.md"
           "The summary stands on cards, in shared links and in search results, where a longer one would be cut."
        wrong "summary: (một đoạn văn 300 ký tự)" right "summary: Ngôi chùa cổ dưới chân núi Phượng Hoàng.";
    OUT_OF_RANGE 312 Error Error
        vi "số {value} nằm ngoài khoảng cho phép" "ghi một số từ {min} đến {max}"
           "Mục này có giới hạn trên và dưới để tránh gõ nhầm."
        en "the number {value} is out of range" "write a number from {min} to {max}"
           "This key has bounds, so that slips of the hand are found."
        wrong "list_size: 0" right "list_size: 24";
    NOT_AN_ID 313 Error Error
        vi "«{value}» không dùng làm id được" "chỉ dùng chữ thường không dấu, chữ số và gạch nối, ví dụ {near}"
           "id nằm trong địa chỉ và trong mã QR của phần này nên phải gõ được trên mọi máy."
        en "«{value}» cannot be an id" "use plain lower-case letters, digits and hyphens only, for example {near}"
           "The id is part of the address and of the code of this part, and has to be typed on any device."
        wrong "components:\n  - id: Vườn tháp" right "components:\n  - id: vuon-thap";
    NOT_A_KEY 314 Error Error
        vi "«{value}» không phải là khoá của một mục" "ghi thư-mục/tên-mục, ví dụ relics/chua-bo-da"
           "Một mục khác được gọi bằng khoá: tên thư mục của loại mục, dấu gạch chéo, rồi tên thư mục của mục đó."
        en "«{value}» is not the key of an entry" "write folder/name, for example relics/chua-bo-da"
           "Another entry is called by its key: the folder of its kind, a slash, the folder of the entry."
        wrong "producer: HTX Vân Hà" right "producer: producers/htx-van-ha";
}
