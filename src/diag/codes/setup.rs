//! Message codes 08xx: site.yaml, kinds, themes and strings.
//!
//! Entry point: the constants and [`ALL`]. Invariant: see [`super`].

use crate::diag::code::codes;

codes! {
    NO_SITE_FILE 801 Error Error
        vi "không tìm thấy tệp content/site.yaml" "chạy lệnh trong thư mục của trang, hoặc tạo trang mới: vanbia init TÊN-THƯ-MỤC"
           "Tệp content/site.yaml cho biết tên trang, địa chỉ và các ngôn ngữ; thiếu tệp này thì đây chưa phải là một trang."
        en "there is no file content/site.yaml" "run the command in the site's folder, or start a site with: vanbia init FOLDER"
           "The file content/site.yaml names the site, its address and its languages; a folder without it is not a site."
        wrong "(content/ không có site.yaml)" right "content/site.yaml";
    MISSING_SETTING 802 Error Error
        vi "site.yaml thiếu mục «{key}»" "thêm dòng: {example}"
           "Không thể tạo trang khi thiếu thông tin này."
        en "site.yaml lacks the key «{key}»" "add the line: {example}"
           "The site cannot be made without it."
        wrong "title: Di sản xã Vân Hà" right "title: Di sản xã Vân Hà\nbase_url: https://disan.example/";
    BAD_BASE_URL 803 Error Error
        vi "địa chỉ base_url «{value}» không dùng được" "ghi địa chỉ đầy đủ, bắt đầu bằng https:// và kết thúc bằng dấu /, chỉ gồm chữ không dấu: https://ten-mien.vn/"
           "Địa chỉ này được in vào mã QR trên biển nên phải đúng từng ký tự."
        en "the address base_url «{value}» cannot be used" "write the whole address, from https:// to a final /, in plain letters: https://ten-mien.vn/"
           "This address goes into every printed code, so each character counts."
        wrong "base_url: ten-mien.vn" right "base_url: https://ten-mien.vn/";
    EXAMPLE_BASE_URL 804 Warning Error
        vi "base_url vẫn là địa chỉ ví dụ «{value}»" "đăng ký tên miền của đơn vị rồi ghi vào base_url trước khi in biển"
           "Mã QR in ra với địa chỉ ví dụ sẽ không mở được trang nào."
        en "base_url is still the example address «{value}»" "register a domain and write it into base_url before any sign is printed"
           "A code printed with the example address opens nothing."
        wrong "base_url: https://ten-mien.example/" right "base_url: https://disan-vanha.vn/";
    BAD_LANGUAGE 805 Error Error
        vi "ngôn ngữ «{value}» không hợp lệ hoặc bị ghi hai lần" "mỗi ngôn ngữ ghi một lần, ví dụ: { code: vi, name: Tiếng Việt, locale: vi_VN }"
           "Mã ngôn ngữ là thư mục đầu tiên trong địa chỉ của mọi trang."
        en "the language «{value}» is not valid or stands twice" "write each language once, for example: { code: vi, name: Tiếng Việt, locale: vi_VN }"
           "The language code is the first folder in the address of every page."
        wrong "languages: [ { code: Tiếng Việt } ]" right "languages: [ { code: vi, name: Tiếng Việt, locale: vi_VN } ]";
    NOT_A_FOLDER_NAME 806 Error Error
        vi "«{value}» không dùng làm tên thư mục được" "chỉ dùng chữ thường không dấu, chữ số và gạch nối, ví dụ di-tich"
           "Tên này nằm trong địa chỉ trang nên phải gõ được trên mọi máy."
        en "«{value}» cannot be a folder name" "use plain lower-case letters, digits and hyphens only, for example di-tich"
           "The name is part of page addresses and has to be typed on any device."
        wrong "folder: Di tích" right "folder: di-tich";
    KIND_WITHOUT_FOLDER 811 Error Error
        vi "loại mục «{key}» chưa có thư mục" "thêm dòng folder: …, ví dụ folder: festivals"
           "Mỗi loại mục nằm trong một thư mục riêng dưới content/."
        en "the kind «{key}» has no folder" "add a line folder: …, for example folder: festivals"
           "The entries of each kind lie in a folder of their own under content/."
        wrong "key: festival" right "key: festival\nfolder: festivals";
    FIELD_WITHOUT_NAME 812 Error Error
        vi "một trường trong tệp loại mục chưa có tên" "thêm name: …, viết bằng chữ thường không dấu"
           "Tên trường là điều người viết sẽ ghi trong entry.yaml."
        en "a field of this kind has no name" "add name: …, in plain lower-case letters"
           "The name of a field is what authors write in entry.yaml."
        wrong "fields: [ { type: text } ]" right "fields: [ { name: origin, type: text } ]";
    FIELD_WITHOUT_TYPE 813 Error Error
        vi "trường «{name}» chưa có kiểu" "thêm type: …, ví dụ type: text"
           "Kiểu trường quyết định cách kiểm tra và hiển thị nội dung."
        en "the field «{name}» has no type" "add type: …, for example type: text"
           "The type decides how the content is checked and shown."
        wrong "fields: [ { name: origin } ]" right "fields: [ { name: origin, type: text } ]";
    CHOICE_WITHOUT_KEY 814 Error Error
        vi "một lựa chọn chưa có khoá" "thêm key: …, ví dụ { key: stone, vi: Đá, en: Stone }"
           "Khoá là điều người viết sẽ ghi trong entry.yaml; nhãn là điều khách đọc."
        en "a choice has no key" "add key: …, for example { key: stone, vi: Đá, en: Stone }"
           "The key is what authors write in entry.yaml; the labels are what visitors read."
        wrong "choices: [ { vi: Đá } ]" right "choices: [ { key: stone, vi: Đá } ]";
    NO_SUCH_FIELD 815 Error Error
        vi "card hoặc facets nhắc đến trường «{name}», nhưng loại mục này không có trường đó" "có phải là «{near}»?"
           "Thẻ và bộ lọc chỉ dùng được các trường của chính loại mục này."
        en "card or facets name the field «{name}», which this kind does not have" "did you mean «{near}»?"
           "Cards and filters can only use the kind's own fields."
        wrong "card: [typo]" right "card: [types]";
    LABELS_MISSING 816 Warning Warning
        vi "loại mục «{key}» thiếu {count} nhãn bằng ngôn ngữ «{lang}»" "thêm nhãn {lang}: … trong content/kinds/{key}.yaml; tạm thời trang dùng ngôn ngữ khác"
           "Nhãn thiếu được thay bằng ngôn ngữ khác để trang vẫn đọc được."
        en "the kind «{key}» lacks {count} labels in the language «{lang}»" "add labels {lang}: … in content/kinds/{key}.yaml; until then pages show another language"
           "A missing label is shown in another language, so that the page stays readable."
        wrong "label: { vi: Lễ hội }" right "label: { vi: Lễ hội, en: Festival }";
    UNKNOWN_FOLDER 817 Error Error
        vi "không có loại mục nào dùng thư mục content/{folder}" "có phải là content/{near}? Loại mục mới cần một tệp trong content/kinds/"
           "Các mục nằm ngoài thư mục của loại mục sẽ không hiện ở đâu cả."
        en "no kind uses the folder content/{folder}" "did you mean content/{near}? A new kind needs a file in content/kinds/"
           "Entries outside the folder of a kind would appear nowhere."
        wrong "content/di-tich/chua-bo-da/" right "content/relics/chua-bo-da/";
}
