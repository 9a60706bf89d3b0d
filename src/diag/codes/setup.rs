//! Message codes 08xx: site.yaml, kinds, themes and strings.
//!
//! Entry point: the constants and [`ALL`]. Invariant: see [`super`]. Numbers 830 to 859 belong to themes.

use crate::diag::code::codes;

codes! {
    NO_SITE_FILE 801 Error Error
        vi "không tìm thấy tệp content/site.yaml" "chạy lệnh trong thư mục của trang{there}; nếu chưa có trang thì tạo mới: vanbia init TÊN-THƯ-MỤC"
           "Tệp content/site.yaml cho biết tên trang, địa chỉ và các ngôn ngữ; thiếu tệp này thì đây chưa phải là một trang."
        en "there is no file content/site.yaml" "run the command in the site's folder{there}; if there is no site yet, start one: vanbia init FOLDER"
           "The file content/site.yaml gives the name, the address and the languages of the site; a folder without it is not a site."
        wrong "D:\\> vanbia build" right "D:\\van-bia> vanbia build";
    MISSING_SETTING 802 Error Error
        vi "site.yaml thiếu mục «{key}»" "thêm dòng: {example}"
           "Thiếu thông tin này thì không dựng trang được."
        en "site.yaml lacks the key «{key}»" "add the line: {example}"
           "The site cannot be built without it."
        wrong "title: Di sản xã Vân Hà" right "title: Di sản xã Vân Hà\nbase_url: https://disan.example/";
    BAD_BASE_URL 803 Error Error
        vi "địa chỉ base_url «{value}» không dùng được" "ghi địa chỉ đầy đủ, bắt đầu bằng https:// và kết thúc bằng dấu /, chỉ gồm chữ không dấu: {right}"
           "Địa chỉ này được in vào mã QR trên biển nên phải đúng từng ký tự."
        en "the address base_url «{value}» cannot be used" "write the whole address, beginning with https:// and ending in /, in letters without marks: {right}"
           "This address is part of every printed QR code, so each character counts."
        wrong "base_url: ten-mien.vn" right "base_url: https://ten-mien.vn/";
    EXAMPLE_BASE_URL 804 Warning Error
        vi "base_url vẫn là địa chỉ ví dụ «{value}»" "đăng ký tên miền của đơn vị rồi ghi vào base_url trước khi in biển"
           "Mã QR in ra với địa chỉ ví dụ sẽ không mở được trang nào."
        en "base_url is still the example address «{value}»" "register a domain and write it in base_url before any sign is printed"
           "A code printed with the example address opens nothing."
        wrong "base_url: https://ten-mien.example/" right "base_url: https://disan-vanha.vn/";
    BAD_LANGUAGE 805 Error Error
        vi "không dùng được ngôn ngữ «{value}»: mã sai hoặc bị ghi hai lần" "mỗi ngôn ngữ ghi một lần, ví dụ: { code: vi, name: Tiếng Việt, locale: vi_VN }"
           "Mã ngôn ngữ là thư mục đầu tiên trong địa chỉ của mọi trang."
        en "the language «{value}» cannot be used: its code is wrong or it is written twice" "write each language once, for example: { code: vi, name: Tiếng Việt, locale: vi_VN }"
           "The language code is the first folder in the address of every page."
        wrong "languages: [ { code: Tiếng Việt } ]" right "languages: [ { code: vi, name: Tiếng Việt, locale: vi_VN } ]";
    NOT_A_FOLDER_NAME 806 Error Error
        vi "«{value}» không dùng làm tên thư mục được" "chỉ dùng chữ thường không dấu, chữ số và gạch nối, ví dụ di-tich"
           "Tên này nằm trong địa chỉ trang nên phải gõ được trên mọi máy."
        en "«{value}» cannot be a folder name" "use only lower-case letters without marks, digits and hyphens, for example di-tich"
           "The name is part of page addresses, so it has to be possible to type it on any device."
        wrong "folder: Di tích" right "folder: di-tich";
    BASE_URL_NEARBY 807 Warning Error
        vi "base_url «{value}» chỉ mở được trên máy hoặc mạng của bạn" "ghi tên miền mà điện thoại của khách mở được, ví dụ https://di-san-xa.vn/; để xem thử trên máy, dùng vanbia watch"
           "localhost, số IP, tên không có dấu chấm và các đuôi như .local không mở được từ điện thoại của khách, và số IP có thể đổi bất cứ lúc nào."
        en "the base_url «{value}» opens only on your computer or network" "write a domain that visitors' phones can open, for example https://di-san-xa.vn/; to look at the site here, use vanbia watch"
           "localhost, IP addresses, names without a dot and endings such as .local cannot be opened on visitors' phones, and an IP address may change at any time."
        wrong "base_url: http://localhost/" right "base_url: https://di-san-xa.vn/";
    BASE_URL_SHORTENER 808 Warning Error
        vi "base_url «{value}» là dịch vụ rút gọn liên kết" "ghi tên miền của chính đơn vị, không qua dịch vụ rút gọn"
           "Dịch vụ rút gọn đóng cửa hay hết hạn là mọi biển đã gắn cùng hỏng."
        en "the base_url «{value}» is a link shortener" "write a domain of your own, without going through a shortener"
           "When the shortener closes down or the account expires, every sign on a wall is dead."
        wrong "base_url: https://bit.ly/di-san/" right "base_url: https://di-san-xa.vn/";
    BASE_URL_OF_SERVICE 810 Warning Error
        vi "base_url «{value}» là trang của một mạng xã hội hay dịch vụ dựng trang, các tệp của vanbia không đặt lên đó được" "ghi tên miền của chính đơn vị, nơi chép được thư mục output lên"
           "Mã trên biển mở base_url kèm số của mã; ở trang của dịch vụ khác thì địa chỉ ấy không bao giờ tồn tại."
        en "the base_url «{value}» is a page of a social network or site builder, where the files made by vanbia cannot be put" "write a domain of your own, to which the folder output can be copied"
           "A code on a plate opens base_url followed by the number of the code; on a page of somebody else's service that address never exists."
        wrong "base_url: https://www.facebook.com/doanxa/" right "base_url: https://di-san-xa.vn/";
    OWNER_NAMELESS 828 Warning Error
        vi "chưa ghi ai chịu trách nhiệm về trang (owner: name)" "ghi tên đơn vị, ví dụ: name: { vi: Đoàn xã Vân Hà, en: Van Ha Commune Youth Union }"
           "Tên này nằm ở chân mọi trang và trên biển. Khách cần biết ai viết những điều này và hỏi ai khi có sai sót."
        en "nobody is named as responsible for the site (owner: name)" "write the name of the organisation, for example: name: { vi: Đoàn xã Vân Hà, en: Van Ha Commune Youth Union }"
           "The name appears at the foot of every page and on signs. Visitors need to know who wrote all this and whom to ask if something is wrong."
        wrong "owner:\n  name: { vi: \"\", en: \"\" }" right "owner:\n  name: { vi: Đoàn xã Vân Hà, en: Van Ha Commune Youth Union }";
    OWNER_MISSING 829 Notice Error
        vi "site.yaml chưa ghi ai chịu trách nhiệm về trang (mục owner)" "thêm vào cuối content/site.yaml, thay bằng tên đơn vị của bạn: owner: { name: { vi: Đoàn xã Vân Hà, en: Van Ha Commune Youth Union } }"
           "Trang có mã in trên biển phải cho khách biết ai viết những điều này và hỏi ai khi có sai sót. Khi viết thử thì chưa cần."
        en "site.yaml does not say who is responsible for the site (the key owner)" "add at the end of content/site.yaml, with the name of your own organisation: owner: { name: { vi: Đoàn xã Vân Hà, en: Van Ha Commune Youth Union } }"
           "A site whose codes are printed on plates has to tell visitors who wrote all this, and whom to ask if something is wrong. A trial site can do without it."
        wrong "title: Di sản xã Vân Hà\nbase_url: https://disan-vanha.vn/" right "title: Di sản xã Vân Hà\nbase_url: https://disan-vanha.vn/\nowner: { name: { vi: Đoàn xã Vân Hà, en: Van Ha Commune Youth Union } }";
    BASE_URL_WITHOUT_TLS 809 Warning Warning
        vi "base_url «{value}» không có https" "bật https ở nơi đặt trang, rồi ghi: {right}"
           "Không có https, trang không lưu được để xem khi mất sóng, điện thoại báo «không an toàn», và mã đã in thì không đổi thành https được nữa."
        en "the base_url «{value}» has no https" "switch on https where the site is hosted, then write: {right}"
           "Without https, pages cannot be saved for offline use, phones say “not secure”, and a code once printed can no longer be changed to https."
        wrong "base_url: http://di-san-xa.vn/" right "base_url: https://di-san-xa.vn/";
    KIND_WITHOUT_FOLDER 811 Error Error
        vi "loại mục «{key}» chưa có thư mục" "thêm dòng folder: …, ví dụ folder: festivals"
           "Mỗi loại mục nằm trong một thư mục riêng dưới content/."
        en "the kind «{key}» has no folder" "add a line folder: …, for example folder: festivals"
           "The entries of each kind are kept in a folder of their own under content/."
        wrong "key: festival" right "key: festival\nfolder: festivals";
    FIELD_WITHOUT_NAME 812 Error Error
        vi "một trường trong tệp loại mục chưa có tên" "thêm name: …, viết bằng chữ thường không dấu"
           "Tên trường là điều người viết sẽ ghi trong entry.yaml."
        en "a field of this kind has no name" "add name: …, in lower-case letters without marks"
           "The name of a field is what authors write in entry.yaml."
        wrong "fields: [ { type: text } ]" right "fields: [ { name: origin, type: text } ]";
    FIELD_WITHOUT_TYPE 813 Error Error
        vi "trường «{name}» chưa có kiểu" "thêm type: …, ví dụ type: text"
           "Kiểu trường quyết định cách kiểm tra và hiển thị nội dung."
        en "the field «{name}» has no type" "add type: …, for example type: text"
           "The type decides how the content is checked and shown."
        wrong "fields: [ { name: origin } ]" right "fields: [ { name: origin, type: text } ]";
    CHOICE_WITHOUT_KEY 814 Error Error
        vi "một lựa chọn chưa có khóa" "thêm key: …, ví dụ { key: stone, vi: Đá, en: Stone }"
           "Khóa là điều người viết sẽ ghi trong entry.yaml; nhãn là điều khách đọc."
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
        vi "loại mục «{key}» thiếu {count} nhãn bằng ngôn ngữ «{lang}»: {names}" "thêm nhãn {lang}: … trong content/kinds/{key}.yaml; tạm thời trang dùng ngôn ngữ khác"
           "Nhãn thiếu được thay bằng ngôn ngữ khác để trang vẫn đọc được."
        en "labels missing in the language «{lang}» in the kind «{key}»: {count} ({names})" "add labels {lang}: … in content/kinds/{key}.yaml; until then pages show another language"
           "A missing label is shown in another language, so that the page stays readable."
        wrong "label: { vi: Lễ hội }" right "label: { vi: Lễ hội, en: Festival }";
    UNKNOWN_FOLDER 817 Error Error
        vi "không có loại mục nào dùng thư mục content/{folder}" "có phải là content/{near}? Loại mục mới cần một tệp trong content/kinds/"
           "Mục nằm ngoài các thư mục ấy sẽ không hiện ở đâu cả."
        en "no kind uses the folder content/{folder}" "did you mean content/{near}? A new kind needs a file in content/kinds/"
           "Entries outside these folders appear nowhere."
        wrong "content/di-tich/chua-bo-da/" right "content/relics/chua-bo-da/";
    TEMPLATE_SYNTAX 830 Error Error
        vi "mẫu trang viết sai cú pháp: {detail}" "sửa chỗ được đánh dấu; để so với mẫu có sẵn, chép ra một bản: vanbia theme templates/base.html (hoặc tên mẫu khác)"
           "Mẫu trang dùng {{ … }} để in ra và {% … %} để ra lệnh. Một dấu đóng bị thiếu hoặc một lệnh viết sai làm cả mẫu không đọc được."
        en "the template cannot be read: {detail}" "correct the marked place; to compare with a built-in template, take a copy: vanbia theme templates/base.html (or another name)"
           "Templates print with {{ … }} and act with {% … %}. A missing closing mark or a misspelt command makes the whole template unreadable."
        wrong "{{ page.title }" right "{{ page.title }}";
    TEMPLATE_UNKNOWN 831 Error Error
        vi "mẫu trang gọi một thứ không có: {detail}" "sửa lại tên, hoặc thêm thứ còn thiếu; bảng các tên có sẵn: vanbia theme README.md"
           "Mẫu trang chỉ dùng được các bộ lọc, thành phần và mẫu đã có."
        en "the template calls something that does not exist: {detail}" "correct the name, or add what is missing; a list of what there is: vanbia theme README.md"
           "A template can use only the filters, components and templates that exist."
        wrong "{{ page.title | uper }}" right "{{ page.title | upper }}";
    TEMPLATE_FAILED 832 Error Error
        vi "mẫu trang không dựng được ở chỗ này: {detail}" "sửa chỗ được đánh dấu; điều mà có trang có, có trang không thì bọc trong {% if … %} … {% endif %}"
           "Mỗi trang đưa cho mẫu một bộ dữ liệu cố định. Hỏi tên không có trong đó thì trang không dựng được, để không ai nhận một trang thiếu mà không biết."
        en "the template fails at this place: {detail}" "correct the marked place; put what only some pages have between {% if … %} and {% endif %}"
           "Each page gives its template a fixed set of data. Asking for a name that is not in it stops the page, so that nothing goes missing unnoticed."
        wrong "{{ entry.tilte.text }}" right "{{ entry.title.text }}";
    THEME_VERSION 833 Warning Error
        vi "giao diện «{theme}» dành cho vanbia {wanted}, còn đây là vanbia {have}" "lấy bản mới của giao diện, hoặc xem kỹ các trang rồi ghi trong theme.yaml: vanbia: \"{fits}\""
           "Mẫu trang và dữ liệu đưa cho nó thay đổi theo phiên bản. Giao diện làm cho phiên bản khác có thể thiếu hoặc sai chỗ."
        en "the theme «{theme}» was made for vanbia {wanted}, and this is vanbia {have}" "get a newer version of the theme, or check the pages carefully and write in theme.yaml: vanbia: \"{fits}\""
           "Templates and the data that they receive change from version to version. A theme for another version may lack things or show them in the wrong place."
        wrong "vanbia: \">=2, <3\"" right "vanbia: \">=0.1, <0.2\"";
    THEME_INCOMPLETE 834 Error Error
        vi "theme.yaml của giao diện thiếu dòng «{key}»" "thêm dòng: {key}: {example}"
           "theme.yaml nói tên giao diện, phiên bản và những phiên bản vanbia mà nó chạy được."
        en "the theme's theme.yaml lacks the line «{key}»" "add the line: {key}: {example}"
           "theme.yaml states the name of the theme, its version, and the versions of vanbia that it works with."
        wrong "name: hoa-sen" right "name: hoa-sen\nversion: \"1.0\"\nvanbia: \">=0.1, <0.2\"";
    STRINGS_MISSING 835 Warning Warning
        vi "ngôn ngữ «{lang}» còn thiếu {count} câu chữ của giao diện, câu đầu là «{first}»; tạm hiện câu của ngôn ngữ khác" "thêm các câu còn thiếu vào content/theme/strings/{lang}.yaml; chưa có tệp ấy thì chép bản tiếng Anh về dịch: vanbia theme strings/en.yaml --to strings/{lang}.yaml"
           "Mỗi ngôn ngữ cần bản dịch của các câu như «Nguồn», «Chỉ đường». Câu chưa có được lấy từ tiếng Anh hoặc ngôn ngữ đầu tiên."
        en "texts of the theme missing in the language «{lang}»: {count}, the first is «{first}»; another language is shown meanwhile" "add the missing texts to content/theme/strings/{lang}.yaml; where there is no such file yet, begin with all of them: vanbia theme strings/en.yaml --to strings/{lang}.yaml"
           "Each language needs a translation of texts such as “Sources” and “Directions”. What is missing is taken from English or from the first language."
        wrong "entry:\n  sources: Sources" right "entry:\n  sources: Sources\n  gallery: Images";
    STRINGS_SHAPE 836 Error Error
        vi "«{key}» trong tệp câu chữ phải là {wanted}" "viết lại như trong tệp câu chữ có sẵn của giao diện"
           "Tệp câu chữ là các mục lồng nhau. Một mục có mục con không thể là một câu, và ngược lại."
        en "«{key}» in the strings file has to be {wanted}" "write it as in the theme's own strings file"
           "A strings file consists of nested keys. A key that holds further keys cannot be a text, and a text cannot hold keys."
        wrong "entry: Sources" right "entry:\n  sources: Sources";
    THEME_FILE_UNUSED 837 Warning Warning
        vi "tệp «{file}» không thay cho mẫu nào và không được mẫu nào gọi" "đặt tên đúng như mẫu muốn thay{near}, hoặc xóa tệp"
           "Một tệp trong content/theme/ thay cho tệp cùng tên của giao diện. Tên sai một chữ thì không có gì xảy ra."
        en "the file «{file}» replaces no template, and none calls it" "give it exactly the name of the template that it is to replace{near}, or delete it"
           "A file in content/theme/ replaces the theme's file of the same name. With one letter wrong, nothing happens."
        wrong "templates/entri.html" right "templates/entry.html";
    COMPONENT_ARGUMENTS 838 Error Error
        vi "thành phần «{component}» phải nhận {wanted}, như bản gốc" "sửa dòng đầu thành {% component {component}({wanted}) %}"
           "Các mẫu khác gọi thành phần này với những giá trị đó. Thiếu một tên thì mọi trang dùng nó sẽ hỏng."
        en "the component «{component}» has to accept {wanted}, like the original" "change its first line to {% component {component}({wanted}) %}"
           "Other templates call this component with these values. With one name missing, every page that uses it fails."
        wrong "{% component card(x) %}" right "{% component card(c) %}";
    THEME_TEXT 839 Error Error
        vi "tệp «{file}» của giao diện không phải là văn bản UTF-8" "mở tệp và lưu lại với mã UTF-8"
           "Mẫu trang, kiểu chữ và câu chữ phải là văn bản UTF-8, nếu không chữ có dấu sẽ hỏng."
        en "the theme's file «{file}» is not UTF-8 text" "open the file and save it again as UTF-8"
           "Templates, styles and strings have to be UTF-8 text; otherwise letters with marks get broken."
        wrong "entry.html (Windows-1258)" right "entry.html (UTF-8)";
    STYLE_FILE_MISSING 840 Error Error
        vi "tệp kiểu dáng nhắc tới «{name}» nhưng giao diện không có tệp đó" "{todo}, chỉ ghi tên tệp, không kèm thư mục"
           "Hình và phông chữ trong url(…) phải có trong giao diện; trang không tải gì từ nơi khác."
        en "the style sheet refers to «{name}», which the theme does not have" "{todo}, by its name only, without a folder"
           "Pictures and fonts in url(…) have to be part of the theme; pages load nothing from elsewhere."
        wrong "url(sao.svg)" right "url(star.svg)";
    PAGE_TOO_LARGE 841 Error Error
        vi "mẫu «{template}» in ra một trang lớn hơn {limit} MB" "tìm vòng lặp lồng nhau trong mẫu và rút gọn"
           "Một trang lớn như vậy không mở được trên điện thoại, và thường do vòng lặp viết nhầm."
        en "the template «{template}» produces a page larger than {limit} MB" "look for loops within loops in the template and reduce them"
           "No phone can open such a page; usually a loop is wrong."
        wrong "{% for a in list %}{% for b in list %}…" right "{% for a in list %}…";
    TEMPLATE_MISSING 842 Error Error
        vi "không tìm thấy mẫu trang «{template}»" "thêm tệp {template} vào thư mục templates/ của giao diện"
           "Mỗi loại trang cần một mẫu. Giao diện có sẵn thì có đủ; giao diện riêng có thể thiếu."
        en "there is no template «{template}»" "add the file {template} to the theme's folder templates/"
           "Each type of page needs a template. The built-in theme has them all; a theme of your own may lack some."
        wrong "content/theme/templates/lists.html" right "content/theme/templates/list.html";
    NO_SUCH_SKIN 843 Error Error
        vi "không có bộ màu nào tên «{name}»" "có phải là «{near}»? Chọn một trong: {known}"
           "Bộ màu (skin) là các màu của giao diện, ban ngày và ban đêm. Trang có thể thêm bộ riêng: content/theme/skins/TÊN.yaml."
        en "there is no skin called «{name}»" "did you mean «{near}»? Choose one of: {known}"
           "A skin is the set of colours of a theme, for day and night. A site may add its own: content/theme/skins/NAME.yaml."
        wrong "skin: son mai" right "skin: son-mai";
    SKIN_INCOMPLETE 844 Error Error
        vi "bộ màu thiếu màu ở mục «{palette}»: {colors}" "thêm các màu ấy, ví dụ line: \"#c9b893\""
           "Mỗi bộ màu phải có đủ màu ban ngày (day) và ban đêm (night), nếu không sẽ có chữ không đọc được."
        en "the skin lacks colours under «{palette}»: {colors}" "add them, for example line: \"#c9b893\""
           "A skin needs all the colours for day and for night; otherwise some words could not be read."
        wrong "day: { paper: \"#ffffff\" }" right "day: { paper: \"#ffffff\", ink: \"#111111\", … }";
    SKIN_UNKNOWN_COLOR 845 Error Error
        vi "bộ màu không có mục nào tên «{name}»" "dùng một trong các tên: {known}"
           "Tên màu nói màu dùng để làm gì; tệp kiểu dáng chỉ biết các tên này."
        en "a skin has nothing called «{name}»" "use one of these names: {known}"
           "The names say what a colour is for; style sheets know only these."
        wrong "day: { nền: \"#ffffff\" }" right "day: { paper: \"#ffffff\" }";
    NO_SUCH_THEME 818 Error Error
        vi "không có giao diện nào tên «{name}»" "chép giao diện vào themes/{name}/ (cạnh thư mục content), bắt đầu một giao diện mới bằng lệnh vanbia theme --new {name}, hoặc ghi theme: stele"
           "Giao diện quyết định cách trang hiện ra; giao diện có sẵn tên là stele."
        en "there is no theme called «{name}»" "put the theme into themes/{name}/ (beside the folder content), start a new one with vanbia theme --new {name}, or write theme: stele"
           "The theme decides what the pages look like; the built-in one is called stele."
        wrong "theme: dep" right "theme: stele";
    NOT_A_COLOR 820 Error Error
        vi "«{value}» không phải là mã màu" "ghi màu bằng dấu # và sáu chữ số hoặc chữ a–f, ví dụ \"#231a15\" (đặt trong ngoặc kép)"
           "Dấu # không có ngoặc kép bị hiểu là ghi chú, nên phần sau nó mất đi. Phần mềm nào chọn màu cũng cho biết mã sáu ký tự này."
        en "«{value}» is not a colour" "write a colour as # and six digits or letters a–f, for example \"#231a15\" (in quotes)"
           "Without quotes a # begins a note, and what follows is lost. Every colour picker shows this six-character code."
        wrong "dark: đỏ" right "dark: \"#9c2a1c\"";
    CODE_INVERTED 821 Error Error
        vi "ô của mã QR ({dark}) phải đậm hơn nền ({light})" "đổi chỗ hai màu: dark là màu đậm, light là màu nhạt"
           "Phần lớn máy quét chỉ đọc được ô đậm trên nền nhạt; sáu trong tám bộ đọc thử không đọc mã đảo màu."
        en "the squares of the QR code ({dark}) have to be darker than the background ({light})" "swap the two colours: dark is the dark one, light the pale one"
           "Most scanners read only dark squares on a pale background; six of the eight readers that were tried fail on inverted codes."
        wrong "code_style: { dark: \"#ffffff\", light: \"#000000\" }" right "code_style: { dark: \"#000000\", light: \"#ffffff\" }";
    CODE_COLORS_BAD 822 Error Error
        vi "màu ô {dark} trên nền {light} quá nhạt để quét: độ tương phản {contrast}:1, chênh lệch phản xạ {gap}%" "dùng màu đậm hơn, ví dụ dark: \"{better}\", hoặc nền trắng hơn"
           "Cần tương phản ít nhất 4,5:1 và chênh lệch phản xạ ít nhất 55%, kể cả dưới đèn đỏ của máy quét cầm tay: dưới đèn đỏ, mực đỏ trông gần như trắng."
        en "squares of {dark} on {light} are too pale to be scanned: contrast {contrast}:1, difference in reflectance {gap}%" "use a darker colour, for example dark: \"{better}\", or a whiter background"
           "A contrast of at least 4.5:1 and a difference of at least 55% are needed, even under the red light of a hand scanner, where red ink looks almost white."
        wrong "dark: \"#e9b949\"" right "dark: \"#5a4410\"";
    CODE_COLORS_WEAK 823 Warning Warning
        vi "màu ô {dark} trên nền {light} đọc được nhưng yếu: chênh lệch phản xạ {gap}%" "muốn chắc chắn, dùng dark: \"{better}\""
           "Từ 70% trở lên, mã in ra được xếp loại A. Dưới mức đó, máy cũ hoặc trời tối có thể không quét được."
        en "squares of {dark} on {light} are readable but weak: difference in reflectance {gap}%" "to be on the safe side, use dark: \"{better}\""
           "From 70% upwards a printed code is graded A. Below that, an old phone or poor light may be enough to make scanning fail."
        wrong "dark: \"#c0392b\"" right "dark: \"#7d1f14\"";
    EMBLEM_TOO_LARGE 824 Error Error
        vi "hình giữa mã rộng {wanted} ô, nhưng mã này chỉ chịu được {most} ô" "ghi emblem_size: {most}, hoặc bỏ dòng emblem_size để máy tự chọn"
           "Hình che mất một phần mã. Chỉ được dùng một nửa khả năng tự sửa lỗi; nửa kia dành cho bụi, nắng và vết xước."
        en "the emblem is {wanted} squares wide, but this code can carry only {most}" "write emblem_size: {most}, or delete the line emblem_size and let the program choose"
           "An emblem hides part of the code. It may use up half of what the code can repair; the other half is for dust, sun and scratches."
        wrong "emblem_size: 11" right "emblem_size: 7";
    NO_ROOM_FOR_EMBLEM 825 Error Error
        vi "địa chỉ của trang quá dài nên mã QR không còn chỗ cho hình ở giữa" "bỏ dòng emblem, hoặc dùng tên miền ngắn hơn trước khi in biển"
           "Địa chỉ càng dài thì mã càng dày ô và càng ít chỗ dự phòng."
        en "the site's address is so long that its codes have no room for an emblem" "delete the line emblem, or use a shorter domain before signs are printed"
           "The longer the address, the denser the code and the less it has in reserve."
        wrong "code_style: { preset: stele, emblem: lotus }" right "code_style: { preset: stele }";
    CODE_UNREAD 826 Error Error
        vi "mã {code} vẽ theo kiểu «{style}» không đọc lại được (bộ đọc {decoder}, {scale} điểm ảnh một ô)" "bỏ hình ở giữa hoặc dùng màu đậm hơn; nếu vẫn lỗi, ghi code_style: classic"
           "Mỗi mã có trang trí được vẽ ra và đọc lại bằng hai bộ đọc độc lập trước khi ghi. Mã nào không đọc được thì không được in."
        en "the code {code} drawn in the style «{style}» could not be read back (reader {decoder}, {scale} pixels a square)" "remove the emblem or use darker colours; if that does not help, write code_style: classic"
           "Every styled code is drawn and read back by two independent readers before it is written. A code that they cannot read must not be printed."
        wrong "code_style: { preset: dots, dark: \"#6b6b6b\", emblem: sun }" right "code_style: stele";
    CAPTION_TOO_LONG 827 Error Error
        vi "dòng chữ dưới mã «{text}» quá dài" "rút còn nhiều nhất {most} ký tự, ví dụ: Quét mã để đọc"
           "Chữ dưới mã phải đọc được từ xa; câu dài thì chữ nhỏ đi. Tên của mục đã có trên biển."
        en "the caption «{text}» is too long" "use at most {most} characters, for example: Scan to read"
           "The words under a code have to be legible from a distance, and a long line becomes small. The entry's title is on the plate anyway."
        wrong "caption: Hãy dùng điện thoại thông minh quét mã này để đọc về di tích" right "caption: Quét mã để đọc";
    CHOICE_EMPTY 846 Error Error
        vi "trường «{name}» có kiểu choice nhưng không có lựa chọn nào" "thêm choices: …, ví dụ: choices: [ { key: stone, vi: Đá, en: Stone }, { key: wood, vi: Gỗ, en: Wood } ]"
           "Trường kiểu choice chỉ nhận các giá trị trong danh sách choices; danh sách trống thì không ghi được gì."
        en "the field «{name}» has the type choice but no choices" "add choices: …, for example: choices: [ { key: stone, vi: Đá, en: Stone }, { key: wood, vi: Gỗ, en: Wood } ]"
           "A field of the type choice takes only values from its list choices; with an empty list, nothing can be written."
        wrong "- { name: material, type: choice }" right "- { name: material, type: choice, choices: [ { key: stone, vi: Đá, en: Stone } ] }";
    FIELD_TWICE 847 Error Error
        vi "trường «{name}» được ghi hai lần trong cùng một danh sách" "gộp hai chỗ thành một, hoặc đặt tên khác cho một trường"
           "Mỗi tên trường trong entry.yaml chỉ có một nghĩa; chỗ ghi sau sẽ đè lên chỗ trước mà không ai hay."
        en "the field «{name}» is written twice in the same list" "merge the two, or give one of them another name"
           "A name in entry.yaml means one thing; the second would overwrite the first and nobody would notice."
        wrong "fields:\n  - { name: height, type: number }\n  - { name: height, type: line }" right "fields:\n  - { name: height, type: number }\n  - { name: height_note, type: line }";
    NOT_THERE_NEAR 848 Error Error
        vi "remove: true ghi cho «{name}», nhưng không có «{name}» nào để bỏ" "có phải là «{near}»?"
           "Sai một chữ thì thứ muốn bỏ vẫn còn nguyên."
        en "remove: true is written for «{name}», but there is no «{name}» to remove" "did you mean «{near}»?"
           "With one letter wrong, what was to be removed stays."
        wrong "- { name: plase, remove: true }" right "- { name: place, remove: true }";
    NOT_THERE 849 Error Error
        vi "remove: true ghi cho «{name}», nhưng loại mục này không có «{name}»" "xóa dòng này; ở đây không còn gì để bỏ"
           "remove: true chỉ bỏ được những gì loại mục có sẵn đã có."
        en "remove: true is written for «{name}», which this kind does not have" "delete this line; there is nothing to remove here"
           "remove: true can only take away what the built-in kind has."
        wrong "- { name: xyz, remove: true }" right "- { name: place, remove: true }";
    FOLDER_TWICE 850 Error Error
        vi "thư mục content/{folder} đã là của loại mục «{other}»" "ghi thư mục khác, ví dụ: folder: {right}"
           "Mỗi loại mục có một thư mục riêng; nếu chung thư mục thì mọi mục trong đó chỉ thuộc về một loại."
        en "the folder content/{folder} already belongs to the kind «{other}»" "write another folder, for example: folder: {right}"
           "Every kind has a folder of its own; if two kinds shared one, all its entries would belong to only one of them."
        wrong "# kinds/festival.yaml\nfolder: relics" right "# kinds/festival.yaml\nfolder: festivals";
    FOLDER_TAKEN 851 Error Error
        vi "thư mục content/{folder} dành cho việc khác, không chứa mục được" "ghi thư mục khác, ví dụ: folder: {right}"
           "kinds chứa các loại mục, static chứa tệp chép nguyên, theme chứa giao diện; không mục nào trong đó được đọc."
        en "the folder content/{folder} has another use and cannot hold entries" "write another folder, for example: folder: {right}"
           "kinds holds kinds, static holds files that are copied as they are, theme holds the look; no entries are read from there."
        wrong "folder: static" right "folder: festivals";
    GROUP_EMPTY 852 Error Error
        vi "trường «{name}» có kiểu group nhưng không có trường con nào" "thêm fields: …, ví dụ: fields: [ { name: title, type: text, label: { vi: Tên, en: Title } } ]"
           "group gom nhiều trường con dưới một tên; không có trường con thì không ghi được gì."
        en "the field «{name}» has the type group but no fields" "add fields: …, for example: fields: [ { name: title, type: text, label: { vi: Tên, en: Title } } ]"
           "A group holds several fields under one name; without fields, nothing can be written."
        wrong "- { name: stages, type: group }" right "- { name: stages, type: group, fields: [ { name: title, type: text } ] }";
    CODES_OF_NOTHING 853 Error Error
        vi "trường «{name}» ghi codes: true nhưng sẽ không có mã nào: {why}" "sửa theo mẫu dưới đây, hoặc xóa codes: true"
           "Mã của một phần gắn với id của nó, và trang mà mã mở ra gọi phần ấy bằng title (hoặc name); thiếu một trong hai thì không có mã."
        en "the field «{name}» says codes: true, but there will be no code: {why}" "correct it as shown below, or delete codes: true"
           "The code of a part belongs to its id, and the page that it opens calls the part by its title (or name); without one of the two there is no code."
        wrong "- { name: stalls, type: line, many: true, codes: true }" right "- { name: stalls, type: group, many: true, codes: true, fields: [ { name: id, type: line }, { name: title, type: text } ] }";
    CHOICE_KEY 854 Error Error
        vi "«{value}» không dùng làm khóa của một lựa chọn được" "ghi key: {near}; điều khách đọc thì ghi sau vi: và en:"
           "Khóa của một lựa chọn nằm trong địa chỉ của trang lọc, nên chỉ gồm chữ thường không dấu, chữ số, gạch nối và gạch dưới."
        en "«{value}» cannot be the key of a choice" "write key: {near}; what visitors read goes after vi: and en:"
           "The key of a choice is part of the addresses of filtered lists, so it may have only lower-case letters without marks, digits, hyphens and underscores."
        wrong "choices: [ { key: Đá ong, vi: Đá ong } ]" right "choices: [ { key: da-ong, vi: Đá ong } ]";
}
