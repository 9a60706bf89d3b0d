//! Message codes 05xx: links, references and checks across entries.
//!
//! Entry point: the constants and [`ALL`]. Invariant: see [`super`].

use crate::diag::code::codes;

codes! {
    NO_SUCH_ENTRY 501 Error Error
        vi "không có mục nào mang khóa «{key}»" "có phải là «{near}»? Khóa là tên thư mục của loại mục và tên thư mục của mục"
           "Liên kết dẫn tới một mục không có thật sẽ đưa khách vào ngõ cụt, nên phải sửa xong mới dựng trang được."
        en "there is no entry with the key «{key}»" "did you mean «{near}»? A key is the folder of the kind and the folder of the entry"
           "A link to an entry that does not exist leads visitors nowhere, so the site is not built until it is corrected."
        wrong "[Chùa Bổ Đà](relics/bo-da)" right "[Chùa Bổ Đà](relics/chua-bo-da)";
    WRONG_KIND 502 Error Error
        vi "mục «{key}» thuộc loại {kind}, ở đây cần loại {wanted}" "ghi khóa của một mục thuộc loại {wanted}"
           "Ở đây chỉ ghi được khóa của một số loại mục nhất định."
        en "the entry «{key}» is of the kind {kind}; the kind {wanted} is needed here" "write the key of an entry of the kind {wanted}"
           "This key can only refer to certain kinds of entries."
        wrong "producer: relics/chua-bo-da" right "producer: producers/htx-van-ha";
    NO_SUCH_PART 503 Error Error
        vi "mục «{key}» không có phần nào mang id «{part}»" "có phải là «{near}»? Các id nằm trong entry.yaml của mục đó và trong các tiêu đề"
           "Liên kết sẽ mở trang đúng nhưng không cuộn tới phần cần xem."
        en "the entry «{key}» has no part with the id «{part}»" "did you mean «{near}»? Ids are in that entry's entry.yaml and in its headings"
           "The link would open the right page but not go to the part that is meant."
        wrong "(relics/chua-bo-da#vuon-tap)" right "(relics/chua-bo-da#vuon-thap)";
    REFERS_TO_DRAFT 504 Warning Warning
        vi "mục «{key}» còn là bản nháp hoặc đã gỡ, nên chưa hiện liên kết" "đăng mục đó (status: published) hoặc bỏ liên kết"
           "Bản nháp không có trang nào để dẫn tới; chữ vẫn hiện, chỉ thiếu liên kết."
        en "the entry «{key}» is a draft or withdrawn, so no link is shown" "publish it (status: published) or remove the link"
           "A draft has no page to lead to; the words are shown, only without a link."
        wrong "related: [relics/ban-nhap]" right "related: [relics/chua-bo-da]";
    PART_TWICE 505 Error Error
        vi "id «{id}» được dùng cho hai phần" "đặt mỗi phần một id riêng"
           "Mỗi phần có địa chỉ và mã QR riêng theo id, nên hai phần không thể dùng chung."
        en "the id «{id}» is used for two parts" "give each part an id of its own"
           "Each part has its own address and code by its id, so two cannot share one."
        wrong "components: [ { id: a }, { id: a } ]" right "components: [ { id: cong }, { id: vuon-thap } ]";
    CHAPTER_TWICE 506 Error Error
        vi "hai chương «{first}» và «{second}» có cùng địa chỉ «{slug}»" "đổi tên một trong hai thư mục chương, ví dụ {second} thành {second}-tiep-theo"
           "Số thứ tự ở đầu tên thư mục không nằm trong địa chỉ, nên phần sau phải khác nhau."
        en "the chapters «{first}» and «{second}» both have the address «{slug}»" "rename one of the two folders, for example {second} to {second}-continued"
           "The number at the start of the folder name is not part of the address, so what follows has to differ."
        wrong "chapters/01-mo-dau, chapters/02-mo-dau" right "chapters/01-mo-dau, chapters/02-tiep-theo";
    RESERVED_SLUG 507 Error Error
        vi "tên «{name}» là địa chỉ của một trang mà vanbia tự làm ({path})" "đổi tên thư mục của mục (hoặc dòng url: của một trang riêng), ví dụ {name}-1"
           "Hai trang không thể có cùng một địa chỉ."
        en "the name «{name}» is the address of a page that vanbia makes itself ({path})" "rename the folder (or the line url: of a stand-alone page) of the entry, for example {name}-1"
           "Two pages cannot have the same address."
        wrong "content/relics/trang-2/" right "content/relics/trang-hai/";
    SAME_ADDRESS 508 Error Error
        vi "hai trang có cùng địa chỉ {path}: «{first}» và «{second}»" "đổi tên thư mục của một trong hai mục"
           "Trang sau sẽ ghi đè trang trước; vì mã QR đã in, địa chỉ không bao giờ được tự đổi."
        en "two pages have the same address {path}: «{first}» and «{second}»" "rename the folder of one of them"
           "One page would overwrite the other; because codes are printed, an address is never changed automatically."
        wrong "relics/cho-hoa-lu, kinds/x.yaml → ⟦cùng thư mục|the same folder⟧" right "relics/cho-hoa-lu, markets/cho-hoa-lu";
    FORMER_EXISTS 509 Error Error
        vi "khóa cũ «{key}» vẫn là một mục đang có" "xóa khóa đó khỏi dòng formerly, hoặc xóa mục cũ"
           "Địa chỉ cũ chỉ có thể dẫn về đây khi không còn mục nào dùng nó."
        en "the former key «{key}» still belongs to an entry" "delete it from formerly, or delete the old entry"
           "An old address can lead here only if no entry uses it any more."
        wrong "formerly: [relics/chua-bo-da]" right "formerly: [relics/bo-da]";
    STALE_TRANSLATION 510 Warning Warning
        vi "bản dịch {lang_name} của mục này có thể đã cũ: bản gốc đã thay đổi sau khi dịch" "xem lại {file}, rồi chạy vanbia check --translated {key} để ghi nhận"
           "Hai ngôn ngữ có thể đang nói khác nhau."
        en "the {lang_name} translation of this entry may be out of date: the original has changed since" "review {file}, then run vanbia check --translated {key} to record it"
           "The two languages may be saying different things."
        wrong "vi.md ⟦(mới sửa)|(just changed)⟧, en.md ⟦(cũ)|(old)⟧" right "vi.md, en.md ⟦(cùng nội dung)|(the same in both)⟧";
    STALE_TEXT 520 Warning Warning
        vi "câu {lang_name} «{text}» có thể đã cũ: câu gốc đã sửa sau khi dịch, nay là «{source}»" "sửa câu {lang_name} cho khớp; nếu câu ấy vẫn đúng: chạy vanbia check --translated {key} để ghi nhận"
           "Hai ngôn ngữ có thể đang nói khác nhau. Khi cả hai câu cùng được sửa thì máy coi là đã dịch lại."
        en "the {lang_name} text «{text}» may be out of date: the original has changed since and is now «{source}»" "correct the {lang_name} text; if it is still right: run vanbia check --translated {key} to record it"
           "The two languages may be saying different things. If both texts were changed, the translation counts as new."
        wrong "summary: { vi: Ngôi đền thờ hai vị tướng ⟦(mới sửa)|(just changed)⟧, en: A temple ⟦(cũ)|(old)⟧ }" right "summary: { vi: Ngôi đền thờ hai vị tướng, en: A temple of two generals }";
    TONE_SPELLING 511 Warning Warning
        vi "cùng một tên được viết hai cách: «{first}» và «{second}»" "chọn một cách đặt dấu (ví dụ hòa hoặc hoà) và dùng cho mọi mục"
           "Hai cách đặt dấu thanh nhìn gần giống nhau nhưng là hai tên khác nhau khi tìm kiếm và sắp xếp."
        en "the same name is spelt in two ways: «{first}» and «{second}»" "choose one placement of the tone mark (hòa or hoà) and use it everywhere"
           "The two spellings look alike but count as two names in searching and sorting."
        wrong "Cảnh Thụy, Cảnh Thuỵ" right "Cảnh Thụy, Cảnh Thụy";
    ADDRESS_TOO_LONG 512 Error Error
        vi "địa chỉ quá dài để làm mã QR: {address}" "rút ngắn tên thư mục của mục hoặc tên miền"
           "Mã QR cho một địa chỉ quá dài sẽ dày đặc đến mức điện thoại khó đọc."
        en "the address is too long for a QR code: {address}" "shorten the folder name of the entry, or the domain"
           "A code for such a long address would be too dense for phones to read."
        wrong "relics/ten-rat-dai-…" right "relics/chua-bo-da";
    STATIC_COLLISION 513 Error Error
        vi "tệp trong content/static/ sẽ đè lên {path} mà trang tự tạo" "đổi tên tệp này; muốn thay giao diện thì đặt tệp vào content/theme/"
           "Tệp trong content/static/ được chép nguyên vào gốc của trang, nên không được trùng tên với trang, ảnh hay mã mà vanbia tạo ra."
        en "a file in content/static/ would take the place of {path}, which the site makes itself" "rename the file; to change the look, put files into content/theme/"
           "Files in content/static/ are copied to the root of the site as they are, so they cannot have the name of a page, picture or code that vanbia makes."
        wrong "content/static/vi/index.html" right "content/static/logo.png";
    SAME_LIST 516 Error Error
        vi "hai danh sách có cùng địa chỉ {path}: «{first}» và «{second}»" "đặt label hoặc url khác cho một trong hai, trong tệp của loại mục ở content/kinds/"
           "Địa chỉ của danh sách lấy từ url của loại mục và nhãn của trường dùng để lọc; hai danh sách trùng địa chỉ thì một cái sẽ mất."
        en "two lists have the same address {path}: «{first}» and «{second}»" "give one of them another label or url, in the file of the kind under content/kinds/"
           "The address of a list comes from the url of the kind and the label of the field that filters it; of two lists with the same address, one would be lost."
        wrong "- { name: stone, label: { vi: Loại } }\n- { name: wood, label: { vi: Loại } }" right "- { name: stone, label: { vi: Loại đá } }\n- { name: wood, label: { vi: Loại gỗ } }";
    NO_ENTRY_NEAR 514 Error Error
        vi "không có mục nào mang khóa «{key}», và không khóa nào gần giống" "xem tên hai thư mục của mục ấy trong content/ rồi ghi: thư mục của loại, dấu /, thư mục của mục, như relics/ten-muc; mục vừa đổi tên thư mục thì ghi tên mới; mục đã xóa hẳn thì xóa cả dòng này"
           "Liên kết dẫn tới một mục không có thật sẽ đưa khách vào ngõ cụt, nên phải sửa xong mới dựng trang được."
        en "there is no entry with the key «{key}», nor one that resembles it" "look up the two folders of that entry in content/ and write the folder of the kind, a slash and the folder of the entry, such as relics/ten-muc; if its folder was renamed, write the new name; if the entry was deleted for good, delete this line"
           "A link to an entry that does not exist leads visitors nowhere, so the site is not built until it is corrected."
        wrong "related: [relics/xyz]" right "related: [relics/chua-bo-da]";
    NOW_CALLED 517 Error Error
        vi "khóa «{key}» là tên cũ; mục này nay là «{near}»" "ghi {near}"
           "Dòng formerly giữ cho địa chỉ và mã cũ vẫn mở được, nhưng trong nội dung mỗi mục chỉ được gọi bằng khóa hiện nay."
        en "«{key}» is a former key; the entry is called «{near}» now" "write {near}"
           "The line formerly keeps old addresses and codes working, but within the content an entry may be named only by its present key."
        wrong "related: [relics/chua-cu]" right "related: [relics/chua-bo-da]";
    SAME_ENTRY_TWICE 518 Warning Warning
        vi "mục này cùng loại, cùng tên, cùng {same} với «{first}»" "có phải một nơi được viết hai lần không? Nếu phải: giữ mục đã in biển (chưa in thì mục đầy đủ hơn), chép sang đó những gì chỉ mục kia có, rồi xóa thư mục kia; nếu là hai nơi khác nhau: ghi tọa độ (at) của cả hai, hoặc đặt tên riêng cho từng mục"
           "Hai mục giống nhau cho một nơi làm khách bối rối, và mỗi mục lại có một mã riêng: biển thứ hai sẽ dẫn tới bản chép."
        en "this entry has the same kind, title and {same} as «{first}»" "is it one place written twice? If so, keep the entry whose sign is printed (if none is, the fuller one), copy there what only the other one has, and delete the other folder; if they are two places, write the coordinates (at) of both, or a title of its own for each"
           "Two identical entries for one place confuse visitors, and each has a code of its own: a second plate would lead to the copy."
        wrong "relics/chua-ca/, relics/chua-ca-copy/" right "relics/chua-ca/";
    WARD_NAMED_TWICE 519 Warning Warning
        vi "mã «{code}» ở đây là «{second}», ở «{first_key}» là «{first}»" "đối chiếu mã và tên với danh mục; một trong hai chỗ ghi nhầm"
           "Một mã phường, xã chỉ có một tên. Danh sách lọc theo nơi lấy mã làm khóa, nên hai nơi sẽ bị gộp làm một."
        en "the code «{code}» is called «{second}» here and «{first}» in «{first_key}»" "compare code and name with the official list; one of the two is wrong"
           "A ward has one name. Lists by place go by the code, so two places would be merged into one."
        wrong "ward: \"07210\"\n  ward_name: { vi: phường Tân An }" right "ward: \"07682\"\n  ward_name: { vi: phường Tân An }";
    NO_PART_NEAR 515 Error Error
        vi "mục «{key}» không có phần nào mang id «{part}», và không id nào gần giống" "xem id: trong entry.yaml của mục đó, hoặc bỏ phần sau dấu #"
           "Liên kết sẽ mở trang đúng nhưng không cuộn tới phần cần xem."
        en "the entry «{key}» has no part with the id «{part}», nor one that resembles it" "look up id: in that entry's entry.yaml, or delete what follows the #"
           "The link would open the right page but not go to the part that is meant."
        wrong "(relics/chua-bo-da#xyz)" right "(relics/chua-bo-da#vuon-thap)";
    WARD_WITHOUT_NAME 525 Warning Warning
        vi "chỉ có mã xã, phường thì khách không thấy địa chỉ nào trên trang" "ghi thêm địa chỉ bằng chữ, ví dụ: {better}"
           "vanbia không có danh mục tên xã, phường, nên mã không tự đổi thành tên. Tên ghi ở ward_name và province (hoặc province_name), nơi cụ thể ghi ở address."
        en "with only the ward's code, visitors see no address on the page" "write the address in words as well, for example: {better}"
           "vanbia has no list of ward names, so a code does not turn into a name. Names are written under ward_name and province (or province_name), the exact place under address."
        wrong "place: { ward: \"07210\" }" right "place: { ward: \"07210\", ward_name: { vi: phường Bắc Giang, en: Bac Giang Ward }, province: \"24\" }";
    PRICE_WITHOUT_DAY 526 Warning Warning
        vi "giá chưa ghi ngày, khách không biết giá này của khi nào" "ghi ngày hỏi giá vào «on», ví dụ: {better}"
           "Giá đổi theo mùa. Có ngày thì khách biết giá còn đáng tin hay không, và người bán không bị đòi giá cũ."
        en "the price has no date, so visitors cannot tell how old it is" "write the day on which you asked the price as «on», for example: {better}"
           "Prices change with the season. With a date, visitors know how far to trust a price, and no seller is held to an old one."
        wrong "price: 120000" right "price: { amount: 120000, on: 2026-11-01 }";
    STARTER_TITLE 527 Warning Error
        vi "tên trang vẫn là tên mẫu «{value}»" "ghi tên thật của trang vào title trong content/site.yaml, ví dụ title: { vi: Di sản xã Vân Hà, en: Heritage of Van Ha }"
           "Tên trang hiện ở đầu mọi trang, trên thẻ trình duyệt và khi chia sẻ. Lệnh init ghi sẵn một tên mẫu để bạn thay."
        en "the site still has the sample title «{value}»" "write the real title of the site under title in content/site.yaml, for example title: { vi: Di sản xã Vân Hà, en: Heritage of Van Ha }"
           "The title appears at the top of every page, on the browser tab and in shared links. The command init writes a sample one for you to replace."
        wrong "title: { vi: Trang di sản của chúng tôi, en: Our heritage site }" right "title: { vi: Di sản xã Vân Hà, en: Heritage of Van Ha }";
    GTIN_TWICE 530 Error Error
        vi "«{first}» và «{second}» cùng mang mã số thương phẩm {gtin}" "xem lại dãy số dưới mã vạch của từng loại; mỗi loại hàng, mỗi quy cách có một số riêng"
           "Địa chỉ /01/…/ chỉ dẫn tới được một sản phẩm."
        en "«{first}» and «{second}» have the same GTIN {gtin}" "check the digits under the barcodes; every product and every pack size has a number of its own"
           "The address /01/…/ can lead to one product only."
        wrong "gtin: \"8931234567897\"   # ⟦ở hai sản phẩm|in two products⟧" right "gtin: \"8931234567897\"   # ⟦chỉ ở một sản phẩm|in one of them⟧";
    PART_ID_TAKEN 531 Error Error
        vi "id «{id}» là tên mà trang dùng cho chỗ khác" "đặt id khác cho phần này, ví dụ phan-{id}"
           "Mã QR của một phần mở trang rồi cuộn tới id của nó. Nếu trang đã có chỗ mang tên ấy, khách sẽ tới nhầm chỗ."
        en "the page uses the id «{id}» for something else" "give this part another id, such as phan-{id}"
           "The code of a part opens the page and goes to its id. If the page already has a place of that name, visitors end up in the wrong place."
        wrong "components: [ { id: menu } ]" right "components: [ { id: phan-menu } ]";
}
