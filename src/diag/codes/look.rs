//! Message codes 0460 to 0465 and 0532 to 0539: a look of one's own, by templates, styles, strings and kinds.
//!
//! Entry point: the constants and [`ALL`]. Invariant: see [`super`].

use crate::diag::code::codes;

codes! {
    PAGE_BLOCKED 532 Warning Error
        vi "trình duyệt sẽ chặn {what} trong mẫu trang" "đưa ra khỏi mẫu: {todo}"
           "Trang chỉ nhận kiểu dáng và lệnh từ tệp của chính nó, để không nội dung nào cài được mã lạ vào máy của khách. Viết thẳng vào mẫu thì trình duyệt chặn mà không báo gì."
        en "browsers will block {what} in a template" "take it out of the template: {todo}"
           "Pages take styles and scripts from files of their own only, so that no content can bring code into a visitor's phone. What stands in the template itself is blocked silently."
        wrong "<p style=\"color: red\">" right "<p class=\"canh-bao\">   ⟦và trong|and in⟧ content/theme/styles/own.css: .canh-bao { color: red }";
    THIRD_PARTY 533 Warning Error
        vi "giao diện tải «{url}» từ nơi khác; trình duyệt sẽ chặn" "giữ mọi thứ trong trang: {todo}"
           "Trang không tải gì từ nơi khác: không ai theo dõi được khách, và trang vẫn đủ khi nơi kia hỏng. Vì vậy phông chữ, hình và lệnh phải là tệp của giao diện; bản đồ, phim, mạng xã hội thì đặt liên kết."
        en "the theme loads «{url}» from elsewhere, which browsers will block" "keep everything within the site: {todo}"
           "Pages load nothing from elsewhere: nobody can follow visitors, and a page stays whole when the other place is down. So fonts, pictures and scripts have to be files of the theme; to maps, films and networks there are links."
        wrong "@import url(\"https://fonts.googleapis.com/css2?family=Lora\");" right "@font-face { font-family: Lora; src: url(lora.woff2); }";
    POLICY_CHANGED 534 Error Error
        vi "mẫu trang này {what}" "giữ dòng ấy như mẫu có sẵn: {todo}"
           "Dòng Content-Security-Policy ở đầu mỗi trang bảo trình duyệt chỉ nhận tệp của chính trang. Thiếu dòng ấy, hay nới nó ra, thì một đoạn chép từ nơi khác cũng theo dõi được khách."
        en "this template {what}" "keep that line as built-in pages have it: {todo}"
           "The line Content-Security-Policy in the head of every page tells browsers to take files of the site only. Without it, or with a looser one, anything that was copied from elsewhere could follow visitors."
        wrong "script-src 'self' 'unsafe-inline'" right "script-src 'self'";
    BLOCKS_MISSING 535 Error Error
        vi "mẫu «{template}» thiếu chỗ mà các mẫu {children} điền vào: {blocks}" "thêm vào mẫu, ở nơi muốn phần ấy hiện ra: {right}"
           "Các mẫu ấy lấy mẫu này làm khung rồi điền vào từng chỗ {% block … %} theo tên. Khung thiếu một chỗ thì những trang ấy không dựng được."
        en "the template «{template}» lacks places that {children} fill: {blocks}" "add to it, where these parts are to appear: {right}"
           "Those templates take this one as their frame and fill its places {% block … %} by name. With a place missing their pages cannot be made."
        wrong "{% extends \"base.html\" %}\n{% block main %}{{ body }}{% endblock main %}" right "{% extends \"base.html\" %}\n{% block main %}{% block text %}{{ body }}{% endblock text %}{% endblock main %}";
    STRING_UNKNOWN 536 Warning Warning
        vi "không mẫu trang nào dùng câu chữ «{key}», nên câu này không hiện ở đâu" "xem lại tên của câu: {todo}"
           "Tên của mỗi câu phải đúng như trong tệp câu chữ gốc (themes/stele/strings/vi.yaml). Sai một chữ thì trang vẫn hiện câu cũ."
        en "no template uses the text «{key}», so it is shown nowhere" "look at the name of the text: {todo}"
           "A text is called as in the original file (themes/stele/strings/en.yaml). With one letter wrong pages go on showing the old text."
        wrong "nav:\n  hom: Trang đầu" right "nav:\n  home: Trang đầu";
    STRING_VALUES 537 Warning Error
        vi "câu «{key}» chờ giá trị {value}, nhưng trang không đưa giá trị ấy" "chỉ dùng {values}"
           "Chỗ trong ngoặc nhọn được trang thay bằng một con số hay một tên. Ngoặc lạ thì trang không biết thay bằng gì."
        en "the text «{key}» waits for the value {value}, which pages do not give" "use {values} only"
           "What stands in braces is replaced by a number or a name. With other braces the page does not know what to put there."
        wrong "list:\n  count: \"{so} mục\"" right "list:\n  count: \"{n} mục\"";
    THEME_FILE_LOST 538 Warning Error
        vi "tệp «{file}» không được dùng ở đâu" "để tệp ở nơi được đọc: {todo}"
           "Giao diện chỉ đọc các thư mục templates, styles, scripts, strings, skins, assets, fonts và inline; kiểu dáng và lệnh phải có một mẫu hoặc một tệp kiểu dáng khác gọi đến."
        en "the file «{file}» is used nowhere" "put it where it is read: {todo}"
           "A theme is read from the folders templates, styles, scripts, strings, skins, assets, fonts and inline only; a style or script has to be called by a template or another style sheet."
        wrong "content/theme/css/style.css" right "content/theme/styles/own.css";
    FACET_IMPOSSIBLE 539 Warning Error
        vi "không lọc được danh sách theo trường «{name}» (kiểu {type})" "bỏ «{name}» khỏi facets; loại mục này lọc được theo: {known}"
           "Trang lọc gộp các mục có cùng một giá trị. Những kiểu khác không có giá trị chung để gộp, nên bộ lọc sẽ trống."
        en "lists cannot be filtered by the field «{name}» (of the type {type})" "take «{name}» out of facets; this kind can be filtered by: {known}"
           "A filtered list holds the entries that have one value in common. Other types have none in common, and the filter would be empty."
        wrong "facets: [photos]" right "facets: [types]";
    TEMPLATE_EMPTY 460 Error Error
        vi "mẫu trang «{template}» trống, nên các trang của nó cũng trống" "viết mẫu, hoặc xóa tệp này để dùng lại mẫu có sẵn"
           "Tệp cùng tên thay hẳn mẫu có sẵn. Chân trang hay một phần nhỏ có thể để trống; cả một loại trang thì không."
        en "the template «{template}» is empty, and so would be its pages" "write it, or delete this file to have the built-in template again"
           "A file of the same name takes the whole place of the built-in template. A footer or another small part may be empty; a kind of page may not."
        wrong "content/theme/templates/az.html   # ⟦tệp trống|an empty file⟧" right "content/theme/templates/az.html: {% extends \"base.html\" %} …";
    STYLE_UNCLOSED 461 Warning Error
        vi "tệp kiểu dáng có {what}" "sửa ngay trong tệp ấy: {todo}"
           "Từ chỗ ấy trở đi trình duyệt hiểu sai mọi quy tắc, kể cả quy tắc của các tệp ghép sau."
        en "the style sheet has {what}" "correct that file: {todo}"
           "From there on browsers misread every rule, also those of the sheets after it."
        wrong ".the { color: red" right ".the { color: red }";
    NAME_UNUSABLE 462 Warning Error
        vi "«{value}» không dùng làm tên {what} được" "dùng tên {near}; điều khách đọc thì ghi ở label"
           "Tên này được gõ trong entry.yaml và trong lệnh, nên chỉ gồm chữ thường không dấu, chữ số và gạch dưới."
        en "«{value}» cannot be the name of {what}" "call it {near}; what visitors read is its label"
           "The name is typed in entry.yaml and in commands, so it has only plain lower-case letters, digits and underscores."
        wrong "- { name: Mùa lễ, type: text }" right "- { name: mua_le, type: text, label: { vi: Mùa lễ } }";
    COMMON_FIELD 463 Error Error
        vi "«{name}» là trường chung của mọi loại mục, không {what} được" "giữ trường ấy như cũ: {todo}"
           "Trang, danh sách, mã QR và bản dịch của mọi loại mục đều dựa vào các trường chung này."
        en "«{name}» is a field that all kinds have; it cannot be {what}" "leave that field as it is: {todo}"
           "Pages, lists, codes and translations of every kind rely on these fields."
        wrong "- { name: status, type: text }" right "- { name: condition, type: text }";
    SITE_FILE_MISSING 464 Warning Error
        vi "mẫu trang gọi tệp «{name}», nhưng {why}" "để tệp vào đúng chỗ và gọi đúng tên: {todo}"
           "Hình và lệnh mà mẫu gọi phải có trong content/static/ (gọi bằng {{ root }}) hoặc trong giao diện (gọi bằng assets[…]); nếu không khách chỉ thấy ô vỡ."
        en "the template calls the file «{name}», but {why}" "put the file in its place and call it by its name: {todo}"
           "Pictures and scripts of a template lie in content/static/ (called with {{ root }}) or in the theme (called with assets[…]); otherwise visitors see a broken box."
        wrong "<img src=\"/logo.png\">" right "<img src=\"{{ root }}logo.png\">   # content/static/logo.png";
    KIND_VALUE_USELESS 465 Warning Error
        vi "«{value}» không dùng được ở {key}: {why}" "sửa hoặc bỏ giá trị ấy: {todo}"
           "Trang bỏ qua giá trị không hiểu được và vẫn dựng như khi không ghi dòng ấy, nên điều bạn muốn không hiện ra."
        en "«{value}» is of no use at {key}: {why}" "correct that value or leave it out: {todo}"
           "A value that means nothing is passed over, and pages are made as if the line were not there. So what you wanted does not appear."
        wrong "layout: le-hoi" right "layout: market";
}
