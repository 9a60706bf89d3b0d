//! What the command line says, in both languages.
//!
//! Entry point: [`say`]. Invariant: every sentence stands here once, Vietnamese beside English.

pub(super) use crate::diag::say;

macro_rules! sayings {
    ($($name:ident $vi:literal $en:literal;)*) => {
        $(
            #[doc = $en]
            pub(super) const $name: (&str, &str) = ($vi, $en);
        )*
        /// Every sentence, for the test.
        #[cfg(test)]
        const ALL: &[(&str, &str)] = &[$($name),*];
    };
}

sayings! {
    ABOUT "Tạo trang song ngữ tĩnh cho di tích, sản phẩm, tủ sách — mỗi trang kèm một mã QR bền lâu"
          "Makes bilingual static pages for heritage sites, products and bookcases, each with a QR code that lasts";
    BUILD "Tạo trang vào thư mục output" "Make the site into the folder output";
    CHECK "Kiểm tra toàn bộ nội dung, không ghi gì" "Check all content, write nothing";
    CODES "Sổ mã QR: liệt kê, phát hành, thu hồi, khôi phục, gộp, kiểm tra, soát ảnh biển, đếm lượt quét" "The ledger of codes: list, issue, retire, restore, merge, recover, verify, audit, stats";
    CODES_LIST "Liệt kê các mã" "List the codes";
    CODES_ISSUE "Phát hành mã để in biển; mã đã phát hành được giữ mãi mãi" "Issue codes for printing; an issued code is kept for ever";
    CODES_RETIRE "Thu hồi một mã đã phát hành; trang của mã sẽ nói rõ và chỉ sang mục kế nhiệm" "Retire an issued code; its page says so and points to the successor";
    CODES_RESTORE "Khôi phục một mã đã thu hồi" "Restore a retired code";
    CODES_MERGE "Gộp một sổ mã khác vào sổ này" "Join another ledger into this one";
    CODES_RECOVER "Lấy lại các mã đã phát hành từ codes.json của trang đã đăng" "Take issued codes back from the codes.json of a published site";
    CODES_VERIFY "Kiểm tra rằng mọi mã đã phát hành đều mở đúng trang bằng cả hai thứ tiếng, trong một thư mục hay trên trang đang chạy" "Verify that every issued code opens its page in both languages, in a folder or on the published site";
    CODES_AUDIT "Xem ảnh chụp các biển: đúng mã chưa, có bị dán đè không, còn đọc được không" "Look at photos of plates: right code, nothing pasted over, still readable";
    CODES_STATS "Đếm số lần quét mỗi mã theo tháng, từ nhật ký của máy chủ" "Count scans of each code by month, from the server's log";
    AUDIT_NONE "Không có ảnh nào (jpg, png, webp) trong {folder}." "There are no pictures (jpg, png, webp) in {folder}.";
    AUDIT_DONE "Đã xem {count} ảnh: {good} tốt, {errors} lỗi, {warnings} cảnh báo." "Looked at {count} {count:photo|photos}: {good} good, {errors} {errors:error|errors}, {warnings} {warnings:warning|warnings}.";
    STATS_DONE "{count} lượt quét của {codes} mã; {unseen} mã đã phát hành chưa ai quét; bỏ qua {programs} lượt của chương trình tự động. Không giữ lại địa chỉ nào của khách." "{count} scans of {codes} codes; {unseen} issued codes were not scanned; {programs} requests of programs are not counted. No visitor's address was kept.";
    ARG_PHOTOS "Thư mục ảnh" "Folder of photos";
    ARG_LOG "Tệp nhật ký access.log, một hay nhiều" "The log access.log, one or several";
    CODES_READ "đã vẽ và đọc lại {done}/{all} mã, còn khoảng {left}" "{done} of {all} codes drawn and read back, about {left} left";
    GLANCES_MADE "đã xem trước {done}/{all} ảnh, còn khoảng {left}" "{done} of {all} pictures have a preview, about {left} left";
    PICTURES_MADE "đã xử lý {done}/{all} ảnh, còn khoảng {left}" "{done} of {all} pictures made, about {left} left";
    EXPLAIN "Giải thích một thông báo, ví dụ: vanbia explain VB0204" "Explain a message, for example: vanbia explain VB0204";
    INIT "Tạo một trang mới trong một thư mục" "Start a new site in a folder";
    NEW "Tạo một mục mới, ví dụ: vanbia new relic \"Chùa Bổ Đà\"" "Start a new entry, for example: vanbia new relic \"Chùa Bổ Đà\"";
    ARG_ROOT "Thư mục của trang (mặc định: thư mục hiện tại)" "Folder of the site (default: the current folder)";
    ARG_OUT "Thư mục kết quả, tính từ thư mục của trang" "Output folder, from the site's folder";
    ARG_BASE_URL "Địa chỉ gốc khác với site.yaml; chỉ đổi các liên kết tuyệt đối, không đổi sổ mã" "A base address other than in site.yaml; changes absolute links, never the ledger";
    ARG_TODAY "Ngày tạo trang (năm-tháng-ngày); mặc định là hôm nay theo giờ Việt Nam" "The day of the build (year-month-day); default: today in Vietnam";
    ARG_LOCKED "Báo lỗi thay vì ghi sổ mã" "Fail instead of writing the ledger";
    ARG_RELEASE "Bản để in biển và công bố: đòi hỏi đầy đủ hơn và phát hành mã" "A version for printing and publishing: asks for more and issues codes";
    ARG_JOBS "Số luồng chạy song song" "Number of threads";
    ARG_NO_CACHE "Làm lại tất cả, không dùng những gì đã làm lần trước" "Make everything anew, using nothing made earlier";
    SIGNS "Vẽ biển có mã QR để in: một mục, một loại hay cả trang; mã được phát hành và đọc thử lại" "Draw signs with codes for printing: an entry, a kind or the whole site; codes are issued and read back";
    ARG_SIGN_KEYS "Khoá, mã hoặc tên của các mục, ví dụ relics/chua-bo-da, 735195, \"Chùa Bổ Đà\"; không ghi gì nghĩa là mọi mục, trừ các phần có mã riêng (--parts)" "Keys, codes or titles of entries, for example relics/chua-bo-da, 735195, \"Chùa Bổ Đà\"; none means every entry, without its parts (--parts)";
    ARG_SIGN_KIND "Chỉ các mục thuộc loại này, ví dụ relic, cũng có thể ghi di-tich" "Only entries of this kind, for example relic; its name on the site will do, too";
    ARG_LAYOUT "Mẫu biển: plate-a4, plate-a5, plate-a6, board, tag-a7, sticker-70x37, sticker-63x38, sticker-round-50, street, bookcase, standee, stall, payment (mã chuyển khoản), link (một liên kết), tag-gtin (nhãn có mã vạch của hàng); không ghi thì vanbia chọn theo loại mục và khoảng cách quét" "Layout: plate-a4, plate-a5, plate-a6, board, tag-a7, sticker-70x37, sticker-63x38, sticker-round-50, street, bookcase, standee, stall, payment (a code to pay by), link (one address), tag-gtin (a tag with the barcode number of goods); otherwise vanbia chooses by kind and scan distance";
    ARG_PARTS "Chỉ các phần có mã riêng của các mục đã ghi, hoặc của mọi mục: hạng mục của di tích, gian hàng của chợ (gian hàng: --layout stall)" "Only parts with codes of their own, of the entries that are named or of all: components of relics, stalls of markets (stalls: --layout stall)";
    SIGNS_LEFT_OUT "Chưa vẽ {count} phần có mã riêng, ví dụ {key}. Muốn vẽ: vanbia signs --kind {kind} {how} --to {kind}-parts.pdf" "{count} {count:part|parts} with codes of their own were not drawn, for example {key}. To draw them: vanbia signs --kind {kind} {how} --to {kind}-parts.pdf";
    ARG_TO "Tệp kết quả: .pdf để in, .svg để khắc, .png để xem (mặc định signs.pdf)" "File to make: .pdf for printing, .svg for engraving, .png to look at (default signs.pdf)";
    ARG_SIZE "Khổ biển tính bằng mi-li-mét, ví dụ 300x400" "Size of the sign in millimeters, for example 300x400";
    ARG_COPIES "Số bản của mỗi biển; mỗi bản có số riêng (mặc định 1)" "Copies of each sign, each with a number of its own (default 1)";
    ARG_INDEX "Thêm trang bảng kê các biển ở cuối tệp" "Add pages that list the signs at the end of the file";
    INDEX_TITLE "Bảng kê biển" "List of signs";
    INDEX_PAGE "Trang" "Page";
    INDEX_SERIAL "Số biển" "Number";
    INDEX_NAME "Tên" "Name";
    INDEX_LAYOUT "Mẫu" "Layout";
    INDEX_READS "Quét từ" "Scans from";
    SIGNS_MANY "Đang vẽ và đọc thử {count} biển…" "Drawing and reading back {count} signs…";
    ARG_MARKS "Thêm lề xén, dấu cắt và thước 50 mm cho nhà in" "Add bleed, crop marks and a 50 mm ruler for the printer";
    SIGNS_RULER "Thước kiểm tra: đoạn này phải dài đúng 50 mm; nếu không, in lại ở cỡ 100 %" "Check ruler: this must be 50 mm long; if not, print again at 100 %";
    SIGNS_SIZE "Khổ biển «{size}» không hợp lệ; ghi rộng x cao tính bằng mi-li-mét, ví dụ 300x400 (từ 30 đến 5000)." "The size «{size}» is not valid; write width x height in millimeters, for example 300x400 (from 30 to 5000).";
    ARG_DPI "Số điểm trên một inch của tệp .png (mặc định 300)" "Dots per inch of a .png file (default 300)";
    ARG_RELEASE_SIGNS "Đòi hỏi như bản công bố" "Ask for as much as a release";
    SIGNS_DONE "Xong: {count} trang biển trong {file}, mã nào cũng đã đọc thử lại; bảng kê cho máy đọc ở {list}; {seconds} giây." "Done: {count} pages of signs in {file}, every code read back; the list for programs is in {list}; {seconds} s.";
    SIGNS_FORM "Tên tệp «{file}» phải kết thúc bằng .pdf, .svg hoặc .png." "The file name «{file}» must end in .pdf, .svg or .png.";
    SIGNS_TRIAL "Đây chỉ là BẢN THỬ, đừng đem in: base_url chưa phải địa chỉ thật, nên mã chưa được cấp và không biển nào được ghi sổ. Ghi tên miền thật vào content/site.yaml rồi chạy lại." "This is a TRIAL only, do not print it: base_url is not a real address yet, so no code was issued and no plate recorded. Write the real domain into content/site.yaml and run this again.";
    SIGNS_NO_LAYOUT "Không có mẫu biển «{layout}».{near} Các mẫu: {known}" "There is no layout «{layout}».{near} Layouts: {known}";
    SIGNS_LAYOUT_NEAR " Có phải là «{near}»?" " Did you mean «{near}»?";
    SIGNS_NONE "Chưa có mục nào đã đăng và có mã, nên không có biển nào để vẽ." "No published entry has a code, so there is no sign to draw.";
    WATCH "Xem trang ngay trong khi viết: dựng, mở máy chủ xem thử, tự cập nhật" "See the page while you write: builds, serves, follows every change";
    ARG_PORT "Cổng của máy chủ xem thử (mặc định 4321)" "Port of the preview server (default 4321)";
    ARG_LAN "Cho điện thoại cùng mạng mở trang xem thử" "Let phones on the same network open the preview";
    ARG_OPEN "Mở trình duyệt" "Open the browser";
    ARG_POLL "Tự dò thay đổi (ổ mạng, OneDrive)" "Look for changes oneself (network drives, OneDrive)";
    WATCH_AT "Xem thử tại {url}   (hai ngôn ngữ cạnh nhau: {url}_preview/)" "Preview at {url}   (both languages side by side: {url}_preview/)";
    WATCH_SMALL "Ảnh tạm hiện ở cỡ nhỏ cho đến khi làm xong mọi cỡ." "Pictures are shown small until all their sizes are made.";
    WATCH_LAN "Điện thoại cùng mạng: {url}" "Phones on the same network: {url}";
    WATCH_NO_LAN "máy này chưa vào mạng nào, nên điện thoại chưa mở được trang" "this computer is in no network, so that phones cannot open the page";
    WATCH_END "Bấm Ctrl-C để dừng." "Ctrl-C ends it.";
    WATCH_KEPT "Trang tốt gần nhất vẫn được giữ; sửa xong, trang tự cập nhật." "The last good pages stay; they follow as soon as this is mended.";
    WATCH_WAITS "… {what}: đã lưu, sẽ hiện khi lỗi ở {file} được sửa" "… {what}: saved; it appears as soon as the mistake in {file} is mended";
    WATCH_FILES "{count} tệp" "{count} {count:file|files}";
    WATCH_ALL "cả trang" "the whole site";
    WATCH_DONE "✓ {what}: vẽ lại {pages} trang, ghi {written} tệp, xóa {removed}, {ms} ms" "✓ {what}: {pages} {pages:page|pages} made, {written} {written:file|files} written, {removed} removed, {ms} ms";
    ARG_FORMAT "Dạng kết quả: text hoặc json" "Form of the result: text or json";
    ARG_STRICT "Coi cảnh báo là lỗi" "Count warnings as errors";
    ARG_TRANSLATED "Ghi nhận rằng bản dịch của các mục này đã được xem lại" "Record that the translations of these entries have been reviewed";
    ARG_LANG "Ngôn ngữ của thông báo: vi hoặc en" "Language of messages: vi or en";
    ARG_COLOR "Màu: auto, always, never" "Color: auto, always, never";
    ARG_QUIET "Chỉ nói khi có lỗi" "Speak only of errors";
    ARG_VERBOSE "Nói nhiều hơn" "Say more";
    ARG_CODE "Mã số, khoá hoặc tên của mục, ví dụ 735195, relics/chua-bo-da, \"Chùa Bổ Đà\"" "The code, or the key or title of the entry, for example 735195, relics/chua-bo-da, \"Chùa Bổ Đà\"";
    ARG_SUCCESSOR "Khoá, tên hoặc mã của mục kế nhiệm" "Key, title or code of the succeeding entry";
    ARG_KEYS "Khoá, mã hoặc tên của các mục, ví dụ relics/chua-bo-da, 735195, \"Chùa Bổ Đà\"; không ghi gì nghĩa là tất cả" "Keys, codes or titles of entries, for example relics/chua-bo-da, 735195, \"Chùa Bổ Đà\"; none means all";
    ARG_FILE "Đường dẫn tệp" "Path of the file";
    ARG_DIR "Thư mục" "Folder";
    ARG_TARGET "Thư mục, hoặc địa chỉ của trang đang chạy" "A folder, or the address of the published site";
    ARG_MESSAGE "Mã thông báo, ví dụ VB0204" "The message code, for example VB0204";
    ARG_KIND "Loại mục, ví dụ relic, cũng có thể ghi di-tich" "The kind, for example relic; its name on the site will do, too";
    ARG_TITLE "Tên của mục" "Title of the entry";
    HELP_FLAG "In hướng dẫn này" "Print this help";
    VERSION_FLAG "In phiên bản" "Print the version";
    USAGE_HEAD "Cách dùng:" "Usage:";
    COMMANDS_HEAD "Lệnh" "Commands";
    OPTIONS_HEAD "Tuỳ chọn" "Options";
    ARGUMENTS_HEAD "Tham số" "Arguments";
    EXIT_CODES "Mã kết thúc: 0 xong · 1 nội dung có lỗi · 2 dùng sai lệnh · 3 lỗi máy, ổ đĩa hoặc quyền" "Exit codes: 0 done · 1 the content has errors · 2 wrong usage · 3 machine, disk or permission";
    FAILED "Chưa tạo trang: {errors} lỗi, {warnings} cảnh báo. Trang cũ vẫn nguyên vẹn." "Nothing was made: {errors} {errors:error|errors}, {warnings} {warnings:warning|warnings}. The old site is as it was.";
    CHECKED_DRAFTS " và {drafts} mục nháp" " and {drafts} {drafts:draft|drafts}";
    CHECKED "Đã kiểm tra {entries} mục{and_drafts}: {errors} lỗi, {warnings} cảnh báo, {missing}." "Checked {entries} {entries:entry|entries}{and_drafts}: {errors} {errors:error|errors}, {warnings} {warnings:warning|warnings}, {missing}.";
    STANDING "Không có gì thay đổi từ lần dựng trước; mọi tệp đều còn nguyên." "Nothing changed since the last build; every file stands as it was made.";
    SUMMARY "Xong: {pages} trang, {images} ảnh; mã để in biển: {issued} đã phát hành, {reserved} giữ chỗ (ngoài ra có {codes} mã QR chỉ hiện trên trang); {written} tệp ghi mới, {unchanged} giữ nguyên, {removed} gỡ bỏ; {missing}; {seconds} giây." "Done: {pages} {pages:page|pages}, {images} {images:image|images}; codes for signs: {issued} issued, {reserved} reserved (besides {codes} QR {codes:code|codes} shown on pages only); {written} {written:file|files} written, {unchanged} unchanged, {removed} removed; {missing}; {seconds} s.";
    WARNINGS "{warnings} cảnh báo." "{warnings} {warnings:warning|warnings}.";
    MISSING_IN "Thiếu bản dịch {lang}: {keys}" "Without a translation into {lang}: {keys}";
    MISSING_NONE "không thiếu bản dịch nào" "no translation missing";
    MISSING_SOME "còn thiếu bản dịch: {list}" "translations missing: {list}";
    OPEN_HINT "Mở trang: {path}" "Open the site: {path}";
    OPEN_HINT_WATCH "Xem thử trên máy này: vanbia watch{at} (trang này cần máy chủ web; nếu chỉ bấm đúp vào {path}, các liên kết sẽ không mở đúng)" "To look at the site on this computer: vanbia watch{at} (it needs a web server; after a mere double click on {path} the links do not open rightly)";
    CACHE_STUCK "không xóa được bộ nhớ đệm cũ trong {path}; hãy đóng chương trình đang mở thư mục đó rồi chạy lại" "the old cache in {path} cannot be removed; close the program that has this folder open and run again";
    LOCKED "sổ mã cần thay đổi nhưng đã có --locked; chạy lại không có --locked, xem rồi lưu content/codes.lock" "the ledger needs a change but --locked is given; run without --locked, review and commit content/codes.lock";
    CODE_NEW "mã mới {code} cho {key}" "new code {code} for {key}";
    CODE_DROPPED "bỏ mã đặt trước {code} của {key}" "reserved code {code} of {key} dropped";
    CODE_MOVED "mã {code} chuyển từ {from} sang {to}" "code {code} moved from {from} to {to}";
    CODE_ISSUED "phát hành mã {code} cho {key}" "issued code {code} for {key}";
    MEANT "«{typed}» là {key} – {title}" "«{typed}» is {key} – {title}";
    NOTHING_TO_DO "Không có gì thay đổi." "Nothing changed.";
    CODE_RETIRED "Đã thu hồi mã {code} của «{key}»: khách quét biển cũ sẽ đọc rằng mã này không còn dùng{onward}. Lỡ tay thì: vanbia codes restore {code}" "Retired code {code} of «{key}»: whoever scans the old sign reads that it is no longer used{onward}. By mistake? vanbia codes restore {code}";
    CODE_RETIRED_ONWARD ", rồi đi tiếp đến «{successor}»" " and is led on to «{successor}»";
    CODE_RETIRED_ALIVE "Mục «{key}» vẫn còn: lần dựng tới mục này nhận một mã mới, biển đang gắn thì vẫn mang mã cũ." "The entry «{key}» is still there: the next build gives it a new code, while the mounted sign keeps the old one.";
    CODE_RESTORED "Mã {code} lại mở «{key}»." "Code {code} opens «{key}» again.";
    LEDGER_WRITTEN "Đã ghi {file}." "Wrote {file}.";
    VERIFY_GOOD "Tốt: {count} mã đã phát hành đều mở đúng trang; đã xem {pages} trang và {files} tệp (giao diện, ảnh, âm thanh) mà các trang cần đến." "Good: all issued codes ({count}) open their pages; pages looked at: {pages}, files that they need (styles, pictures, sound): {files}.";
    VERIFY_BAD "Có {errors} lỗi trong {count} mã đã phát hành." "{errors} {errors:error|errors} among {count} issued {count:code|codes}.";
    VERIFY_OTHER_HOST "Lưu ý: biển in địa chỉ {printed}, còn bạn kiểm tra tại {address}." "Note: plates carry the address {printed}, while you verify {address}.";
    NO_SUCH_ENTRY "không có mục «{key}»; khóa có dạng «{near}»" "there is no entry «{key}»; keys look like «{near}»";
    NO_SUCH_MESSAGE "Không có thông báo nào mang mã {code}. Mã có dạng VB0204." "There is no message {code}. Codes look like VB0204.";
    WRONG_MARK "Sai:" "Wrong:";
    RIGHT_MARK "Đúng:" "Right:";
    CAUSE_MARK "Vì sao:" "Why:";
    HELP_MARK "Cách sửa:" "What to do:";
    CLICKED_NO_SITE "Trong thư mục này chưa có trang nào. Muốn tạo trang mới: gõ tên một thư mục (ví dụ: trang-di-tich), hoặc gõ dấu chấm «.» để tạo ngay ở đây, rồi bấm Enter. Nếu không thì chỉ cần bấm Enter. Đã có trang: chép tệp chương trình này vào cạnh thư mục content rồi bấm đúp lại." "There is no site in this folder. To start a new one, type the name of a folder (for example: our-relics), or a dot «.» to start it right here, and press Enter. To start nothing, press Enter alone. If you have a site: copy this program beside its folder content and double-click it again.";
    CLICKED_SITES "Ở đây có nhiều trang: {names}. Gõ tên thư mục muốn mở rồi bấm Enter." "There are several sites here: {names}. Type the folder to be opened and press Enter.";
    CLICKED_CLOSE "Bấm Enter để đóng cửa sổ này." "Press Enter to close this window.";
    INIT_DONE "Đã tạo trang mới trong {dir}. Bước tiếp theo: mở {dir}/content/site.yaml và ghi tên trang, tên miền; rồi chạy: vanbia watch{at}" "Started a site in {dir}. Next: open {dir}/content/site.yaml and write its name and domain; then run: vanbia watch{at}";
    INIT_EXISTS "Thư mục {dir} đã có một trang (content/site.yaml); không ghi đè gì." "The folder {dir} already holds a site (content/site.yaml); nothing was overwritten.";
    NEW_CHOICES "Ghi một trong: {choices}" "Write one of: {choices}";
    NEW_DONE "Đã tạo {dir}. Bước tiếp theo: mở {dir}/entry.yaml và điền nội dung. Xem bản nháp: chạy vanbia watch{at} rồi mở {preview}" "Made {dir}. Next: open {dir}/entry.yaml and fill it in. To see the draft: run vanbia watch{at} and open {preview}";
    NEW_EXISTS "{dir} đã có rồi; không ghi đè gì. Đặt tên khác để phân biệt." "{dir} already exists; nothing was overwritten. Choose a title that differs.";
    SIGNS_KIND_MEANT "«{typed}» là cả một loại mục, không phải một mục. Vẽ biển cho cả loại: vanbia signs --kind {kind}" "«{typed}» is a whole kind and not an entry. Draw the signs of the kind: vanbia signs --kind {kind}";
    NEW_NO_KIND "Không có loại mục «{kind}». Các loại: {known}" "There is no kind «{kind}». Kinds: {known}";
    NEW_NO_SLUG "Không tạo được tên thư mục từ «{title}». Ghi tên có chữ cái hoặc chữ số." "No folder name can be made from «{title}». Use a title with letters or digits.";
    BAD_DATE "Ngày «{value}» không hợp lệ; ghi dạng 2026-11-21." "The date «{value}» is not valid; write it like 2026-11-21.";
    LACKS "Còn thiếu: {list}." "Missing: {list}.";
    LACKS_KIND "loại mục" "the kind of entry";
    LACKS_KINDS "Các loại mục có sẵn: {known}" "Built-in kinds: {known}";
    LACKS_TITLE "tên của mục, đặt trong ngoặc kép, như trong vanbia new relic \"Chùa Bổ Đà\"" "the title of the entry in quotes, as in vanbia new relic \"Chùa Bổ Đà\"";
    LACKS_CODE "mã, khoá hoặc tên của mục, như 735195 hay relics/chua-bo-da" "the code, key or title of the entry, such as 735195 or relics/chua-bo-da";
    LACKS_DIR "tên thư mục" "the name of a folder";
    LACKS_TARGET "thư mục output, hoặc địa chỉ của trang đang chạy bắt đầu bằng https://" "the folder output, or the address of the published site with https://";
    LACKS_FILE "đường dẫn của tệp" "the path of the file";
    LACKS_PHOTOS "thư mục ảnh chụp các biển" "the folder with photos of plates";
    LACKS_LOG "tệp nhật ký access.log của máy chủ" "the server's log, access.log";
    LACKS_MESSAGE "mã của thông báo, như VB0204" "the code of the message, such as VB0204";
    BAD_USAGE "Dùng sai lệnh." "Wrong usage.";
    USAGE_HINT "Xem hướng dẫn: vanbia --help" "See the help: vanbia --help";
    FAULT "vanbia gặp lỗi bên trong và đã dừng; trang cũ vẫn nguyên vẹn. Hãy gửi dòng sau cho người bảo trì: {what}" "vanbia met an internal fault and stopped; the old site is as it was. Please send this line to the maintainers: {what}";
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<&str> {
        let mut names: Vec<_> = text
            .split('{')
            .skip(1)
            .filter_map(|p| p.split_once('}').map(|(n, _)| n.split(':').next().unwrap_or(n)))
            .collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    #[test]
    fn both_languages_name_the_same_values() {
        for (vi, en) in ALL {
            assert_eq!(names(vi), names(en), "{vi}");
            assert_ne!(vi, en);
        }
    }
}
