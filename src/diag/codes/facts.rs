//! Message codes 03xx, continued: values that are well-formed, and cannot or can hardly be true, allowed or enough.
//!
//! Entry point: the constants and [`ALL`]. Invariant: see [`super`]; the numbers are shared with `fields.rs`.

use crate::diag::code::codes;

codes! {
    ADDRESS_BEFORE 315 Warning Warning
        vi "đây là địa chỉ trước ngày 1/7/2025, vì có «{unit}»" "{todo}; địa chỉ hiện nay ghi vào ward_name và province"
           "Từ ngày 1/7/2025 cả nước chỉ còn tỉnh, thành phố và xã, phường, đặc khu: không còn huyện, quận, thị xã, thị trấn, và nhiều tỉnh đã sáp nhập. Khách tìm theo địa chỉ cũ sẽ không thấy trên bản đồ mới."
        en "this address dates from before 1 July 2025: it names «{unit}»" "{todo}; the present address goes under ward_name and province"
           "Since 1 July 2025 there have been only provinces and cities, divided into communes, wards and special zones: no districts and no towns, and many provinces were merged. Visitors will not find the old address on new maps."
        wrong "place: { address: { vi: \"thôn Mẫu, xã Mẫu, huyện Mẫu\" } }" right "place: { before_2025: { vi: \"thôn Mẫu, xã Mẫu, huyện Mẫu\" }, ward_name: { vi: xã Mẫu, en: Mau Commune }, province: \"24\" }";
    PRICE_SMALL 316 Warning Warning
        vi "giá {value} đồng khó có thể đúng" "xem lại số tiền: {todo}"
           "Giá ghi bằng đồng. Người quen nói «ba mươi lăm» cho 35 nghìn dễ quên ba số 0, và khách thấy giá 35 đồng."
        en "a price of {value} dong can hardly be right" "check the amount: {todo}"
           "Prices are written in dong. If you are used to saying «thirty-five» for 35 thousand, three zeros are easily forgotten, and visitors see a price of 35 dong."
        wrong "price: { amount: 35, on: 2026-11-01 }" right "price: { amount: 35000, on: 2026-11-01 }";
    PRICE_IN_FUTURE 317 Warning Error
        vi "giá ghi ngày {date}, là ngày chưa tới" "ghi ngày đã thật sự hỏi giá, dạng năm-tháng-ngày"
           "Ngày này cho khách biết giá còn đáng tin đến đâu; ngày trong tương lai chắc là gõ nhầm."
        en "the price is dated {date}, which is in the future" "write the day on which you actually asked, as year-month-day"
           "The date tells visitors how far to trust the price; one in the future is surely a typing mistake."
        wrong "price: { amount: 35000, on: 2062-11-01 }" right "price: { amount: 35000, on: 2026-11-01 }";
    NO_TRANSLATION 318 Warning Warning
        vi "«{value}» không phải là bản dịch, nên coi như chưa dịch" "{todo}: trang sẽ tự hiện bản gốc có ghi chú; khi nào dịch xong thì thêm lại"
           "Những lời nhắc như «chưa dịch» mà đăng lên thì khách thấy đúng mấy chữ đó. Để trống thì trang hiện bản gốc và nói rõ là chưa dịch."
        en "«{value}» is not a translation, so this counts as untranslated" "{todo}: the page then shows the original and says so; add the line again once it is translated"
           "Reminders such as «to be translated» would be what visitors read. Where nothing is written, the page shows the original and says that it is not translated yet."
        wrong "summary: { vi: Ngôi chùa cổ, en: chưa dịch }" right "summary: { vi: Ngôi chùa cổ }";
    OTHER_LANGUAGE 319 Warning Warning
        vi "phần «{lang}» viết bằng {other}" "chuyển câu này sang phần «{other_lang}» và ghi ở đây câu {wanted}; nếu hai câu bị đổi chỗ cho nhau thì đổi lại"
           "Khách chọn một ngôn ngữ mà gặp ngôn ngữ khác thì tưởng trang bị lỗi, và trình đọc màn hình đọc sai giọng."
        en "the text for «{lang}» is written in {other}" "move it to «{other_lang}» and write the {wanted} text here; if the two were swapped, swap them back"
           "Visitors who choose a language and meet another one think that the site is broken, and screen readers mispronounce it."
        wrong "summary: { vi: An old pagoda on the hill, en: Ngôi chùa cổ ở trên đồi }" right "summary: { vi: Ngôi chùa cổ ở trên đồi, en: An old pagoda on the hill }";
    RANK_WITHOUT_DECISION 338 Warning Warning
        vi "cấp xếp hạng thiếu «{missing}» của quyết định" "thêm number: và date: của quyết định; chưa tìm thấy thì ghi điều đó vào unverified"
           "Không có số và ngày quyết định thì người đọc không kiểm chứng được hạng của di tích."
        en "the rank lacks «{missing}» of its decision" "add number: and date: of the decision; if they cannot be found, say so under unverified"
           "Without the number and date of the decision, nobody can verify the rank."
        wrong "recognitions: [ { rank: national } ]" right "recognitions: [ { rank: national, number: 1057/QĐ-BVHTT, date: 1991-06-14 } ]";
    DECISION_IN_FUTURE 339 Error Error
        vi "ngày quyết định {date} nằm trong tương lai" "xem lại ngày, nhất là năm"
           "Quyết định chưa ban hành thì chưa có hiệu lực, nên ngày này chắc là gõ nhầm."
        en "the decision is dated {date}, which is in the future" "check the date, the year above all"
           "A decision that has not been made yet has no effect, so the date is surely a typing mistake."
        wrong "date: 2062-03-14" right "date: 2026-03-14";
    DECISION_TOO_OLD 340 Error Error
        vi "ngày quyết định {date} trước năm 1945" "xem lại năm; niên đại của di tích ghi ở mục built, không ghi ở đây"
           "Việc xếp hạng di tích theo văn bản nhà nước chỉ có từ sau năm 1945."
        en "the decision is dated {date}, before 1945" "check the year; the age of the relic belongs under built"
           "Relics have been ranked by decision only since 1945."
        wrong "date: 1746" right "date: 2016-12-22";
    STARS_LAPSED 341 Warning Warning
        vi "hạng sao OCOP đã hết hạn ngày {date}, trang không hiện sao nữa" "nếu đã đánh giá lại, ghi number, date của quyết định mới; nếu chưa, xóa mục này"
           "Giấy chứng nhận OCOP có giá trị 36 tháng. Hết hạn mà còn trưng sao là ghi sai."
        en "the OCOP stars lapsed on {date}; pages no longer show them" "if the product has been assessed again, write the number and date of the new decision; if not, delete this key"
           "OCOP certificates are valid for 36 months. Showing stars after that would be wrong."
        wrong "ocop: { stars: 4, date: 2021-05-10 }" right "ocop: { stars: 4, date: 2025-05-10 }";
    STARS_LAPSING 342 Warning Warning
        vi "hạng sao OCOP còn {days} ngày là hết hạn ({date})" "nhắc chủ thể nộp hồ sơ đánh giá lại; có quyết định mới thì sửa number, date ở đây"
           "Giấy chứng nhận OCOP có giá trị 36 tháng; sau ngày đó trang tự ẩn sao."
        en "the OCOP stars lapse in {days} days ({date})" "remind the producer to apply again; once there is a new decision, change number and date here"
           "OCOP certificates are valid for 36 months; after that day the pages hide the stars."
        wrong "valid_until: 2026-12-01" right "valid_until: 2029-12-01";
    STARS_OUT_OF_RANGE 343 Error Error
        vi "OCOP không có hạng {value} sao" "ghi 3, 4 hoặc 5"
           "Chương trình OCOP chỉ công nhận sản phẩm từ 3 đến 5 sao."
        en "there is no OCOP rank of {value} stars" "write 3, 4 or 5"
           "The OCOP programme awards 3 to 5 stars only."
        wrong "ocop: { stars: 2 }" right "ocop: { stars: 3 }";
    STARS_WITHOUT_DECISION 344 Warning Error
        vi "hạng sao OCOP thiếu «{missing}» của quyết định" "thêm number: và date: của quyết định công nhận"
           "Sao phải có quyết định. Ngày quyết định còn cho biết sao hết hạn khi nào (sau 36 tháng)."
        en "the OCOP stars lack «{missing}» of their decision" "add number: and date: of the decision"
           "Stars need a decision, and its date says when they lapse (after 36 months)."
        wrong "ocop: { stars: 4 }" right "ocop: { stars: 4, number: 312/QĐ-UBND, date: 2025-05-10 }";
    WARD_CODE 345 Error Error
        vi "«{value}» không phải là mã phường, xã" "ghi mã 5 chữ số theo danh mục từ 1/7/2025, trong ngoặc kép, ví dụ \"07798\"; chưa biết mã thì thay ward bằng {named}"
           "Mã đơn vị hành chính cấp xã có đúng 5 chữ số. Danh mục có trên trang của Cục Thống kê, danhmuchanhchinh.nso.gov.vn. Không có mã thì chỉ cần tên."
        en "«{value}» is not the code of a ward or commune" "write the 5-digit code from the list in force since 1 July 2025, in quotes, for example \"07798\"; if you do not know it, write {named} in place of ward"
           "Codes of wards and communes have exactly 5 digits. The list is on the website of the National Statistics Office, danhmuchanhchinh.nso.gov.vn. Without a code, the name will do."
        wrong "ward: Vân Hà" right "ward: \"07798\"";
    PROVINCE_CODE 346 Error Error
        vi "«{value}» không phải là mã của một trong 34 tỉnh, thành phố" "ghi mã 2 chữ số của tỉnh hiện nay: {near}"
           "Từ 1/7/2025 cả nước có 34 tỉnh, thành phố. Mã của tỉnh đã sáp nhập không dùng nữa."
        en "«{value}» is not the code of one of the 34 provinces" "write the 2-digit code of the present province: {near}"
           "Since 1 July 2025 there have been 34 provinces and cities. The codes of merged provinces are no longer used."
        wrong "province: Bắc Ninh" right "province: \"24\"";
    OLD_CODES 347 Warning Warning
        vi "mã đơn vị hành chính ở đây lấy theo danh mục ngày {date}, trước khi sáp nhập" "tra lại mã mới rồi ghi as_of: 2025-07-01; địa chỉ cũ ghi vào before_2025"
           "Danh mục mới dùng lại một số mã cũ cho tỉnh khác: mã 24 trước là Bắc Giang, nay là Bắc Ninh. Mã không rõ của danh mục nào thì không biết là nơi nào."
        en "the codes here are from a list of {date}, before the mergers" "look up the new codes and write as_of: 2025-07-01; the old address goes under before_2025"
           "The new list uses some old codes for other provinces: 24 was Bắc Giang and is now Bắc Ninh. A code without its date may mean either."
        wrong "as_of: 2024-01-01" right "as_of: 2025-07-01";
    OLD_ADDRESS_ONLY 348 Warning Warning
        vi "chỉ có địa chỉ trước năm 2025, chưa có địa chỉ hiện nay" "thêm ward, ward_name và province_name của phường, xã hiện nay; chưa chắc thì thêm confirmed: false"
           "Từ 1/7/2025 không còn cấp huyện và nhiều xã đã sáp nhập; khách tìm theo địa chỉ cũ sẽ không thấy trên bản đồ mới."
        en "only the address before 2025 is given, not the present one" "add ward, ward_name and province_name of the present ward or commune; if you are not sure, add confirmed: false"
           "Districts were abolished on 1 July 2025 and many communes merged; visitors will not find the old address on new maps."
        wrong "place: { before_2025: xã Tiên Sơn, huyện Việt Yên }" right "place: { ward: \"07798\", ward_name: phường Vân Hà, before_2025: xã Tiên Sơn, huyện Việt Yên }";
    LUNAR_IMPOSSIBLE 350 Error Error
        vi "không có ngày âm lịch «{value}»" "ngày từ 1 đến 30, tháng từ 1 đến 12; ngày cuối không nhỏ hơn ngày đầu"
           "Tháng âm lịch có 29 hoặc 30 ngày, năm có 12 tháng (năm nhuận lặp lại một tháng)."
        en "there is no lunar date «{value}»" "days run from 1 to 30, months from 1 to 12; the last day is not before the first"
           "Lunar months have 29 or 30 days, and years have 12 months (a leap year repeats one)."
        wrong "lunar: \"31/2\"" right "lunar: \"30/2\"";
    OUTSIDE_VIETNAM 351 Error Error
        vi "tọa độ {value} nằm ngoài Việt Nam" "ghi [vĩ độ, kinh độ] với vĩ độ từ 7,5 đến 23,5 và kinh độ từ 102 đến 117,5, ví dụ [21.2779, 106.0231]"
           "Giữ ngón tay trên đúng chỗ trong ứng dụng bản đồ của điện thoại, rồi chép hai số hiện ra."
        en "the coordinates {value} lie outside Vietnam" "write [latitude, longitude] with a latitude of 7.5 to 23.5 and a longitude of 102 to 117.5, for example [21.2779, 106.0231]"
           "Press and hold the spot in a map app on a phone and copy the two numbers that appear."
        wrong "at: [48.85, 2.35]" right "at: [21.2779, 106.0231]";
    COORDINATES_SWAPPED 352 Error Error
        vi "tọa độ {value} ghi ngược: kinh độ đứng trước vĩ độ" "đổi thành {mended}"
           "Vĩ độ (khoảng 8 đến 23) đứng trước, kinh độ (khoảng 102 đến 117) đứng sau."
        en "the coordinates {value} are swapped: the longitude comes before the latitude" "write {mended}"
           "Latitude (about 8 to 23) comes first, longitude (about 102 to 117) second."
        wrong "at: [106.0231, 21.2779]" right "at: [21.2779, 106.0231]";
    SAME_IN_BOTH 355 Warning Warning
        vi "phần «{lang}» giống hệt phần tiếng Việt, có lẽ chưa dịch" "dịch sang «{lang}», hoặc bỏ dòng {lang}: để trang tự hiện bản tiếng Việt có ghi chú"
           "Chép nguyên câu tiếng Việt vào phần tiếng nước ngoài làm khách tưởng trang bị lỗi."
        en "the text for «{lang}» is the same as the Vietnamese one and has probably not been translated" "translate it, or delete the line {lang}: and the page will show the Vietnamese text and say so"
           "A Vietnamese sentence in place of a translation looks like a fault to visitors."
        wrong "en: Ngôi chùa cổ dưới chân núi" right "en: An old pagoda at the foot of the hill";
    WITHOUT_CONSENT 360 Error Error
        vi "«{what}» là dữ liệu cá nhân nhưng chưa ghi sự đồng ý, nên trang không đăng" "hỏi người đó, được đồng ý thì thêm consent: true; không thì xóa"
           "Theo Luật Bảo vệ dữ liệu cá nhân, tên người, số điện thoại, ảnh chân dung chỉ đăng khi người đó đồng ý và biết để làm gì."
        en "«{what}» is personal data without recorded consent, so it is not published" "ask the person; if they agree, add consent: true, and if not, delete it"
           "Under the Law on Personal Data Protection, names, telephone numbers and portraits may be published only with the person's informed consent."
        wrong "contact: { phone: \"0912 345 678\" }" right "contact: { phone: \"0912 345 678\", consent: true }";
    WITHOUT_RIGHTS 361 Error Error
        vi "«{what}» chưa ghi vì sao được phép đăng" "thêm rights: { status: … } với một trong: state_document, public_domain, open_licence, permission, own_work, link_only"
           "Sách và tài liệu có bản quyền; đăng mà không rõ quyền là vi phạm. Được đăng: văn bản nhà nước, tác phẩm hết thời hạn bảo hộ, tác phẩm có giấy phép mở, tác phẩm đã xin phép, bài tự viết, hoặc chỉ dẫn liên kết."
        en "«{what}» does not say why it may be published" "add rights: { status: … } with one of: state_document, public_domain, open_licence, permission, own_work, link_only"
           "Books and documents are protected by copyright. State documents, works out of copyright, works under an open licence, works published with permission, your own works and plain links are fine."
        wrong "files: [ { file: files/x.pdf } ]" right "files: [ { file: files/x.pdf, rights: { status: own_work } } ]";
    REVIEW_PASSED 363 Warning Warning
        vi "đã quá hạn kiểm tra lại ({date})" "đọc lại cả mục, sửa điều đã đổi, rồi ghi verified.on là ngày hôm nay và review_by mới"
           "Giờ mở cửa, giá, số điện thoại thay đổi theo năm tháng; mỗi mục cần có người đọc lại đúng hẹn."
        en "this entry was due for review by {date}" "read the whole entry again, correct what has changed, then set verified.on to today and review_by to a new date"
           "Opening hours, prices and telephone numbers change; every entry needs someone to read it again in time."
        wrong "review_by: 2025-06-30" right "review_by: 2027-06-30";
    STARS_CLAIMED 364 Warning Error
        vi "câu chữ nói «{claim}» nhưng mục này không có hạng sao OCOP còn hiệu lực" "bỏ lời ấy, hoặc ghi hạng sao kèm quyết định vào mục ocop"
           "Hạng sao chỉ được nói khi có quyết định còn hiệu lực; ghi trong bài thì khi hết hạn không ai nhớ mà xóa."
        en "the text says «{claim}», but this entry has no OCOP stars in force" "delete those words, or write the stars with their decision under ocop"
           "Stars may only be claimed with a decision in force; in running text, nobody remembers to remove them when they lapse."
        wrong "summary: Trà đạt 5 sao" right "summary: Trà xanh làng Mẫu";
    FOREIGN_ISLAND_NAME 365 Error Error
        vi "phần tiếng nước ngoài dùng tên «{name}»" "viết {mended}"
           "Hai quần đảo của Việt Nam là Hoàng Sa và Trường Sa; trong tiếng Anh viết Hoang Sa, Truong Sa."
        en "the text uses the name «{name}»" "write {mended}"
           "The two archipelagos of Vietnam are Hoàng Sa and Trường Sa, in English Hoang Sa and Truong Sa."
        wrong "en: the Spratly Islands" right "en: the Truong Sa islands";
    STARS_DISAGREE 371 Warning Error
        vi "câu chữ nói «{claim}» nhưng mục ocop ghi {stars} sao" "sửa câu chữ hoặc sửa mục ocop cho khớp với quyết định"
           "Trang nói hai hạng sao khác nhau thì người đọc không biết tin bên nào."
        en "the text says «{claim}», but ocop has {stars} stars" "correct the text or ocop, whichever differs from the decision"
           "When a page gives two different ratings, readers cannot tell which one is right."
        wrong "summary: Trà đạt 5 sao\nocop: { stars: 4 }" right "summary: Trà đạt 4 sao\nocop: { stars: 4 }";
    CHECKED_IN_FUTURE 372 Error Error
        vi "ngày kiểm tra {date} nằm trong tương lai" "ghi ngày đã thật sự kiểm tra, dạng năm-tháng-ngày"
           "Ngày này cho khách biết nội dung mới đến đâu; ngày trong tương lai chắc là gõ nhầm."
        en "the date of the check, {date}, is in the future" "write the day on which it was actually checked, as year-month-day"
           "The date tells visitors how up to date the content is; one in the future is surely a typing mistake."
        wrong "verified: { by: Nhóm mẫu, on: 2062-11-20 }" right "verified: { by: Nhóm mẫu, on: 2026-11-20 }";
    YEAR_DOUBTFUL 376 Warning Error
        vi "năm {value} khó có thể đúng" "ghi năm bằng bốn chữ số, ví dụ {example}; cả thế kỷ {century} là from: {from}, to: {to}{meant}"
           "Số có một, hai chữ số thường là số thế kỷ; năm sau hôm nay thường là gõ nhầm."
        en "the year {value} can hardly be right" "write the year with four digits, for example {example}; the whole {century} century is from: {from}, to: {to}{meant}"
           "A number of one or two digits usually means a century; a year still to come is usually a typing mistake."
        wrong "built: { from: 19, to: 19 }" right "built: { from: 1801, to: 1900 }";
    OUTSIDE_ERA 377 Warning Warning
        vi "niên đại {years} nằm ngoài thời kỳ «{key}»: {era}" "xem lại from, to; nếu đúng thì chọn thời kỳ khác ở era, hoặc bỏ dòng era"
           "Khách lọc theo thời kỳ sẽ thấy mục này ở sai chỗ, và hai điều trên trang mâu thuẫn nhau."
        en "the date {years} lies outside the era «{key}»: {era}" "check from and to; if they are right, choose another era or delete the line era"
           "Visitors who filter by era would find this entry in the wrong place, and the page contradicts itself."
        wrong "built: { from: 1705, to: 1728, era: nguyen }" right "built: { from: 1705, to: 1728, era: le-trung-hung }";
    SAMPLE_PAYMENT 384 Warning Error
        vi "đây là tài khoản mẫu, không ai nhận được tiền" "khi đăng thật: ghi tài khoản thật và consent: true, hoặc xóa mục {field}"
           "Trang mẫu minh họa mã chuyển khoản bằng tài khoản không có thật, kèm dải chữ «MẪU – KHÔNG CHUYỂN TIỀN». Trang đăng thật không được có mã như vậy."
        en "this is a sample account; nobody would receive the money" "before publishing, write the real account and consent: true, or delete the key {field}"
           "Sample entries show payment codes with an invented account and a band that says “SAMPLE – DO NOT PAY”. A site that is published for real must not carry one."
        wrong "payment: { bank: Sacombank, account: \"0011012345678\", holder: TAI KHOAN MAU, sample: true }" right "payment: { bank: Vietcombank, account: \"…\", holder: HTX CHE, consent: true }";
    PAYMENT_OF_SAMPLE 385 Error Error
        vi "mục mẫu (sample: true) mang tài khoản {account} không ghi là mẫu" "thêm sample: true vào payment và dùng tài khoản mẫu 0011012345678 (Sacombank); không bao giờ đặt tài khoản thật vào mục bịa"
           "Người xem có thể chuyển tiền thật cho một gian hàng không có thật."
        en "an invented entry (sample: true) has the account {account}, which is not marked as a sample" "add sample: true to payment and use the sample account 0011012345678 (Sacombank); never put a real account into an invented entry"
           "Somebody might pay real money to a stall that does not exist."
        wrong "sample: true\npayment: { bank: MB, account: \"…\", holder: A, consent: true }" right "sample: true\npayment: { bank: Sacombank, account: \"0011012345678\", holder: TAI KHOAN MAU, sample: true }";
    NO_ADDRESS 393 Error Error
        vi "«{value}» không dùng làm địa chỉ của trang được" "ghi: {near}"
           "Phần cuối của địa chỉ là tên một thư mục, nên phải có chữ cái hoặc chữ số, và không được là tên Windows giữ riêng như con, aux, nul, com1."
        en "«{value}» cannot be the address of a page" "write: {near}"
           "The last part of an address is a folder name, so it needs letters or digits and cannot be a name that Windows keeps for itself, such as con, aux, nul or com1."
        wrong "url: { vi: con, en: aux }" right "url: { vi: cua-con, en: for-children }";
    WARD_ELSEWHERE 394 Warning Warning
        vi "mã phường, xã «{value}» là của {owner}, không phải của {province}" "nếu ward đúng thì ghi province: \"{code}\"; nếu province đúng thì tra lại mã phường, xã ở danhmuchanhchinh.nso.gov.vn"
           "Mỗi tỉnh có những dãy mã phường, xã riêng, theo danh mục từ ngày 1/7/2025. Hai mã không khớp nhau thì có một mã bị gõ nhầm, hoặc là mã của danh mục cũ."
        en "the code «{value}» is that of a ward or commune in {owner}, not in {province}" "if ward is right, write province: \"{code}\"; if province is right, look the code up at danhmuchanhchinh.nso.gov.vn"
           "Every province has its own ranges of ward and commune codes in the list in force since 1 July 2025. If the two do not match, one was mistyped or comes from the old list."
        wrong "place: { ward: \"07798\", province: \"79\" }" right "place: { ward: \"07798\", province: \"24\" }";
    PROVINCE_MERGED 396 Error Error
        vi "{what} không còn từ 1/7/2025, nay thuộc {new}" "ghi \"{code}\" ({new}); tên tỉnh cũ ghi vào before_2025"
           "Từ ngày 1/7/2025 cả nước còn 34 tỉnh, thành phố, và một số mã cũ đã thuộc về tỉnh khác. Trang ghi tỉnh hiện nay; địa chỉ cũ để ở before_2025 cho người quen tên cũ."
        en "{what} has not existed since 1 July 2025; it is now part of {new}" "write \"{code}\" ({new}); the name of the old province goes under before_2025"
           "Since 1 July 2025 there have been 34 provinces, and some of the old codes now belong to other provinces. Pages name the present province; the old address goes under before_2025, for those who know the old name."
        wrong "province: Bắc Giang" right "province: \"24\"\nbefore_2025: tỉnh Bắc Giang";
}
