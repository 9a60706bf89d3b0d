//! Message codes 09xx: writing, the machine and usage.
//!
//! Entry point: the constants and [`ALL`]. Invariant: see [`super`]. Numbers 901 to 929 belong to the writer.

use crate::diag::code::codes;

codes! {
    OUTPUT_HOLDS_PROJECT 901 Error Error
        vi "thư mục xuất «{path}» chính là thư mục dự án, hoặc chứa thư mục dự án bên trong" "chọn một thư mục riêng cho trang web, ví dụ: --out output"
           "Trang web được ghi vào thư mục xuất. Nếu thư mục ấy cũng là nơi để bài viết và ảnh gốc thì hai thứ sẽ lẫn vào nhau."
        en "the output folder «{path}» is the project folder, or contains it" "choose a separate folder for the site, for example: --out output"
           "The site is written into the output folder. If texts and original photos were kept there too, the two would get mixed up."
        wrong "vanbia build --out ." right "vanbia build --out output";
    OUTPUT_HOLDS_CONTENT 902 Error Error
        vi "thư mục xuất «{path}» trùng hoặc lồng với thư mục nội dung" "chọn một thư mục nằm ngoài thư mục nội dung, ví dụ: --out output"
           "Nếu trang web nằm lẫn với bài viết, lần dựng sau sẽ đọc nhầm trang web thành bài viết."
        en "the output folder «{path}» is the content folder, or one lies inside the other" "choose a folder outside the content folder, for example: --out output"
           "If the site lay among the texts, the next build would read the site as if it were content."
        wrong "vanbia build --out content" right "vanbia build --out output";
    OUTPUT_IS_HOME 903 Error Error
        vi "thư mục xuất «{path}» là thư mục cá nhân của bạn hoặc gốc của ổ đĩa" "chọn một thư mục riêng cho trang web, ví dụ: --out output"
           "Không bao giờ ghi trang web thẳng vào gốc ổ đĩa hay thư mục cá nhân, vì ở đó có nhiều thứ không phải của trang web."
        en "the output folder «{path}» is your home folder or the root of a disk" "choose a separate folder for the site, for example: --out output"
           "A site is never written straight into the root of a disk or a home folder, where many other things are kept."
        wrong "vanbia build --out /" right "vanbia build --out output";
    OUTPUT_FOREIGN 904 Error Error
        vi "thư mục xuất «{path}» đã có sẵn những tệp không do vanbia tạo ra, ví dụ «{file}»" "nếu đó là trang đã dựng, chép từ máy khác mà thiếu thư mục ẩn .vanbia: đổi tên nó, ví dụ thành «{path}-cu», rồi chạy lại; nếu không phải: ghi sau --out tên một thư mục chưa có"
           "Để không làm mất tệp của ai, vanbia chỉ ghi vào thư mục trống, thư mục mới, hoặc thư mục mà chính nó đã ghi lần trước."
        en "the output folder «{path}» already holds files that vanbia did not make, for example «{file}»" "if it is a built site that was copied without its hidden folder .vanbia: rename it, for example to «{path}-old», and run the command again; if not: give the name of a folder that does not exist yet after --out"
           "So that nobody loses a file, vanbia writes only into an empty folder, a new one, or one that it has written to before."
        wrong "vanbia build --out Documents" right "vanbia build --out output";
    OUTPUT_NOT_FOLDER 905 Error Error
        vi "«{path}» không phải là một thư mục, nên không ghi trang web vào đó được" "xóa hoặc đổi tên «{path}», hoặc chọn thư mục khác, ví dụ: --out output"
           "Nơi ghi trang web phải là một thư mục thật, không phải tệp hay lối tắt."
        en "«{path}» is not a folder, so no site can be written into it" "remove or rename «{path}», or choose another folder, for example: --out output"
           "The place for the site has to be a real folder, not a file or a shortcut."
        wrong "vanbia build --out site.zip" right "vanbia build --out output";
    LOCK_HELD 906 Error Error
        vi "một lệnh vanbia khác đang ghi vào «{path}» ({who})" "chờ lệnh kia xong, hoặc đóng cửa sổ đang chạy «vanbia watch», rồi chạy lại"
           "Mỗi thư mục xuất chỉ có một lệnh được ghi vào mỗi lúc, để hai trang web không lẫn vào nhau. Khóa tự mở khi lệnh kia kết thúc; không cần xóa gì."
        en "another vanbia command is writing into «{path}» ({who})" "wait for it to finish, or close the window that runs «vanbia watch», then run the command again"
           "Only one command at a time writes into an output folder, so that two sites never mix. The lock opens by itself when the other command ends; nothing needs to be deleted."
        wrong "vanbia watch\nvanbia build" right "vanbia build";
    FOREIGN_FILE 907 Error Error
        vi "tệp «{file}» trong thư mục xuất không do vanbia ghi, hoặc đã bị ai đó sửa" "chép tệp ấy ra chỗ khác nếu còn cần, xóa nó khỏi thư mục xuất, rồi chạy lại"
           "Trang web cần ghi đúng vào chỗ tệp này, nhưng nội dung của nó không phải do vanbia ghi lần trước. Không tệp nào của người khác bị ghi đè, nên cần bạn quyết định. Muốn sửa trang thì sửa trong thư mục nội dung."
        en "the file «{file}» in the output folder was not written by vanbia, or somebody edited it" "copy it elsewhere if you still need it, delete it from the output folder, then run the command again"
           "The site needs this very place, but the file there is not what vanbia wrote last time. vanbia never overwrites somebody else's file, so the decision is yours. To change a page, change it in the content folder."
        wrong "output/vi/index.html" right "content/pages/about/vi.md";
    FOREIGN_LINK 908 Error Error
        vi "«{file}» trong thư mục xuất là một lối tắt trỏ sang chỗ khác" "xóa lối tắt ấy khỏi thư mục xuất rồi chạy lại"
           "vanbia không bao giờ ghi qua một lối tắt, vì có thể ghi nhầm vào một thư mục ở nơi khác."
        en "«{file}» in the output folder is a shortcut that points elsewhere" "delete that shortcut from the output folder, then run the command again"
           "vanbia never writes through a shortcut, since that could change a folder somewhere else."
        wrong "output/media -> /home/photos" right "output/media/";
    EDITED_KEPT 909 Warning Warning
        vi "tệp «{file}» trong thư mục xuất không còn thuộc trang web, nhưng đã bị sửa bằng tay nên được giữ lại" "tự xóa tệp ấy nếu không cần nữa"
           "Khi một trang không còn, vanbia xóa các tệp của nó. Tệp nào đã bị sửa bằng tay thì không bị xóa, để không ai mất việc đã làm; nhưng nó vẫn hiện trên trang web."
        en "the file «{file}» in the output folder no longer belongs to the site, but was edited by hand and is kept" "delete it yourself if it is not needed"
           "When a page no longer exists, vanbia deletes its files. A file that was edited by hand is not deleted, so that nobody loses work; but visitors can still open it."
        wrong "output/vi/di-tich/den-ha/index.html" right "content/relics/den-ha/vi.md";
    BAD_NAME 910 Error Error
        vi "tên «{name}» trong đường dẫn «{path}» không dùng được trên mọi máy" "đổi tên: chỉ dùng chữ không dấu, chữ số, dấu gạch nối và dấu chấm, ví dụ: anh-cong-den.jpg"
           "Tên tệp phải mở được cả trên Windows lẫn máy chủ: không có < > : \" | ? * \\, không kết thúc bằng dấu chấm hay dấu cách, không phải .., .git, và không phải tên dành riêng của Windows như con, aux, nul, com1."
        en "the name «{name}» in the path «{path}» cannot be used on every computer" "rename it: use only letters without marks, digits, hyphens and dots, for example: anh-cong-den.jpg"
           "A file name has to work on Windows and on servers: no < > : \" | ? * \\, no dot or space at the end, not .., not .git, and none of the names that Windows keeps for itself, such as con, aux, nul or com1."
        wrong "static/aux.png" right "static/so-do.png";
    PATH_TOO_LONG 911 Error Error
        vi "đường dẫn «{path}» dài {length} ký tự, quá {limit}" "đặt tên thư mục và tên tệp ngắn lại"
           "Windows và nhiều máy chủ không mở được tệp có đường dẫn quá dài."
        en "the path «{path}» is {length} characters long, more than {limit}" "give the folder and the file shorter names"
           "Windows and many servers cannot open a file whose path is too long."
        wrong "relics/ngoi-chua-co-ten-rat-dai-va-con-dai-nua/" right "relics/chua-bo-da/";
    PATHS_COLLIDE 912 Error Error
        vi "hai đường dẫn «{path}» và «{other}» chỉ khác nhau ở chữ hoa, chữ thường hoặc cách gõ dấu" "đổi một trong hai tên cho khác hẳn"
           "Trên Windows và macOS hai tên như vậy là một, nên tệp này sẽ đè lên tệp kia."
        en "the two paths «{path}» and «{other}» differ only in capitals or in how the marks are typed" "give one of them a clearly different name"
           "On Windows and macOS two such names are one and the same, so one file would replace the other."
        wrong "static/Logo.png\nstatic/logo.png" right "static/logo-tinh.png\nstatic/logo.png";
    FILE_AND_FOLDER 913 Error Error
        vi "«{path}» vừa phải là một tệp, vừa phải là thư mục chứa «{other}»" "đổi tên một trong hai"
           "Ở cùng một chỗ không thể vừa có tệp vừa có thư mục cùng tên."
        en "«{path}» would have to be a file and also the folder of «{other}»" "rename one of the two"
           "A file and a folder of the same name cannot be in the same place."
        wrong "static/vi" right "static/vi.txt";
    WRITTEN_TWICE 914 Error Error
        vi "hai nguồn khác nhau cùng ghi vào tệp «{path}»" "đổi tên một trong hai: xem trong thư mục static và tên các bài viết"
           "Mỗi tệp của trang web chỉ có một nguồn. Nếu có hai nguồn thì một sẽ mất mà không ai hay."
        en "two different sources would be written to the file «{path}»" "rename one of them: look in the folder static and at the names of the entries"
           "Each file of the site has a single source. With two, one would be lost and nobody would notice."
        wrong "static/robots.txt" right "static/robots-cu.txt";
    DISK_FULL 920 Error Error
        vi "ổ đĩa đã đầy, không ghi được «{path}»" "dọn bớt ổ đĩa (thùng rác, ảnh cũ) rồi chạy lại; trang web cũ vẫn còn nguyên"
           "Trang mới được ghi ra bên cạnh trang cũ rồi mới thay vào, nên cần chỗ trống bằng phần thay đổi. Khi hết chỗ, không có gì của trang cũ bị đụng tới."
        en "the disk is full, «{path}» could not be written" "free some space (recycle bin, old photos) and run the command again; the old site is untouched"
           "The new pages are written beside the old ones and put in place afterwards, so there has to be space for whatever changes. If it runs out, nothing of the old site has been touched."
        wrong "0 KB" right "500 MB";
    READ_ONLY 921 Error Error
        vi "nơi chứa «{path}» chỉ cho đọc, không cho ghi" "chép dự án sang một ổ đĩa ghi được (không phải đĩa CD, USB đã khóa), hoặc chọn thư mục khác bằng --out"
           "Ổ đĩa này được gắn ở chế độ chỉ đọc, thường là USB có khóa hoặc thư mục chia sẻ."
        en "the place of «{path}» is read-only" "copy the project to a disk that can be written to (not a CD or a locked USB stick), or choose another folder with --out"
           "This disk is attached as read-only; often it is a locked USB stick or a shared folder."
        wrong "vanbia build --out /media/cdrom" right "vanbia build --out output";
    NO_PERMISSION 922 Error Error
        vi "máy không cho phép ghi «{path}»" "kiểm tra xem bạn có quyền ghi thư mục này không, hoặc chọn thư mục khác bằng --out; trang web cũ vẫn còn nguyên"
           "Thư mục hoặc tệp này thuộc về người dùng khác, hoặc đã được đặt là không cho sửa."
        en "the computer does not allow «{path}» to be written" "check whether you may write to this folder, or choose another one with --out; the old site is untouched"
           "This folder or file belongs to another user, or has been set as read-only."
        wrong "vanbia build --out /usr/share" right "vanbia build --out output";
    FILE_IN_USE 923 Error Error
        vi "tệp «{path}» đang được một chương trình khác giữ" "đóng chương trình đang mở tệp ấy (trình duyệt, OneDrive, phần mềm diệt vi-rút) rồi chạy lại"
           "Trên Windows, tệp đang mở không thay được. vanbia đã thử lại trong hai giây mà tệp vẫn bị giữ."
        en "the file «{path}» is in use by another program" "close the program that has it open (browser, OneDrive, virus scanner) and run the command again"
           "On Windows a file that is open cannot be replaced. vanbia kept trying for two seconds, and the file was still in use."
        wrong "output/vi/index.html" right "output/vi/index.html";
    WRITE_FAILED 924 Error Error
        vi "không ghi được «{path}»; máy báo: {detail}" "xem ổ đĩa có còn cắm chắc không rồi chạy lại; lần chạy sau sẽ tự dọn phần dở dang"
           "Máy báo một lỗi khi ghi tệp. Phần ghi dở được để riêng, lần chạy sau sẽ hoàn tất hoặc bỏ đi."
        en "«{path}» could not be written; the computer says: {detail}" "check that the disk is still firmly connected and run the command again; the next run tidies up what was left half done"
           "The computer reported an error while writing. What was half written is kept apart, and the next run completes or discards it."
        wrong "output/" right "output/";
    WATCH_LIMIT 930 Notice Notice
        vi "máy này không cho theo dõi nhiều thư mục đến thế, nên vanbia tự xem lại các tệp theo chu kỳ; trang vẫn đúng, chỉ hiện chậm hơn vài giây" "cứ làm việc tiếp; muốn trang hiện ngay thì nhờ người quản máy nâng giới hạn fs.inotify.max_user_watches"
           "Hệ điều hành chỉ báo thay đổi cho một số thư mục nhất định, tính chung cho mọi chương trình đang chạy. Khi hết chỗ, vanbia không dừng mà tự xem từng tệp."
        en "this computer does not allow so many folders to be watched, so vanbia looks through the files itself every now and then; pages stay correct but appear a few seconds later" "simply carry on working; to see pages at once, ask whoever looks after the computer to raise fs.inotify.max_user_watches"
           "The system reports changes for a limited number of folders, shared by all running programs. When the limit is reached, vanbia does not stop but looks at each file itself."
        wrong "fs.inotify.max_user_watches = 8192" right "fs.inotify.max_user_watches = 524288";
    WATCH_NO_EVENTS 931 Notice Notice
        vi "thư mục này nằm trên ổ chia sẻ hoặc ổ mạng ({kind}), nơi không báo khi tệp thay đổi, nên vanbia tự xem lại các tệp theo chu kỳ" "cứ làm việc tiếp; muốn trang hiện ngay thì chép dự án vào ổ đĩa của chính máy này"
           "Ổ mạng, thư mục của máy Windows nhìn từ WSL và thư mục chia sẻ của máy ảo không báo thay đổi do máy khác gây ra. Tự xem từng tệp thì không sót, chỉ chậm hơn vài giây."
        en "this folder is on a shared or network drive ({kind}), which does not report when files change, so vanbia looks through the files itself every now and then" "simply carry on working; to see pages at once, copy the project to a disk of this computer"
           "Network drives, folders of Windows seen from WSL and folders shared with a virtual machine do not report what others change. Looking at each file misses nothing; it only takes a few seconds longer."
        wrong "/mnt/c/Users/Lan/di-tich" right "/home/lan/di-tich";
    WATCH_FAILED 932 Notice Notice
        vi "máy không theo dõi được thư mục ({detail}), nên vanbia tự xem lại các tệp theo chu kỳ; trang vẫn đúng, chỉ hiện chậm hơn vài giây" "cứ làm việc tiếp; nếu muốn trang hiện ngay thì tắt vanbia rồi mở lại"
           "Hệ điều hành từ chối báo thay đổi. Vì vậy vanbia không chờ báo nữa mà tự xem từng tệp."
        en "this computer cannot watch the folder ({detail}), so vanbia looks through the files itself every now and then; pages stay correct but appear a few seconds later" "simply carry on working; to see pages at once, stop vanbia and start it again"
           "The system refuses to report changes, so vanbia no longer waits for reports and looks at each file instead."
        wrong "vanbia watch" right "vanbia watch --poll";
}
