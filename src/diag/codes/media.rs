//! Message codes 07xx: pictures, sound and attachments.
//!
//! Entry point: the constants and [`ALL`]. Invariant: see [`super`].

use crate::diag::code::codes;

codes! {
    NOT_A_PICTURE 701 Error Error
        vi "tệp «{file}» không phải là ảnh" "thay bằng một ảnh JPG, PNG hoặc WebP; nếu đây là tài liệu, hãy ghi nó ở mục «files»"
           "Loại tệp được nhận ra theo nội dung bên trong, không theo tên. Nội dung của tệp này không giống loại ảnh nào."
        en "the file «{file}» is not a picture" "replace it with a JPG, PNG or WebP picture; if it is a document, list it under «files»"
           "A file is recognised by its content, not by its name. The content of this one is not like any kind of picture."
        wrong "photos:\n  - file: photos/ghi-chu.txt" right "photos:\n  - file: photos/cong.jpg";
    HEIC 702 Error Error
        vi "«{file}» là ảnh HEIC của điện thoại; phần lớn trình duyệt không mở được" "xuất ảnh thành JPG: mở ảnh, chọn «Lưu thành» hoặc «Xuất», chọn JPG, rồi đặt tên là {jpg}"
           "iPhone và nhiều máy Samsung lưu ảnh dạng HEIC. Đổi đuôi tệp thành .jpg không đổi được nội dung bên trong; phải xuất lại ảnh. Lần sau, trên iPhone hãy chọn Cài đặt → Camera → Định dạng → Tương thích nhất."
        en "«{file}» is a HEIC picture from a phone, which most browsers cannot open" "export it as JPG: open it, choose «Save as» or «Export», then JPG, and name it {jpg}"
           "iPhones and many Samsung phones store pictures as HEIC. Renaming the file to .jpg does not change what is inside; the picture has to be exported. For next time, on an iPhone choose Settings → Camera → Formats → Most Compatible."
        wrong "photos:\n  - file: photos/IMG_0123.HEIC" right "photos:\n  - file: photos/IMG_0123.jpg";
    FOREIGN_PICTURE 703 Error Error
        vi "«{file}» là tệp {format}, không dùng làm ảnh được" "mở tệp bằng phần mềm xem ảnh, lưu lại thành JPG (ảnh chụp) hoặc PNG (hình vẽ), rồi ghi tên tệp mới vào đây"
           "Trang chỉ nhận ảnh JPG, PNG và WebP. Các dạng khác hoặc quá nặng, hoặc trình duyệt không mở được, hoặc (như SVG) có thể chứa mã chạy trên máy người xem."
        en "«{file}» is a {format} file and cannot be used as a picture" "open it in a picture viewer, save it as JPG (a photograph) or PNG (a drawing), and write the new file's name here"
           "The site accepts JPG, PNG and WebP. Other kinds are too heavy, cannot be opened by browsers or, like SVG, can carry code that runs on a visitor's device."
        wrong "photos:\n  - file: photos/so-do.svg" right "photos:\n  - file: photos/so-do.png";
    MISNAMED 704 Warning Warning
        vi "«{file}» thật ra là ảnh {format}" "ảnh vẫn dùng được; để khỏi nhầm, hãy đổi đuôi tệp thành «{ending}» và sửa tên trong entry.yaml"
           "Đuôi tên tệp không khớp với nội dung. Máy đã nhận ra theo nội dung nên trang vẫn đúng, nhưng phần mềm khác có thể không mở được."
        en "«{file}» is really a {format} picture" "it is used all the same; to avoid confusion, change its extension to «{ending}» and correct the name in entry.yaml"
           "The file name extension does not match the content. The program goes by the content, so the page is right, but other programs may fail to open the file."
        wrong "photos:\n  - file: photos/so-do.jpg" right "photos:\n  - file: photos/so-do.png";
    EMPTY 705 Error Error
        vi "tệp «{file}» trống rỗng (0 byte)" "chép lại tệp từ điện thoại hoặc máy ảnh, đợi chép xong rồi mới rút dây"
           "Tệp có tên nhưng không có nội dung. Thường do chép dở dang, hoặc tệp trên Google Drive, OneDrive chưa được tải về máy."
        en "the file «{file}» is empty (0 bytes)" "copy it again from the phone or camera, and wait until copying has finished"
           "The file has a name but no content. Usually copying was interrupted, or the file in Google Drive or OneDrive has not been downloaded yet."
        wrong "photos/cong.jpg (0 KB)" right "photos/cong.jpg (2.4 MB)";
    TRUNCATED 706 Error Error
        vi "tệp ảnh «{file}» bị hỏng hoặc bị cắt mất phần cuối" "chép hoặc tải lại bản gốc; nếu máy tính cũng không mở được ảnh này thì chọn ảnh khác"
           "Phần đầu là ảnh nhưng phần còn lại thiếu hoặc không đọc được. Thường do chép hay gửi dở dang."
        en "the picture «{file}» is damaged or cut off" "copy or download the original again; if your computer cannot open it either, choose another picture"
           "It begins like a picture, but the rest is missing or cannot be read. Usually copying or sending was interrupted."
        wrong "photos/cong.jpg ⟦(bị cắt)|(cut off)⟧" right "photos/cong.jpg ⟦(đã chép lại)|(copied again)⟧";
    TOO_MANY_PIXELS 707 Error Error
        vi "ảnh «{file}» quá lớn: {width} × {height} điểm ảnh" "thu nhỏ ảnh để mỗi cạnh không quá {limit} điểm ảnh rồi lưu lại; 4000 là đủ đẹp"
           "Mở một ảnh như vậy tốn nhiều bộ nhớ đến mức có thể treo máy. Trang không bao giờ hiện ảnh rộng hơn 1600 điểm ảnh."
        en "the picture «{file}» is too large: {width} × {height} pixels" "make it smaller, with no side over {limit} pixels, and save it; 4000 is plenty"
           "Opening such a picture takes so much memory that the computer may freeze. Pages never show pictures wider than 1600 pixels."
        wrong "photos/ban-do.png (30000 × 30000)" right "photos/ban-do.png (4000 × 4000)";
    FILE_TOO_LARGE 708 Error Error
        vi "tệp «{file}» quá nặng: {size}, tối đa {limit}" "lưu lại ảnh dạng JPG với chất lượng thấp hơn hoặc kích thước nhỏ hơn"
           "Ảnh chụp bằng điện thoại thường từ 2 đến 10 MB. Tệp nặng hơn nhiều làm chậm mọi lần dựng trang và đầy ổ đĩa của cả nhóm."
        en "the file «{file}» is too large: {size}, at most {limit}" "save the picture again as JPG with a lower quality or a smaller size"
           "A photograph from a phone usually has 2 to 10 MB. Much larger files slow down every build and fill everybody's disk."
        wrong "photos/toan-canh.jpg (72 MB)" right "photos/toan-canh.jpg (6 MB)";
    TOO_SMALL 709 Warning Warning
        vi "ảnh «{file}» chỉ rộng {width} điểm ảnh, sẽ bị mờ" "tìm bản gốc rộng từ {least} điểm ảnh trở lên (ảnh gửi qua Zalo hãy chọn «HD»)"
           "Ảnh nhỏ vẫn được dùng và không bị phóng to, nhưng trên điện thoại trông sẽ mờ. Ảnh tải từ mạng xã hội thường đã bị thu nhỏ."
        en "the picture «{file}» is only {width} pixels wide and will look blurred" "find the original, at least {least} pixels wide (when sending through Zalo, choose «HD»)"
           "A small picture is used and never enlarged, but it looks blurred on a phone. Pictures saved from social networks have usually been made smaller."
        wrong "photos/cong.jpg (320 × 240)" right "photos/cong.jpg (4000 × 3000)";
    MISSING_FILE 710 Error Error
        vi "không có tệp «{file}» trong thư mục của mục này" "chép tệp vào thư mục, hoặc sửa lại tên cho đúng từng chữ, kể cả chữ hoa, dấu và đuôi tệp"
           "Tên ghi trong entry.yaml phải đúng với tên tệp trong thư mục. Windows có thể giấu đuôi tệp: bật «Phần mở rộng tên tệp» để thấy."
        en "there is no file «{file}» in this entry's folder" "copy the file into the folder, or correct the name: it has to be exact, including capitals, marks and the extension"
           "The name in entry.yaml has to be that of the file in the folder. Windows may hide extensions: switch on «File name extensions» to see them."
        wrong "photos:\n  - file: photos/cong" right "photos:\n  - file: photos/cong.jpg";
    MISSING_FILE_NEAR 711 Error Error
        vi "không có tệp «{file}»; có phải là «{nearest}» không?" "sửa thành {nearest}"
           "Tên ghi trong entry.yaml phải đúng với tên tệp trong thư mục, từng chữ một, kể cả chữ hoa và dấu."
        en "there is no file «{file}»; did you mean «{nearest}»?" "write {nearest}"
           "The name in entry.yaml has to be exactly that of the file in the folder, including capitals and marks."
        wrong "photos:\n  - file: photos/Cong.JPG" right "photos:\n  - file: photos/cong.jpg";
    ATTACHMENT_REFUSED 712 Error Error
        vi "không đính kèm được tệp «{file}»" "chỉ đính kèm pdf, epub, mp3, m4a, vtt, csv và ảnh, với đuôi tên đúng như nội dung; tệp Word hay Excel hãy lưu thành PDF hoặc CSV; tệp ghi âm (wav, amr, ogg, 3gp…) hãy xuất thành MP3 hoặc M4A"
           "Tệp đính kèm được chép nguyên vẹn lên trang, nên chỉ nhận những loại không chạy được trên máy người xem. Đổi đuôi tên không làm đổi nội dung."
        en "the file «{file}» cannot be attached" "attach only pdf, epub, mp3, m4a, vtt, csv and pictures, with an extension that matches the content; save Word and Excel files as PDF or CSV, and recordings (wav, amr, ogg, 3gp …) as MP3 or M4A"
           "Attachments are copied to the site as they are, so only kinds that cannot run on a visitor's device are accepted. Renaming a file does not change its content."
        wrong "files:\n  - file: files/ly-lich.docx\n    rights: { status: own_work }" right "files:\n  - file: files/ly-lich.pdf\n    rights: { status: own_work }";
    IN_DRAFT 720 Warning Warning
        vi "bản nháp: {what}" "trước khi đăng: {help}"
           "Bản nháp không lên trang nên chưa phải là lỗi, nhưng khi đăng (status: published) thì chỗ này phải sửa xong."
        en "draft: {what}" "before it is published: {help}"
           "A draft does not get onto the site, so this is not an error yet; it has to be corrected before the entry is published (status: published)."
        wrong "status: draft\nphotos:\n  - file: photos/khong-co.jpg" right "status: draft\nphotos:\n  - file: photos/cong.jpg";
    UNUSED_FILE 713 Warning Warning
        vi "tệp «{file}» nằm trong thư mục nhưng không chỗ nào dùng đến" "ghi tên tệp vào entry.yaml, hoặc xóa tệp nếu không cần"
           "Chỉ những tệp được ghi tên trong entry.yaml hay trong bài viết mới lên trang. Tệp thừa thường là do quên ghi hoặc gõ sai tên."
        en "the file «{file}» is in the folder, but nothing uses it" "list it in entry.yaml, or delete it if it is not needed"
           "Only files named in entry.yaml or in a text get onto the site. An extra file usually means a forgotten line or a mistyped name."
        wrong "photos: []" right "photos:\n  - file: photos/cong.jpg";
    MISSING_ALT 714 Warning Error
        vi "ảnh «{file}» chưa có lời mô tả (alt) bằng {language}" "thêm một câu nói trong ảnh có gì, ví dụ dưới alt: viết {better}"
           "Người khiếm thị nghe lời mô tả thay cho ảnh; khi mạng yếu ảnh không tải được, ai cũng đọc nó."
        en "the picture «{file}» has no description (alt) in {language}" "add a sentence that says what can be seen, for example below alt: write {better}"
           "Blind visitors hear the description instead of the picture, and where the signal is weak everybody reads it."
        wrong "photos:\n  - file: photos/cong.jpg" right "photos:\n  - file: photos/cong.jpg\n    alt: { vi: Cổng chùa nhìn từ sân, en: The gate seen from the yard }";
    BARE_PICTURE 719 Warning Error
        vi "ảnh «{file}» mới chỉ có tên tệp: chưa có lời mô tả (alt) bằng {language}, chưa ghi ai chụp" "viết dòng ấy thành - file: {file}, rồi thêm hai dòng thẳng cột với chữ file: alt: {alts} và credit: \"…\""
           "Người khiếm thị nghe lời mô tả thay cho ảnh; khi mạng yếu ảnh không tải được, ai cũng đọc nó. Ảnh nào cũng có tác giả."
        en "the picture «{file}» has only its file name: no description (alt) in {language}, and no credit" "write the line as - file: {file}, and add two lines that begin below the word file: alt: {alts} and credit: \"…\""
           "Blind visitors hear the description instead of the picture, and where the signal is weak everybody reads it. Every picture has an author."
        wrong "photos:\n  - photos/cong.jpg" right "photos:\n  - { file: photos/cong.jpg, alt: { vi: Cổng chùa nhìn từ sân, en: The gate seen from the yard }, credit: Đoàn xã }";
    MISSING_CREDIT 715 Warning Warning
        vi "ảnh «{file}» chưa ghi ai chụp hoặc ai giữ quyền" "thêm dòng credit: và tên người chụp hoặc đơn vị, ví dụ credit: Đoàn xã"
           "Ảnh nào cũng có tác giả. Ghi tên là phép lịch sự, là nghĩa vụ theo Luật Sở hữu trí tuệ, và giúp người sau biết hỏi ai."
        en "the picture «{file}» has no credit" "add a line credit: with the photographer or the organisation that holds the rights, for example credit: Đoàn xã"
           "Every picture has an author. Naming them is courteous, is required by copyright law, and tells those who come later whom to ask."
        wrong "photos:\n  - file: photos/cong.jpg" right "photos:\n  - file: photos/cong.jpg\n    credit: Đoàn xã";
    MISSING_TRANSCRIPT 716 Warning Error
        vi "tệp âm thanh «{file}» chưa có bản chữ (transcript)" "thêm dòng transcript: và tên tệp .vtt chép lời thuyết minh"
           "Người khiếm thính, người ở chỗ ồn và máy tìm kiếm chỉ đọc được bản chữ."
        en "the sound file «{file}» has no transcript" "add a line transcript: with the name of a .vtt file that holds the spoken words"
           "Deaf visitors, people in noisy places and search engines can only use the transcript."
        wrong "audio:\n  vi: { file: audio/vi.m4a }" right "audio:\n  vi: { file: audio/vi.m4a, transcript: audio/vi.vtt }";
    LOCATION_REMOVED 717 Notice Notice
        vi "ảnh «{file}» có ghi nơi chụp (GPS); trang không mang theo thông tin này" "không cần làm gì; nếu chụp ở nhà riêng, hãy cân nhắc trước khi gửi tệp gốc cho người khác"
           "Điện thoại ghi tọa độ vào ảnh. Mọi ảnh được làm lại khi dựng trang và bỏ hết thông tin đó; chỉ tệp gốc trong thư mục còn giữ."
        en "the picture «{file}» records where it was taken (GPS); the site does not pass this on" "you need not do anything; if it was taken at somebody's home, think twice before you send the original to others"
           "Phones write coordinates into pictures. Every picture is made anew for the site, without them; only the original in the folder keeps them."
        wrong "photos/cong.jpg (GPS 21.2779, 106.0231)" right "photos/cong.jpg";
    NOT_SOUND 718 Error Error
        vi "«{file}» không phải là tệp âm thanh mp3 hoặc m4a" "xuất lại bản ghi thành mp3 hoặc m4a; ứng dụng ghi âm của điện thoại thường có sẵn lựa chọn này"
           "Trình duyệt nào cũng phát được mp3 và m4a. Các dạng khác (wav, amr, ogg, wma) quá nặng hoặc có máy không phát được."
        en "«{file}» is neither an mp3 nor an m4a sound file" "export the recording as mp3 or m4a; the recorder app on a phone usually offers this"
           "Every browser plays mp3 and m4a. Other kinds (wav, amr, ogg, wma) are too heavy, or some devices cannot play them."
        wrong "audio:\n  vi: { file: audio/vi.wav }" right "audio:\n  vi: { file: audio/vi.m4a }";
    SUBTITLES_WITHOUT_HEADER 721 Error Error
        vi "tệp lời thuyết minh «{file}» không bắt đầu bằng dòng WEBVTT" "mở tệp bằng Notepad, sửa để dòng đầu tiên chỉ có chữ WEBVTT và dòng thứ hai để trống, lưu thành «{right}» với mã UTF-8 và ghi tên ấy trong entry.yaml"
           "Lời có kèm giờ được ghi theo dạng WebVTT, nhận ra bằng dòng đầu tiên. Tệp .srt chỉ thiếu dòng ấy: thêm vào là dùng được, các dòng giờ giữ nguyên."
        en "the transcript file «{file}» does not begin with the line WEBVTT" "open the file in Notepad, make its first line the word WEBVTT and leave the second one empty, save it as «{right}» with encoding UTF-8 and write that name in entry.yaml"
           "Words with times are written in the WebVTT format, which is recognised by its first line. An .srt file only lacks that line: once it is added the file can be used, and the lines of times may stay as they are."
        wrong "00:00.000 --> 00:05.000\nXin chào." right "WEBVTT\n\n00:00.000 --> 00:05.000\nXin chào.";
    TIMES_MENDED 722 Warning Warning
        vi "dòng giờ này chưa đúng dạng; trang vẫn hiểu" "viết: {better}"
           "Dạng WebVTT ghi phút, giây và ba chữ số lẻ, giữa hai mốc giờ là mũi tên gồm hai gạch nối và một dấu lớn hơn. Chương trình khác có thể bỏ qua dòng viết khác đi."
        en "this line of times is not quite in the right form; the page understands it all the same" "write: {better}"
           "WebVTT writes minutes, seconds and three digits after the point, with an arrow of two hyphens and a greater-than sign between the two times. Other programs may skip a line that is written differently."
        wrong "WEBVTT\n\n00:05 → 00:10\nMời vào." right "WEBVTT\n\n00:05.000 --> 00:10.000\nMời vào.";
    NO_TIMED_WORDS 723 Warning Error
        vi "tệp lời thuyết minh «{file}» không có câu nào kèm giờ nên trang không có bản chữ" "dùng tệp .vtt có dòng đầu là WEBVTT và ngay trên mỗi câu một dòng giờ, ví dụ 00:00.000 --> 00:05.000; không biết giờ thì trong entry.yaml bỏ tên tệp, ghi transcript: | rồi xuống dòng, thụt vào và chép lời"
           "Bản chữ lấy từ các câu có dòng giờ phía trên. Người khiếm thính và người ở chỗ ồn chỉ đọc được bản chữ."
        en "the transcript file «{file}» has no words with times, so the page has no transcript" "use a .vtt file with WEBVTT as its first line and a line of times right above each sentence, for example 00:00.000 --> 00:05.000; if you do not know the times, delete the file name in entry.yaml, write transcript: | and put the words on the lines below, indented"
           "The transcript consists of the sentences with a line of times above them. Deaf visitors and people in noisy places can only use the text."
        wrong "WEBVTT" right "WEBVTT\n\n00:00.000 --> 00:05.000\nXin chào.";
    UNTIMED_WORDS 724 Warning Error
        vi "phần này không hiện trên trang vì không có dòng giờ đọc được: «{words}»" "ngay trên mỗi câu viết một dòng giờ, ví dụ 00:05.000 --> 00:10.000, và để một dòng trống giữa hai câu"
           "Bản chữ chỉ lấy các câu có dòng giờ ngay phía trên: phút, giây, ba chữ số lẻ, mũi tên gồm hai gạch nối và một dấu lớn hơn."
        en "this is not shown on the page, because it has no readable line of times: «{words}»" "write a line of times right above each sentence, for example 00:05.000 --> 00:10.000, and leave an empty line between two sentences"
           "The transcript takes only sentences with a line of times right above them: minutes, seconds, three digits, an arrow of two hyphens and a greater-than sign."
        wrong "WEBVTT\n\nXin chào." right "WEBVTT\n\n00:00.000 --> 00:05.000\nXin chào.";
    ATTACHMENT_MISNAMED 725 Error Error
        vi "bên trong «{file}» thật ra là {format}" "đổi tên tệp thành «{right}» và ghi tên ấy trong entry.yaml"
           "Đuôi tên tệp không khớp với nội dung. Máy của khách mở tệp theo đuôi tên, nên tệp sai đuôi có thể không mở được."
        en "the content of «{file}» is really {format}" "rename the file to «{right}» and write that name in entry.yaml"
           "The file name extension does not match the content. Visitors' devices open a file by its extension, so it may fail to open."
        wrong "audio/vi.m4a (MP3)" right "audio/vi.mp3";
}
