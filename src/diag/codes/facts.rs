//! Message codes 03xx, continued: what is well-formed and can hardly be true.
//!
//! Entry point: the constants and [`ALL`]. Invariant: see [`super`]; numbers are those that `fields.rs` leaves free.

use crate::diag::code::codes;

codes! {
    ADDRESS_BEFORE 315 Warning Warning
        vi "đây là địa chỉ trước ngày 1/7/2025, vì có «{unit}»" "{todo}; địa chỉ hiện nay ghi vào ward_name và province"
           "Từ ngày 1/7/2025 cả nước chỉ còn tỉnh, thành phố và xã, phường, đặc khu: không còn huyện, quận, thị xã, thị trấn, và nhiều tỉnh đã sáp nhập. Khách tìm theo địa chỉ cũ sẽ không thấy trên bản đồ mới."
        en "this is an address of before 1 July 2025: it names «{unit}»" "{todo}; the present address goes under ward_name and province"
           "Since 1 July 2025 there are only provinces, cities, and communes, wards and special zones in them: no districts and no towns, and many provinces were merged. Visitors will not find the old address on new maps."
        wrong "place: { address: { vi: \"thôn Mẫu, xã Mẫu, huyện Mẫu\" } }" right "place: { before_2025: { vi: \"thôn Mẫu, xã Mẫu, huyện Mẫu\" }, ward_name: { vi: xã Mẫu, en: Mau Commune }, province: \"24\" }";
    PRICE_SMALL 316 Warning Warning
        vi "giá {value} đồng khó có thể đúng" "xem lại số tiền: {todo}"
           "Giá ghi bằng đồng. Người quen nói «ba mươi lăm» cho 35 nghìn dễ quên ba số 0, và khách thấy giá 35 đồng."
        en "a price of {value} dong can hardly be right" "check the amount: {todo}"
           "Prices are written in dong. Whoever says «thirty-five» for 35 thousand easily forgets three zeros, and visitors see a price of 35 dong."
        wrong "price: { amount: 35, on: 2026-11-01 }" right "price: { amount: 35000, on: 2026-11-01 }";
    PRICE_IN_FUTURE 317 Warning Error
        vi "giá ghi ngày {date}, là ngày chưa tới" "ghi ngày đã thật sự hỏi giá, dạng năm-tháng-ngày"
           "Ngày này cho khách biết giá còn đáng tin đến đâu; ngày trong tương lai chắc là gõ nhầm."
        en "the price is dated {date}, which is in the future" "write the day on which you really asked, as year-month-day"
           "The day tells visitors how far to trust the price; one in the future is surely a slip."
        wrong "price: { amount: 35000, on: 2062-11-01 }" right "price: { amount: 35000, on: 2026-11-01 }";
    NO_TRANSLATION 318 Warning Warning
        vi "«{value}» không phải là bản dịch, nên coi như chưa dịch" "{todo}: trang sẽ tự hiện bản gốc có ghi chú; khi nào dịch xong thì thêm lại"
           "Những lời nhắc như «chưa dịch» mà đăng lên thì khách thấy đúng mấy chữ đó. Để trống thì trang hiện bản gốc và nói rõ là chưa dịch."
        en "«{value}» is no translation and counts as none" "{todo}: pages show the original and say so; add it once it is translated"
           "Reminders such as «to be translated» would be what visitors read. Where nothing is written, pages show the original and say that it is not translated."
        wrong "summary: { vi: Ngôi chùa cổ, en: chưa dịch }" right "summary: { vi: Ngôi chùa cổ }";
    OTHER_LANGUAGE 319 Warning Warning
        vi "phần «{lang}» viết bằng {other}" "chuyển lời này sang phần «{other_lang}» và ghi ở đây bản {wanted}; hai bản bị đổi chỗ thì đổi lại cho đúng"
           "Khách chọn một ngôn ngữ mà gặp ngôn ngữ khác thì tưởng trang bị lỗi, và máy đọc màn hình đọc sai giọng."
        en "the text for «{lang}» is written in {other}" "move it to «{other_lang}» and write the {wanted} text here; if the two were swapped, swap them back"
           "Visitors who choose a language and meet another one think that the site is broken, and screen readers speak it wrongly."
        wrong "summary: { vi: An old pagoda on the hill, en: Ngôi chùa cổ ở trên đồi }" right "summary: { vi: Ngôi chùa cổ ở trên đồi, en: An old pagoda on the hill }";
    WARD_ELSEWHERE 394 Warning Warning
        vi "mã phường, xã «{value}» là của {owner}, không phải của {province}" "nếu ward đúng thì ghi province: \"{code}\"; nếu province đúng thì tra lại mã phường, xã ở danhmuchanhchinh.nso.gov.vn"
           "Mỗi tỉnh có những dãy mã phường, xã riêng, theo danh mục từ ngày 1/7/2025. Hai mã không khớp nhau thì có một mã bị gõ nhầm, hoặc là mã của danh mục cũ."
        en "the code «{value}» is that of a ward or commune of {owner}, not of {province}" "if ward is right, write province: \"{code}\"; if province is right, look the code up at danhmuchanhchinh.nso.gov.vn"
           "Every province has its own runs of codes for wards and communes in the list in force since 1 July 2025. Where the two do not fit, one was mistyped, or is a code of the old list."
        wrong "place: { ward: \"07798\", province: \"79\" }" right "place: { ward: \"07798\", province: \"24\" }";
}
