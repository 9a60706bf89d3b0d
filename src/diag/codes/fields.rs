//! Message codes 03xx: how keys and values are written. What they say stands in `facts.rs`.
//!
//! Entry point: the constants and [`ALL`]. Invariant: see [`super`].

use crate::diag::code::codes;

codes! {
    ONE_VALUE 301 Error Error
        vi "ở đây chỉ cần một giá trị, không phải một danh sách hay nhiều mục con" "ghi một giá trị trên cùng dòng với tên mục"
           "Mục này chỉ nhận một giá trị. Danh sách (các dòng có gạch đầu dòng) và các mục con thụt vào không dùng được ở đây."
        en "a single value is needed here, not a list or nested keys" "write one value on the same line as the key"
           "This key takes a single value. Lists (lines with a dash) and nested keys cannot be used here."
        wrong "summary:
  - Ngôi chùa cổ" right "summary: Ngôi chùa cổ";
    NOT_AN_INTEGER 302 Error Error
        vi "«{value}» không phải là số nguyên" "chỉ ghi chữ số, {example}"
           "Mục này cần một số nguyên; đơn vị, chữ và dấu phẩy thập phân không ghi ở đây."
        en "«{value}» is not a whole number" "write digits only, {example}"
           "This key needs a whole number; units, words and decimals do not belong here."
        wrong "plates: 18 cái" right "plates: 18";
    NOT_YES_NO 303 Error Error
        vi "«{value}» chưa cho biết là có hay không" "ghi có hoặc không (true, false cũng được)"
           "Mục này chỉ nhận có hoặc không."
        en "«{value}» is neither yes nor no" "write yes or no (true or false will also do)"
           "This key takes only yes or no."
        wrong "consent: rồi" right "consent: true";
    NOT_A_LANGUAGE 304 Error Error
        vi "«{key}» không phải là ngôn ngữ của trang này" "dùng một trong các mã: {known}; ngôn ngữ mới thì khai báo trong content/site.yaml"
           "Câu của mỗi ngôn ngữ đứng sau mã của ngôn ngữ ấy; các mã được liệt kê trong content/site.yaml."
        en "«{key}» is not a language of this site" "use one of: {known}; declare a new language in content/site.yaml"
           "The text in each language follows its language code; the codes are listed in content/site.yaml."
        wrong "title: { vn: Chùa Bổ Đà }" right "title: { vi: Chùa Bổ Đà }";
    NEEDS_KEYS 305 Error Error
        vi "ở đây cần các mục con, mỗi mục một tên" "ghi các mục con, chọn trong: {known}"
           "Mục này gồm nhiều phần, mỗi phần có tên riêng; một giá trị đơn lẻ thì chưa đủ."
        en "keys are needed here, not a single value" "write some of these keys: {known}"
           "This value has several parts, each with its own name; a single value is not enough."
        wrong "place: Vân Hà" right "place:
  ward: \"07798\"";
    UNKNOWN_KEY_NEAR 306 Error Error
        vi "không có tên mục nào là «{key}»" "có phải là «{near}»? Tên mục luôn viết bằng tiếng Anh, đúng từng chữ"
           "Tên mục viết sai thì nội dung phía sau sẽ không hiện ở đâu cả, nên đây là lỗi chứ không chỉ là lời nhắc."
        en "there is no key «{key}»" "did you mean «{near}»? Keys are English words and have to be spelt exactly"
           "What is written under a misspelt key would appear nowhere, so this is an error and not just a reminder."
        wrong "tieu_de: Chùa Bổ Đà" right "title: Chùa Bổ Đà";
    UNKNOWN_KEY 307 Error Error
        vi "không có tên mục nào là «{key}»" "dùng một trong các tên: {known}"
           "Tên mục lạ thì nội dung phía sau sẽ không hiện ở đâu cả, nên đây là lỗi chứ không chỉ là lời nhắc."
        en "there is no key «{key}»" "use one of: {known}"
           "What is written under an unknown key would appear nowhere, so this is an error and not just a reminder."
        wrong "xyz: 1" right "summary: Ngôi chùa cổ";
    UNKNOWN_VALUE_NEAR 308 Error Error
        vi "giá trị «{value}» không có trong danh sách" "có phải là «{near}»?"
           "Mục này chỉ nhận các giá trị trong một danh sách có sẵn, viết đúng từng chữ."
        en "the value «{value}» is not in the list" "did you mean «{near}»?"
           "This key takes only values from a fixed list, spelt exactly."
        wrong "types: [historic]" right "types: [historical]";
    UNKNOWN_VALUE 309 Error Error
        vi "giá trị «{value}» không có trong danh sách" "dùng một trong: {known}"
           "Mục này chỉ nhận các giá trị trong một danh sách có sẵn, viết đúng từng chữ."
        en "the value «{value}» is not in the list" "use one of: {known}"
           "This key takes only values from a fixed list, spelt exactly."
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
        en "this text has {count} characters; at most {limit} are allowed" "shorten it to {limit} characters; write the rest in vi.md or en.md"
           "The summary is shown on cards, in shared links and in search results, where a longer one would be cut off."
        wrong "summary: ⟦(một đoạn văn 300 ký tự)|(a paragraph of 300 letters)⟧" right "summary: Ngôi chùa cổ dưới chân núi Phượng Hoàng.";
    OUT_OF_RANGE 312 Error Error
        vi "số {value} nằm ngoài khoảng cho phép" "ghi một số từ {min} đến {max}"
           "Mục này có giới hạn trên và dưới để tránh gõ nhầm."
        en "the number {value} is out of range" "write a number from {min} to {max}"
           "This key has an upper and a lower limit, so that typing mistakes are noticed."
        wrong "list_size: 0" right "list_size: 24";
    NOT_AN_ID 313 Error Error
        vi "«{value}» không dùng làm id được" "chỉ dùng chữ thường không dấu, chữ số và gạch nối, ví dụ {near}"
           "id nằm trong địa chỉ và trong mã QR của phần này nên phải gõ được trên mọi máy."
        en "«{value}» cannot be an id" "use only lower-case letters without marks, digits and hyphens, for example {near}"
           "The id is in the address and the QR code of this part, so it has to be possible to type it on any device."
        wrong "components:\n  - id: Vườn tháp" right "components:\n  - id: vuon-thap";
    NOT_A_KEY 314 Error Error
        vi "«{value}» không phải là khóa của một mục" "ghi thư-mục/tên-mục, {example}"
           "Muốn nhắc đến mục khác thì ghi khóa của nó: tên thư mục của loại mục, dấu gạch chéo, rồi tên thư mục của mục đó."
        en "«{value}» is not the key of an entry" "write folder/name, {example}"
           "Another entry is named by its key: the folder of its kind, a slash, then its own folder."
        wrong "producer: HTX Vân Hà" right "producer: producers/htx-van-ha";
    NOT_A_NUMBER 320 Error Error
        vi "«{value}» không phải là một số" "chỉ ghi chữ số, phần lẻ sau dấu phẩy, {example}"
           "Mục này cần một số. Đơn vị (m, km, ha) đã có sẵn trong tên mục nên không ghi ở đây."
        en "«{value}» is not a number" "write digits only, with decimals after a point or comma, {example}"
           "This key needs a number. The unit (m, km, ha) is part of the key's name and is not written here."
        wrong "length_km: 1,2 km" right "length_km: 1,2";
    NOT_A_DATE 321 Error Error
        vi "«{value}» không phải là ngày tháng" "ghi năm-tháng-ngày, {example}; chỉ biết tháng thì 2016-12, chỉ biết năm thì 2016"
           "Ngày được ghi bằng số. Những chữ như «khoảng», «đầu năm» hãy viết trong bài."
        en "«{value}» is not a date" "write year-month-day, {example}; 2016-12 if only the month is known, 2016 if only the year is"
           "Dates are written in digits. Words such as «about» belong in the text."
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
        en "there is no day «{value}» in the calendar" "check the day and the month; a month has 28 to 31 days, a year has 12 months"
           "There is no such day; usually one digit was mistyped."
        wrong "date: 31/4/2023" right "date: 2023-04-30";
    MONTH_FIRST 324 Error Error
        vi "«{value}» ghi tháng trước ngày, kiểu Mỹ" "ghi {mended}"
           "Excel bản tiếng Anh hay đổi ngày thành tháng/ngày/năm. Ở đây ngày luôn đứng trước tháng, hoặc viết năm-tháng-ngày."
        en "«{value}» has the month before the day, in the American way" "write {mended}"
           "English versions of Excel often turn dates into month/day/year. Here the day comes before the month, or the date is written year-month-day."
        wrong "date: 12/31/2016" right "date: 2016-12-31";
    NOT_A_RANGE 325 Error Error
        vi "«{value}» không phải là một khoảng từ số này đến số kia" "ghi hai số nguyên cách nhau bằng gạch nối, ví dụ 1705-1728"
           "Mục này cần số đầu và số cuối."
        en "«{value}» is not a range from one number to another" "write two whole numbers with a hyphen between them, for example 1705-1728"
           "This key needs a first and a last number."
        wrong "reign: từ 1705" right "reign: 1705-1728";
    RANGE_BACKWARDS 326 Error Error
        vi "khoảng này đi lùi: từ {from} đến {to}" "đổi chỗ hai giá trị, hoặc xem lại chữ số gõ nhầm"
           "Giá trị đầu phải nhỏ hơn hoặc bằng giá trị cuối."
        en "this range runs backwards: from {from} to {to}" "swap the two values, or look for a mistyped digit"
           "The first value must not be larger than the last one."
        wrong "from: 1786\nto: 1740" right "from: 1740\nto: 1786";
    FILE_PATH 327 Error Error
        vi "đường dẫn tệp «{value}» không dùng được" "chép tệp vào thư mục của mục này rồi ghi đường dẫn từ đó, ví dụ {example}; dùng dấu / và không dùng .."
           "Mỗi mục chỉ dùng tệp trong thư mục của chính nó (photos, audio, files…), để chép sang máy nào cũng đủ. Đường dẫn kiểu C:\\… chỉ đúng trên một máy."
        en "the file path «{value}» cannot be used" "copy the file into this entry's folder and write the path from there, for example {example}; use / and never .."
           "An entry uses only files in its own folder (photos, audio, files …), so that it is complete on any computer. A path such as C:\\… exists on one computer only."
        wrong "file: C:\\Anh\\cong.jpg" right "file: photos/cong.jpg";
    NOT_A_URL 328 Error Error
        vi "«{value}» không phải là địa chỉ trang web" "chép cả địa chỉ từ trình duyệt, bắt đầu bằng https://, ví dụ https://baogialai.com.vn/"
           "Chỉ nhận địa chỉ http:// hoặc https:// đầy đủ, không có dấu cách."
        en "«{value}» is not the address of a web page" "copy the whole address from the browser, beginning with https://, for example https://baogialai.com.vn/"
           "Only complete addresses that begin with http:// or https:// and contain no spaces can be used."
        wrong "url: xem trên Facebook" right "url: https://baogialai.com.vn/";
    URL_WITHOUT_SCHEME 329 Error Error
        vi "địa chỉ «{value}» thiếu https://" "ghi {mended}"
           "Thiếu https:// thì trình duyệt tưởng đó là một trang con của trang này."
        en "the address «{value}» has no https://" "write {mended}"
           "Without https:// a browser takes it for a page of this site."
        wrong "url: shopee.vn/tra-mau" right "url: https://shopee.vn/tra-mau";
    TRACKERS_REMOVED 330 Notice Notice
        vi "đã bỏ phần theo dõi ({names}) khỏi địa chỉ" "không bắt buộc sửa; muốn gọn thì ghi {mended}"
           "Khi chép liên kết từ mạng xã hội, phần utm_…, fbclid, spm, gclid theo dõi người bấm. Trang đích vẫn mở như cũ khi bỏ đi."
        en "tracking parts ({names}) were removed from the address" "you need not do anything; to tidy up, write {mended}"
           "Links copied from social networks carry utm_…, fbclid, spm or gclid, which track whoever clicks. The page opens just as well without them."
        wrong "url: https://shopee.vn/tra?utm_source=zalo" right "url: https://shopee.vn/tra";
    NOT_A_PHONE 331 Error Error
        vi "«{value}» không phải là số điện thoại Việt Nam" "ghi số di động 10 chữ số hoặc số bàn 11 chữ số có mã vùng, trong ngoặc kép, ví dụ {example}"
           "Số này không bấm gọi được. Số di động bắt đầu bằng 03, 05, 07, 08, 09; số bàn bằng 02; tổng đài là 1800 hoặc 1900."
        en "«{value}» is not a Vietnamese telephone number" "write a mobile number of 10 digits or a landline number of 11 with its area code, in quotes, for example {example}"
           "It cannot be dialled. Mobile numbers begin with 03, 05, 07, 08 or 09, landlines with 02, hotlines with 1800 or 1900."
        wrong "phone: chị Hoa" right "phone: \"0912 345 678\"";
    PHONE_LENGTH 332 Error Error
        vi "số điện thoại «{value}» có {count} chữ số, cần {expected}" "đối chiếu lại từng chữ số"
           "Thiếu hoặc thừa chữ số thì gọi không được, hoặc gọi nhầm người."
        en "the telephone number «{value}» has {count} digits; it should have {expected}" "check it digit by digit"
           "With a digit too few or too many, the call fails or reaches a stranger."
        wrong "phone: \"0912 345 67\"" right "phone: \"0912 345 678\"";
    OLD_MOBILE 333 Error Error
        vi "«{value}» là số di động 11 chữ số kiểu cũ" "ghi \"{mended}\" (số mới từ năm 2018), và gọi thử một lần"
           "Các đầu số 01… đã đổi sang 10 chữ số tháng 9-2018 và không còn gọi được."
        en "«{value}» is an old 11-digit mobile number" "write \"{mended}\" (its form since 2018), and try calling it"
           "Numbers that began with 01… were shortened to 10 digits in September 2018 and no longer work."
        wrong "phone: \"0168 234 5678\"" right "phone: \"038 234 5678\"";
    ZERO_LOST 334 Error Error
        vi "«{value}» mất số 0 ở đầu" "ghi \"{mended}\", giữ cả ngoặc kép"
           "Excel coi mã là số nên bỏ mất số 0 ở đầu. Đặt trong ngoặc kép thì số 0 được giữ."
        en "«{value}» has lost its leading zero" "write \"{mended}\", with the quotes"
           "Excel takes a code for a number and drops the zero in front. In quotes the zero stays."
        wrong "ward: 7798" right "ward: \"07798\"";
    DIGITS_LOST 335 Error Error
        vi "«{value}» là dạng rút gọn của Excel, các chữ số cuối đã mất" "mở lại bản gốc và chép đủ các chữ số, đặt trong ngoặc kép"
           "Excel đổi dãy số dài thành dạng 8,93E+12. Các chữ số bị làm tròn không khôi phục được từ đó; hãy định dạng cột là Văn bản trước khi nhập."
        en "«{value}» is Excel's short form; the last digits are lost" "go back to the original and copy all the digits, in quotes"
           "Excel turns long numbers into 8.93E+12. The rounded digits cannot be recovered; set the column to Text before you type."
        wrong "gtin: 8,93E+12" right "gtin: \"8931234567897\"";
    NOT_AN_AMOUNT 336 Error Error
        vi "«{value}» không phải là số tiền" "ghi số đồng bằng chữ số, ví dụ 120000 hoặc 120.000; chưa có giá thì xóa cả mục này"
           "Giá ghi bằng đồng, không có phần lẻ, không kèm chữ."
        en "«{value}» is not an amount of money" "write the amount in dong, in digits, for example 120000 or 120.000; if there is no price, delete the whole key"
           "Prices are whole amounts of Vietnamese dong, without words."
        wrong "price: liên hệ" right "price: 120000";
    AMOUNT_IN_WORDS 337 Error Error
        vi "số tiền «{value}» có chữ đi kèm" "ghi {mended}"
           "Trang tự viết đơn vị theo từng ngôn ngữ, nên ở đây chỉ ghi số đồng."
        en "the amount «{value}» contains words" "write {mended}"
           "The site writes the currency in each language by itself, so only the number belongs here."
        wrong "price: 120 nghìn" right "price: 120000";
    NOT_A_LUNAR_DATE 349 Error Error
        vi "«{value}» không đọc được thành ngày âm lịch" "xem lại ngày: {todo}"
           "Ngày âm lịch gồm ngày và tháng. «Tháng Một» trong văn bản cũ có thể là tháng 11, nên hãy ghi bằng số. Ngày dương lịch thì ghi ở solar."
        en "«{value}» cannot be read as a lunar date" "check the day: {todo}"
           "A lunar date has a day and a month. In old texts «Tháng Một» may mean month 11, so write digits. A date of the solar calendar goes under solar."
        wrong "lunar: đầu xuân" right "lunar: \"6/1\"";
    COORDINATES_IN_METRES 353 Error Error
        vi "tọa độ {value} tính bằng mét (VN-2000)" "ghi vĩ độ, kinh độ lấy từ bản đồ điện thoại (WGS 84), ví dụ [21.2779, 106.0231]"
           "Giấy tờ đất dùng hệ VN-2000, tính bằng mét. Điện thoại và bản đồ trên mạng dùng hệ WGS 84, tính bằng độ."
        en "the coordinates {value} are in metres (VN-2000)" "write latitude and longitude from a phone's map (WGS 84), for example [21.2779, 106.0231]"
           "Land documents use the VN-2000 system, in metres. Phones and online maps use WGS 84, in degrees."
        wrong "at: [2354321.5, 415678.2]" right "at: [21.2779, 106.0231]";
    NOT_COORDINATES 354 Error Error
        vi "tọa độ cần đúng hai số" "ghi [vĩ độ, kinh độ] bằng số thập phân có dấu chấm, {example}"
           "Độ-phút-giây hay chữ N, E không dùng ở đây; bản đồ trên điện thoại cho sẵn số thập phân."
        en "coordinates need exactly two numbers" "write [latitude, longitude] as decimals with a point, {example}"
           "Degrees, minutes and seconds and the letters N and E cannot be used here; maps on phones show decimals."
        wrong "at: 21°16'40\"N 106°1'23\"E" right "at: [21.27778, 106.02306]";
    GTIN_LENGTH 356 Error Error
        vi "mã vạch «{value}» có {count} chữ số" "mã GTIN có 8, 12, 13 hoặc 14 chữ số; chép lại từ bao bì, trong ngoặc kép"
           "Mã vạch của hàng Việt Nam thường có 13 chữ số và bắt đầu bằng 893."
        en "the barcode number «{value}» has {count} digits" "a GTIN has 8, 12, 13 or 14 digits; copy it from the packet, in quotes"
           "Barcode numbers of Vietnamese goods usually have 13 digits and begin with 893."
        wrong "gtin: \"89312345678\"" right "gtin: \"8931234567897\"";
    CHECK_DIGIT 357 Error Error
        vi "chữ số cuối của «{value}» không khớp với các chữ số trước" "đối chiếu từng chữ số với bao bì hay bìa sách; nếu các chữ số trước đều đúng thì chữ số cuối phải là {digit}"
           "Chữ số cuối được tính từ các chữ số trước, để phát hiện gõ nhầm."
        en "the last digit of «{value}» does not match the others" "compare every digit with the packet or the book cover; if all the others are right, the last one has to be {digit}"
           "The last digit is worked out from the others, so that typing mistakes are noticed."
        wrong "gtin: \"8931234567890\"" right "gtin: \"8931234567897\"";
    NOT_AN_ISBN 358 Error Error
        vi "«{value}» không phải là ISBN" "chép 13 chữ số ở bìa sau, bắt đầu bằng 978, ví dụ \"978-604-2-00000-0\"; sách không có ISBN thì xóa mục này"
           "ISBN có 13 chữ số, chia nhóm bằng gạch nối."
        en "«{value}» is not an ISBN" "copy the 13 digits on the back cover, which begin with 978, for example \"978-604-2-00000-0\"; delete this for a book without one"
           "An ISBN has 13 digits, in groups with hyphens between them."
        wrong "isbn: không rõ" right "isbn: \"978-604-2-00000-0\"";
    OLD_ISBN 359 Error Error
        vi "«{value}» là ISBN 10 chữ số kiểu cũ" "ghi \"{mended}\""
           "Từ năm 2007 ISBN có 13 chữ số; số cũ đổi được thành số mới."
        en "«{value}» is an old 10-digit ISBN" "write \"{mended}\""
           "Since 2007 an ISBN has had 13 digits; old numbers can be converted."
        wrong "isbn: 0-306-40615-2" right "isbn: \"9780306406157\"";
    LINK_ONLY 362 Error Error
        vi "quyền ghi là link_only (chỉ dẫn liên kết) nhưng lại kèm tệp «{file}»" "ghi url: của trang đăng tài liệu và bỏ dòng file:"
           "link_only nghĩa là không được chép tệp lên trang này, chỉ dẫn người đọc sang nơi khác."
        en "the rights are link_only, yet the file «{file}» is attached" "write url: with the address of the page that publishes it, and delete the line file:"
           "link_only means that the file may not be copied to this site, only linked to."
        wrong "file: files/x.pdf\nrights: { status: link_only }" right "url: https://vbpl.vn/\nrights: { status: link_only }";
    HOURS_DAYS 366 Error Error
        vi "«{value}» không phải là ngày trong tuần" "ghi mo, tu, we, th, fr, sa, su (thứ Hai đến Chủ nhật), ví dụ mo-fr hoặc sa,su"
           "Các ngày được ghi bằng hai chữ cái tiếng Anh để máy tìm kiếm hiểu."
        en "«{value}» is not a day of the week" "write mo, tu, we, th, fr, sa, su, for example mo-fr or sa,su"
           "Days are written with two letters, so that search engines understand them."
        wrong "on: thứ Hai" right "on: mo";
    HOURS_TIME 367 Error Error
        vi "«{value}» không phải là giờ đúng dạng" "ghi giờ:phút trong ngoặc kép, từ \"00:00\" đến \"24:00\", ví dụ \"07:30\""
           "Giờ được ghi bằng bốn chữ số có dấu hai chấm ở giữa."
        en "«{value}» is not a time of day" "write hour:minute in quotes, from \"00:00\" to \"24:00\", for example \"07:30\""
           "Times are written as four digits with a colon between them."
        wrong "from: 7h30" right "from: \"07:30\"";
    NOT_AN_EMAIL 368 Error Error
        vi "«{value}» không phải là địa chỉ thư điện tử" "ghi đủ tên@nơi-cấp, ví dụ lien-he@disan.vn"
           "Địa chỉ thư có đúng một dấu @ và không có dấu cách."
        en "«{value}» is not an e-mail address" "write name@host, for example lien-he@disan.vn"
           "An e-mail address has exactly one @ and no spaces."
        wrong "email: lien-he tại disan.vn" right "email: lien-he@disan.vn";
    PART_MISSING 369 Error Error
        vi "ở đây thiếu «{key}»" "thêm {example} và điền vào chỗ …"
           "Thiếu phần này thì trang không có gì để hiện."
        en "«{key}» is missing here" "add {example} and fill in the …"
           "Without it there is nothing useful to show."
        wrong "recognitions: [ { number: 1057/QĐ } ]" right "recognitions: [ { rank: national, number: 1057/QĐ } ]";
    WORDS_MISSING 370 Warning Warning
        vi "ngôn ngữ «{lang}» còn thiếu {count} từ dùng chung" "dịch các từ đó vào content/theme/strings/{lang}.yaml (chưa có tệp ấy thì chép bản tiếng Anh về dịch: vanbia theme strings/en.yaml --to strings/{lang}.yaml); tạm thời trang dùng ngôn ngữ khác"
           "Tên cấp xếp hạng, thời kỳ, thứ trong tuần… có sẵn bằng tiếng Việt và tiếng Anh; ngôn ngữ khác cần được dịch."
        en "shared words missing in the language «{lang}»: {count}" "translate them into content/theme/strings/{lang}.yaml (where there is no such file yet, begin from the English one: vanbia theme strings/en.yaml --to strings/{lang}.yaml); until then another language is shown"
           "Names of ranks, eras, weekdays and so on are provided in Vietnamese and English; for other languages they have to be translated."
        wrong "languages: [ { code: vi }, { code: ko } ]" right "content/theme/strings/ko.yaml";
    MISSING_IN_DRAFT 373 Warning Warning
        vi "bản nháp còn thiếu mục «{key}» ({label})" "điền dòng «{key}: …» trước khi đăng. {help}"
           "Bản nháp chưa cần đủ mọi mục, nhưng khi đăng (status: published) thì mục này là bắt buộc."
        en "this draft still lacks the key «{key}» ({label})" "fill in the line «{key}: …» before it is published. {help}"
           "A draft may be incomplete; once it is published (status: published) this key is required."
        wrong "status: draft\ntitle: Chùa Bổ Đà" right "status: draft\ntitle: Chùa Bổ Đà\nsummary: Ngôi chùa cổ";
    DASH_TOO_MANY 374 Error Error
        vi "dấu gạch ở đây tách «{key}» khỏi «{first}» ở trên, thành một phần thiếu các dòng khác" "chỉ để một dấu gạch ở dòng đầu của mỗi phần, bỏ dấu gạch của các dòng sau"
           "Mỗi dấu gạch bắt đầu một phần mới của danh sách. Các dòng của cùng một phần thẳng cột với nhau và chỉ dòng đầu có dấu gạch."
        en "the dash here separates «{key}» from «{first}» above and makes it an item without the other lines" "keep one dash, on the first line of each item, and remove the dashes from the lines below it"
           "Every dash begins a new item of the list. The lines of one item begin in the same column, and only the first has a dash."
        wrong "recognitions:\n  - rank: provincial\n  - number: 12/QĐ-UBND" right "recognitions:\n  - rank: provincial\n    number: 12/QĐ-UBND";
    NOT_A_YEAR 375 Error Error
        vi "«{value}» không phải là một năm" "ghi năm bằng bốn chữ số, ví dụ {example}; cả thế kỷ {century} là from: {from}, to: {to}"
           "Niên đại được sắp theo năm, nên ở đây cần con số. Cách nói như «cuối thế kỷ» thì ghi vào text."
        en "«{value}» is not a year" "write the year with four digits, for example {example}; the whole {century} century is from: {from}, to: {to}"
           "Dates are sorted by year, so a number is needed here. Words such as «late 19th century» belong under text."
        wrong "built: { from: thế kỷ XIX }" right "built: { text: { vi: thế kỷ XIX }, from: 1801, to: 1900 }";
    SEVERAL_IN_ONE 378 Error Error
        vi "«{value}» là nhiều giá trị viết liền trong một câu" "viết thành danh sách: {mended}"
           "Nhiều giá trị của một mục được viết trong ngoặc vuông, hoặc mỗi giá trị một dòng có gạch đầu dòng."
        en "«{value}» is several values written as one text" "write them as a list: {mended}"
           "Several values of one key go in square brackets, or on a line each with a dash."
        wrong "types: architectural, historical" right "types: [architectural, historical]";
    KEY_OF_GROUP 379 Error Error
        vi "mục «{key}» không đứng riêng, nó thuộc về {groups}" "ghi nó dưới «{near}:», thụt vào hai dấu cách"
           "Một số dòng chỉ có nghĩa trong nhóm của chúng: số điện thoại trong contact, hạng sao trong ocop."
        en "the key «{key}» cannot be used by itself; it belongs to {groups}" "write it below «{near}:», indented by two spaces"
           "Some keys only have a meaning within their group: a telephone number within contact, stars within ocop."
        wrong "phone: \"0912 345 678\"" right "contact:\n  phone: \"0912 345 678\"\n  consent: true";
    BANK_UNKNOWN 380 Error Error
        vi "không có ngân hàng nào tên «{value}»" "nếu là ngân hàng sau đây thì ghi bank: {near}; nếu không, ghi mã số sáu chữ số của ngân hàng"
           "Mã chuyển khoản cần mã số của ngân hàng theo danh sách của NAPAS. Tên gọn như trên ứng dụng ngân hàng là đủ."
        en "there is no bank called «{value}»" "if this is the bank you mean, write bank: {near}; if not, write the six-digit number of the bank"
           "A payment code needs the bank's number in the NAPAS list. The short name, as banking apps show it, will do."
        wrong "bank: Vietcombnk" right "bank: Vietcombank";
    ACCOUNT_FORM 381 Error Error
        vi "«{value}» không phải số tài khoản: cần 6 đến 19 chữ số hoặc chữ cái không dấu" "chép lại từ ứng dụng ngân hàng, đặt trong ngoặc kép để giữ các số 0 ở đầu: account: \"0123456789\""
           "Số tài khoản hay số thẻ dài nhất 19 ký tự. Excel hay bỏ mất số 0 ở đầu."
        en "«{value}» is not an account number: it needs 6 to 19 digits or letters without marks" "copy it from the banking app, in quotes so that leading zeros stay: account: \"0123456789\""
           "An account or card number has at most 19 characters. Excel tends to drop leading zeros."
        wrong "account: so 0123" right "account: \"0123456789\"";
    AMOUNT_RANGE 382 Error Error
        vi "số tiền {value} không chuyển được bằng mã này" "ghi từ 1 đến 499999999 đồng, hoặc bỏ dòng amount để người trả tự nhập"
           "Chuyển khoản nhanh nhận dưới 500 triệu đồng mỗi lần."
        en "an amount of {value} cannot be paid by this code" "write an amount from 1 to 499999999 dong, or delete the line amount, so that the payer fills it in"
           "The fast transfer service accepts less than 500 million dong at a time."
        wrong "amount: 0" right "amount: 45000";
    PURPOSE_LONG 383 Error Error
        vi "nội dung chuyển khoản «{value}» dài {count} ký tự, tối đa 25" "viết ngắn lại, không dấu, ví dụ: purpose: {mended}"
           "Ngân hàng chỉ nhận 25 ký tự không dấu trong mã. Chữ có dấu được tự đổi thành không dấu; phần dài hơn không tự cắt, vì cắt giữa chừng có thể đổi nghĩa."
        en "the purpose «{value}» has {count} characters; at most 25 are possible" "make it shorter, in letters without marks, for example: purpose: {mended}"
           "Banks accept 25 characters without marks. Marks are removed automatically; what is too long is not cut, because half a sentence may say something else."
        wrong "purpose: Ủng hộ đồng bào vùng lũ miền Trung" right "purpose: Ung ho vung lu";
    ONE_FORM 386 Error Error
        vi "mã này cần đúng một việc để làm" "giữ một trong các dòng: {known}; mỗi việc khác là một mục khác"
           "Một mã QR chỉ làm được một việc: mở trang, vào Wi-Fi, gọi điện, lưu danh bạ hay chỉ chỗ."
        en "this code needs exactly one thing to do" "keep one of the lines: {known}; make another entry for anything else"
           "A code does one thing: open a page, join a network, dial, save a contact or show a place."
        wrong "opens: { url: \"https://…\", phone: \"0204 000 0000\" }" right "opens: { url: \"https://…\" }";
    WIFI_FORM 387 Error Error
        vi "tên mạng hoặc mật khẩu Wi-Fi không dùng được" "tên mạng dài tối đa 32 ký tự, mật khẩu WPA từ 8 đến 63 ký tự; mạng không mật khẩu thì ghi security: none"
           "Điện thoại từ chối mã Wi-Fi có tên hay mật khẩu sai độ dài."
        en "the name or the password of this Wi-Fi network cannot be used" "a name has at most 32 characters, a WPA password 8 to 63; for a network without a password, write security: none"
           "Phones refuse a Wi-Fi code whose name or password has the wrong length."
        wrong "wifi: { name: Nha van hoa, password: abc }" right "wifi: { name: Nha van hoa, password: chao-ban-2026 }";
    PLAIN_LETTERS 388 Error Error
        vi "«{value}» có chữ có dấu, nhiều điện thoại đọc sai trong mã Wi-Fi" "đặt tên mạng và mật khẩu không dấu trong bộ phát, rồi ghi y như vậy, ví dụ: {mended}"
           "Tên mạng trong mã phải trùng từng chữ với tên mà bộ phát đưa ra. Chữ có dấu được các máy hiểu khác nhau nên máy không vào được mạng."
        en "«{value}» has letters with marks, which many phones misread in Wi-Fi codes" "set a network name and password without marks in the router, and write exactly the same here, for example: {mended}"
           "The name in the code has to be exactly the router's own. Phones read letters with marks in different ways and then do not find the network."
        wrong "wifi: { name: Nhà văn hóa, password: chao-ban-2026 }" right "wifi: { name: Nha van hoa, password: chao-ban-2026 }";
    SENTENCE_LEFT 389 Warning Warning
        vi "phần «{lang}» còn một câu chưa dịch: «{sentence}»" "dịch câu này, hoặc xóa nó khỏi phần «{lang}»; câu cố ý giữ tiếng Việt trong bài thì viết [câu](lang:vi)"
           "Câu tiếng Việt lẫn trong bản dịch thường do dịch sót. Khách không đọc được, và trình đọc màn hình đọc sai giọng."
        en "the text for «{lang}» still has an untranslated sentence: «{sentence}»" "translate it, or delete it from «{lang}»; in a text, mark what is meant to stay Vietnamese as [words](lang:vi)"
           "A Vietnamese sentence within a translation was usually overlooked. Visitors cannot read it, and screen readers mispronounce it."
        wrong "en: An old pagoda. Chùa dựng trên núi Phượng Hoàng." right "en: An old pagoda. It stands on Phuong Hoang hill.";
    SEVERAL_PHONES 390 Error Error
        vi "«{value}» là nhiều số điện thoại, ở đây chỉ ghi được một số" "giữ số hay nghe máy nhất: \"{mended}\"; số khác viết vào bài, hoặc ghi ở zalo"
           "Khách bấm vào số là gọi ngay, nên mỗi chỗ chỉ có một số."
        en "«{value}» holds several telephone numbers; only one can be given here" "keep the one that is answered most often: \"{mended}\"; write the others in the text, or under zalo"
           "Visitors call by tapping the number, so each place holds one number."
        wrong "phone: \"0912 345 678 - 0987 654 321\"" right "phone: \"0912 345 678\"";
    FORMER_FORM 391 Error Error
        vi "«{value}» không phải là khóa cũ của một mục" "ghi tên thư mục của loại mục, dấu gạch chéo, rồi tên thư mục cũ của mục: formerly: [{right}]"
           "Khóa cũ gồm hai tên thư mục đúng như trước khi đổi: của loại mục và của mục. Nhờ đó địa chỉ cũ dẫn về đây và mã đã in vẫn mở được."
        en "«{value}» is not a former key of an entry" "write the folder of the kind, a slash, and the old folder of the entry: formerly: [{right}]"
           "A former key is two folder names exactly as they were: that of the kind and that of the entry. Thanks to it, the old address leads here and printed codes still open."
        wrong "formerly: [bo-da]" right "formerly: [relics/bo-da]";
    FORMER_FOLDER 392 Error Error
        vi "khóa cũ «{value}» nói đến thư mục «{folder}», nhưng không có loại mục nào dùng thư mục đó" "ghi: formerly: [{right}]"
           "Chưa có loại mục nào dùng thư mục này nên địa chỉ ấy không có thật; còn địa chỉ cũ đúng thì sẽ không mở được. Nếu thư mục của cả một loại mục đã đổi tên thì sổ mã còn nhớ tên cũ, và tên cũ ấy vẫn ghi được."
        en "the former key «{value}» names the folder «{folder}», which no kind uses" "write: formerly: [{right}]"
           "No kind uses this folder, so there is no such address, and the real old one would not open. If the folder of a whole kind was renamed, the ledger of codes remembers its old name, and that name may be written."
        wrong "formerly: [relic/bo-da]" right "formerly: [relics/bo-da]";
    BANK_NOT_LISTED 395 Error Error
        vi "không có ngân hàng nào tên «{value}»" "ghi mã số sáu chữ số của ngân hàng, hoặc một trong các tên: {known}"
           "Mã chuyển khoản cần mã số của ngân hàng theo danh sách của NAPAS. Tên gọn như trên ứng dụng ngân hàng là đủ. Máy không đoán thay: đoán nhầm một chữ là tiền sang ngân hàng khác."
        en "there is no bank called «{value}»" "write the six-digit number of the bank, or one of these names: {known}"
           "A payment code needs the bank's number in the NAPAS list. The short name, as banking apps show it, will do. Nothing is guessed here: with one letter wrong, the money would go to another bank."
        wrong "bank: VCX" right "bank: VCB";
    FILE_BESIDE 397 Error Error
        vi "tệp «{value}» phải nằm trong một thư mục con của mục này" "tạo thư mục {folder} trong thư mục của mục này nếu chưa có, chuyển tệp vào đó rồi ghi {mended}"
           "Ảnh, âm thanh và tài liệu của một mục nằm trong các thư mục con (photos, audio, files…), tách khỏi entry.yaml và bài viết."
        en "the file «{value}» has to be in a subfolder of this entry's folder" "make the folder {folder} in this entry's folder unless it is there already, move the file into it and write {mended}"
           "Pictures, sound and documents of an entry are kept in subfolders (photos, audio, files …), apart from entry.yaml and the texts."
        wrong "file: cong.jpg" right "file: photos/cong.jpg";
    FILE_PATH_MENDED 398 Error Error
        vi "đường dẫn «{value}» viết theo kiểu Windows" "ghi {mended}; tệp phải nằm trong thư mục của mục này"
           "Đường dẫn trong entry.yaml bắt đầu từ thư mục của mục và dùng dấu / trên mọi máy. Đường dẫn kiểu C:\\… chỉ đúng trên một máy."
        en "the path «{value}» is written the Windows way" "write {mended}; the file has to be in this entry's folder"
           "Paths in entry.yaml begin at the entry's folder and use / on every computer. A path such as C:\\… exists on one computer only."
        wrong "file: photos\\cong.jpg" right "file: photos/cong.jpg";
    NUMBER_WITHOUT_DIGITS 399 Warning Warning
        vi "«{value}» chưa có số của quyết định" "ghi cả số: number: {mended}, thay … bằng số ghi trên quyết định; chưa tìm thấy thì bỏ mục number và ghi điều đó vào unverified"
           "Cùng một ký hiệu có hàng trăm quyết định. Không có số thì không ai tìm được đúng văn bản để kiểm chứng."
        en "«{value}» lacks the number of the decision" "write the number as well: number: {mended}, with the number of the decision in place of …; if it cannot be found, delete number and say so under unverified"
           "Hundreds of decisions share the same letters. Without the number, nobody can find the right one."
        wrong "number: QĐ-BVHTT" right "number: 53/2001/QĐ-BVHTT";
}
