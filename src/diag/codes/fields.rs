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
        vi "«{value}» không phải là số nguyên" "chỉ ghi chữ số, {example}"
           "Mục này cần một số nguyên; đơn vị, chữ và dấu phẩy thập phân không ghi ở đây."
        en "«{value}» is not a whole number" "write digits only, {example}"
           "This key needs a whole number; units, words and decimals do not belong here."
        wrong "plates: 18 cái" right "plates: 18";
    NOT_YES_NO 303 Error Error
        vi "«{value}» không phải là có hay không" "ghi có hoặc không (true, false cũng được)"
           "Mục này chỉ nhận có hoặc không."
        en "«{value}» is neither yes nor no" "write yes or no (true and false will do as well)"
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
        vi "thiếu mục bắt buộc «{key}» ({label})" "{todo}. {help}"
           "Trang không thể hoàn chỉnh nếu thiếu mục này."
        en "the required key «{key}» ({label}) is missing" "{todo}. {help}"
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
        vi "«{value}» không phải là khoá của một mục" "ghi thư-mục/tên-mục, {example}"
           "Một mục khác được gọi bằng khoá: tên thư mục của loại mục, dấu gạch chéo, rồi tên thư mục của mục đó."
        en "«{value}» is not the key of an entry" "write folder/name, {example}"
           "Another entry is called by its key: the folder of its kind, a slash, the folder of the entry."
        wrong "producer: HTX Vân Hà" right "producer: producers/htx-van-ha";
    NOT_A_NUMBER 320 Error Error
        vi "«{value}» không phải là một số" "chỉ ghi chữ số, phần lẻ sau dấu phẩy, {example}"
           "Mục này cần một số. Đơn vị (m, km, ha) đã có sẵn trong tên mục nên không ghi ở đây."
        en "«{value}» is not a number" "write digits only, decimals after a point or comma, {example}"
           "This key needs a number. The unit (m, km, ha) is part of the key's name and is not written here."
        wrong "length_km: 1,2 km" right "length_km: 1,2";
    NOT_A_DATE 321 Error Error
        vi "«{value}» không phải là ngày tháng" "ghi năm-tháng-ngày, {example}; chỉ biết tháng thì 2016-12, chỉ biết năm thì 2016"
           "Ngày được ghi bằng số. Những chữ như «khoảng», «đầu năm» hãy viết trong bài."
        en "«{value}» is not a date" "write year-month-day, {example}; 2016-12 when only the month is known, 2016 when only the year is"
           "Dates are written in digits. Words such as «about» belong into the text."
        wrong "date: khoảng 2016" right "date: 2016";
    SHORT_YEAR 322 Error Error
        vi "năm trong «{value}» chỉ có hai chữ số" "ghi đủ bốn chữ số của năm, ví dụ 2023"
           "Hai chữ số không cho biết là 1923 hay 2023."
        en "the year in «{value}» has only two digits" "write the year with four digits, for example 2023"
           "Two digits do not tell 1923 from 2023."
        wrong "date: 3/4/23" right "date: 2023-04-03";
    NO_SUCH_DAY 323 Error Error
        vi "không có ngày «{value}» trong lịch" "xem lại ngày và tháng; tháng có từ 28 đến 31 ngày, năm có 12 tháng"
           "Ngày này không tồn tại, thường là do gõ nhầm một chữ số."
        en "there is no day «{value}» in the calendar" "check day and month; a month has 28 to 31 days, a year twelve months"
           "The day does not exist; mostly one digit was mistyped."
        wrong "date: 31/4/2023" right "date: 2023-04-30";
    MONTH_FIRST 324 Error Error
        vi "«{value}» ghi tháng trước ngày, kiểu Mỹ" "ghi {mended}"
           "Excel bản tiếng Anh hay đổi ngày thành tháng/ngày/năm. Ở đây ngày luôn đứng trước tháng, hoặc viết năm-tháng-ngày."
        en "«{value}» has the month before the day" "write {mended}"
           "English spreadsheets like to turn dates into month/day/year. Here the day comes first, or write year-month-day."
        wrong "date: 12/31/2016" right "date: 2016-12-31";
    NOT_A_RANGE 325 Error Error
        vi "«{value}» không phải là một khoảng" "ghi hai số nguyên cách nhau bằng gạch nối, ví dụ 1705-1728"
           "Mục này cần số đầu và số cuối."
        en "«{value}» is not a range" "write two whole numbers with a hyphen between them, for example 1705-1728"
           "This key needs a first and a last number."
        wrong "reign: từ 1705" right "reign: 1705-1728";
    RANGE_BACKWARDS 326 Error Error
        vi "khoảng này đi lùi: từ {from} đến {to}" "đổi chỗ hai giá trị, hoặc xem lại chữ số gõ nhầm"
           "Giá trị đầu phải nhỏ hơn hoặc bằng giá trị cuối."
        en "this runs backwards: from {from} to {to}" "swap the two values, or look for a mistyped digit"
           "The first value must not be larger than the last one."
        wrong "from: 1786\nto: 1740" right "from: 1740\nto: 1786";
    FILE_PATH 327 Error Error
        vi "đường dẫn tệp «{value}» không dùng được" "chép tệp vào thư mục của mục này rồi ghi đường dẫn từ đó, ví dụ {example}; dùng dấu / và không dùng .."
           "Mỗi mục chỉ dùng tệp trong thư mục của chính nó (photos, audio, files…), để chép sang máy nào cũng đủ. Đường dẫn kiểu C:\\… chỉ đúng trên một máy."
        en "the file path «{value}» cannot be used" "copy the file into this entry's folder and write the path from there, for example {example}; with / and without .."
           "An entry uses only files in its own folder (photos, audio, files …), so that it is complete on any machine. A path such as C:\\… exists on one machine only."
        wrong "file: C:\\Anh\\cong.jpg" right "file: photos/cong.jpg";
    NOT_A_URL 328 Error Error
        vi "«{value}» không phải là địa chỉ trang mạng" "chép cả địa chỉ từ trình duyệt, bắt đầu bằng https://, ví dụ https://baogialai.com.vn/"
           "Chỉ nhận địa chỉ http:// hoặc https:// đầy đủ, không có dấu cách."
        en "«{value}» is not the address of a web page" "copy the whole address from the browser, from https:// on, for example https://baogialai.com.vn/"
           "Only whole addresses with http:// or https:// and without blanks are taken."
        wrong "url: xem trên Facebook" right "url: https://baogialai.com.vn/";
    URL_WITHOUT_SCHEME 329 Error Error
        vi "địa chỉ «{value}» thiếu https://" "ghi {mended}"
           "Thiếu https:// thì trình duyệt tưởng đó là một trang con của trang này."
        en "the address «{value}» lacks https://" "write {mended}"
           "Without https:// a browser takes it for a page of this site."
        wrong "url: shopee.vn/tra-mau" right "url: https://shopee.vn/tra-mau";
    TRACKERS_REMOVED 330 Notice Notice
        vi "đã bỏ phần theo dõi ({names}) khỏi địa chỉ" "không bắt buộc sửa; muốn gọn thì ghi {mended}"
           "Khi chép liên kết từ mạng xã hội, phần utm_…, fbclid, spm, gclid theo dõi người bấm. Trang đích vẫn mở như cũ khi bỏ đi."
        en "tracking parts ({names}) were taken off the address" "nothing has to be done; to tidy up write {mended}"
           "Links copied from social networks carry utm_…, fbclid, spm or gclid, which follow whoever clicks. The page opens all the same without them."
        wrong "url: https://shopee.vn/tra?utm_source=zalo" right "url: https://shopee.vn/tra";
    NOT_A_PHONE 331 Error Error
        vi "«{value}» không phải là số điện thoại Việt Nam" "ghi số di động 10 chữ số hoặc số bàn 11 chữ số có mã vùng, trong ngoặc kép, ví dụ {example}"
           "Số này không bấm gọi được. Số di động bắt đầu bằng 03, 05, 07, 08, 09; số bàn bằng 02; tổng đài là 1800 hoặc 1900."
        en "«{value}» is not a Vietnamese telephone number" "write a mobile number of 10 digits or a fixed one of 11 with its area code, in quotes, for example {example}"
           "It cannot be dialed. Mobile numbers begin with 03, 05, 07, 08, 09, fixed ones with 02, hotlines with 1800 or 1900."
        wrong "phone: chị Hoa" right "phone: \"0912 345 678\"";
    PHONE_LENGTH 332 Error Error
        vi "số điện thoại «{value}» có {count} chữ số, cần {expected}" "đối chiếu lại từng chữ số"
           "Thiếu hoặc thừa chữ số thì gọi không được, hoặc gọi nhầm người."
        en "the telephone number «{value}» has {count} digits, it should have {expected}" "check it digit by digit"
           "With a digit too few or too many the call fails, or reaches a stranger."
        wrong "phone: \"0912 345 67\"" right "phone: \"0912 345 678\"";
    OLD_MOBILE 333 Error Error
        vi "«{value}» là số di động 11 chữ số kiểu cũ" "ghi \"{mended}\" (số mới từ năm 2018), và gọi thử một lần"
           "Các đầu số 01… đã đổi sang 10 chữ số tháng 9-2018 và không còn gọi được."
        en "«{value}» is a mobile number of the old kind with 11 digits" "write \"{mended}\" (its new form since 2018), and try a call"
           "Numbers with 01… were shortened to 10 digits in September 2018 and no longer work."
        wrong "phone: \"0168 234 5678\"" right "phone: \"038 234 5678\"";
    ZERO_LOST 334 Error Error
        vi "«{value}» mất số 0 ở đầu" "ghi \"{mended}\", giữ cả ngoặc kép"
           "Excel coi mã là con số nên bỏ số 0 đứng đầu. Đặt trong ngoặc kép thì số 0 được giữ."
        en "«{value}» has lost its leading zero" "write \"{mended}\", with the quotes"
           "Spreadsheets take codes for amounts and drop the zero in front. In quotes it stays."
        wrong "ward: 7798" right "ward: \"07798\"";
    DIGITS_LOST 335 Error Error
        vi "«{value}» là dạng rút gọn của Excel, các chữ số cuối đã mất" "mở lại bản gốc và chép đủ các chữ số, đặt trong ngoặc kép"
           "Excel đổi dãy số dài thành dạng 8,93E+12. Các chữ số bị làm tròn không khôi phục được từ đó; hãy định dạng cột là Văn bản trước khi nhập."
        en "«{value}» is a spreadsheet's short form, its last digits are gone" "go back to the original and copy all digits, in quotes"
           "Spreadsheets turn long numbers into 8.93E+12. The rounded digits cannot be won back; set the column to Text before typing."
        wrong "gtin: 8,93E+12" right "gtin: \"8931234567897\"";
    NOT_AN_AMOUNT 336 Error Error
        vi "«{value}» không phải là số tiền" "ghi số đồng bằng chữ số, ví dụ 120000 hoặc 120.000; chưa có giá thì xoá cả mục này"
           "Giá ghi bằng đồng, không có phần lẻ, không kèm chữ."
        en "«{value}» is not an amount of money" "write the amount in dong in digits, for example 120000 or 120.000; delete this if there is no price"
           "Prices are whole amounts of Vietnamese dong, without words."
        wrong "price: liên hệ" right "price: 120000";
    AMOUNT_IN_WORDS 337 Error Error
        vi "số tiền «{value}» có chữ đi kèm" "ghi {mended}"
           "Trang tự viết đơn vị theo từng ngôn ngữ, nên ở đây chỉ ghi số đồng."
        en "the amount «{value}» has words in it" "write {mended}"
           "The site writes the currency in each language by itself, so only the number of dong belongs here."
        wrong "price: 120 nghìn" right "price: 120000";
    RANK_WITHOUT_DECISION 338 Warning Warning
        vi "cấp xếp hạng thiếu «{missing}» của quyết định" "thêm number: và date: của quyết định; chưa tìm thấy thì ghi điều đó vào unverified"
           "Không có số và ngày quyết định thì người đọc không kiểm chứng được hạng của di tích."
        en "the rank lacks «{missing}» of its decision" "add number: and date: of the decision; if they cannot be found, say so under unverified"
           "Without number and date of the decision nobody can verify the rank."
        wrong "recognitions: [ { rank: national } ]" right "recognitions: [ { rank: national, number: 1057/QĐ-BVHTT, date: 1991-06-14 } ]";
    DECISION_IN_FUTURE 339 Error Error
        vi "ngày quyết định {date} nằm trong tương lai" "xem lại ngày, nhất là năm"
           "Quyết định chưa ban hành thì chưa có hiệu lực, nên ngày này chắc là gõ nhầm."
        en "the decision is dated {date}, which is in the future" "check the date, above all the year"
           "A decision that has not been made has no effect, so the date is surely a slip."
        wrong "date: 2062-03-14" right "date: 2026-03-14";
    DECISION_TOO_OLD 340 Error Error
        vi "ngày quyết định {date} trước năm 1945" "xem lại năm; niên đại của di tích ghi ở mục built, không ghi ở đây"
           "Việc xếp hạng di tích theo văn bản nhà nước chỉ có từ sau năm 1945."
        en "the decision is dated {date}, before 1945" "check the year; the age of the relic belongs under built"
           "Relics have been ranked by decision only since 1945."
        wrong "date: 1746" right "date: 2016-12-22";
    STARS_LAPSED 341 Warning Warning
        vi "hạng sao OCOP đã hết hạn ngày {date}, trang không hiện sao nữa" "nếu đã đánh giá lại, ghi number, date của quyết định mới; nếu chưa, xoá mục này"
           "Giấy chứng nhận OCOP có giá trị 36 tháng. Hết hạn mà còn trưng sao là ghi sai."
        en "the OCOP stars lapsed on {date}, pages no longer show them" "if the product was assessed again, write number and date of the new decision; if not, delete this"
           "OCOP certificates are valid for 36 months. To show stars after that would be wrong."
        wrong "ocop: { stars: 4, date: 2021-05-10 }" right "ocop: { stars: 4, date: 2025-05-10 }";
    STARS_LAPSING 342 Warning Warning
        vi "hạng sao OCOP còn {days} ngày là hết hạn ({date})" "nhắc chủ thể nộp hồ sơ đánh giá lại; có quyết định mới thì sửa number, date ở đây"
           "Giấy chứng nhận OCOP có giá trị 36 tháng; sau ngày đó trang tự ẩn sao."
        en "the OCOP stars lapse in {days} days ({date})" "remind the producer to apply again; once there is a new decision, change number and date here"
           "OCOP certificates are valid for 36 months; after that day pages hide the stars."
        wrong "valid_until: 2026-12-01" right "valid_until: 2029-12-01";
    STARS_OUT_OF_RANGE 343 Error Error
        vi "OCOP không có hạng {value} sao" "ghi 3, 4 hoặc 5"
           "Chương trình OCOP chỉ công nhận sản phẩm từ 3 đến 5 sao."
        en "there is no OCOP rank of {value} stars" "write 3, 4 or 5"
           "The OCOP programme recognizes products of 3 to 5 stars only."
        wrong "ocop: { stars: 2 }" right "ocop: { stars: 3 }";
    STARS_WITHOUT_DECISION 344 Warning Error
        vi "hạng sao OCOP thiếu «{missing}» của quyết định" "thêm number: và date: của quyết định công nhận"
           "Sao phải có quyết định. Ngày quyết định còn cho biết sao hết hạn khi nào (sau 36 tháng)."
        en "the OCOP stars lack «{missing}» of their decision" "add number: and date: of the decision"
           "Stars need a decision, and its date tells when they lapse (after 36 months)."
        wrong "ocop: { stars: 4 }" right "ocop: { stars: 4, number: 312/QĐ-UBND, date: 2025-05-10 }";
    WARD_CODE 345 Error Error
        vi "«{value}» không phải là mã phường, xã" "ghi mã 5 chữ số theo danh mục từ 01/7/2025, trong ngoặc kép, ví dụ \"07798\"; chưa biết mã thì thay ward bằng {named}"
           "Mã đơn vị hành chính cấp xã có đúng 5 chữ số. Danh mục có trên trang của Cục Thống kê, danhmuchanhchinh.nso.gov.vn. Không có mã thì chỉ cần tên."
        en "«{value}» is not the code of a ward or commune" "write the code of 5 digits from the list in force since 1 July 2025, in quotes, for example \"07798\"; if you do not know it, write {named} in place of ward"
           "Codes of wards and communes have exactly 5 digits. The list is on the site of the Statistics Office, danhmuchanhchinh.nso.gov.vn. Without a code the name will do."
        wrong "ward: Vân Hà" right "ward: \"07798\"";
    PROVINCE_CODE 346 Error Error
        vi "«{value}» không phải là mã của một trong 34 tỉnh, thành phố" "ghi mã 2 chữ số của tỉnh hiện nay: {near}"
           "Từ 01/7/2025 cả nước có 34 tỉnh, thành phố. Mã của tỉnh đã sáp nhập không dùng nữa."
        en "«{value}» is not the code of one of the 34 provinces" "write the 2-digit code of the present province: {near}"
           "Since 1 July 2025 there are 34 provinces and cities. Codes of merged provinces are out of use."
        wrong "province: Bắc Ninh" right "province: \"24\"";
    OLD_CODES 347 Warning Warning
        vi "mã đơn vị hành chính ở đây lấy theo danh mục ngày {date}, trước khi sáp nhập" "tra lại mã mới rồi ghi as_of: 2025-07-01; địa chỉ cũ ghi vào before_2025"
           "Danh mục mới dùng lại một số mã cũ cho tỉnh khác: mã 24 trước là Bắc Giang, nay là Bắc Ninh. Mã không rõ thời điểm thì không biết là nơi nào."
        en "the codes here are from a list of {date}, before the mergers" "look up the new codes and write as_of: 2025-07-01; the old address goes under before_2025"
           "The new list uses some old codes for other provinces: 24 was Bắc Giang and is now Bắc Ninh. A code without its date may mean either."
        wrong "as_of: 2024-01-01" right "as_of: 2025-07-01";
    OLD_ADDRESS_ONLY 348 Warning Warning
        vi "chỉ có địa chỉ trước năm 2025, chưa có địa chỉ hiện nay" "thêm ward, ward_name và province_name của phường, xã hiện nay; chưa chắc thì thêm confirmed: false"
           "Từ 01/7/2025 không còn cấp huyện và nhiều xã đã sáp nhập; khách tìm theo địa chỉ cũ sẽ không thấy trên bản đồ mới."
        en "only the address before 2025 is given, not the present one" "add ward, ward_name and province_name of the present ward or commune; if unsure add confirmed: false"
           "Districts were abolished on 1 July 2025 and many communes merged; visitors will not find the old address on new maps."
        wrong "place: { before_2025: xã Tiên Sơn, huyện Việt Yên }" right "place: { ward: \"07798\", ward_name: phường Vân Hà, before_2025: xã Tiên Sơn, huyện Việt Yên }";
    NOT_A_LUNAR_DATE 349 Error Error
        vi "«{value}» không đọc được thành ngày âm lịch" "xem lại ngày: {todo}"
           "Ngày âm lịch gồm ngày và tháng. «Tháng Một» trong văn bản cũ có thể là tháng 11, nên hãy ghi bằng số. Ngày dương lịch hằng năm thì ghi ở solar."
        en "«{value}» cannot be read as a lunar date" "check the day: {todo}"
           "A lunar date has a day and a month. «Tháng Một» may mean month 11 in old texts, so write digits. A day of the solar year goes under solar."
        wrong "lunar: đầu xuân" right "lunar: \"6/1\"";
    LUNAR_IMPOSSIBLE 350 Error Error
        vi "không có ngày âm lịch «{value}»" "ngày từ 1 đến 30, tháng từ 1 đến 12; ngày cuối không nhỏ hơn ngày đầu"
           "Tháng âm lịch có 29 hoặc 30 ngày, năm có 12 tháng (năm nhuận lặp lại một tháng)."
        en "there is no lunar date «{value}»" "days run from 1 to 30, months from 1 to 12; the last day is not before the first"
           "Lunar months have 29 or 30 days, years twelve months (a leap year repeats one)."
        wrong "lunar: \"31/2\"" right "lunar: \"30/2\"";
    OUTSIDE_VIETNAM 351 Error Error
        vi "toạ độ {value} nằm ngoài Việt Nam" "ghi [vĩ độ, kinh độ] với vĩ độ từ 7,5 đến 23,5 và kinh độ từ 102 đến 117,5, ví dụ [21.2779, 106.0231]"
           "Giữ ngón tay trên đúng chỗ trong ứng dụng bản đồ của điện thoại, rồi chép hai số hiện ra."
        en "the coordinates {value} lie outside Vietnam" "write [latitude, longitude] with a latitude of 7.5 to 23.5 and a longitude of 102 to 117.5, for example [21.2779, 106.0231]"
           "Press on the spot in the phone's map application and copy the two numbers that appear."
        wrong "at: [48.85, 2.35]" right "at: [21.2779, 106.0231]";
    COORDINATES_SWAPPED 352 Error Error
        vi "toạ độ {value} ghi ngược: kinh độ đứng trước vĩ độ" "đổi thành {mended}"
           "Vĩ độ (khoảng 8 đến 23) đứng trước, kinh độ (khoảng 102 đến 117) đứng sau."
        en "the coordinates {value} are swapped: longitude stands before latitude" "write {mended}"
           "Latitude (about 8 to 23) comes first, longitude (about 102 to 117) second."
        wrong "at: [106.0231, 21.2779]" right "at: [21.2779, 106.0231]";
    COORDINATES_IN_METRES 353 Error Error
        vi "toạ độ {value} tính bằng mét (VN-2000)" "ghi vĩ độ, kinh độ lấy từ bản đồ điện thoại (WGS 84), ví dụ [21.2779, 106.0231]"
           "Giấy tờ đất dùng hệ VN-2000, tính bằng mét. Điện thoại và bản đồ trên mạng dùng hệ WGS 84, tính bằng độ."
        en "the coordinates {value} are in metres (VN-2000)" "write latitude and longitude from a phone's map (WGS 84), for example [21.2779, 106.0231]"
           "Land papers use the system VN-2000, in metres. Phones and maps on the web use WGS 84, in degrees."
        wrong "at: [2354321.5, 415678.2]" right "at: [21.2779, 106.0231]";
    NOT_COORDINATES 354 Error Error
        vi "toạ độ cần đúng hai số" "ghi [vĩ độ, kinh độ] bằng số thập phân có dấu chấm, {example}"
           "Độ-phút-giây hay chữ N, E không dùng ở đây; bản đồ trên điện thoại cho sẵn số thập phân."
        en "coordinates need exactly two numbers" "write [latitude, longitude] as decimals with a point, {example}"
           "Degrees, minutes and seconds or the letters N and E are not used here; phone maps show decimals."
        wrong "at: 21°16'40\"N 106°1'23\"E" right "at: [21.27778, 106.02306]";
    SAME_IN_BOTH 355 Warning Warning
        vi "phần «{lang}» giống hệt phần tiếng Việt, có lẽ chưa dịch" "dịch sang «{lang}», hoặc bỏ dòng {lang}: để trang tự hiện bản tiếng Việt có ghi chú"
           "Chép nguyên câu tiếng Việt vào phần tiếng nước ngoài làm khách tưởng trang bị lỗi."
        en "the text for «{lang}» is the same as the Vietnamese one and probably not translated" "translate it, or delete the line {lang}: so that the page shows the Vietnamese text and says so"
           "A Vietnamese sentence in the place of a translation looks like a fault to visitors."
        wrong "en: Ngôi chùa cổ dưới chân núi" right "en: An old pagoda at the foot of the hill";
    GTIN_LENGTH 356 Error Error
        vi "mã vạch «{value}» có {count} chữ số" "mã GTIN có 8, 12, 13 hoặc 14 chữ số; chép lại từ bao bì, trong ngoặc kép"
           "Mã vạch hàng hoá ở Việt Nam thường có 13 chữ số và bắt đầu bằng 893."
        en "the barcode number «{value}» has {count} digits" "a GTIN has 8, 12, 13 or 14 digits; copy it from the packet, in quotes"
           "Barcode numbers of goods from Vietnam mostly have 13 digits and begin with 893."
        wrong "gtin: \"89312345678\"" right "gtin: \"8931234567897\"";
    CHECK_DIGIT 357 Error Error
        vi "chữ số cuối của «{value}» không khớp với các chữ số trước" "đối chiếu từng chữ số với bao bì hay bìa sách; nếu các chữ số trước đều đúng thì chữ số cuối phải là {digit}"
           "Chữ số cuối được tính từ các chữ số trước, để phát hiện gõ nhầm."
        en "the last digit of «{value}» does not fit the others" "compare every digit with the packet or cover; if all the others are right, the last one must be {digit}"
           "The last digit is computed from the others, so that slips are noticed."
        wrong "gtin: \"8931234567890\"" right "gtin: \"8931234567897\"";
    NOT_AN_ISBN 358 Error Error
        vi "«{value}» không phải là ISBN" "chép 13 chữ số ở bìa sau, bắt đầu bằng 978, ví dụ \"978-604-2-00000-0\"; sách không có ISBN thì xoá mục này"
           "ISBN có 13 chữ số, chia nhóm bằng gạch nối."
        en "«{value}» is not an ISBN" "copy the 13 digits on the back cover, from 978 on, for example \"978-604-2-00000-0\"; delete this for a book without one"
           "An ISBN has 13 digits, in groups with hyphens between them."
        wrong "isbn: không rõ" right "isbn: \"978-604-2-00000-0\"";
    OLD_ISBN 359 Error Error
        vi "«{value}» là ISBN 10 chữ số kiểu cũ" "ghi \"{mended}\""
           "Từ năm 2007 ISBN có 13 chữ số; số cũ đổi được thành số mới."
        en "«{value}» is an ISBN of the old kind with 10 digits" "write \"{mended}\""
           "Since 2007 an ISBN has 13 digits; old numbers can be turned into new ones."
        wrong "isbn: 0-306-40615-2" right "isbn: \"9780306406157\"";
    WITHOUT_CONSENT 360 Error Error
        vi "«{what}» là dữ liệu cá nhân nhưng chưa ghi sự đồng ý, nên trang không đăng" "hỏi người đó, được đồng ý thì thêm consent: true; không thì xoá"
           "Theo Luật Bảo vệ dữ liệu cá nhân, tên người, số điện thoại, ảnh chân dung chỉ đăng khi người đó đồng ý và biết để làm gì."
        en "«{what}» is personal data without recorded consent and is not published" "ask the person and add consent: true if they agree; delete it if not"
           "By the law on personal data, names, telephone numbers and portraits are published only with the person's informed consent."
        wrong "contact: { phone: \"0912 345 678\" }" right "contact: { phone: \"0912 345 678\", consent: true }";
    WITHOUT_RIGHTS 361 Error Error
        vi "«{what}» chưa ghi vì sao được phép đăng" "thêm rights: { status: … } với một trong: state_document, public_domain, open_licence, permission, own_work, link_only"
           "Sách và tài liệu có bản quyền; đăng mà không rõ quyền là vi phạm. Văn bản nhà nước, tác phẩm hết thời hạn bảo hộ, giấy phép mở, có xin phép, tự viết, hoặc chỉ dẫn liên kết thì được."
        en "«{what}» does not say why it may be published" "add rights: { status: … } with one of: state_document, public_domain, open_licence, permission, own_work, link_only"
           "Books and documents are protected by copyright. State documents, works whose protection has ended, open licences, permissions, own works and mere links are fine."
        wrong "files: [ { file: files/x.pdf } ]" right "files: [ { file: files/x.pdf, rights: { status: own_work } } ]";
    LINK_ONLY 362 Error Error
        vi "quyền ghi là link_only (chỉ dẫn liên kết) nhưng lại kèm tệp «{file}»" "ghi url: của trang đăng tài liệu và bỏ dòng file:"
           "link_only nghĩa là không được chép tệp lên trang này, chỉ dẫn người đọc sang nơi khác."
        en "the rights are link_only, yet the file «{file}» is given" "write url: with the page that publishes it, and delete the line file:"
           "link_only means that the file may not be copied here, only linked."
        wrong "file: files/x.pdf\nrights: { status: link_only }" right "url: https://vbpl.vn/\nrights: { status: link_only }";
    REVIEW_PASSED 363 Warning Warning
        vi "đã quá hạn kiểm tra lại ({date})" "đọc lại cả mục, sửa điều đã đổi, rồi ghi verified.on là ngày hôm nay và review_by mới"
           "Giờ mở cửa, giá, số điện thoại thay đổi theo năm tháng; mỗi mục cần có người đọc lại đúng hẹn."
        en "the review of this entry was due by {date}" "read it again, mend what has changed, then set verified.on to today and a new review_by"
           "Opening hours, prices and telephone numbers change; every entry needs somebody who reads it again in time."
        wrong "review_by: 2025-06-30" right "review_by: 2027-06-30";
    STARS_CLAIMED 364 Warning Error
        vi "câu chữ nói «{claim}» nhưng mục này không có hạng sao OCOP còn hiệu lực" "bỏ lời ấy, hoặc ghi hạng sao kèm quyết định vào mục ocop"
           "Hạng sao chỉ được nói khi có quyết định còn hiệu lực; nói trong câu chữ thì khi hết hạn không ai nhớ xoá."
        en "the text says «{claim}», and this entry has no OCOP stars in force" "take the words out, or write the stars with their decision under ocop"
           "Stars may only be claimed with a decision in force; in running text nobody remembers to take them off when they lapse."
        wrong "summary: Trà đạt 5 sao" right "summary: Trà xanh làng Mẫu";
    FOREIGN_ISLAND_NAME 365 Error Error
        vi "phần tiếng nước ngoài dùng tên «{name}»" "viết {mended}"
           "Hai quần đảo của Việt Nam là Hoàng Sa và Trường Sa; trong tiếng Anh viết Hoang Sa, Truong Sa."
        en "the text uses the name «{name}»" "write {mended}"
           "The two archipelagos of Vietnam are Hoàng Sa and Trường Sa, in English Hoang Sa and Truong Sa."
        wrong "en: the Spratly Islands" right "en: the Truong Sa islands";
    HOURS_DAYS 366 Error Error
        vi "«{value}» không phải là ngày trong tuần" "ghi mo, tu, we, th, fr, sa, su (thứ Hai đến Chủ nhật), ví dụ mo-fr hoặc sa,su"
           "Các ngày được ghi bằng hai chữ cái tiếng Anh để máy tìm kiếm hiểu."
        en "«{value}» is not a day of the week" "write mo, tu, we, th, fr, sa, su, for example mo-fr or sa,su"
           "Days are written with two letters, so that search engines understand them."
        wrong "on: thứ Hai" right "on: mo";
    HOURS_TIME 367 Error Error
        vi "«{value}» không phải là giờ" "ghi giờ:phút trong ngoặc kép, từ \"00:00\" đến \"24:00\", ví dụ \"07:30\""
           "Giờ được ghi bằng bốn chữ số có dấu hai chấm ở giữa."
        en "«{value}» is not a time" "write hour:minute in quotes, from \"00:00\" to \"24:00\", for example \"07:30\""
           "Times are written as four digits with a colon between them."
        wrong "from: 7h30" right "from: \"07:30\"";
    NOT_AN_EMAIL 368 Error Error
        vi "«{value}» không phải là địa chỉ thư điện tử" "ghi đủ tên@nơi-cấp, ví dụ lien-he@disan.vn"
           "Địa chỉ thư có đúng một dấu @ và không có dấu cách."
        en "«{value}» is not an e-mail address" "write name@host, for example lien-he@disan.vn"
           "An e-mail address has exactly one @ and no blanks."
        wrong "email: lien-he tại disan.vn" right "email: lien-he@disan.vn";
    PART_MISSING 369 Error Error
        vi "ở đây thiếu «{key}»" "thêm {example} và điền vào chỗ …"
           "Thiếu phần này thì mục không hiện được gì có ích."
        en "«{key}» is missing here" "add {example} and fill in the …"
           "Without it there is nothing useful to show."
        wrong "recognitions: [ { number: 1057/QĐ } ]" right "recognitions: [ { rank: national, number: 1057/QĐ } ]";
    WORDS_MISSING 370 Warning Warning
        vi "ngôn ngữ «{lang}» còn thiếu {count} từ dùng chung" "thêm các từ đó vào content/theme/strings/{lang}.yaml; tạm thời trang dùng ngôn ngữ khác"
           "Tên cấp xếp hạng, thời kỳ, thứ trong tuần… có sẵn bằng tiếng Việt và tiếng Anh; ngôn ngữ khác cần được dịch."
        en "the language «{lang}» lacks {count} common words" "add them to content/theme/strings/{lang}.yaml; until then another language is shown"
           "Names of ranks, eras, weekdays and so on come in Vietnamese and English; other languages have to translate them."
        wrong "languages: [ { code: vi }, { code: ko } ]" right "content/theme/strings/ko.yaml";
    STARS_DISAGREE 371 Warning Error
        vi "câu chữ nói «{claim}» nhưng mục ocop ghi {stars} sao" "sửa câu chữ hoặc sửa mục ocop cho khớp với quyết định"
           "Trang nói hai hạng sao khác nhau thì người đọc không biết tin bên nào."
        en "the text says «{claim}», while ocop has {stars} stars" "mend the text or ocop, whichever differs from the decision"
           "When a page tells two different ranks, readers cannot know which one holds."
        wrong "summary: Trà đạt 5 sao\nocop: { stars: 4 }" right "summary: Trà đạt 4 sao\nocop: { stars: 4 }";
    CHECKED_IN_FUTURE 372 Error Error
        vi "ngày kiểm tra {date} nằm trong tương lai" "ghi ngày đã thật sự kiểm tra, dạng năm-tháng-ngày"
           "Ngày này cho khách biết nội dung mới đến đâu; ngày trong tương lai chắc là gõ nhầm."
        en "the day of the check, {date}, is in the future" "write the day on which it was really checked, as year-month-day"
           "The day tells visitors how fresh the content is; one in the future is surely a slip."
        wrong "verified: { by: Nhóm mẫu, on: 2062-11-20 }" right "verified: { by: Nhóm mẫu, on: 2026-11-20 }";
    MISSING_IN_DRAFT 373 Warning Warning
        vi "bản nháp còn thiếu mục «{key}» ({label})" "điền dòng «{key}: …» trước khi đăng. {help}"
           "Bản nháp chưa cần đủ mọi mục, nhưng khi đăng (status: published) thì mục này là bắt buộc."
        en "this draft still lacks the key «{key}» ({label})" "fill in the line «{key}: …» before it is published. {help}"
           "A draft may be incomplete; once it is published (status: published) this key is required."
        wrong "status: draft\ntitle: Chùa Bổ Đà" right "status: draft\ntitle: Chùa Bổ Đà\nsummary: Ngôi chùa cổ";
    DASH_TOO_MANY 374 Error Error
        vi "dấu gạch ở đây tách «{key}» khỏi «{first}» ở trên, thành một phần thiếu các dòng khác" "chỉ để một dấu gạch ở dòng đầu của mỗi phần, bỏ dấu gạch của các dòng sau"
           "Mỗi dấu gạch bắt đầu một phần mới của danh sách. Các dòng của cùng một phần thẳng cột với nhau và chỉ dòng đầu có dấu gạch."
        en "the dash here parts «{key}» from «{first}» above, as an item that lacks the other lines" "leave one dash on the first line of each item, and take away those of the lines below"
           "Every dash begins another item of the list. The lines of one item begin in the same column, and only the first has a dash."
        wrong "recognitions:\n  - rank: provincial\n  - number: 12/QĐ-UBND" right "recognitions:\n  - rank: provincial\n    number: 12/QĐ-UBND";
    NOT_A_YEAR 375 Error Error
        vi "«{value}» không phải là một năm" "ghi năm bằng bốn chữ số, ví dụ {example}; cả thế kỷ {century} là from: {from}, to: {to}"
           "Niên đại được sắp theo năm, nên ở đây cần con số. Cách nói như «cuối thế kỷ» thì ghi vào text."
        en "«{value}» is not a year" "write the year with four digits, for example {example}; the whole {century} century is from: {from}, to: {to}"
           "Datings are put in order by year, so a number is needed here. Words such as «late 19th century» belong under text."
        wrong "built: { from: thế kỷ XIX }" right "built: { text: { vi: thế kỷ XIX }, from: 1801, to: 1900 }";
    YEAR_DOUBTFUL 376 Warning Error
        vi "năm {value} khó có thể đúng" "ghi năm bằng bốn chữ số, ví dụ {example}; cả thế kỷ {century} là from: {from}, to: {to}{meant}"
           "Số có một, hai chữ số thường là số thế kỷ; năm sau hôm nay thường là gõ nhầm."
        en "the year {value} can hardly be right" "write the year with four digits, for example {example}; the whole {century} century is from: {from}, to: {to}{meant}"
           "A number of one or two digits is mostly a century, and a year to come a slip of the hand."
        wrong "built: { from: 19, to: 19 }" right "built: { from: 1801, to: 1900 }";
    OUTSIDE_ERA 377 Warning Warning
        vi "niên đại {years} nằm ngoài thời kỳ «{key}»: {era}" "xem lại from, to; nếu đúng thì chọn thời kỳ khác ở era, hoặc bỏ dòng era"
           "Khách lọc theo thời kỳ sẽ thấy mục này ở sai chỗ, và hai điều trên trang mâu thuẫn nhau."
        en "the dating {years} lies outside the era «{key}»: {era}" "check from and to; if they are right choose another era, or take the line era out"
           "Visitors who choose an era would find this entry in the wrong place, and the page contradicts itself."
        wrong "built: { from: 1705, to: 1728, era: nguyen }" right "built: { from: 1705, to: 1728, era: le-trung-hung }";
    SEVERAL_IN_ONE 378 Error Error
        vi "«{value}» là nhiều giá trị viết liền trong một câu" "viết thành danh sách: {mended}"
           "Nhiều giá trị của một mục được viết trong ngoặc vuông, hoặc mỗi giá trị một dòng có gạch đầu dòng."
        en "«{value}» is several values written as one text" "write them as a list: {mended}"
           "Several values of one key stand in square brackets, or on lines with a dash each."
        wrong "types: architectural, historical" right "types: [architectural, historical]";
    KEY_OF_GROUP 379 Error Error
        vi "mục «{key}» không đứng riêng, nó thuộc về {groups}" "ghi nó dưới «{near}:», thụt vào hai dấu cách"
           "Một số dòng chỉ có nghĩa trong nhóm của chúng: số điện thoại trong contact, hạng sao trong ocop."
        en "the key «{key}» does not stand by itself, it belongs to {groups}" "write it below «{near}:», indented by two spaces"
           "Some lines have a meaning only within their group: a telephone number within contact, stars within ocop."
        wrong "phone: \"0912 345 678\"" right "contact:\n  phone: \"0912 345 678\"\n  consent: true";
    BANK_UNKNOWN 380 Error Error
        vi "không biết ngân hàng «{value}»" "nếu đúng là ngân hàng này thì ghi bank: {near}; nếu không, ghi mã số sáu chữ số của ngân hàng"
           "Mã chuyển khoản cần mã số của ngân hàng theo danh sách của NAPAS. Tên gọn như trên ứng dụng ngân hàng là đủ."
        en "there is no bank «{value}»" "if it is this bank, write bank: {near}; if not, write the six-digit number of the bank"
           "A payment code needs the number of the bank in the list of NAPAS. The short name, as banking apps show it, will do."
        wrong "bank: Vietcombnk" right "bank: Vietcombank";
    ACCOUNT_FORM 381 Error Error
        vi "«{value}» không phải số tài khoản: cần 6 đến 19 chữ số hoặc chữ cái không dấu" "chép lại từ ứng dụng ngân hàng, đặt trong ngoặc kép để giữ các số 0 ở đầu: account: \"0123456789\""
           "Số tài khoản hay số thẻ dài nhất 19 ký tự. Bảng tính hay bỏ mất số 0 ở đầu."
        en "«{value}» is no account number: it takes 6 to 19 digits or plain letters" "copy it from the banking app, in quotes so that leading zeros stay: account: \"0123456789\""
           "An account or card number has at most 19 characters. Spreadsheets drop leading zeros."
        wrong "account: so 0123" right "account: \"0123456789\"";
    AMOUNT_RANGE 382 Error Error
        vi "số tiền {value} không chuyển được bằng mã này" "ghi từ 1 đến 499999999 đồng, hoặc bỏ dòng amount để người trả tự nhập"
           "Chuyển khoản nhanh nhận dưới 500 triệu đồng mỗi lần."
        en "an amount of {value} cannot be paid by this code" "write 1 to 499999999 dong, or leave amount out, so that the payer fills it in"
           "The fast transfer service takes less than 500 million dong at a time."
        wrong "amount: 0" right "amount: 45000";
    PURPOSE_LONG 383 Error Error
        vi "nội dung chuyển khoản «{value}» dài {count} ký tự, tối đa 25" "viết ngắn lại, không dấu, ví dụ: purpose: {mended}"
           "Ngân hàng chỉ nhận 25 ký tự không dấu trong mã. Chữ có dấu được tự đổi thành không dấu; phần dài hơn không tự cắt, vì cắt giữa chừng có thể đổi nghĩa."
        en "the purpose «{value}» has {count} characters, at most 25 are possible" "make it shorter, in plain letters, for example: purpose: {mended}"
           "Banks take 25 plain characters. Marks are removed by themselves; what is too long is not cut, because half a sentence may say something else."
        wrong "purpose: Ủng hộ đồng bào vùng lũ miền Trung" right "purpose: Ung ho vung lu";
    SAMPLE_PAYMENT 384 Warning Error
        vi "đây là tài khoản mẫu, không ai nhận được tiền" "khi đăng thật: ghi tài khoản thật và consent: true, hoặc xoá mục {field}"
           "Trang mẫu minh họa mã chuyển khoản bằng tài khoản không có thật, kèm dải chữ «MẪU – KHÔNG CHUYỂN TIỀN». Trang đăng thật không được có mã như vậy."
        en "this is a sample account; nobody would receive the money" "before publishing, write the real account and consent: true, or delete the key {field}"
           "Samples show payment codes with an invented account and a band that says so. A site that is published for real must not carry one."
        wrong "payment: { bank: Sacombank, account: \"0011012345678\", holder: TAI KHOAN MAU, sample: true }" right "payment: { bank: Vietcombank, account: \"…\", holder: HTX CHE, consent: true }";
    PAYMENT_OF_SAMPLE 385 Error Error
        vi "mục mẫu (sample: true) mang tài khoản {account} không ghi là mẫu" "thêm sample: true vào payment và dùng tài khoản mẫu 0011012345678 (Sacombank); không bao giờ đặt tài khoản thật vào mục bịa"
           "Người xem có thể chuyển tiền thật cho một gian hàng không có thật."
        en "an invented entry (sample: true) has the account {account}, which is not marked as a sample" "add sample: true to payment and use the sample account 0011012345678 (Sacombank); never put a real account into an invented entry"
           "Somebody might pay real money to a stall that does not exist."
        wrong "sample: true\npayment: { bank: MB, account: \"…\", holder: A, consent: true }" right "sample: true\npayment: { bank: Sacombank, account: \"0011012345678\", holder: TAI KHOAN MAU, sample: true }";
    ONE_FORM 386 Error Error
        vi "mã này cần đúng một việc để làm" "giữ một trong các dòng: {known}; mỗi việc khác là một mục khác"
           "Một mã QR chỉ làm được một việc: mở trang, vào Wi-Fi, gọi điện, lưu danh bạ hay chỉ chỗ."
        en "this code needs exactly one thing to do" "keep one of the lines: {known}; anything else is an entry of its own"
           "A code does one thing: open a page, join a network, dial, save a contact or show a place."
        wrong "opens: { url: \"https://…\", phone: \"0204 000 0000\" }" right "opens: { url: \"https://…\" }";
    WIFI_FORM 387 Error Error
        vi "tên mạng hoặc mật khẩu Wi-Fi không dùng được" "tên mạng dài tối đa 32 ký tự, mật khẩu WPA từ 8 đến 63 ký tự; mạng không mật khẩu thì ghi security: none"
           "Điện thoại từ chối mã Wi-Fi có tên hay mật khẩu sai độ dài."
        en "this name or password of a network cannot be used" "a name has at most 32 characters, a WPA password 8 to 63; for a network without a password write security: none"
           "Phones refuse a code whose name or password has the wrong length."
        wrong "wifi: { name: Nha van hoa, password: abc }" right "wifi: { name: Nha van hoa, password: chao-ban-2026 }";
    PLAIN_LETTERS 388 Error Error
        vi "«{value}» có chữ có dấu, nhiều điện thoại đọc sai trong mã Wi-Fi" "đặt tên mạng và mật khẩu không dấu trong bộ phát, rồi ghi y như vậy, ví dụ: {mended}"
           "Tên mạng trong mã phải trùng từng chữ với tên mà bộ phát đưa ra. Chữ có dấu được các máy hiểu khác nhau nên máy không vào được mạng."
        en "«{value}» has letters with marks, which many phones misread in Wi-Fi codes" "give the network a name and password in plain letters in the router, and write the same here, for example: {mended}"
           "The name in the code has to be the router's own, letter by letter. Phones take marked letters in different ways and then do not find the network."
        wrong "wifi: { name: Nhà văn hóa, password: chao-ban-2026 }" right "wifi: { name: Nha van hoa, password: chao-ban-2026 }";
    SENTENCE_LEFT 389 Warning Warning
        vi "phần «{lang}» còn một câu chưa dịch: «{sentence}»" "dịch câu này, hoặc xoá nó khỏi phần «{lang}»; câu cố ý giữ tiếng Việt trong bài thì viết [câu](lang:vi)"
           "Câu tiếng Việt lẫn trong bản dịch thường do dịch sót. Khách không đọc được, và máy đọc màn hình đọc sai giọng."
        en "the text for «{lang}» still has a sentence that nobody translated: «{sentence}»" "translate it, or delete it from «{lang}»; what is meant to stay Vietnamese in prose is written [words](lang:vi)"
           "A Vietnamese sentence within a translation was mostly forgotten. Visitors cannot read it, and screen readers speak it wrongly."
        wrong "en: An old pagoda. Chùa dựng trên núi Phượng Hoàng." right "en: An old pagoda. It stands on Phuong Hoang hill.";
    SEVERAL_PHONES 390 Error Error
        vi "«{value}» là nhiều số điện thoại, ở đây chỉ ghi được một số" "giữ số hay nghe máy nhất: \"{mended}\"; số khác viết vào bài, hoặc ghi ở zalo"
           "Khách bấm vào số là gọi ngay, nên mỗi chỗ chỉ có một số."
        en "«{value}» is several telephone numbers, and only one fits here" "keep the one that is answered best: \"{mended}\"; write others in the text, or under zalo"
           "Visitors dial by touching the number, so there is one number in each place."
        wrong "phone: \"0912 345 678 - 0987 654 321\"" right "phone: \"0912 345 678\"";
    FORMER_FORM 391 Error Error
        vi "«{value}» không phải là khoá cũ của một mục" "ghi tên thư mục của loại mục, dấu gạch chéo, rồi tên thư mục cũ của mục: formerly: [{right}]"
           "Khoá cũ là hai tên thư mục đúng như trước khi đổi: của loại mục và của mục. Nhờ đó địa chỉ cũ dẫn về đây và mã đã in vẫn mở được."
        en "«{value}» is not a former key of an entry" "write the folder of the kind, a slash, and the old folder of the entry: formerly: [{right}]"
           "A former key is two folder names just as they were: that of the kind and that of the entry. By it the old address leads here and printed codes stay alive."
        wrong "formerly: [bo-da]" right "formerly: [relics/bo-da]";
    FORMER_FOLDER 392 Error Error
        vi "khoá cũ «{value}» nói đến thư mục «{folder}», nhưng không có loại mục nào dùng thư mục đó" "ghi: formerly: [{right}]"
           "Chưa có loại mục nào dùng thư mục này nên địa chỉ ấy không có thật; còn địa chỉ cũ đúng thì sẽ không mở được. Nếu thư mục của cả một loại mục đã đổi tên thì sổ mã còn nhớ tên cũ, và tên cũ ấy vẫn ghi được."
        en "the former key «{value}» speaks of the folder «{folder}», which no kind uses" "write: formerly: [{right}]"
           "No kind uses this folder, so there is no such address, and the true old one would not open. Where the folder of a whole kind was renamed, the ledger of codes remembers its old name, and that may be written."
        wrong "formerly: [relic/bo-da]" right "formerly: [relics/bo-da]";
    NO_ADDRESS 393 Error Error
        vi "«{value}» không dùng làm địa chỉ của trang được" "ghi: {near}"
           "Phần cuối của địa chỉ là tên một thư mục, nên phải có chữ cái hoặc chữ số, và không được là tên Windows giữ riêng như con, aux, nul, com1."
        en "«{value}» cannot be the address of a page" "write: {near}"
           "The last part of an address is the name of a folder, so it needs letters or digits, and it cannot be a name that Windows keeps for itself such as con, aux, nul, com1."
        wrong "url: { vi: con, en: aux }" right "url: { vi: cua-con, en: for-children }";
    BANK_NOT_LISTED 395 Error Error
        vi "không biết ngân hàng «{value}»" "ghi mã số sáu chữ số của ngân hàng, hoặc một trong các tên: {known}"
           "Mã chuyển khoản cần mã số của ngân hàng theo danh sách của NAPAS. Tên gọn như trên ứng dụng ngân hàng là đủ. Máy không đoán thay: đoán nhầm một chữ là tiền sang ngân hàng khác."
        en "there is no bank «{value}»" "write the six-digit number of the bank, or one of the names: {known}"
           "A payment code needs the number of the bank in the list of NAPAS. The short name, as banking apps show it, will do. Nothing is guessed here: with one letter wrong the money would go to another bank."
        wrong "bank: VCX" right "bank: VCB";
    PROVINCE_MERGED 396 Error Error
        vi "{what} không còn từ 1/7/2025, nay thuộc {new}" "ghi \"{code}\" ({new}); tên tỉnh cũ ghi vào before_2025"
           "Từ ngày 1/7/2025 cả nước còn 34 tỉnh, thành phố, và một số mã cũ đã thuộc về tỉnh khác. Trang ghi tỉnh hiện nay; địa chỉ cũ để ở before_2025 cho người quen tên cũ."
        en "{what} is no more since 1 July 2025; it is part of {new} now" "write \"{code}\" ({new}); the name of the old province goes under before_2025"
           "Since 1 July 2025 there have been 34 provinces, and some of the old codes are those of other provinces now. Pages name the present one; the old address stands under before_2025 for those who know it."
        wrong "province: Bắc Giang" right "province: \"24\"\nbefore_2025: tỉnh Bắc Giang";
    FILE_BESIDE 397 Error Error
        vi "tệp «{value}» phải nằm trong một thư mục con của mục này" "tạo thư mục {folder} trong thư mục của mục này nếu chưa có, chuyển tệp vào đó rồi ghi {mended}"
           "Ảnh, âm thanh và tài liệu của một mục nằm trong các thư mục con (photos, audio, files…), tách khỏi entry.yaml và bài viết."
        en "the file «{value}» has to lie in a folder within that of this entry" "make the folder {folder} in the folder of this entry unless it is there, move the file into it and write {mended}"
           "Pictures, sound and documents of an entry lie in folders of their own (photos, audio, files …), apart from entry.yaml and the texts."
        wrong "file: cong.jpg" right "file: photos/cong.jpg";
    FILE_PATH_MENDED 398 Error Error
        vi "đường dẫn «{value}» viết theo kiểu Windows" "ghi {mended}; tệp phải nằm trong thư mục của mục này"
           "Đường dẫn trong entry.yaml bắt đầu từ thư mục của mục và dùng dấu / trên mọi máy. Đường dẫn kiểu C:\\… chỉ đúng trên một máy."
        en "the path «{value}» is written in the way of Windows" "write {mended}; the file has to lie in the folder of this entry"
           "Paths in entry.yaml begin in the folder of the entry and have a / on every machine. A path such as C:\\… exists on one machine only."
        wrong "file: photos\\cong.jpg" right "file: photos/cong.jpg";
    NUMBER_WITHOUT_DIGITS 399 Warning Warning
        vi "«{value}» chưa có số của quyết định" "ghi cả số: number: {mended}, thay … bằng số ghi trên quyết định; chưa tìm thấy thì bỏ mục number và ghi điều đó vào unverified"
           "Cùng một ký hiệu có hàng trăm quyết định. Không có số thì không ai tìm được đúng văn bản để kiểm chứng."
        en "«{value}» lacks the number of the decision" "write the number too: number: {mended}, with the number of the decision in place of …; if it cannot be found, delete number and say so under unverified"
           "Hundreds of decisions have the same mark. Without the number nobody can find the right one."
        wrong "number: QĐ-BVHTT" right "number: 53/2001/QĐ-BVHTT";
}
