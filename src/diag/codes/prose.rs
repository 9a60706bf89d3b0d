//! Message codes 04xx: prose in Markdown, and sentences elsewhere.
//!
//! Entry point: the constants and [`ALL`]. Invariant: see [`super`].

use crate::diag::code::codes;

codes! {
    TOP_HEADING 401 Warning Warning
        vi "tiêu đề «{text}» dùng một dấu #, là cấp dành cho tên trang" "viết hai dấu #: ## {text}"
           "Tên trang lấy từ «title» trong entry.yaml và đã là tiêu đề lớn nhất. Các mục trong bài bắt đầu từ ##. Trang vẫn được dựng, tiêu đề này hiện như cấp ##."
        en "the heading «{text}» has a single #, which is the level of the page's own title" "write two #: ## {text}"
           "The title of the page comes from «title» in entry.yaml and is the largest heading already. Sections of the text begin with ##. The page is built all the same, with this heading shown as ##."
        wrong "# Lịch sử" right "## Lịch sử";
    SKIPPED_LEVEL 402 Warning Warning
        vi "tiêu đề «{text}» nhảy quá một cấp so với tiêu đề phía trên" "viết: {marks} {text}"
           "Trình đọc màn hình dùng cấp tiêu đề để đưa người khiếm thị đi trong bài. Cấp sau chỉ nên sâu hơn cấp trước một dấu #."
        en "the heading «{text}» skips a level below the one above it" "write: {marks} {text}"
           "Screen readers guide blind people through a text by its heading levels. A heading should be at most one # deeper than the one before it."
        wrong "## Lịch sử\n#### Thời Lý" right "## Lịch sử\n### Thời Lý";
    EMPTY_HEADING 403 Warning Warning
        vi "dấu # này không có chữ nào phía sau" "viết tên mục sau dấu #, hoặc xóa dòng này"
           "Dấu # ở đầu dòng tạo một tiêu đề. Tiêu đề không có chữ làm người đọc và trình đọc màn hình bối rối."
        en "this # has no words after it" "write the name of the section after the #, or delete the line"
           "A # at the start of a line makes a heading. A heading without words confuses readers and screen readers."
        wrong "##" right "## Lịch sử";
    HTML_AS_TEXT 404 Warning Warning
        vi "thẻ HTML <{tag}> không được dùng trong bài, nó sẽ hiện ra nguyên chữ trên trang" "dùng cách viết Markdown: {way}"
           "Bài viết chỉ dùng Markdown. Để không ai chèn được mã chạy trong trình duyệt của khách, mọi thẻ HTML đều hiện ra như chữ thường. Mỗi loại thẻ chỉ báo một lần trong một bài."
        en "HTML tags such as <{tag}> are not used in texts; visitors will see the tag as plain text" "write it the Markdown way: {way}"
           "Texts are Markdown only. So that nobody can slip in code that runs in a visitor's browser, every HTML tag is shown as plain text. Each kind of tag is reported once in a text."
        wrong "Chùa <b>Bổ Đà</b>" right "Chùa **Bổ Đà**";
    HTML_WITHOUT_WAY 405 Warning Warning
        vi "thẻ HTML <{tag}> không được dùng trong bài, nó sẽ hiện ra nguyên chữ trên trang" "xóa <{tag}> và </{tag}>, giữ lại phần chữ"
           "Bài viết chỉ dùng Markdown; màu, cỡ chữ và khung hình do giao diện lo. Nếu đó là dấu nhỏ hơn trong câu, hãy đặt dấu gạch chéo ngược phía trước: \\<."
        en "HTML tags such as <{tag}> are not used in texts; visitors will see the tag as plain text" "delete <{tag}> and </{tag}> and keep the words"
           "Texts are Markdown only; the theme takes care of colours, sizes and frames. If a less-than sign was meant, put a backslash before it: \\<."
        wrong "<center>Bia đá</center>" right "Bia đá";
    HTML_COMMENT 406 Warning Warning
        vi "ghi chú <!-- … --> sẽ hiện ra trên trang cho mọi người đọc" "xóa ghi chú này, hoặc chuyển nó vào entry.yaml sau dấu #"
           "Bài viết không có ghi chú ẩn. Ghi chú cho người soạn nên nằm trong entry.yaml, trên một dòng bắt đầu bằng dấu #."
        en "the note <!-- … --> will be shown on the page for everyone to read" "delete the note, or move it to entry.yaml after a #"
           "Texts have no hidden notes. Notes for the writers belong in entry.yaml, on a line that begins with #."
        wrong "<!-- hỏi lại ngày dựng bia -->" right "# hỏi lại ngày dựng bia";
    REFUSED_SCHEME 407 Error Error
        vi "địa chỉ bắt đầu bằng «{scheme}:» không được dùng trong liên kết" "dùng một trong các dạng: https://…, mailto:…, tel:…, geo:…, hoặc khóa của một mục như relics/chua-bo-da"
           "Liên kết chỉ được dẫn tới trang web, thư điện tử, số điện thoại, tọa độ hoặc một mục của trang này. Các dạng khác có thể chạy mã trong máy của khách."
        en "an address that begins with «{scheme}:» is not allowed in links" "use one of: https://…, mailto:…, tel:…, geo:…, or the key of an entry such as relics/chua-bo-da"
           "Links may lead to web pages, e-mail addresses, telephone numbers, coordinates or an entry of this site. Other kinds could run code on a visitor's device."
        wrong "[mở](javascript:alert(1))" right "[mở](https://disan.example/)";
    OUTSIDE_PATH 408 Error Error
        vi "«{address}» đi ra ngoài thư mục của mục này" "viết khóa của mục cần dẫn tới (relics/chua-bo-da), hoặc tệp trong thư mục này (photos/cong.jpg)"
           "Hai dấu chấm (..) nghĩa là lên thư mục cha. Mỗi mục chỉ dùng tệp trong thư mục của chính nó, để có thể chuyển đi nơi khác mà không hỏng."
        en "«{address}» leads out of the folder of this entry" "write the key of the entry (relics/chua-bo-da), or a file in this folder (photos/cong.jpg)"
           "Two dots (..) mean the folder above. An entry uses only files in its own folder, so that it can be moved without breaking."
        wrong "![Cổng](../chua-bo-da/photos/cong.jpg)" right "![Cổng](photos/cong.jpg)";
    WINDOWS_PATH 409 Error Error
        vi "«{address}» là đường dẫn trên máy tính Windows, khách không mở được" "chép tệp vào thư mục photos của mục này rồi viết photos/ten-tep.jpg, dùng dấu gạch chéo /"
           "Đường dẫn có ổ đĩa (C:) hoặc dấu gạch ngược chỉ có trên máy của người soạn. Tệp phải nằm trong thư mục của mục."
        en "«{address}» is a path on a Windows computer that visitors cannot open" "copy the file into this entry's photos folder and write photos/name.jpg, with a slash /"
           "A path with a drive (C:) or a backslash exists only on the writer's computer. The file has to be in the entry's folder."
        wrong "![Cổng](C:\\Anh\\cong.jpg)" right "![Cổng](photos/cong.jpg)";
    ADDRESS_WITHOUT_SCHEME 410 Error Error
        vi "địa chỉ «{address}» thiếu https: ở đầu" "viết https:{address}"
           "Địa chỉ bắt đầu bằng hai dấu gạch chéo không mở được khi trang nằm trên USB, và không rõ có an toàn hay không."
        en "the address «{address}» has no https: at the start" "write https:{address}"
           "An address that begins with two slashes does not open from a USB stick, and does not say whether it is safe."
        wrong "[báo](//vi.wikipedia.org/)" right "[báo](https://vi.wikipedia.org/)";
    EMPTY_ADDRESS 411 Error Error
        vi "liên kết này không có địa chỉ" "viết địa chỉ vào giữa hai dấu ngoặc tròn, ví dụ (relics/chua-bo-da)"
           "Sau phần chữ trong ngoặc vuông phải là địa chỉ trong ngoặc tròn; ở đây chỗ đó để trống."
        en "this link has no address" "write the address between the round brackets, for example (relics/chua-bo-da)"
           "The words in square brackets are followed by the address in round ones; here that place is empty."
        wrong "[Chùa Bổ Đà]()" right "[Chùa Bổ Đà](relics/chua-bo-da)";
    INCOMPLETE_ADDRESS 412 Error Error
        vi "«{address}» thiếu phần đầu cho biết đây là loại địa chỉ gì" "viết ({better})"
           "Thanh địa chỉ của trình duyệt thường giấu https://. Trong bài phải ghi đủ: https:// cho trang web, mailto: cho thư điện tử, tel: cho số điện thoại."
        en "«{address}» lacks the first part, which says what kind of address it is" "write ({better})"
           "Browsers often hide https:// in the address bar. In a text the address has to be complete: https:// for web pages, mailto: for e-mail, tel: for telephone numbers."
        wrong "[Facebook](facebook.com/dakpo)" right "[Facebook](https://facebook.com/dakpo)";
    LINK_TO_TEXT_FILE 413 Error Error
        vi "«{address}» là tệp bài viết, không phải trang" "viết khóa của mục: ({key})"
           "Liên kết dẫn tới một mục bằng khóa của nó (thư mục/tên), không có đuôi .md; trang đúng ngôn ngữ sẽ được chọn tự động."
        en "«{address}» is a text file, not a page" "write the key of the entry: ({key})"
           "Links lead to an entry by its key (folder/name) without .md; the page in the right language is chosen automatically."
        wrong "[Chùa Bổ Đà](relics/chua-bo-da/vi.md)" right "[Chùa Bổ Đà](relics/chua-bo-da)";
    UNKNOWN_LANGUAGE_TAG 414 Error Error
        vi "«{tag}» không phải mã ngôn ngữ" "viết mã như zh-Hant (chữ Hán), fr (tiếng Pháp), bdq (tiếng Ba Na)"
           "[chữ](lang:mã) cho biết đoạn chữ thuộc ngôn ngữ khác, để trình đọc màn hình phát âm đúng. Mã theo chuẩn BCP 47."
        en "«{tag}» is not a language code" "write a code such as zh-Hant (Chinese characters), fr (French), bdq (Bahnar)"
           "[words](lang:code) says that the words are in another language, so that screen readers pronounce them correctly. Codes follow BCP 47."
        wrong "[慈恩寺](lang:chữ Hán)" right "[慈恩寺](lang:zh-Hant)";
    NOT_A_PICTURE 415 Error Error
        vi "«{address}» không phải tệp ảnh" "viết đường dẫn tới ảnh trong thư mục của mục, ví dụ (photos/cong.jpg)"
           "Dấu chấm than trước ngoặc vuông chèn một ảnh. Nếu muốn đặt liên kết thì bỏ dấu chấm than."
        en "«{address}» is not a picture file" "write the path to a picture in the entry's folder, for example (photos/cong.jpg)"
           "An exclamation mark before the square bracket inserts a picture. For a link, leave it out."
        wrong "![Cổng](relics/chua-bo-da)" right "![Cổng](photos/cong.jpg)";
    PICTURE_ELSEWHERE 416 Error Error
        vi "ảnh «{address}» nằm ở trang khác" "tải ảnh về thư mục photos (nếu được phép dùng) rồi viết (photos/ten-anh.jpg)"
           "Ảnh lấy từ trang khác sẽ mất khi trang đó đổi, không xem được khi mất mạng, và cho trang kia biết ai đang đọc."
        en "the picture «{address}» is on another site" "save it to the photos folder (if you may use it) and write (photos/name.jpg)"
           "A picture from another site vanishes when that site changes, cannot be seen offline, and tells the other site who is reading."
        wrong "![Cổng](https://disan.example/cong.jpg)" right "![Cổng](photos/cong.jpg)";
    UNREADABLE_ADDRESS 417 Error Error
        vi "không hiểu được địa chỉ «{address}»" "viết khóa của một mục (relics/chua-bo-da), một tệp (photos/cong.jpg) hoặc địa chỉ đủ https://…"
           "Địa chỉ trong trang chỉ gồm chữ, số, dấu gạch nối và dấu gạch chéo; không có dấu hỏi, dấu cách hay hai dấu gạch chéo liền nhau."
        en "the address «{address}» cannot be understood" "write the key of an entry (relics/chua-bo-da), a file (photos/cong.jpg) or a complete address with https://…"
           "Addresses within the site consist of letters, digits, hyphens and slashes; no question marks, spaces or double slashes."
        wrong "[xem](relics/chua-bo-da?trang=2)" right "[xem](relics/chua-bo-da)";
    PICTURE_WITHOUT_TEXT 418 Warning Error
        vi "ảnh này chưa có lời mô tả" "viết mô tả vào ngoặc vuông: ![Cổng tam quan nhìn từ sân](photos/cong.jpg)"
           "Người khiếm thị nghe lời mô tả thay cho ảnh; nó cũng hiện ra khi ảnh chưa tải được."
        en "this picture has no description" "write one into the square brackets: ![The gate seen from the yard](photos/cong.jpg)"
           "Blind visitors hear the description instead of the picture; it is also shown until the picture has loaded."
        wrong "![](photos/cong.jpg)" right "![Cổng tam quan](photos/cong.jpg)";
    LINK_WITHOUT_TEXT 419 Warning Warning
        vi "liên kết này không có chữ để bấm vào" "viết chữ vào ngoặc vuông, ví dụ [Chùa Bổ Đà](relics/chua-bo-da)"
           "Không có chữ thì khách không thấy và không bấm được liên kết."
        en "this link has no words to tap" "write words into the square brackets, for example [Chùa Bổ Đà](relics/chua-bo-da)"
           "Without words visitors can neither see nor tap the link."
        wrong "[](relics/chua-bo-da)" right "[Chùa Bổ Đà](relics/chua-bo-da)";
    SPACE_IN_ADDRESS 420 Error Error
        vi "địa chỉ «{address}» có dấu cách nên không thành liên kết" "đặt địa chỉ trong dấu nhọn: (<{address}>)"
           "Trong Markdown, dấu cách kết thúc địa chỉ. Khách sẽ thấy nguyên các dấu ngoặc trên trang."
        en "the address «{address}» has a space, so it does not become a link" "put the address in angle brackets: (<{address}>)"
           "In Markdown a space ends the address. Visitors would see all the brackets on the page."
        wrong "![Cổng](photos/cổng chính.jpg)" right "![Cổng](<photos/cổng chính.jpg>)";
    NOTE_MISSING 421 Warning Warning
        vi "chú thích [^{name}] được nhắc tới nhưng chưa được viết" "thêm một dòng riêng ở cuối bài: [^{name}]: lời chú thích"
           "Dấu [^…] trong câu cần một dòng cùng tên ở cuối bài; thiếu dòng đó thì khách thấy nguyên dấu ngoặc."
        en "the footnote [^{name}] is referred to but has not been written" "add a separate line at the end of the text: [^{name}]: the note"
           "A [^…] in a sentence needs a line with the same name at the end of the text; without it, visitors see the brackets."
        wrong "Bia dựng năm 1689[^1]." right "Bia dựng năm 1689[^1].\n\n[^1]: Theo văn bia.";
    NOTE_UNUSED 422 Warning Warning
        vi "chú thích [^{name}] không được nhắc tới trong bài nên sẽ không hiện" "đặt [^{name}] vào chỗ cần chú thích trong câu, hoặc xóa dòng này"
           "Chú thích chỉ hiện ở cuối trang khi có một chỗ trong bài dẫn tới nó."
        en "nothing in the text refers to the footnote [^{name}], so it is not shown" "put [^{name}] where the sentence needs it, or delete this line"
           "A footnote is shown at the end of the page only if a place in the text leads to it."
        wrong "Bia dựng năm 1689.\n\n[^1]: Theo văn bia." right "Bia dựng năm 1689[^1].\n\n[^1]: Theo văn bia.";
    NOTE_TWICE 423 Error Error
        vi "chú thích [^{name}] được viết hai lần" "đổi tên một trong hai, ví dụ [^{name}b], hoặc xóa bớt"
           "Mỗi chú thích cần một tên riêng, nếu không thì không biết dòng nào đúng."
        en "the footnote [^{name}] is written twice" "rename one of them, for example [^{name}b], or delete it"
           "Every footnote needs a name of its own; otherwise nobody can tell which one is right."
        wrong "A[^1].\n\n[^1]: Một.\n\n[^1]: Hai." right "A[^1], B[^2].\n\n[^1]: Một.\n\n[^2]: Hai.";
    TABLE_TOO_LARGE 424 Error Error
        vi "bảng quá lớn: các bảng trong bài có hơn {limit} ô" "chia bảng thành nhiều bài, hoặc đưa nó vào một tệp csv để tải về"
           "Bảng quá lớn không đọc được trên điện thoại và làm trang tải chậm."
        en "this table is too large: the tables in this text have more than {limit} cells" "divide it between several texts, or offer it as a csv file for download"
           "A very large table cannot be read on a phone and makes the page slow."
        wrong "| a | a | a | …" right "[Bảng đầy đủ](files/bang.csv)";
    TOO_DEEP 425 Error Error
        vi "các danh sách hoặc trích dẫn lồng nhau quá {limit} lớp" "bớt dấu > hoặc bớt khoảng thụt ở đầu dòng này"
           "Danh sách nằm trong danh sách quá nhiều lớp không hiện được trên màn hình điện thoại."
        en "lists or quotations are nested more than {limit} levels deep" "remove > signs or indentation at the start of this line"
           "Lists nested this deeply cannot be shown on a phone screen."
        wrong "> > > > > > …" right "> Trích dẫn";
    TOO_LONG 426 Error Error
        vi "bài này dài quá {limit} KB" "chia bài thành nhiều chương hoặc nhiều mục"
           "Một trang dài như vậy tải rất lâu khi sóng yếu."
        en "this text is longer than {limit} KB" "divide it into chapters or several entries"
           "A page of that length takes very long to load where the signal is weak."
        wrong "vi.md" right "chapters/01-mo-dau/vi.md";
    FRONT_MATTER 427 Error Error
        vi "tệp bài viết không có phần khai báo giữa hai dòng ---" "chuyển các dòng này sang entry.yaml và xóa cả hai dòng ---"
           "Trang này ghi dữ kiện một lần trong entry.yaml cho mọi ngôn ngữ; vi.md và en.md chỉ chứa bài viết."
        en "a text file must not have a block of facts between two --- lines" "move these lines to entry.yaml and delete both --- lines"
           "Facts are written once, in entry.yaml, for all languages; vi.md and en.md hold only the text."
        wrong "---\ntitle: Chùa Bổ Đà\n---\nChùa nằm …" right "Chùa nằm …";
    CHAPTER_WITHOUT_TITLE 428 Error Error
        vi "chương này chưa có tên" "viết tên chương ở dòng đầu tiên, sau một dấu #: # Tên chương"
           "Chương sách không có entry.yaml, nên tên của nó là dòng đầu tiên của bài, bắt đầu bằng một dấu # và không có liên kết."
        en "this chapter has no title" "write its title on the first line, after a single #: # Title of the chapter"
           "Chapters of a book have no entry.yaml, so the first line of the text is the title; it begins with a single # and contains no link."
        wrong "Ngày xưa có một con nghê …" right "# Con nghê\n\nNgày xưa có một con nghê …";
    EMPTY_PROSE 429 Warning Warning
        vi "tệp bài viết này trống" "viết bài vào tệp và lưu lại; chưa có bài thì xóa tệp"
           "Tệp trống thường do lưu chưa xong hoặc đồng bộ bị ngắt. Trang hiện bài bằng ngôn ngữ khác, nếu có."
        en "this text file is empty" "write the text in it and save it; if there is no text yet, delete the file"
           "Empty files often come from a save or a sync that did not finish. The page shows the text in another language, if there is one."
        wrong "vi.md (0 byte)" right "Chùa nằm trên núi …";
    HEADING_WITHOUT_BLANK 430 Warning Warning
        vi "sau các dấu # thiếu một dấu cách nên dòng này không thành tiêu đề" "viết: {better}"
           "Các dấu # ở đầu dòng chỉ tạo tiêu đề khi có dấu cách phía sau. Thiếu dấu cách thì khách thấy nguyên các dấu # trên trang."
        en "there is no space after the #, so this line does not become a heading" "write: {better}"
           "A # at the start of a line makes a heading only if a space follows. Without it, visitors see the # on the page."
        wrong "##Chuyện cái giếng" right "## Chuyện cái giếng";
    ITEM_WITHOUT_BLANK 431 Warning Warning
        vi "sau dấu đầu dòng thiếu một dấu cách nên dòng này không thành danh sách" "viết: {better}"
           "Gạch đầu dòng hay số thứ tự chỉ tạo danh sách khi có dấu cách phía sau; thiếu thì các dòng dính liền thành một đoạn. Mỗi bài chỉ báo một lần, hãy sửa mọi dòng giống như vậy."
        en "there is no space after the dash or number, so this line does not become part of a list" "write: {better}"
           "A dash or a number makes a list only if a space follows; without it, the lines run together. Reported once per text: correct every line like it."
        wrong "-một\n-hai" right "- một\n- hai";
    BULLET_SIGN 432 Warning Warning
        vi "dấu tròn ở đầu dòng không tạo thành danh sách" "dùng gạch đầu dòng: {better}"
           "Dấu tròn thường do chép từ trình soạn văn bản; trong bài, danh sách dùng dấu gạch ngang và một dấu cách. Mỗi bài chỉ báo một lần, hãy sửa mọi dòng giống như vậy."
        en "a round bullet at the start of a line does not make a list" "use a dash: {better}"
           "Round bullets come along when a text is copied from a word processor; lists are written with a dash and a space. Reported once per text: correct every line like it."
        wrong "• Cổng tam quan" right "- Cổng tam quan";
    BLANKS_IN_BOLD 433 Warning Warning
        vi "giữa hai dấu ** và chữ có dấu cách nên chữ không đậm" "viết liền: {better}"
           "Hai dấu sao phải dính vào chữ ở cả hai đầu; có dấu cách ở giữa thì khách thấy nguyên các dấu sao."
        en "there is a space between the ** and the words, so the words do not become bold" "write them together: {better}"
           "The two asterisks have to touch the words at both ends; if there is a space, visitors see the asterisks."
        wrong "** Chùa Bổ Đà **" right "**Chùa Bổ Đà**";
    BLANK_BEFORE_ADDRESS 434 Warning Warning
        vi "giữa ngoặc vuông và ngoặc tròn có dấu cách nên không thành liên kết" "viết liền: {better}"
           "Địa chỉ trong ngoặc tròn phải đứng ngay sau ngoặc vuông; có dấu cách thì khách thấy nguyên các dấu ngoặc."
        en "there is a space between the square and the round bracket, so this does not become a link" "write them together: {better}"
           "The address in round brackets has to follow the square brackets directly; if there is a space, visitors see the brackets."
        wrong "[đền] (relics/den-thuong)" right "[đền](relics/den-thuong)";
    TITLE_AS_ADDRESS 435 Warning Warning
        vi "«{title}» là tên, không phải địa chỉ, nên không thành liên kết" "viết khóa của mục (gồm hai tên thư mục), ví dụ: {better}"
           "Trong ngoặc tròn là khóa của mục: thư mục loại mục, dấu gạch chéo, tên thư mục của mục. Viết tên thì khách thấy nguyên các dấu ngoặc."
        en "«{title}» is a title, not an address, so this does not become a link" "write the key of the entry (the names of its folders), for example: {better}"
           "The round brackets hold the key of an entry: the folder of its kind, a slash, then its own folder. With a title, visitors see the brackets."
        wrong "[đình](Đình Giếng Ngọt)" right "[đình](relics/dinh-gieng-ngot)";
    LINK_NOT_CLOSED 436 Warning Warning
        vi "liên kết này thiếu dấu ngoặc tròn đóng" "thêm dấu ) ngay sau địa chỉ: {better}"
           "Thiếu dấu đóng thì không thành liên kết, và khách thấy nguyên địa chỉ trong bài."
        en "this link lacks its closing round bracket" "put a ) directly after the address: {better}"
           "Without the closing bracket there is no link, and visitors see the address in the text."
        wrong "[đình](relics/dinh-gieng-ngot" right "[đình](relics/dinh-gieng-ngot)";
    INDENTED_TEXT 437 Warning Warning
        vi "đoạn này thụt vào nên hiện như mã máy tính, bằng chữ máy đánh chữ trong một khung" "xóa khoảng trống ở đầu mọi dòng của đoạn: {better}"
           "Bốn dấu cách hoặc một phím Tab ở đầu dòng biến đoạn thành khối mã. Giao diện tự lo khoảng thụt của đoạn văn; lời trích thì bắt đầu bằng dấu >."
        en "this paragraph is indented, so it is shown as computer code: typewriter letters in a box" "delete the spaces at the start of each of its lines: {better}"
           "Four spaces or a Tab at the start of a line make a block of code. The theme takes care of how paragraphs are set; quotations begin with >."
        wrong "    Ngày xưa có một con nghê." right "Ngày xưa có một con nghê.";
    TABLE_WITHOUT_LINE 438 Warning Warning
        vi "các dòng có dấu | này chưa thành bảng vì thiếu dòng gạch ngang" "thêm dòng này ngay dưới dòng đầu tiên: {better}"
           "Bảng cần một dòng gạch ngang giữa dòng tên cột và các dòng còn lại; thiếu dòng đó thì mọi ô dính thành một đoạn."
        en "these lines with | are not a table, because the line of dashes is missing" "put this line directly below the first one: {better}"
           "A table needs a line of dashes between the column names and the rows; without it, all the cells run together."
        wrong "Tên|Năm\nBia|1689" right "Tên|Năm\n|---|---|\nBia|1689";
    LANGUAGE_TAG_SLIP 439 Warning Warning
        vi "mã ngôn ngữ «{tag}» không phải mã của thứ tiếng muốn ghi" "viết mã đúng, ví dụ (lang:{better})"
           "Trình đọc màn hình phát âm theo mã này. Mã theo chuẩn BCP 47, không phải tên nước hay tên tiếng: zh-Hant là chữ Hán, vi-Hani là chữ Nôm, fr là tiếng Pháp."
        en "the language code «{tag}» is not the code of the language you mean" "write the right code, for example (lang:{better})"
           "Screen readers use this code to pronounce the words. Codes follow BCP 47; they are neither country names nor language names: zh-Hant is Chinese characters, vi-Hani is Nôm, fr is French."
        wrong "[慈恩寺](lang:han)" right "[慈恩寺](lang:zh-Hant)";
    PASTED_ROWS 440 Warning Warning
        vi "các dòng này là bảng chép từ Excel hay Word: các ô cách nhau bằng phím Tab nên sẽ dính liền thành một đoạn" "viết thành bảng: hàng đầu là {better} rồi ngay dưới là dòng {line} và cứ mỗi hàng một dòng có dấu | như vậy"
           "Trong bài, bảng dùng dấu | giữa các ô và một dòng gạch ngang dưới hàng tên cột. Phím Tab chỉ hiện thành một dấu cách, và các hàng nối liền nhau."
        en "these lines are a table copied from Excel or Word: its cells are separated by Tabs, so they all run together" "write it as a table: the first row is {better} directly below it comes the line {line} and every other row is written with | in the same way"
           "In a text, tables have | between the cells and a line of dashes below the column names. A Tab is shown as a space, and the rows run into one another."
        wrong "Tên\tNăm\nBia\t1689" right "| Tên | Năm |\n|---|---|\n| Bia | 1689 |";
    BOLD_AT_LETTER 441 Warning Warning
        vi "chữ không đậm: ngay trong dấu ** là dấu câu, ngay ngoài lại là chữ viết liền" "thêm một dấu cách ở phía ngoài: {better}"
           "Markdown chỉ nhận hai dấu sao khi một phía của chúng trống. Sau dấu hai chấm, dấu ngoặc hay dấu chấm mà viết liền chữ khác thì khách thấy nguyên các dấu sao."
        en "this does not become bold: just inside the ** is a punctuation mark, just outside a letter" "put a space on the outer side: {better}"
           "Markdown recognises two asterisks only if there is space on one side of them. Between a colon, bracket or full stop and a letter, visitors see the asterisks."
        wrong "**Chuyện làng:**Ngày xưa" right "**Chuyện làng:** Ngày xưa";
    BARE_ADDRESS 442 Warning Warning
        vi "«{address}» chỉ hiện thành chữ, khách chạm vào không mở được" "viết thành liên kết: {better}"
           "Địa chỉ dán thẳng vào bài không tự thành liên kết. Đặt nó giữa hai dấu < >, hoặc viết chữ trong ngoặc vuông rồi địa chỉ trong ngoặc tròn."
        en "«{address}» is shown as plain text, so nobody can tap it" "write it as a link: {better}"
           "An address pasted into a text does not become a link by itself. Put it between < and >, or write words in square brackets followed by the address in round ones."
        wrong "Xem https://disan.example/bia" right "Xem <https://disan.example/bia>";
    NUMBER_AND_SLASH 443 Warning Warning
        vi "các dòng đánh số bằng dấu gạch chéo không thành danh sách mà nối liền thành một đoạn" "viết số, dấu chấm, dấu cách: {better}"
           "Danh sách đánh số viết bằng số, dấu chấm và một dấu cách, mỗi ý một dòng. Mỗi bài chỉ báo một lần, hãy sửa mọi dòng giống như vậy."
        en "lines numbered with a slash do not make a list but run together" "write the number, a full stop and a space: {better}"
           "Numbered lists are written with a number, a full stop and a space, one item on each line. Reported once per text: correct every line like it."
        wrong "1/ Một\n2/ Hai" right "1. Một\n2. Hai";
    UNDERLINED 444 Warning Warning
        vi "dòng gạch ngang này biến cả đoạn ngay phía trên thành tiêu đề" "muốn có đường kẻ ngang thì thay dòng gạch bằng một dòng trống rồi đến dòng ---; muốn có tiêu đề thì xóa dòng gạch và viết ## cùng một dấu cách ở đầu tên mục"
           "Các dấu gạch ngang nằm sát dưới một đoạn được đọc là gạch chân của tiêu đề. Cách một dòng trống thì từ ba dấu gạch trở lên thành đường kẻ ngang."
        en "this line of dashes turns the whole paragraph above it into a heading" "for a line across the page, write an empty line and then --- in place of the dashes; for a heading, delete the dashes and write ## and a space before its words"
           "Dashes directly below a paragraph are read as the underline of a heading. After an empty line, three or more dashes are a line across the page."
        wrong "Đình dựng năm 1686.\n-----\nNay vẫn còn." right "Đình dựng năm 1686.\n\n-----\n\nNay vẫn còn.";
    UNDERLINED_TWICE 445 Warning Warning
        vi "dòng dấu bằng này biến phần ngay phía trên thành tiêu đề lớn nhất, là cấp dành cho tên trang" "muốn có tiêu đề thì xóa dòng dấu bằng và viết: ## {text}; muốn có đường kẻ ngang thì để một dòng trống rồi thay dòng ấy bằng ---"
           "Các dấu bằng nằm sát dưới một dòng được đọc là gạch chân của tiêu đề lớn nhất. Tên trang lấy từ «title» trong entry.yaml; các mục trong bài bắt đầu từ ##."
        en "this line of equals signs turns the text above it into the largest heading, which is the level of the page's own title" "for a heading, delete the equals signs and write: ## {text}; for a line across the page, write an empty line and then --- in their place"
           "Equals signs directly below a line are read as the underline of the largest heading. The title of the page comes from «title» in entry.yaml; sections of the text begin with ##."
        wrong "Lịch sử\n=====" right "## Lịch sử";
    LINES_RUN_TOGETHER 446 Warning Warning
        vi "từ đây các dòng sẽ nối liền thành một đoạn trên trang" "là danh sách thì viết mỗi dòng với dấu gạch nối và một dấu cách: {better}; là lời thoại hay các đoạn riêng thì để một dòng trống giữa hai dòng; là thơ, câu đối, địa chỉ thì gõ dấu \\ ở cuối mỗi dòng để giữ nguyên từng dòng"
           "Xuống dòng một lần trong bài chỉ như một dấu cách. Dấu gạch dài của Word, chữ cái có ngoặc, giờ, năm hay nhãn ở đầu dòng không tạo thành danh sách, và câu thơ cũng không tự giữ dòng. Mỗi bài chỉ báo một lần, hãy sửa mọi dòng giống như vậy."
        en "from here on the lines run together into one paragraph on the page" "if they are a list, begin each line with a hyphen and a space: {better}; if they are speech or separate paragraphs, put an empty line between them; if they are verse, a couplet or an address, end each line with a \\ to keep the lines apart"
           "A single line break in a text counts as a space. Word's long dash, a letter with a bracket, a time, a year or a label at the start of a line does not make a list, and verse does not keep its lines by itself. Reported once per text: correct every line like it."
        wrong "– Cổng tam quan\n– Vườn tháp" right "- Cổng tam quan\n- Vườn tháp";
    LETTERS_ASKED 447 Warning Error
        vi "nhiều chữ có dấu trong tệp này đã thành dấu hỏi: «{word}»" "mở bản gốc (Word, Zalo, email), sao chép lại cả phần chữ, dán vào Notepad rồi lưu với mã UTF-8; không còn bản gốc thì gõ lại từng chữ có dấu hỏi"
           "Khi lưu bằng mã ANSI, chữ nào bảng mã ấy không có thì bị thay bằng dấu hỏi. Chữ ban đầu không còn trong tệp, nên không thể tự sửa."
        en "many letters in this file have become question marks: «{word}»" "open the original (Word, Zalo, e-mail), copy the text once more, paste it into Notepad and save it with encoding UTF-8; if there is no original, type the words with question marks again"
           "A program that saves as ANSI writes a question mark for every letter that this encoding lacks. The letters are no longer in the file, so they cannot be restored automatically."
        wrong "Chùa B? ?à n?m trên núi Ph??ng Hoàng" right "Chùa Bổ Đà nằm trên núi Phượng Hoàng";
    PLAIN_SENTENCE 448 Warning Warning
        vi "câu này viết bằng {name} nhưng không ghi mã ngôn ngữ, nên trang của các ngôn ngữ khác cũng hiện nguyên như vậy" "viết: {mended}; có bản dịch thì thêm vào trong ngoặc, ví dụ en: …"
           "Chữ viết thẳng sau tên mục, không có vi: hay en:, được coi là giống nhau ở mọi ngôn ngữ: hợp với tên riêng, không hợp với câu. Ghi mã ngôn ngữ thì trang còn thiếu bản dịch tự hiện bản gốc có ghi chú."
        en "this sentence is {name} but has no language code, so pages in all other languages show it as it is" "write: {mended}; a translation goes beside it, such as en: …"
           "Text written directly after a key, without vi: or en:, counts as the same in every language: fine for names, not for sentences. With a language code, pages that lack a translation show the original and say so."
        wrong "summary: Ngôi đền cổ ở cuối làng Hạ" right "summary: { vi: Ngôi đền cổ ở cuối làng Hạ }";
    ALT_IS_NAME 449 Warning Warning
        vi "lời mô tả ảnh «{value}» chỉ là tên tệp hoặc số thứ tự, không cho biết trong ảnh có gì" "tả ảnh bằng một câu ngắn, ví dụ { vi: Cổng đền nhìn từ sân, en: The gate seen from the yard }"
           "Người khiếm thị nghe lời mô tả thay cho ảnh; nó cũng hiện ra khi ảnh chưa tải được. Tên mà điện thoại đặt cho tệp không nói lên điều gì."
        en "the description «{value}» is only a file name or a number and does not say what the picture shows" "describe the picture in a short sentence, for example { vi: Cổng đền nhìn từ sân, en: The gate seen from the yard }"
           "Blind visitors hear the description instead of the picture; it is also shown until the picture has loaded. The name that a phone gives a file says nothing."
        wrong "alt: { vi: IMG_1234, en: IMG_1234.jpg }" right "alt: { vi: Cổng đền nhìn từ sân, en: The gate seen from the yard }";
    ROWS_APART 450 Warning Warning
        vi "hàng này có các dấu | nhưng đứng riêng một mình nên không thành bảng" "xóa các dòng trống giữa các hàng của bảng; ngay dưới hàng tên cột là dòng {line}"
           "Các hàng của một bảng viết liền nhau, không có dòng trống ở giữa. Cách nhau một dòng trống thì mỗi hàng hiện thành một đoạn chữ với nguyên các dấu |."
        en "this row has | signs but stands alone, so it is not a table" "delete the empty lines between the rows of the table; directly below the column names comes the line {line}"
           "The rows of a table follow one another without empty lines. With empty lines between them, each row is shown as a paragraph with all its | signs."
        wrong "| Tên | Năm |\n\n|---|---|\n\n| Bia | 1689 |" right "| Tên | Năm |\n|---|---|\n| Bia | 1689 |";
    CELLS_LOST 451 Warning Warning
        vi "hàng này có nhiều ô hơn số cột của bảng ({columns}) nên «{lost}» không hiện trên trang" "thêm cột vào hàng tên cột và dòng gạch ngang, hoặc gộp ô; nếu | là một phần của câu thì viết \\|"
           "Hàng tên cột quyết định bảng có bao nhiêu cột. Ô thừa ở các hàng dưới bị bỏ đi mà không báo."
        en "this row has more cells than the table has columns ({columns}), so «{lost}» is not shown on the page" "add a column to the column names and to the line of dashes, or join cells; if the | is part of the text, write \\|"
           "The row of column names decides how many columns a table has. Extra cells in the rows below are dropped silently."
        wrong "| Tên | Năm |\n|---|---|\n| Bia | 1689 | sân |" right "| Tên | Năm | Nơi |\n|---|---|---|\n| Bia | 1689 | sân |";
    MARKS_IN_TEXT 452 Warning Warning
        vi "«{mark}» sẽ hiện nguyên ra trang: chữ trong entry.yaml không dùng dấu Markdown hay thẻ HTML" "viết: {better}"
           "Chữ đậm, liên kết và xuống dòng kiểu Markdown chỉ dùng trong vi.md, en.md. Trong entry.yaml mọi dấu đều là chữ thường; muốn dẫn tới mục khác thì dùng related."
        en "«{mark}» will be shown on the page as it is: texts in entry.yaml use neither Markdown nor HTML" "write: {better}"
           "Bold type, links and line breaks are for vi.md and en.md. In entry.yaml every character is plain text; to lead to another entry, use related."
        wrong "summary: { vi: \"Ngôi **đền** cổ\", en: An old temple }" right "summary: { vi: Ngôi đền cổ, en: An old temple }";
    ONLY_REMINDER 453 Warning Warning
        vi "bài viết này chỉ có lời nhắn «{value}», khách không đọc được gì" "viết bài vào tệp và lưu lại; chưa có bài thì xóa tệp"
           "Những lời như «đang cập nhật» mà đăng lên thì trang trông như bỏ dở. Không có tệp thì trang vẫn có đủ thông tin lấy từ entry.yaml."
        en "this text holds nothing but the reminder «{value}», so visitors have nothing to read" "write the text in the file and save it; if there is no text yet, delete the file"
           "Words such as «coming soon» make a page look abandoned. Without the file, the page still shows everything in entry.yaml."
        wrong "Đang cập nhật" right "Đền thờ vị tướng của làng.";
    FILM_AS_PHOTO 454 Error Error
        vi "«{file}» là tệp {what}, không phải ảnh" "chọn một ảnh JPG hoặc PNG; {todo}"
           "Trang này không phát phim, và tệp âm thanh hay văn bản không hiện thành ảnh được."
        en "«{file}» is {what}, not a picture" "choose a JPG or PNG picture; {todo}"
           "The site does not play films, and recordings or documents cannot be shown as pictures."
        wrong "photos:\n  - file: photos/le-hoi.mp4" right "photos:\n  - file: photos/le-hoi.jpg";
    LANGUAGE_IN_KEY 455 Error Error
        vi "tên mục không được kèm tên ngôn ngữ: «{key}»" "ghi các ngôn ngữ bên dưới mục «{near}», mỗi thứ tiếng một dòng"
           "Mỗi mục chỉ có một tên; chữ của từng thứ tiếng đứng dưới tên ấy, sau mã vi: và en:."
        en "a key must not include a language: «{key}»" "write the languages below «{near}», each on a line of its own"
           "A key has one name; the text in each language goes below it, after vi: and en:."
        wrong "summary_vi: Ngôi chùa cổ\nsummary_en: An old pagoda" right "summary:\n  vi: Ngôi chùa cổ\n  en: An old pagoda";
    WITHOUT_MARKS 456 Warning Warning
        vi "câu tiếng Việt này không có dấu" "gõ lại cho có dấu: bật bộ gõ tiếng Việt (trong Windows: Settings → Time & language → Language, hoặc UniKey), rồi gõ lại cả câu"
           "Không dấu thì khách phải đoán nghĩa, máy đọc cho người khiếm thị đọc sai, và tìm trên mạng không ra. Máy không tự thêm dấu được vì một chữ có thể là nhiều tiếng khác nhau."
        en "this Vietnamese sentence has no tone marks" "type it again with marks: switch on Vietnamese input (in Windows: Settings → Time & language → Language, or UniKey) and type the sentence again"
           "Without marks visitors have to guess, screen readers mispronounce the words, and searches do not find them. Marks cannot be added automatically, since one spelling may be several words."
        wrong "summary: { vi: Ngoi den co nam o cuoi lang Ha }" right "summary: { vi: Ngôi đền cổ nằm ở cuối làng Hạ }";
    KEYS_IN_WORDS 457 Warning Warning
        vi "phím gõ dấu còn nguyên trong chữ, ví dụ «{word}»" "bật bộ gõ tiếng Việt (UniKey hoặc của Windows), chọn đúng kiểu gõ Telex hay VNI, rồi gõ lại cả câu"
           "Bộ gõ đang tắt, hoặc đang để kiểu gõ khác, thì các phím dấu hiện ra như chữ thường và khách sẽ đọc đúng như vậy."
        en "the keys for tone marks still stand in the words, as in «{word}»" "switch on Vietnamese input (UniKey or that of Windows), choose the right method, Telex or VNI, and type the sentence again"
           "While Vietnamese input is off, or set to another method, the keys for marks appear as ordinary letters, and that is what visitors would read."
        wrong "summary: { vi: Ngooi ddeenf coor nawmf owr cuoosi lafng }" right "summary: { vi: Ngôi đền cổ nằm ở cuối làng }";
}
