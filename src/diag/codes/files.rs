//! Message codes 01xx: files and their encoding.
//!
//! Entry point: the constants and [`ALL`]. Invariant: see [`super`].

use crate::diag::code::codes;

codes! {
    NOT_UTF8 101 Error Error
        vi "tệp này được lưu bằng bảng mã {encoding}, không phải UTF-8" "mở tệp bằng Notepad, chọn Tệp (File) → Lưu thành (Save as), ở ô Mã hóa (Encoding) chọn UTF-8 rồi lưu; sau đó đọc lại các chữ có dấu"
           "Cùng một tệp, mỗi bảng mã đọc ra chữ khác nhau. Chỉ UTF-8 ghi được mọi chữ tiếng Việt trên mọi máy. Tệp lưu kiểu ANSI có thể đã mất một số chữ, nên cần đọc lại sau khi lưu."
        en "this file is saved as {encoding}, not as UTF-8" "open it in Notepad, choose File → Save as, set Encoding to UTF-8 and save; then check the letters with diacritics"
           "The same file shows different letters in different encodings. Only UTF-8 holds every Vietnamese letter on every computer. A file saved as ANSI may already have lost some letters, so read it again after saving."
        wrong "Notepad: ANSI" right "Notepad: UTF-8";
    NOT_TEXT 102 Error Error
        vi "tệp này thật ra là {format}, không phải tệp văn bản" "mở tệp bằng phần mềm đã tạo ra nó, sao chép phần chữ, dán vào Notepad rồi lưu thành «{name}» với mã UTF-8"
           "Đổi tên tệp không đổi nội dung bên trong. Tệp Word vẫn là tệp Word dù tên kết thúc bằng .md."
        en "this file is really {format}, not a text file" "open it in the program that made it, copy the text, paste it into Notepad and save it as «{name}» with encoding UTF-8"
           "A new name does not change what is inside a file. A Word document stays one, even when its name ends in .md."
        wrong "vi.docx → vi.md" right "Word: Ctrl+A, Ctrl+C → Notepad: Ctrl+V → vi.md, UTF-8";
    LEGACY_LETTERS 103 Error Error
        vi "dòng này gõ bằng bảng mã cũ {encoding}, chữ sẽ hiện sai: «{word}»" "bôi đen phần chữ, bấm Ctrl+C, bấm Ctrl+Shift+F6 để mở bảng chuyển mã của UniKey, chọn nguồn {encoding}, đích Unicode, bấm Chuyển mã, rồi dán lại"
           "Văn bản cũ dùng phông .VnTime (TCVN3) hay VNI-Times chỉ đọc được khi máy có đúng phông ấy. Trên điện thoại của khách, chữ biến thành ký hiệu lạ."
        en "this line was typed in the old encoding {encoding} and will show as odd characters: «{word}»" "select the text, press Ctrl+C, press Ctrl+Shift+F6 to open UniKey's converter, choose source {encoding}, destination Unicode, press Convert, and paste it back"
           "Old documents in fonts like .VnTime (TCVN3) or VNI-Times can only be read where that very font is installed. On a visitor's phone they turn into odd characters."
        wrong "Chïa Bæ §µ" right "Chùa Bổ Đà";
    LOST_LETTERS 104 Error Error
        vi "ở đây có chữ đã bị mất, chỉ còn lại ký hiệu «\u{fffd}»" "xóa ký hiệu «\u{fffd}» và gõ lại chữ đúng theo bản gốc"
           "Ký hiệu này xuất hiện khi một chương trình lưu tệp sai bảng mã. Chữ ban đầu không còn trong tệp, nên máy không thể tự sửa."
        en "a letter has been lost here, only «\u{fffd}» is left of it" "delete the «\u{fffd}» and type the right letter from the original"
           "This character appears when a program has saved the file in the wrong encoding. The letter is no longer in the file, so it cannot be restored automatically."
        wrong "Ch\u{fffd}a Bổ Đà" right "Chùa Bổ Đà";
    TOO_LARGE 105 Error Error
        vi "tệp quá lớn: {size} KiB, tối đa {limit} KiB" "chia nội dung thành nhiều mục hoặc nhiều chương; ảnh và âm thanh để thành tệp riêng"
           "Một trang quá dài thì điện thoại của khách tải rất lâu. Tệp lớn như vậy thường có ảnh dán thẳng vào trong chữ."
        en "the file is too large: {size} KiB, at most {limit} KiB" "split it into several entries or chapters; keep pictures and sound in files of their own"
           "A page that long takes a visitor's phone ages to load. Files of that size usually hold pictures pasted into the text."
        wrong "vi.md (5 MiB)" right "chapters/01-…/vi.md, chapters/02-…/vi.md";
    NOT_READABLE 106 Error Error
        vi "tệp này không phải tệp văn bản, không đọc được" "lấy lại tệp từ bản lưu gần nhất, hoặc gõ lại trong Notepad và lưu với mã UTF-8"
           "Trong tệp có dữ liệu mà văn bản không bao giờ có. Thường là tệp hỏng khi sao chép, hoặc tệp của phần mềm khác bị đổi tên."
        en "this file is not text and cannot be read" "take it from the latest backup, or type it again in Notepad and save it with encoding UTF-8"
           "The file holds data that never occurs in text. Usually it was damaged in copying, or it belongs to another program and was renamed."
        wrong "entry.yaml: 00 13 00 07 …" right "entry.yaml: title: Chùa Bổ Đà";
    LOOK_ALIKE 107 Warning Warning
        vi "chữ đầu của «{word}» trông giống «{right}» nhưng là một chữ khác" "xóa chữ ấy rồi gõ lại {right} bằng bộ gõ tiếng Việt"
           "Văn bản cũ hay dùng chữ của tiếng Iceland hoặc tiếng châu Phi thay cho Đ. Mắt không thấy khác, nhưng tìm kiếm và trình đọc màn hình thì có."
        en "the first letter of «{word}» looks like «{right}» but is another one" "delete it and type {right} again with a Vietnamese keyboard"
           "Old documents often have an Icelandic or African letter in place of Đ. The eye sees no difference, but search and screen readers do."
        wrong "Ðền Hạ (U+00D0)" right "Đền Hạ (U+0110)";
    WRONG_NAME 110 Error Error
        vi "tên tệp «{name}» sẽ bị bỏ qua; tên đúng là «{right}»" "đổi tên «{name}» thành «{right}» (trong File Explorer, mở Xem (View) và đánh dấu «Phần mở rộng tên tệp» (File name extensions) để thấy đuôi tệp)"
           "Windows thường giấu đuôi tệp, nên Notepad lưu thành vi.md.txt mà trên màn hình chỉ thấy vi.md. Máy chủ còn phân biệt chữ hoa và chữ thường."
        en "a file named «{name}» is ignored; the right name is «{right}»" "rename «{name}» to «{right}» (in File Explorer tick View → File name extensions to see it in full)"
           "Windows hides file name extensions, so Notepad may save vi.md.txt while the screen shows vi.md. Servers also distinguish capitals from small letters."
        wrong "vi.md.txt, Entry.YAML, entry.yml" right "vi.md, entry.yaml, entry.yaml";
    WORD_DOCUMENT 111 Error Error
        vi "«{name}» không đọc được; nội dung phải nằm trong tệp «{right}»" "mở «{name}», sao chép phần chữ, dán vào Notepad, {todo}, rồi chuyển «{name}» ra ngoài thư mục content"
           "Nội dung là tệp văn bản thuần để ai cũng mở được, kể cả sau nhiều năm và trên mọi máy."
        en "«{name}» cannot be read; the text must be in «{right}»" "open «{name}», copy the text, paste it into Notepad, {todo}, and move «{name}» out of the folder content"
           "Content is plain text, so that anybody can open it, on any machine and in many years."
        wrong "relics/chua-bo-da/vi.docx" right "relics/chua-bo-da/vi.md";
    RESERVED_NAME 112 Error Error
        vi "Windows không cho dùng tên «{name}»" "đặt tên khác, dài hơn, ví dụ «{right}»"
           "Windows giữ các tên con, prn, aux, nul, com1–com9, lpt1–lpt9 cho thiết bị. Máy Windows không mở hay sao chép được tệp mang tên đó."
        en "Windows does not allow the name «{name}»" "choose another, longer name, such as «{right}»"
           "Windows keeps con, prn, aux, nul, com1–com9 and lpt1–lpt9 for devices. A Windows computer can neither open nor copy a file of that name."
        wrong "streets/con/" right "streets/pho-con/";
    NAMES_COLLIDE 113 Error Error
        vi "Windows và máy Mac coi hai tên này là một: «{first}» và «{second}»" "đổi tên một trong hai để chúng khác nhau không chỉ ở chữ hoa, chữ thường"
           "Windows và máy Mac không phân biệt chữ hoa với chữ thường trong tên tệp, và cùng một chữ có dấu có thể được ghi theo hai cách. Khi sao chép, tệp sau sẽ đè lên tệp trước."
        en "to Windows and macOS these two names are the same: «{first}» and «{second}»" "rename one of them, so that they differ in more than capitals"
           "Windows and macOS do not distinguish capitals from small letters in file names, and a letter with diacritics can be stored in two ways. When copied, one file would replace the other."
        wrong "photos/Cong.jpg, photos/cong.jpg" right "photos/cong-1.jpg, photos/cong-2.jpg";
    COPY_OF 114 Warning Error
        vi "«{name}» có vẻ là bản sao của «{right}» và sẽ không được dùng" "để chỉ còn một bản: {todo}"
           "Khi tải về hay sao chép lần nữa, Windows thêm (1) hoặc « - Copy» vào tên; OneDrive, Google Drive thêm tên máy. Dễ sửa nhầm vào bản không dùng."
        en "«{name}» looks like a copy of «{right}» and is not used" "so that only one is left: {todo}"
           "When a file is downloaded or copied again, Windows adds (1) or « - Copy» to its name; OneDrive and Google Drive add the name of a computer. It is easy to edit the one that is not used."
        wrong "vi (1).md" right "vi.md";
    FORBIDDEN_SIGN 115 Error Error
        vi "tên «{name}» có ký tự mà Windows không cho dùng" "đổi tên thành «{right}»"
           "Windows không nhận các ký tự < > : \" \\ | ? * trong tên, cũng như dấu chấm hay dấu cách ở cuối. Người dùng Windows sẽ không sao chép được thư mục này."
        en "the name «{name}» contains characters that Windows does not allow" "rename it to «{right}»"
           "Windows refuses < > : \" \\ | ? * in names, and a full stop or a space at the end. Windows users could not copy this folder."
        wrong "photos/cổng: mặt trước?.jpg" right "photos/cổng- mặt trước-.jpg";
    FOLDER_OF_NO_KIND 116 Error Error
        vi "không có loại mục nào dùng thư mục content/{folder}" "dùng một trong các thư mục: {known}; loại mục mới cần một tệp trong content/kinds/"
           "Mục nằm ngoài các thư mục ấy sẽ không hiện ở đâu cả."
        en "no kind uses the folder content/{folder}" "use one of the folders: {known}; a new kind needs a file in content/kinds/"
           "Entries outside these folders appear nowhere."
        wrong "content/abc/chua-bo-da/" right "content/relics/chua-bo-da/";
    MISREAD 117 Error Error
        vi "chữ ở dòng này đã bị một chương trình đọc sai rồi lưu lại: «{word}»" "thay cả dòng bằng: {restored}"
           "Tệp UTF-8 được mở như chữ Tây Âu (thường khi Excel mở tệp CSV) rồi chép hoặc lưu lại: mỗi chữ có dấu thành hai, ba ký hiệu lạ. Khi nhập CSV vào Excel, chọn Dữ liệu → Từ văn bản/CSV và mã UTF-8."
        en "a program misread the letters of this line and saved it that way: «{word}»" "replace the whole line with: {restored}"
           "A UTF-8 file was opened as Western text (usually when Excel opened a CSV file) and then copied or saved: each letter with diacritics became two or three odd characters. To bring CSV into Excel, choose Data → From Text/CSV and the encoding UTF-8."
        wrong "Ngôi chÃ¹a cá»•" right "Ngôi chùa cổ";
    MISREAD_LOST 118 Error Error
        vi "chữ ở dòng này đã bị một chương trình đọc sai rồi lưu lại, và có chữ đã mất: «{word}»" "chép lại dòng này từ bản gốc (Word, Zalo, email), hoặc gõ lại"
           "Tệp UTF-8 được mở như chữ Tây Âu (thường khi Excel mở tệp CSV) rồi chép hoặc lưu lại. Một phần của vài chữ đã bị bỏ đi, nên không thể tự khôi phục."
        en "a program misread the letters of this line and saved it that way, and some are lost: «{word}»" "copy the line once more from the original (Word, Zalo, e-mail), or type it again"
           "A UTF-8 file was opened as Western text (usually when Excel opened a CSV file) and then copied or saved. Parts of some letters were dropped, so they cannot be restored."
        wrong "Ä\u{fffd}á»\u{fffd}n Háº¡" right "Đền Hạ";
    FILE_ONE_UP 119 Error Error
        vi "tệp «{nearest}» nằm cạnh entry.yaml, không phải ở «{file}»" "chuyển tệp vào thư mục con để nó thành đúng {file} (chưa có thư mục con thì tạo)"
           "Ảnh, âm thanh và tài liệu của một mục nằm trong các thư mục con (photos, audio, files…), tách khỏi entry.yaml và bài viết. Đường dẫn phải đúng từng chữ, kể cả đuôi tệp."
        en "the file «{nearest}» is beside entry.yaml, not at «{file}»" "move it into the subfolder, so that it becomes exactly {file} (make the folder if there is none)"
           "Pictures, sound and documents of an entry are kept in subfolders (photos, audio, files …), apart from entry.yaml and the texts. The path has to be exact, extension included."
        wrong "cong.jpg\nentry.yaml: file: photos/cong.jpg" right "photos/cong.jpg\nentry.yaml: file: photos/cong.jpg";
    LINK_OUTSIDE 120 Error Error
        vi "đây là lối tắt dẫn ra ngoài thư mục của trang" "chép tệp thật vào đây thay cho lối tắt"
           "Tệp nằm ngoài thư mục của trang sẽ mất khi chép trang sang máy khác, và có thể là tệp riêng tư."
        en "this is a shortcut that leads out of the site's folder" "put the file itself here instead of the shortcut"
           "A file outside the site's folder is lost when the site is copied, and it may be private."
        wrong "photos/cong.jpg → C:\\Users\\…" right "photos/cong.jpg";
    CANNOT_READ 121 Error Error
        vi "không đọc được tệp này ({why})" "kiểm tra xem tệp còn đó không, có đang mở ở chương trình khác không, rồi chạy lại"
           "Ổ đĩa hoặc hệ điều hành báo lỗi khi đọc tệp."
        en "this file cannot be read ({why})" "check that it is still there and not open in another program, then run the command again"
           "The disk or the system reported an error while the file was read."
        wrong "⟦(tệp hỏng)|(a damaged file)⟧" right "⟦(tệp đọc được)|(a file that can be read)⟧";
    NO_PERMISSION 122 Error Error
        vi "không có quyền đọc tệp này ({why})" "mở quyền đọc cho tài khoản đang dùng, hoặc chép tệp ra thư mục khác rồi chép lại"
           "Hệ điều hành không cho phép tài khoản này đọc tệp."
        en "this account may not read the file ({why})" "give this account permission to read it, or copy the file to another folder and back"
           "The system does not let this account read the file."
        wrong "⟦(tệp bị khóa)|(a locked file)⟧" right "⟦(tệp đọc được)|(a file that can be read)⟧";
    CHAPTER_IS_FILE 128 Error Error
        vi "chương «{file}» là một tệp, phải là một thư mục" "tạo thư mục {folder}, chuyển tệp vào đó và đặt tên là {name}"
           "Mỗi chương là một thư mục có tệp vi.md (và en.md), để bản dịch và ảnh của chương nằm cùng chỗ."
        en "the chapter «{file}» is a file; it has to be a folder" "make the folder {folder}, move the file into it and name it {name}"
           "Every chapter is a folder with a file vi.md (and en.md), so that its translation and pictures stay together."
        wrong "chapters/01-gieng.md" right "chapters/01-gieng/vi.md";
    NESTED_ENTRY 129 Error Error
        vi "entry.yaml của mục này nằm sâu thêm một bậc, trong {inner}" "chuyển mọi thứ trong {inner} lên thư mục này, rồi xóa thư mục rỗng"
           "Khi giải nén tệp .zip, Windows hay tạo thêm một thư mục cùng tên; máy chỉ tìm entry.yaml ngay trong thư mục của mục."
        en "the entry.yaml of this entry is one folder too deep, in {inner}" "move everything in {inner} up into this folder, then delete the empty one"
           "Unpacking a .zip often makes another folder of the same name; entry.yaml is looked for in the entry's own folder only."
        wrong "relics/mieu/mieu/entry.yaml" right "relics/mieu/entry.yaml";
    NO_ENTRY_FILE 123 Error Error
        vi "thư mục này chưa có tệp entry.yaml" "tạo tệp entry.yaml với ít nhất hai dòng title: … và summary: …"
           "Mỗi mục là một thư mục có tệp entry.yaml; thiếu tệp đó thì máy không biết đây là mục gì."
        en "this folder has no entry.yaml" "add a file entry.yaml with at least the two lines title: … and summary: …"
           "Every entry is a folder with a file entry.yaml; without it nothing is known about the entry."
        wrong "relics/chua-bo-da/vi.md" right "relics/chua-bo-da/entry.yaml
relics/chua-bo-da/vi.md";
    NOT_A_SLUG 124 Error Error
        vi "tên thư mục «{name}» không dùng làm địa chỉ được" "đổi tên thư mục thành {near}"
           "Tên thư mục là phần cuối của địa chỉ trang và gắn với mã QR, nên chỉ gồm chữ thường không dấu, chữ số và gạch nối."
        en "the folder name «{name}» cannot be part of an address" "rename the folder to {near}"
           "The folder name is the last part of the page address and belongs to the QR code, so it may only have lower-case letters without marks, digits and hyphens."
        wrong "relics/Chùa Bổ Đà/" right "relics/chua-bo-da/";
    STRAY_FILE 125 Warning Warning
        vi "tệp này nằm ngay trong content/{folder}/ nên không thuộc mục nào" "chuyển tệp vào thư mục của một mục: content/{folder}/TÊN-MỤC/"
           "Mỗi mục là một thư mục riêng; tệp nằm ngoài các thư mục đó không hiện ở đâu cả."
        en "this file is directly in content/{folder}/, so it belongs to no entry" "move it into the folder of an entry: content/{folder}/NAME/"
           "Every entry is a folder of its own; a file outside these folders appears nowhere."
        wrong "content/relics/chua-bo-da.md" right "content/relics/chua-bo-da/vi.md";
    UNKNOWN_PROSE 126 Warning Warning
        vi "không rõ tệp «{name}» viết bằng ngôn ngữ nào" "đổi tên thành một trong: {known}"
           "Bài viết của mỗi ngôn ngữ nằm trong một tệp mang mã ngôn ngữ đó."
        en "it is not clear in which language «{name}» is written" "rename it to one of: {known}"
           "The text in each language is a file named after the language code."
        wrong "tieng-viet.md" right "vi.md";
    CHANGED_MEANWHILE 127 Error Error
        vi "tệp này thay đổi trong lúc đang dựng trang" "chạy lại lệnh khi không còn ai chép hay sửa tệp"
           "Trang phải được dựng từ các tệp ở cùng một thời điểm, không thể trộn bản cũ với bản mới."
        en "this file changed while the site was being built" "run the command again when nobody is copying or editing files"
           "A site is built from the files as they are at one moment; old and new cannot be mixed."
        wrong "⟦(đang chép ảnh)|(pictures are being copied)⟧" right "⟦(đã chép xong)|(copying is done)⟧";
    COPY_OF_FOLDER 130 Error Error
        vi "thư mục «{name}» có vẻ là bản sao của «{original}»" "{todo}; muốn nó thành một mục riêng thì đổi tên thành {near} (hay một tên chưa có) rồi sửa tên và nội dung bên trong"
           "Khi sao chép thư mục, Windows thêm « - Copy» hoặc (2) vào tên. Tên ấy không dùng làm địa chỉ được, và hai mục giống nhau làm khách bối rối."
        en "the folder «{name}» looks like a copy of «{original}»" "{todo}; if it is to become an entry of its own, rename it to {near} (or a name that is not taken) and change its title and texts"
           "When a folder is copied, Windows adds « - Copy» or (2) to its name. Such a name cannot be part of an address, and two identical entries confuse visitors."
        wrong "relics/chua-bo-da - Copy/" right "relics/chua-bo-da/";
    FOLDER_OF_CHAPTERS 131 Error Error
        vi "các chương trong thư mục «{name}» không được dùng: thư mục chương phải tên là chapters" "{todo}, mỗi chương là một thư mục ở trong đó"
           "Chương của một cuốn sách chỉ được tìm trong thư mục mang đúng tên chapters, viết thường, ngay trong thư mục của mục."
        en "the chapters in the folder «{name}» are not used: their folder has to be called chapters" "{todo}, each chapter in a folder of its own"
           "The chapters of a book are looked for only in a folder called chapters, in small letters, directly in the entry's folder."
        wrong "books/chuyen-lang/chuong/01-gieng/vi.md" right "books/chuyen-lang/chapters/01-gieng/vi.md";
    DOCUMENT_UNUSED 132 Warning Warning
        vi "tệp «{file}» không lên trang: tệp Word, Excel hay văn bản rời không đọc được" "chữ nào khách cần đọc thì chép vào cuối vi.md; tệp nào để khách tải về thì lưu thành PDF trong thư mục files rồi ghi ở mục files trong entry.yaml; xong thì xóa tệp này"
           "Bài viết của mục nằm trong vi.md và en.md. Tệp để tải về phải là PDF, EPUB hoặc CSV."
        en "the file «{file}» does not get onto the site: Word, Excel and loose text files are not read" "copy what visitors should read to the end of vi.md; save what they should download as PDF in the folder files and name it under files in entry.yaml; then delete this file"
           "The text of an entry is in vi.md and en.md. Files for download have to be PDF, EPUB or CSV."
        wrong "relics/chua-bo-da/tu-lieu.docx" right "relics/chua-bo-da/files/tu-lieu.pdf";
    ARCHIVE 133 Warning Error
        vi "tệp nén «{name}» không được mở ra, nội dung trong đó không lên trang" "bấm chuột phải vào tệp, chọn Giải nén tất cả (Extract All), chuyển các tệp bên trong vào thư mục {folder} rồi xóa tệp nén; thư mục ấy có sẵn rồi thì đừng chép đè: đây có lẽ là bản lưu cũ, hãy cất nó ra ngoài content"
           "Chỉ đọc các thư mục và tệp đã giải nén. Với một mục, entry.yaml phải nằm ngay trong thư mục của mục."
        en "the archive «{name}» is not opened, and what is in it does not get onto the site" "right-click it, choose Extract All, move the files inside into the folder {folder} and delete the archive; if that folder is there already, do not overwrite it: this may be an old backup, so keep it outside content"
           "Only unpacked folders and files are read. The entry.yaml of an entry has to be directly in the entry's folder."
        wrong "relics/chua-bo-da.zip" right "relics/chua-bo-da/entry.yaml";
    LONE_ENTRY_FILE 134 Warning Error
        vi "«{name}» nằm ngay trong content/{folder}/ nên chưa thành một mục" "tạo thư mục content/{folder}/{slug}, chuyển tệp vào đó rồi đổi tên tệp thành {right}; thư mục ấy có sẵn rồi thì đừng chép đè: cất tệp này ra ngoài content"
           "Mỗi mục là một thư mục riêng: dữ kiện trong entry.yaml, bài viết trong vi.md và en.md."
        en "«{name}» is directly in content/{folder}/, so it is not an entry yet" "make the folder content/{folder}/{slug}, move the file into it and rename it to {right}; if that folder is there already, do not overwrite it: keep this file outside content"
           "Every entry is a folder of its own: facts in entry.yaml, texts in vi.md and en.md."
        wrong "content/relics/chua-bo-da.yaml" right "content/relics/chua-bo-da/entry.yaml";
    LEDGER_COPY 135 Warning Error
        vi "«{name}» là một bản khác của sổ mã: những mã đã cấp chỉ có trong bản này chưa được bảo vệ" "chạy `vanbia codes merge \"{file}\"` để ghép vào codes.lock, rồi xóa tệp «{name}»"
           "Khi hai máy cùng sửa, OneDrive, Google Drive hay Windows để lại hai tệp. Mã đã in có thể chỉ nằm trong một tệp."
        en "«{name}» is another version of the ledger of codes: codes issued only in that version are not protected" "run `vanbia codes merge \"{file}\"` to merge it into codes.lock, then delete the file «{name}»"
           "When two computers change a file, OneDrive, Google Drive or Windows leave two. A printed code may be in only one of them."
        wrong "codes (1).lock" right "codes.lock";
    NO_FILE 136 Error Error
        vi "đây không phải một tệp thường (có thể là ống dẫn hay thiết bị)" "xóa nó, rồi chép tệp thật vào đây"
           "Đọc một ống dẫn có thể phải chờ mãi, nên chương trình chỉ đọc tệp thường."
        en "this is not an ordinary file (it may be a pipe or a device)" "delete it and put a real file here"
           "Reading a pipe could mean waiting for ever, so only ordinary files are read."
        wrong "mkfifo content/relics/den-ha/photos/cong.jpg" right "content/relics/den-ha/photos/cong.jpg";
    OTHER_VERSION 137 Warning Error
        vi "«{name}» là một bản khác của «{right}» và không lên trang; số dòng chỉ có trong bản này: {count}" "mở cả hai tệp, chép những dòng còn cần từ «{name}» sang «{right}», rồi chuyển «{name}» ra ngoài thư mục content"
           "Khi hai máy cùng sửa một tệp, OneDrive, Google Drive, Dropbox hay Windows để lại hai tệp. Chương trình chỉ đọc một tệp; công sức của người kia nằm trong tệp còn lại."
        en "«{name}» is another version of «{right}» and does not get onto the site; lines that only it has: {count}" "open both files, copy the lines that are still needed from «{name}» to «{right}», and move «{name}» out of the folder content"
           "When two computers change a file, OneDrive, Google Drive, Dropbox or Windows leave two. Only one is read; what the other person wrote is in the other one."
        wrong "vi.md, vi-LAPTOP-3.md" right "vi.md";
    OTHER_VERSION_OF_FOLDER 138 Error Error
        vi "thư mục «{name}» là một bản khác của «{original}»; khác hoặc chỉ có ở đây: {files}" "so từng tệp vừa nêu với tệp cùng tên trong «{original}», chép những gì còn cần sang đó, rồi chuyển «{name}» ra ngoài thư mục content; nếu đây là một mục riêng thì đổi tên thành {near} (hay một tên chưa có) rồi sửa tên và nội dung bên trong"
           "Khi hai người cùng sửa một mục, hoặc khi chép đè mà chọn giữ cả hai, Windows và OneDrive để lại hai thư mục. Xóa ngay một thư mục thì mất phần của một người."
        en "the folder «{name}» is another version of «{original}»; different or only here: {files}" "compare each of these files with the one of the same name in «{original}», copy what is still needed there, and move «{name}» out of the folder content; if it is an entry of its own, rename it to {near} (or a name that is not taken) and change its title and texts"
           "When two people work on an entry, or when both are kept while copying, Windows and OneDrive leave two folders. Deleting one at once loses what one of them did."
        wrong "relics/den-ha/vi.md, relics/den-ha (1)/vi.md" right "relics/den-ha/vi.md";
    ENTRIES_ASIDE 139 Error Error
        vi "các mục trong content/{name} không lên trang: {what}" "để không mất mục nào: {todo}"
           "Mỗi mục phải nằm đúng một bậc dưới thư mục của loại mục, ví dụ content/relics/chua-bo-da. Chép thư mục chồng lên nhau hay giải nén hai lần thường tạo thêm một bậc hoặc một bản sao."
        en "the entries in content/{name} do not get onto the site: {what}" "so that no entry is lost: {todo}"
           "Every entry lies right in the folder of its kind, such as content/relics/chua-bo-da. Copying folders over each other or unpacking twice often makes one more level, or a copy."
        wrong "content/relics/relics/den-ha/, content/relics - Copy/den-ha/" right "content/relics/den-ha/";
    STRAY_IN_CONTENT 140 Warning Warning
        vi "nằm ngay trong thư mục content nên không lên trang: {list}" "chuyển từng tệp vào thư mục của mục dùng nó, ví dụ content/relics/TÊN-MỤC, hoặc ra ngoài thư mục content"
           "Ngay trong thư mục content chỉ có site.yaml, codes.lock, signs.yaml và translations.lock. Tệp của một mục nằm trong thư mục của mục ấy."
        en "right in the folder content, so that it does not get onto the site: {list}" "move each file into the folder of the entry that uses it, such as content/relics/NAME, or out of the folder content"
           "Right in the folder content there are only site.yaml, codes.lock, signs.yaml and translations.lock. The files of an entry lie in its folder."
        wrong "content/entry.yaml, content/cong.jpg" right "content/relics/chua-bo-da/entry.yaml, content/relics/chua-bo-da/photos/cong.jpg";
    CUT_SHORT 141 Error Error
        vi "tệp này bị cắt ở đây: phần sau đã mất khi sao chép" "chép lại tệp từ máy hay USB gốc, đợi chép xong rồi mới rút ra; không còn bản nào khác thì gõ tiếp phần thiếu, hoặc lấy bản lưu gần nhất"
           "Rút USB sớm, hết chỗ trên ổ đĩa hay mất mạng giữa chừng để lại một tệp chỉ có phần đầu."
        en "this file is cut off here: the rest was lost while it was copied" "copy the file again from the computer or stick that it came from, and wait until it is done; if there is no other one, type what is missing, or take the latest backup"
           "A stick that is pulled out too early, a full disk or a broken connection leaves only the beginning of a file."
        wrong "⟦Ngôi đền nằm bên sô(mất)|The temple lies by the ri(lost)⟧" right "⟦Ngôi đền nằm bên sông.|The temple lies by the river.⟧";
    UNUSED_FILES 142 Warning Warning
        vi "{count} tệp trong thư mục này không mục nào dùng đến: {list}" "{todo}; tệp không dùng thì chuyển ra ngoài thư mục content"
           "Chỉ những tệp được ghi tên trong entry.yaml hay trong bài viết mới lên trang. Ảnh để dành nên cất ở nơi khác: thư mục content đỡ nặng, chép sang USB nhanh hơn."
        en "{count} files in this folder are used by nothing: {list}" "{todo}; move the others out of the folder content"
           "Only files that entry.yaml or a text names get onto the site. Photos for later are best kept elsewhere: the folder content stays light, and is copied faster."
        wrong "photos: []   # ⟦100 ảnh trong photos/|100 pictures in photos/⟧" right "photos:\n  - file: photos/cong.jpg\n    alt: { vi: Cổng đền, en: The gate }";
    SITE_TWICE 143 Warning Error
        vi "trong thư mục này có một trang nữa, {name}/content, không được dựng; khác hoặc chỉ có ở đó: {list}" "so từng tệp vừa nêu với tệp cùng tên trong content, chép những gì còn cần sang content{codes}, rồi chuyển thư mục {name} ra ngoài thư mục này"
           "Giải nén một tệp .zip hai lần tạo ra hai trang lồng nhau. Có người viết ở trang bên trong, nhưng chỉ trang bên ngoài được dựng."
        en "there is another site in this folder, {name}/content, which is not built; different or only there: {list}" "compare each of these files with the one of the same name in content, copy what is still needed into content{codes}, and move the folder {name} out of this one"
           "Unpacking a .zip twice makes one site within another. Somebody writes in the inner one, and only the outer one is built."
        wrong "van-bia/content, van-bia/van-bia/content" right "van-bia/content";
}
