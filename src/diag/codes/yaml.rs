//! Message codes 02xx: YAML as text, before anybody asks what it means.
//!
//! Entry point: the constants and [`ALL`]. Invariant: see [`super`].

use crate::diag::code::codes;

codes! {
    TAB 201 Error Error
        vi "dòng này thụt vào bằng phím Tab" "thay mỗi phím Tab bằng {width} dấu cách"
           "Tệp YAML chỉ nhận dấu cách để thụt dòng. Phím Tab trông giống hệt trên màn hình, nhưng máy không đoán được nó rộng bao nhiêu."
        en "this line is indented with a Tab" "replace each Tab with {width} spaces"
           "YAML takes only spaces for indentation. A Tab looks the same on the screen, but a program cannot tell how wide it is meant to be."
        wrong "place:\n\tward: \"07798\"" right "place:\n  ward: \"07798\"";
    DUPLICATE_KEY 203 Error Error
        vi "mục «{key}» được ghi hai lần (lần đầu ở dòng {first})" "giữ lại một dòng «{key}» và xóa dòng kia"
           "Mỗi mục chỉ được ghi một lần; nếu ghi hai lần thì không biết dòng nào đúng."
        en "the key «{key}» is written twice (first on line {first})" "keep one line «{key}» and delete the other"
           "Each key may be written only once; with two, nobody can tell which one is right."
        wrong "title: Đền Hạ\ntitle: Đền Thượng" right "title: Đền Hạ";
    COLON_IN_TEXT 204 Error Error
        vi "dấu hai chấm trong câu làm máy hiểu nhầm là một mục mới" "đặt cả câu trong ngoặc kép: \"{value}\""
           "Trong YAML, dấu hai chấm có dấu cách phía sau ngăn tên mục và nội dung. Trong một câu, nó phải nằm trong ngoặc kép."
        en "a colon inside the text looks like the start of a new key" "put the whole text in quotes: \"{value}\""
           "In YAML a colon followed by a space separates a key from its content. Text that contains one has to be in quotes."
        wrong "title: Đền Hạ: khu B" right "title: \"Đền Hạ: khu B\"";
    COMMA_IN_TEXT 231 Error Error
        vi "dấu phẩy trong câu làm máy hiểu nhầm «{part}» là một phần mới" "đặt cả câu trong ngoặc kép: {key}: \"{value}\""
           "Trong ngoặc nhọn, dấu phẩy ngăn các phần. Câu có dấu phẩy phải nằm trong ngoặc kép."
        en "a comma inside the text makes «{part}» look like a new part" "put the whole text in quotes: {key}: \"{value}\""
           "Between curly brackets a comma separates parts. Text that contains a comma has to be in quotes."
        wrong "title: { vi: Nhà cổ, số 5, en: Old House }" right "title: { vi: \"Nhà cổ, số 5\", en: Old House }";
    UNCLOSED_QUOTE 202 Error Error
        vi "dấu ngoặc kép mở ở đây không được đóng lại" "thêm dấu {quote} vào cuối câu trên dòng này"
           "Câu bắt đầu bằng dấu ngoặc kép thì phải kết thúc bằng đúng dấu đó. Thiếu dấu đóng, máy đọc lấn sang các dòng sau."
        en "the quote that opens here is never closed" "put {quote} at the end of the text on this line"
           "Text that begins with a quotation mark has to end with the same one. Without it, everything below is read as part of the text."
        wrong "title: \"Đền Hạ\nsummary: x" right "title: \"Đền Hạ\"\nsummary: x";
    UNCLOSED_BRACKET 205 Error Error
        vi "dấu {open} mở ở đây không được đóng lại" "thêm dấu {close} vào cuối dòng này"
           "Mỗi dấu [ cần một dấu ], mỗi dấu ngoặc nhọn mở cần một dấu ngoặc nhọn đóng."
        en "the {open} that opens here is never closed" "put {close} at the end of this line"
           "Every square or curly bracket that opens has to be closed again."
        wrong "at: [21.2, 106.0" right "at: [21.2, 106.0]";
    MISSING_COMMA 206 Error Error
        vi "thiếu dấu phẩy giữa hai phần trong ngoặc" "thêm dấu phẩy và một dấu cách trước chỗ này"
           "Các phần trong ngoặc vuông hay ngoặc nhọn cách nhau bằng dấu phẩy và một dấu cách."
        en "a comma is missing between two parts in the brackets" "put a comma and a space before this place"
           "Parts in square or curly brackets are separated by a comma and a space."
        wrong "title: { vi: \"A\" en: \"B\" }" right "title: { vi: \"A\", en: \"B\" }";
    STRAY_BRACKET 207 Error Error
        vi "dấu ngoặc đóng này không có dấu mở" "xóa nó, hoặc nếu là chữ thì đặt cả câu trong ngoặc kép: \"{value}\""
           "Dấu ] và dấu ngoặc nhọn đóng chỉ dùng để kết thúc một nhóm đã mở."
        en "this bracket closes nothing" "delete it; or, if it belongs to the text, put the whole text in quotes: \"{value}\""
           "A closing bracket only ends a group that was opened."
        wrong "title: ] Đền" right "title: \"] Đền\"";
    FIRST_SIGN 208 Error Error
        vi "câu không được bắt đầu bằng dấu «{sign}»" "đặt cả câu trong ngoặc kép: \"{value}\""
           "Một số dấu ở đầu câu (@ % ` * & ! | > , ?) có nghĩa riêng với máy. Trong ngoặc kép, chúng là chữ bình thường."
        en "text cannot begin with the character «{sign}»" "put the whole text in quotes: \"{value}\""
           "Some characters at the start of a text (@ % ` * & ! | > , ?) have a meaning of their own. In quotes they are plain text."
        wrong "phone: *101#" right "phone: \"*101#\"";
    TEXT_AFTER_QUOTE 209 Error Error
        vi "còn chữ ở phía sau dấu ngoặc kép đóng" "đặt cả câu trong một cặp ngoặc kép: \"{value}\""
           "Dấu ngoặc kép đóng kết thúc câu. Nếu trong câu cũng cần ngoặc kép, hãy dùng “ và ”."
        en "there is text after the closing quote" "put the whole text in one pair of quotes: \"{value}\""
           "The closing quote ends the text. If the text itself needs quotation marks, use “ and ” inside it."
        wrong "title: \"Đền Hạ\" cổ" right "title: \"“Đền Hạ” cổ\"";
    BACKSLASH 210 Error Error
        vi "dấu gạch chéo ngược \\ trong ngoặc kép có nghĩa riêng" "viết hai dấu \\\\, hoặc dùng dấu nháy đơn '…' thay cho ngoặc kép"
           "Trong ngoặc kép, dấu gạch chéo ngược bắt đầu một ký hiệu đặc biệt. Đường dẫn tệp nên dùng dấu gạch chéo thường /."
        en "a backslash \\ inside quotes has a meaning of its own" "write two \\\\, or use single quotes '…' instead"
           "Inside double quotes a backslash starts a special character. File paths should use the ordinary slash /."
        wrong "file: \"photos\\cong.jpg\"" right "file: \"photos/cong.jpg\"";
    SPACE_AFTER_COLON 211 Error Error
        vi "thiếu dấu cách sau dấu hai chấm" "viết: {mended}"
           "Giữa tên mục và nội dung phải có dấu hai chấm rồi một dấu cách."
        en "a space is missing after the colon" "write: {mended}"
           "A key and its content are separated by a colon and one space."
        wrong "title:Đình làng" right "title: Đình làng";
    SPACE_AFTER_DASH 212 Error Error
        vi "thiếu dấu cách sau dấu gạch đầu dòng" "viết: {mended}"
           "Mỗi phần của danh sách bắt đầu bằng dấu gạch và một dấu cách."
        en "a space is missing after the dash" "write: {mended}"
           "Every item of a list begins with a dash and one space."
        wrong "types:\n  -historical" right "types:\n  - historical";
    LINE_WITHOUT_KEY 213 Error Error
        vi "dòng này không có tên mục và dấu hai chấm" "viết dạng «tên: nội dung»; nếu dòng này nối tiếp câu ở trên, gộp chúng thành một dòng"
           "Mỗi dòng trong entry.yaml có dạng «tên: nội dung». Bài viết dài nên nằm trong vi.md."
        en "this line has no key and no colon" "write «key: content»; if it continues the text above, join the two into one line"
           "Every line of entry.yaml has the form «key: content». Longer texts belong in vi.md."
        wrong "title: Đền\nHạ" right "title: Đền Hạ";
    INDENTATION 214 Error Error
        vi "khoảng thụt đầu dòng không khớp với các dòng cùng nhóm" "cho dòng này bắt đầu thẳng cột với các dòng cùng nhóm, bằng dấu cách"
           "Số dấu cách ở đầu dòng cho biết dòng thuộc nhóm nào. Các dòng cùng nhóm phải thẳng cột."
        en "the indentation does not fit the lines of the same group" "use spaces to make this line begin in the same column as the others of its group"
           "The spaces at the start of a line say which group it belongs to. Lines of one group begin in the same column."
        wrong "place:\n  ward: \"07798\"\n address: x" right "place:\n  ward: \"07798\"\n  address: x";
    SEVERAL_LINES 215 Error Error
        vi "câu này kéo dài sang dòng sau mà không có dấu |" "gộp thành một dòng, hoặc viết «|» sau dấu hai chấm rồi thụt mọi dòng của câu vào"
           "Không có dấu |, máy nối các dòng lại và dễ hiểu nhầm. Câu nhiều dòng cần dấu | sau dấu hai chấm."
        en "this text goes on over several lines without a |" "join it into one line, or write «|» after the colon and indent all lines of the text"
           "Without a | the lines run together and are easily misread. A text of several lines needs a | after the colon."
        wrong "summary: Một\n  hai" right "summary: |\n  Một\n  hai";
    HASH_IN_TEXT 216 Error Error
        vi "chữ từ dấu # trở đi bị bỏ mất" "đặt cả câu trong ngoặc kép: \"{value}\""
           "Dấu # sau một dấu cách bắt đầu lời ghi chú, và lời ghi chú không hiện lên trang. Muốn ghi chú thật thì để một dấu cách sau dấu #."
        en "everything from the # onwards is lost" "put the whole text in quotes: \"{value}\""
           "A # after a space starts a note, and notes are not shown. For a real note, leave a space after the #."
        wrong "title: Nhà #5" right "title: \"Nhà #5\"";
    ODD_KEY 217 Error Error
        vi "tên mục «{key}» có ký tự lạ không nhìn thấy hoặc dấu ngoặc cong" "gõ lại tên mục: {mended}"
           "Dấu cách đặc biệt và ngoặc cong thường lẫn vào khi chép từ Word hoặc Zalo. Trông giống nhau nhưng máy coi là tên khác."
        en "the key «{key}» contains an invisible character or a curly quote" "type the key again: {mended}"
           "Special spaces and curly quotes slip in when copying from Word or a chat. The key looks the same, but a program takes it for another one."
        wrong "“title”: Đền" right "title: Đền";
    ODD_SPACE 218 Error Error
        vi "sau dấu hai chấm là một dấu cách đặc biệt, không phải dấu cách thường" "xóa nó rồi gõ lại một dấu cách: {mended}"
           "Dấu cách đặc biệt thường lẫn vào khi chép từ Word, trang web hoặc Zalo."
        en "there is a special space after the colon, not an ordinary one" "delete it and type a space again: {mended}"
           "Special spaces slip in when copying from Word, web pages or a chat."
        wrong "title: Đền" right "title: Đền";
    CURLY_QUOTES 219 Error Error
        vi "dấu ngoặc cong “ ” không giữ được câu này" "thay bằng dấu ngoặc thẳng: \"{value}\""
           "Word tự đổi ngoặc thẳng thành ngoặc cong. Với máy, ngoặc cong chỉ là chữ."
        en "curly quotes “ ” do not hold this text together" "use straight quotes: \"{value}\""
           "Word turns straight quotes into curly ones. To a program, curly quotes are just text."
        wrong "title: “Đền: khu B”" right "title: \"Đền: khu B\"";
    CURLY_QUOTES_SHOWN 220 Warning Warning
        vi "dấu ngoặc cong “ ” sẽ hiện ra trên trang" "nếu không muốn vậy, viết: \"{value}\""
           "Ngoặc cong là một phần của câu. Nếu chỉ muốn giữ câu lại thì dùng ngoặc thẳng."
        en "the curly quotes “ ” will be shown on the page" "if you do not want that, write: \"{value}\""
           "Curly quotes are part of the text. To hold a text together, use straight ones."
        wrong "title: “Đền Hạ”" right "title: \"Đền Hạ\"";
    LIST_ON_KEY_LINE 221 Error Error
        vi "danh sách không bắt đầu trên cùng dòng với tên mục" "xuống dòng trước dấu gạch và thụt vào hai dấu cách"
           "Sau tên mục và dấu hai chấm, danh sách phải bắt đầu ở dòng kế tiếp. Nếu là chữ thì đặt trong ngoặc kép."
        en "a list cannot begin on the line of its key" "start a new line before the dash and indent it by two spaces"
           "After a key and its colon, a list begins on the next line. If this is text, put it in quotes."
        wrong "types: - historical" right "types:\n  - historical";
    SECOND_PART 222 Error Error
        vi "dòng --- chia tệp thành hai phần, phần dưới không được đọc" "xóa dòng ---; bài viết thì chuyển sang vi.md"
           "Tệp này chỉ chứa dữ kiện. Bài viết nằm trong vi.md và en.md, không cần các dòng ---."
        en "the line --- divides the file, and the part below it is not read" "delete the --- line; move prose to en.md"
           "This file holds facts only. Prose belongs in vi.md and en.md, and no --- lines are needed."
        wrong "title: Đền\n---\nĐền nằm …" right "title: Đền";
    PERCENT_LINE 223 Error Error
        vi "dòng bắt đầu bằng % không dùng được ở đây" "xóa dòng này"
           "Dòng bắt đầu bằng % là chỉ dẫn cho máy, trang này không cần."
        en "a line that begins with % cannot be used here" "delete this line"
           "A line that begins with % is a command to programs; it is not needed here."
        wrong "%YAML 1.2\ntitle: Đền" right "title: Đền";
    MERGE_KEY 224 Error Error
        vi "không dùng được dấu << để chép từ mục khác" "chép các dòng cần dùng vào đây"
           "Tệp nào cũng ghi đủ các dòng của mình, để ai mở ra cũng đọc được ngay."
        en "the characters << cannot be used to copy from elsewhere" "copy the lines that you need to this place"
           "Every file holds all of its lines, so that whoever opens it can read it."
        wrong "<<: *mau" right "title: Đền";
    KEY_NOT_TEXT 225 Error Error
        vi "tên mục phải là chữ" "viết một tên như «title» trước dấu hai chấm"
           "Trước dấu hai chấm là tên mục, không phải danh sách hay nhóm trong ngoặc."
        en "a key has to be a word" "write a name such as «title» before the colon"
           "Before the colon goes the name of a key, not a list or a group in brackets."
        wrong "[a]: 1" right "title: Đền";
    NOT_A_MAP 226 Error Error
        vi "tệp này không có dòng nào dạng «tên: nội dung»" "viết mỗi dòng dạng «tên: nội dung», ví dụ «title: Đền Hạ»"
           "Tệp phải gồm các dòng «tên: nội dung». Bài viết nằm trong vi.md."
        en "this file has no line of the form «key: content»" "write lines of the form «key: content», for example «title: Den Ha»"
           "The file consists of lines of the form «key: content». Prose belongs in en.md."
        wrong "- Đền Hạ" right "title: Đền Hạ";
    EMPTY_FILE 227 Error Error
        vi "tệp này trống" "viết ít nhất một dòng, ví dụ «title: Đền Hạ», hoặc xóa tệp"
           "Tệp trống thường do lưu chưa xong hoặc đồng bộ bị ngắt."
        en "this file is empty" "write at least one line, for example «title: Den Ha», or delete the file"
           "Empty files often come from a save or a sync that did not finish."
        wrong "# …" right "title: Đền Hạ";
    TOO_LARGE 228 Error Error
        vi "tệp này quá lớn: hơn {limit}" "chia thành nhiều mục, hoặc chuyển phần dài sang vi.md"
           "Giới hạn này giữ cho việc dựng trang không bao giờ bị treo."
        en "this file is too large: more than {limit}" "divide it into several entries, or move long parts to en.md"
           "The limit makes sure that building the site never gets stuck."
        wrong "…" right "title: Đền Hạ";
    TOO_DEEP 229 Error Error
        vi "các nhóm lồng nhau quá sâu" "bớt dấu ngoặc hoặc bớt khoảng thụt ở dòng này"
           "Không mục nào cần nhiều lớp lồng nhau như vậy; thường là do thừa dấu ngoặc."
        en "groups are nested too deeply" "remove brackets or indentation on this line"
           "No entry needs that many levels; usually there are too many brackets."
        wrong "[[[[[[…" right "types: [historical]";
    CONTROL_SIGN 230 Error Error
        vi "có một ký tự lạ không nhìn thấy ở đây" "xóa ký tự này rồi gõ lại chữ"
           "Ký tự điều khiển thường lẫn vào khi chép từ phần mềm khác."
        en "there is an invisible character here" "delete it and type the words again"
           "Control characters slip in when copying from other programs."
        wrong "title: Đền\u{7}" right "title: Đền";
    FORGOTTEN_DASH 232 Error Error
        vi "thiếu dấu gạch đầu dòng: «{key}» đã có ở dòng {first}, nên ở đây là phần kế tiếp của danh sách" "thêm dấu gạch trước dòng này, đừng xóa dòng nào"
           "Mỗi phần của danh sách bắt đầu bằng một dấu gạch. Thiếu nó, hai phần bị coi là một phần có hai dòng cùng tên."
        en "a dash is missing: «{key}» is already on line {first}, so the next item of the list begins here" "add a dash before this line; do not delete anything"
           "Every item of a list begins with a dash. Without it, two items look like one that has the same key twice."
        wrong "stops:\n  - entry: relics/den-ha\n    entry: relics/den-thuong" right "stops:\n  - entry: relics/den-ha\n  - entry: relics/den-thuong";
    OTHER_DASH 233 Error Error
        vi "dấu «{sign}» đầu dòng không phải là dấu gạch của danh sách" "thay bằng dấu gạch - trên bàn phím, rồi một dấu cách"
           "Word và Zalo hay đổi dấu gạch thành dấu dài hơn hoặc dấu chấm tròn. Danh sách ở đây chỉ nhận dấu gạch ngắn."
        en "the «{sign}» at the start of the line is not the dash of a list" "replace it with the dash - from the keyboard, then a space"
           "Word processors and chats turn a dash into a longer one or a bullet. Lists here accept only the short dash."
        wrong "photos:\n  – file: photos/cong.jpg" right "photos:\n  - file: photos/cong.jpg";
    FORGOTTEN_BRACES 234 Error Error
        vi "chữ của các ngôn ngữ phải nằm trong một cặp ngoặc nhọn" "viết: {mended}"
           "Một câu có nhiều ngôn ngữ được viết trong một cặp ngoặc nhọn, mỗi ngôn ngữ một phần, cách nhau bằng dấu phẩy. Ngoặc tròn và ngoặc vuông không thay được."
        en "texts in several languages have to be inside curly brackets" "write: {mended}"
           "A text in several languages goes inside one pair of curly brackets, one part per language, separated by commas. Round or square brackets will not do."
        wrong "title: vi: Đền Hạ, en: Ha Temple" right "title: { vi: Đền Hạ, en: Ha Temple }";
    KEY_ON_SAME_LINE 235 Error Error
        vi "mục «{key}» nằm chung dòng với mục trước nó" "xuống dòng trước «{key}»"
           "Mỗi dòng chỉ chứa một mục. Xóa nhầm dấu xuống dòng thì hai dòng dính vào nhau."
        en "the key «{key}» is on the same line as the key before it" "start a new line before «{key}»"
           "Every line holds one key. Deleting the line break between two lines makes them run together."
        wrong "types: [historical] title: Đền Hạ" right "types: [historical]\ntitle: Đền Hạ";
    WORDS_BEHIND_LIST 236 Error Error
        vi "câu mở đầu bằng «{sign}» nên máy tưởng là một nhóm; sau dấu đóng lại còn chữ nên không đọc được" "đặt cả câu trong ngoặc kép: \"{value}\""
           "Dấu ngoặc vuông và ngoặc nhọn ở đầu câu mở một nhóm. Trong ngoặc kép, chúng là chữ bình thường."
        en "this text begins with «{sign}», so it looks like a group, and the words after the closing bracket cannot be read" "put the whole text in quotes: \"{value}\""
           "A square or curly bracket at the start of a text opens a group. In quotes it is plain text."
        wrong "title: [Mới] Đền Hạ" right "title: \"[Mới] Đền Hạ\"";
    TABLE 237 Error Error
        vi "không dán thẳng bảng Excel vào đây được" "ghi mỗi hàng của bảng thành một phần của danh sách, mỗi ô một dòng"
           "Khi dán từ Excel, các ô cách nhau bằng phím Tab và không có tên mục, nên không biết ô nào là gì."
        en "an Excel table cannot be pasted here" "write each row as an item of the list, with one line per cell"
           "Cells pasted from Excel have Tabs between them and no keys, so nobody can tell what each cell is."
        wrong "stalls:\n  01\tGian gạo\n  02\tGian rau" right "stalls:\n  - no: \"01\"\n    name: Gian gạo\n  - no: \"02\"\n    name: Gian rau";
    MIXED_QUOTES 238 Error Error
        vi "câu mở bằng dấu {quote} nhưng đóng bằng dấu {end}, là dấu khác" "thay dấu {end} bằng dấu {quote}"
           "Word và điện thoại hay tự đổi ngoặc thẳng thành ngoặc cong. Dấu đóng phải là đúng dấu đã mở."
        en "the text opens with {quote} but ends with {end}, which is a different character" "replace {end} with {quote}"
           "Word processors and phones turn straight quotes into curly ones. A text has to end with the same character that it opens with."
        wrong "title: \"Đền Hạ”" right "title: \"Đền Hạ\"";
    OTHER_BRACKET 239 Error Error
        vi "dấu {other} không đóng được dấu {open}" "thay {other} bằng {close}"
           "Mở bằng dấu nào thì đóng bằng dấu ấy: { với }, [ với ]."
        en "a {other} does not close a {open}" "replace {other} with {close}"
           "Each bracket is closed by its own kind: { by }, [ by ]."
        wrong "title: { vi: Đền Hạ, en: Ha Temple ]" right "title: { vi: Đền Hạ, en: Ha Temple }";
    WIDE_SIGN 240 Error Error
        vi "«{sign}» là ký tự rộng của bộ gõ tiếng Trung, tiếng Nhật, không phải «{meant}» trên bàn phím" "tắt kiểu gõ ký tự rộng rồi gõ lại cho giống mẫu dưới đây"
           "Ký tự rộng trông gần giống ký tự thường nhưng máy không nhận, nên không thấy tên mục, danh sách hay phần trong ngoặc. Ở giữa câu thì ký tự rộng vẫn dùng được."
        en "«{sign}» is a wide character of a Chinese or Japanese input method, not the «{meant}» on the keyboard" "switch off wide characters and type the line again as shown below"
           "Wide characters look almost like ordinary ones, but a program does not recognise them and finds no key, list or bracket. Within a sentence they may be used."
        wrong "title：Đền Hạ" right "title: Đền Hạ";
    ODD_SPACES 241 Error Error
        vi "chỗ này có dấu cách đặc biệt hoặc ký tự không nhìn thấy, không phải dấu cách thường" "xóa nó rồi gõ lại bằng phím cách, cho giống mẫu dưới đây"
           "Dấu cách đặc biệt thường lẫn vào khi chép từ Word, trang web hoặc Zalo. Trông giống dấu cách thường nhưng máy không nhận, nên không biết dòng này thuộc nhóm nào."
        en "there is a special space or an invisible character here, not an ordinary space" "delete it and press the space bar instead, as shown below"
           "Special spaces slip in when copying from Word, web pages or a chat. They look like ordinary ones, but a program cannot tell from them which group a line belongs to."
        wrong "title:\n\u{a0}\u{a0}vi: Đền Hạ" right "title:\n  vi: Đền Hạ";
    BRACES_WITHOUT_NAMES 242 Error Error
        vi "chữ trong ngoặc nhọn không có mã ngôn ngữ nào ở trước" "viết: {mended}"
           "Trong ngoặc nhọn, mỗi phần bắt đầu bằng mã ngôn ngữ và dấu hai chấm. Câu có dấu phẩy thì đặt trong ngoặc kép."
        en "the words inside the curly brackets have no language code before them" "write: {mended}"
           "Inside curly brackets each part begins with a language code and a colon. Text that contains a comma goes in quotes."
        wrong "title: { Đền Hạ, Ha Temple }" right "title: { vi: Đền Hạ, en: Ha Temple }";
    COLON_MISSING 243 Error Error
        vi "thiếu dấu hai chấm sau «{key}»" "viết: {mended}"
           "Giữa tên mục và nội dung phải có dấu hai chấm và một dấu cách."
        en "a colon is missing after «{key}»" "write: {mended}"
           "Between a key and its content there has to be a colon and a space."
        wrong "title: { vi: Đền Hạ, en Ha Temple }" right "title: { vi: Đền Hạ, en: Ha Temple }";
    DASH_AT_TOP 244 Error Error
        vi "dấu gạch đầu dòng ở đây biến cả tệp thành một danh sách" "xóa dấu gạch và dấu cách sau nó, giữ nguyên phần còn lại của dòng"
           "Các mục ở đầu tệp đứng sát lề, không có dấu gạch. Dấu gạch chỉ dùng cho các phần của một danh sách ở bên trong."
        en "the dash at the start of this line turns the whole file into a list" "delete the dash and the space after it, and keep the rest of the line"
           "The first keys of a file begin at the margin without a dash. Dashes are for the items of a list within it."
        wrong "- title: Đền Hạ\nsummary: Ngôi đền" right "title: Đền Hạ\nsummary: Ngôi đền";
    LIST_WITHOUT_DASHES 245 Error Error
        vi "các dòng này là một danh sách nhưng không có dấu gạch đầu dòng" "viết dấu gạch - và một dấu cách ở đầu mỗi dòng"
           "Mỗi phần của danh sách bắt đầu bằng dấu gạch. Không có nó, các dòng bị nối thành một câu."
        en "these lines are a list without dashes" "write a dash - and a space at the start of each line"
           "Every item of a list begins with a dash. Without it, the lines run together into one text."
        wrong "types:\n  historical\n  scenic" right "types:\n  - historical\n  - scenic";
    TWO_ENTRIES 246 Error Error
        vi "từ dòng này trở xuống là một mục khác: tệp này chứa hai mục" "tạo thư mục «{folder}», chuyển mọi dòng từ đây trở xuống sang tệp {folder}/entry.yaml{rest}; nếu dán nhầm hai lần thì chỉ cần xóa các dòng ấy; nếu đã có thư mục tên ấy thì chọn tên khác"
           "Mỗi mục nằm trong một thư mục riêng, với một tệp entry.yaml của riêng nó. Tên thư mục là do bạn đặt; ảnh và bài viết của mục ấy cũng để trong đó."
        en "another entry begins on this line: the file holds two" "make the folder «{folder}» and move every line from here on to the file {folder}/entry.yaml{rest}; if they were pasted twice, only delete them; if the folder is taken, choose another name"
           "Every entry lives in a folder of its own, with a file entry.yaml of its own. The name of the folder is yours to choose; the entry's photos and prose belong there too."
        wrong "title: Đền Hạ\nsummary: Ngôi đền\n---\ntitle: Đình Thổ Hà\nsummary: Ngôi đình" right "title: Đền Hạ\nsummary: Ngôi đền";
    SIGN_AT_END 247 Error Error
        vi "cuối dòng này thừa dấu «{sign}»" "xóa dấu «{sign}» ở cuối dòng"
           "Dấu phẩy ở cuối dòng thường còn lại khi chép từ tệp JSON hay Excel. Ở đây mỗi dòng là một mục, giữa các dòng không có dấu phẩy."
        en "the «{sign}» at the end of this line does not belong there" "delete the «{sign}» at the end of the line"
           "Such a comma is often left over from JSON or Excel. Here every line is a key of its own, with no commas between lines."
        wrong "\"title\": \"Đền Hạ\"," right "\"title\": \"Đền Hạ\"";
    TEXT_BEHIND_BAR 248 Error Error
        vi "có chữ nằm cùng dòng với dấu «{sign}»" "sửa lại cho giống mẫu dưới đây: câu một dòng thì bỏ dấu «{sign}», câu nhiều dòng thì bắt đầu ở dòng dưới"
           "Dấu | sau tên mục báo rằng câu bắt đầu ở dòng kế tiếp và có thể dài nhiều dòng. Trên cùng dòng với dấu ấy không được có chữ."
        en "there is text on the same line as the «{sign}»" "write it as shown below: a text of one line needs no «{sign}», a longer one begins on the next line"
           "A | after a key says that the text begins on the next line and may have several lines. No text may be on the same line as the |."
        wrong "summary: |Ngôi đền cổ" right "summary: Ngôi đền cổ";
    LIST_OF_ONE 249 Error Error
        vi "dấu gạch đầu dòng ở đây biến cả tệp thành một danh sách" "xóa dấu gạch, rồi lùi mọi dòng sang trái {width} dấu cách để tên các mục đứng sát lề"
           "Các mục ở đầu tệp đứng sát lề, không có dấu gạch. Dấu gạch chỉ dùng cho các phần của một danh sách ở bên trong."
        en "the dash at the start of this line turns the whole file into a list" "delete the dash, then move every line {width} spaces to the left, so that the keys begin at the margin"
           "The first keys of a file begin at the margin without a dash. Dashes are for the items of a list within it."
        wrong "- title: Đền Hạ\n  summary: Ngôi đền" right "title: Đền Hạ\nsummary: Ngôi đền";
    DOUBLED_BRACES 250 Error Error
        vi "ngoặc nhọn bị viết đôi" "chỉ viết một dấu: {mended}"
           "Một câu có nhiều ngôn ngữ nằm trong một cặp ngoặc nhọn."
        en "the curly brackets are doubled" "write one of each: {mended}"
           "A text in several languages goes inside one pair of curly brackets."
        wrong "title: {{ vi: Đền Hạ, en: Ha Temple }}" right "title: { vi: Đền Hạ, en: Ha Temple }";
    TWO_VERSIONS 251 Error Error
        vi "tệp này còn hai bản chưa ghép: hai người sửa cùng một chỗ và Git giữ lại cả hai" "giữ lại một trong hai phần (ở trên hoặc ở dưới dòng =======), xóa phần kia và xóa ba dòng <<<<<<<, =======, >>>>>>>"
           "Khi hai người cùng sửa một chỗ, Git ghi cả hai bản vào tệp, cách nhau bằng ba dòng ấy, để người chọn. Nếu cần ý của cả hai bản thì ghép chúng lại rồi mới xóa ba dòng. Mỗi chỗ như vậy trong tệp đều phải sửa."
        en "two versions of this file have not been merged: two people changed the same place, and Git kept both" "keep one of the two parts (above or below the line =======), and delete the other one and the three lines <<<<<<<, =======, >>>>>>>"
           "When two people change the same place, Git writes both versions into the file with these three lines around them, for a person to choose. If you need something from both, join them before you delete the three lines. Every such place in the file has to be corrected."
        wrong "<<<<<<< HEAD\ntitle: Đền Hạ\n=======\ntitle: Đền Thượng\n>>>>>>> main" right "title: Đền Hạ";
    QUOTED_LINES 252 Error Error
        vi "câu trong ngoặc kép bị ngắt sang dòng sau" "gộp các dòng của câu thành một dòng"
           "Ô trong Excel có thể chứa nhiều dòng, nên khi chép sang đây câu bị ngắt giữa chừng. Câu trong ngoặc kép phải nằm trọn trên một dòng."
        en "this quoted text is broken over two lines" "join the lines of the text into one"
           "An Excel cell may hold several lines, so text copied from it breaks. Quoted text has to be on one line."
        wrong "summary: \"Ngôi đền cổ,\nở cuối làng\"" right "summary: \"Ngôi đền cổ, ở cuối làng\"";
    LANGUAGES_BESIDE 253 Error Error
        vi "«{first}» đứng thẳng cột với «{key}» nên không thuộc về nó" "thụt các dòng ngôn ngữ vào hai dấu cách, giống mẫu dưới đây"
           "Dòng nào thuộc về một mục thì phải thụt vào hơn mục ấy. Đứng thẳng cột thì máy hiểu là một mục khác."
        en "«{first}» begins in the same column as «{key}», so it does not belong to it" "indent the language lines by two spaces, as shown below"
           "What belongs to a key is indented further than the key. In the same column it is a key of its own."
        wrong "title:\nvi: Đền Hạ\nen: Ha Temple" right "title:\n  vi: Đền Hạ\n  en: Ha Temple";
    BRACE_LEFT_OPEN 254 Error Error
        vi "ngoặc nhọn mở ở đây không được đóng lại, và phần còn lại của câu nằm ở dòng dưới" "gộp {count} dòng này thành một dòng, giống mẫu dưới đây"
           "Chữ của các ngôn ngữ nằm trong một cặp ngoặc nhọn trên cùng một dòng. Thiếu dấu đóng thì các dòng sau bị hiểu nhầm."
        en "the curly bracket that opens here is not closed, and the rest of the text is on the line below" "join these {count} lines into one, as shown below"
           "Texts in several languages go inside one pair of curly brackets on one line. Without the closing bracket, the lines that follow are misread."
        wrong "title: { vi: Đền Hạ\n  en: Ha Temple" right "title: { vi: Đền Hạ, en: Ha Temple }";
    ARRAY_OF_ENTRIES 255 Error Error
        vi "dấu [ này biến cả tệp thành một danh sách" "xóa dấu [ ở đây và dấu ] tương ứng ở cuối tệp"
           "Mỗi tệp entry.yaml là một mục, các tên mục nằm ngay ở lớp ngoài cùng. Danh sách gồm nhiều mục thường là tệp JSON xuất từ chương trình khác."
        en "this [ turns the whole file into a list" "delete the [ here and the matching ] at the end of the file"
           "Every entry.yaml is one entry, with its keys at the outermost level. A list of entries is often JSON exported from another program."
        wrong "[ { \"title\": \"Đền Hạ\" } ]" right "{ \"title\": \"Đền Hạ\" }";
    FENCE 256 Error Error
        vi "dòng ``` không thuộc về tệp này" "xóa cả dòng này"
           "Ba dấu nháy ngược là khung của một đoạn mã trong trang chat hay trong bài viết, dễ dính theo khi sao chép. Trong entry.yaml không có khung như vậy."
        en "the line ``` does not belong to this file" "delete the whole line"
           "Three backticks frame a piece of code in a chat or a text and are easily copied along with it. There are no such frames in entry.yaml."
        wrong "```yaml\ntitle: Đền Hạ\n```" right "title: Đền Hạ";
    LANGUAGE_BEHIND_TEXT 257 Error Error
        vi "«{key}» đã có một câu trên cùng dòng, nên dòng «{first}» bên dưới không thuộc về nó" "gộp thành một dòng, giống mẫu dưới đây"
           "Câu có nhiều ngôn ngữ thì ngôn ngữ nào cũng phải ghi mã, trong một cặp ngoặc nhọn hoặc mỗi ngôn ngữ một dòng thụt vào."
        en "«{key}» already has text on its own line, so the line «{first}» below does not belong to it" "join them into one line, as shown below"
           "In a text of several languages, each one follows its language code, inside one pair of curly brackets or on an indented line of its own."
        wrong "title: Đền Hạ\n  en: Ha Temple" right "title: { vi: Đền Hạ, en: Ha Temple }";
    UNREADABLE 299 Error Error
        vi "không hiểu được dòng này" "so với ví dụ mà lệnh vanbia new ghi sẵn, hoặc đặt câu trong ngoặc kép: \"{value}\""
           "Dòng này không có dạng «tên: nội dung» nên máy không đọc được."
        en "this line cannot be understood" "compare it with the example that vanbia new writes, or put the text in quotes: \"{value}\""
           "The line does not have the form «key: content»."
        wrong "a: b: c" right "a: \"b: c\"";
}
