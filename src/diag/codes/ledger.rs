//! Message codes 06xx: the ledger of codes.
//!
//! Entry point: the constants and [`ALL`]. Invariant: see [`super`].

use crate::diag::code::codes;

codes! {
    LEDGER_CONFLICT 601 Error Error
        vi "sổ mã còn dấu xung đột do Git để lại" "xoá các dòng bắt đầu bằng <<<<<<<, ======= và >>>>>>>, giữ lại mọi dòng mã của cả hai bên, rồi chạy lại"
           "Hai máy cùng thêm mã và Git không tự ghép được. Mỗi dòng mã của cả hai bên đều cần giữ, vì mã có thể đã in. Dòng nào lặp lại thì bỏ bớt một; nếu có hai tệp riêng thì dùng `vanbia codes merge TỆP`."
        en "the ledger of codes still has the conflict marks that Git left" "delete the lines that start with <<<<<<<, ======= and >>>>>>>, keep every code line of both sides, and run again"
           "Two computers added codes and Git could not join them. Every code line of both sides must stay, because the code may be printed. Of lines that repeat, delete one; for two separate files use `vanbia codes merge FILE`."
        wrong "<<<<<<< HEAD\n735195\trelics/den-ha\treserved\thttps://DISAN.EXAMPLE/735195/\n=======\n>>>>>>> main" right "735195\trelics/den-ha\treserved\thttps://DISAN.EXAMPLE/735195/";
    LEDGER_FIRST_LINE 602 Error Error
        vi "tệp này không bắt đầu như một sổ mã" "lấy lại bản codes.lock trước đó; dòng đầu phải đúng là: # vanbia codes 1"
           "Sổ mã do vanbia ghi và là bằng chứng mã nào đã in cho mục nào. Dòng đầu cho biết đây là sổ mã; thiếu nó thì có thể tệp khác đã ghi đè lên."
        en "this file does not begin like a ledger of codes" "bring back the earlier codes.lock; its first line must read: # vanbia codes 1"
           "The ledger is kept by vanbia and is the proof of which code was printed for which entry. The first line says what the file is; without it another file may have been saved over it."
        wrong "735195\trelics/den-ha\tissued\thttps://DISAN.EXAMPLE/735195/" right "# vanbia codes 1\n735195\trelics/den-ha\tissued\thttps://DISAN.EXAMPLE/735195/";
    LEDGER_NEWER 603 Error Error
        vi "sổ mã này do một bản vanbia mới hơn ghi («{line}»)" "cập nhật vanbia trên máy này rồi chạy lại"
           "Bản vanbia trên máy này chỉ hiểu sổ mã đời 1; ghi đè lên có thể làm mất điều mà bản mới đã ghi."
        en "this ledger of codes was written by a newer vanbia («{line}»)" "update vanbia on this computer and run again"
           "The vanbia on this computer knows only the first form of the ledger; writing it could lose what the newer one has noted."
        wrong "# vanbia codes 2" right "# vanbia codes 1";
    LEDGER_LINE 604 Error Error
        vi "dòng này trong sổ mã không đủ bốn cột: mã, mục, tình trạng, địa chỉ" "lấy lại dòng này từ bản codes.lock trước đó; các cột cách nhau bằng phím Tab, không phải dấu cách"
           "Sổ mã do vanbia ghi, không cần sửa tay. Một số chương trình soạn thảo đổi phím Tab thành dấu cách và làm hỏng tệp."
        en "this line of the ledger lacks one of its four columns: code, entry, status, address" "bring the line back from the earlier codes.lock; columns are separated by a Tab, not by spaces"
           "The ledger is kept by vanbia and needs no editing by hand. Some editors turn Tabs into spaces, which breaks the file."
        wrong "735195 relics/den-ha issued https://DISAN.EXAMPLE/735195/" right "735195\trelics/den-ha\tissued\thttps://DISAN.EXAMPLE/735195/";
    LEDGER_CODE 605 Error Error
        vi "«{code}» không phải là một mã: mã có từ sáu chữ số và không bắt đầu bằng 0" "sửa lại đúng như số in trên biển, hoặc lấy lại dòng này từ bản codes.lock trước đó"
           "Mã chỉ gồm chữ số, từ sáu chữ số trở lên, chữ số đầu từ 1 đến 9."
        en "«{code}» is not a code: a code has six digits or more and does not start with 0" "correct it to the number printed on the sign, or bring the line back from the earlier codes.lock"
           "Codes consist of digits only, at least six of them, the first from 1 to 9."
        wrong "73519O\trelics/den-ha\tissued\thttps://DISAN.EXAMPLE/735195/" right "735195\trelics/den-ha\tissued\thttps://DISAN.EXAMPLE/735195/";
    LEDGER_CHECK_DIGIT 606 Error Error
        vi "mã {code} có chữ số cuối không khớp" "xem lại số in trên biển; nếu năm chữ số đầu đúng thì mã là {right}"
           "Chữ số cuối của mã được tính từ các chữ số trước để phát hiện gõ nhầm. Nếu không khớp thì một chữ số nào đó đã bị sửa."
        en "the last digit of code {code} does not fit the others" "compare with the number on the sign; if the digits before it are right, the code is {right}"
           "The last digit is worked out from the ones before it, so that slips are noticed. If it does not fit, one of the digits was changed."
        wrong "735190\trelics/den-ha\tissued\thttps://DISAN.EXAMPLE/735190/" right "735195\trelics/den-ha\tissued\thttps://DISAN.EXAMPLE/735195/";
    LEDGER_STATUS 607 Error Error
        vi "không có tình trạng «{status}»" "viết một trong ba chữ: reserved (giữ chỗ), issued (đã cấp), retired (đã thu hồi)"
           "Cột thứ ba của sổ mã cho biết mã mới giữ chỗ, đã cấp để in, hay đã thu hồi. Nếu không chắc, hãy lấy lại dòng này từ bản trước: mã đã in mà ghi nhầm là giữ chỗ thì không còn được bảo vệ."
        en "there is no status «{status}»" "write one of three words: reserved, issued, retired"
           "The third column says whether a code is only reserved, issued for printing, or retired. If unsure, bring the line back from the earlier file: a printed code that is noted as reserved is no longer protected."
        wrong "735195\trelics/den-ha\tprinted\thttps://DISAN.EXAMPLE/735195/" right "735195\trelics/den-ha\tissued\thttps://DISAN.EXAMPLE/735195/";
    LEDGER_DUPLICATE 608 Error Error
        vi "mã {code} có hai dòng trong sổ (lần đầu ở dòng {first}, cho mục «{other}»)" "giữ dòng có tình trạng issued (mã đã in) và xoá dòng kia; hai dòng giống nhau thì giữ một"
           "Một mã chỉ được mở một trang. Nếu cả hai dòng đều đã in thì phải thay một biển: hỏi người giữ sổ mã."
        en "code {code} has two lines in the ledger (first on line {first}, for «{other}»)" "keep the line whose status is issued (the printed one) and delete the other; of two equal lines keep one"
           "A code can open one page only. If both lines are printed, one sign has to be replaced: ask whoever keeps the ledger."
        wrong "735195\trelics/den-ha\tissued\thttps://DISAN.EXAMPLE/735195/\n735195\trelics/den-hung\treserved\thttps://DISAN.EXAMPLE/735195/" right "735195\trelics/den-ha\tissued\thttps://DISAN.EXAMPLE/735195/";
    RESERVED_DROPPED 610 Notice Notice
        vi "mã {code} đang giữ chỗ cho «{key}» được bỏ vì mục này không còn" "không cần làm gì; mã này chưa được cấp để in"
           "Mã giữ chỗ chưa ai in, nên mất theo mục của nó. Chỉ mã đã cấp mới được giữ mãi."
        en "code {code}, reserved for «{key}», is dropped because the entry is gone" "nothing to do; the code was never issued for printing"
           "Nobody has printed a reserved code, so it goes with its entry. Only issued codes are kept for ever."
        wrong "735195\trelics/den-ha\treserved\thttps://DISAN.EXAMPLE/735195/" right "# vanbia codes 1";
    ISSUED_ENTRY_GONE 611 Error Error
        vi "mã {code} đã in cho «{key}», nhưng mục này không còn" "nếu mục chỉ đổi tên: ghi `formerly: [{key}]` vào entry.yaml của mục mới; nếu đang là bản nháp: ghi `status: withdrawn` thay cho draft; nếu bỏ hẳn: chạy `vanbia codes retire {code}`"
           "Biển đã gắn ở di tích không sửa được, nên mã đã cấp phải luôn mở ra một trang. Mục bị xoá, đổi tên thư mục hay chuyển thành bản nháp đều làm mã chết."
        en "code {code} is printed for «{key}», but that entry is gone" "if it was only renamed: write `formerly: [{key}]` in the entry.yaml of the new one; if it is a draft now: write `status: withdrawn` instead of draft; if it is gone for good: run `vanbia codes retire {code}`"
           "A sign on a gate cannot be edited, so an issued code must always open a page. Deleting an entry, renaming its folder or making it a draft would kill the code."
        wrong "relics/den-ha/ → relics/den-ha-khu-b/" right "# relics/den-ha-khu-b/entry.yaml\nformerly: [relics/den-ha]";
    ISSUED_ENTRY_RENAMED 612 Error Error
        vi "mã {code} đã in cho «{key}», mục này không còn; có vẻ đã đổi tên thành «{new}»" "ghi `formerly: [{key}]` vào entry.yaml của «{new}»; nếu không phải mục đó: chạy `vanbia codes retire {code}`"
           "Biển đã gắn ở di tích không sửa được, nên mã đã cấp phải luôn mở ra một trang. Khi đổi tên thư mục, dòng formerly cho biết mã cũ thuộc về mục nào."
        en "code {code} is printed for «{key}», which is gone; it seems to be called «{new}» now" "write `formerly: [{key}]` in the entry.yaml of «{new}»; if that is another entry: run `vanbia codes retire {code}`"
           "A sign on a gate cannot be edited, so an issued code must always open a page. When a folder is renamed, the line formerly says where the old code belongs."
        wrong "relics/den-ha/ → relics/den-ha-khu-b/" right "# relics/den-ha-khu-b/entry.yaml\nformerly: [relics/den-ha]";
    ISSUED_PAYLOAD 613 Error Error
        vi "{count} mã đã in sẽ hỏng: mã {code} in địa chỉ {old}, nhưng base_url bây giờ cho {new}" "ghi lại base_url như cũ trong site.yaml; nếu buộc phải đổi tên miền, giữ tên miền cũ hoạt động và chuyển tiếp sang tên miền mới"
           "Địa chỉ nằm trong hình mã đã in và không sửa được. Đổi tên miền hay thư mục gốc làm mọi biển đã gắn dẫn tới chỗ trống."
        en "{count} printed codes would break: code {code} is printed as {old}, but base_url now gives {new}" "put the earlier base_url back into site.yaml; if the domain must change, keep the old one alive and let it forward to the new one"
           "The address is part of the printed picture and cannot be changed. Another domain or base folder would make every sign lead nowhere."
        wrong "base_url: https://ten-mien-moi.example/" right "base_url: https://disan.example/";
    FORMER_EXISTS 614 Error Error
        vi "«{key}» ghi tên cũ là «{former}», nhưng mục «{former}» vẫn còn" "xoá «{former}» khỏi dòng formerly của «{key}», hoặc xoá thư mục «{former}» nếu hai mục đã gộp làm một"
           "Dòng formerly nói rằng mục cũ nay mang tên mới. Nếu mục cũ vẫn còn thì không rõ mã đã in phải mở trang nào."
        en "«{key}» says it was formerly «{former}», but the entry «{former}» still exists" "remove «{former}» from the line formerly of «{key}», or delete the folder «{former}» if the two were joined"
           "The line formerly says that an old entry has a new name. While the old one exists, nobody knows which page a printed code should open."
        wrong "formerly: [relics/den-ha]   # relics/den-ha/ is still there" right "formerly: [relics/den-ha-cu]";
    FORMER_CLAIMED_TWICE 615 Error Error
        vi "«{first}» và «{second}» cùng nhận tên cũ «{former}»" "chỉ giữ «{former}» trong dòng formerly của một mục"
           "Mã đã in của mục cũ chỉ mở được một trang, nên chỉ một mục được nhận tên cũ đó."
        en "«{first}» and «{second}» both say that they were formerly «{former}»" "keep «{former}» in the line formerly of one of them only"
           "The printed code of the old entry can open one page only, so only one entry can take its name over."
        wrong "# den-ha-a: formerly: [relics/den-ha]\n# den-ha-b: formerly: [relics/den-ha]" right "# den-ha-a: formerly: [relics/den-ha]";
    SUCCESSOR_GONE 616 Warning Error
        vi "mã {code} đã thu hồi và chỉ sang «{successor}», nhưng mục này không còn" "chạy `vanbia codes retire {code} --successor MỤC` với một mục đang có, hoặc bỏ phần --successor"
           "Người quét một mã đã thu hồi được chỉ sang mục thay thế. Mục thay thế phải có thật."
        en "code {code} is retired and points on to «{successor}», which is gone" "run `vanbia codes retire {code} --successor KEY` with an entry that exists, or leave --successor out"
           "Whoever scans a retired code is pointed on to the entry that took its place. That entry has to exist."
        wrong "vanbia codes retire 735195 --successor relics/khong-con" right "vanbia codes retire 735195 --successor relics/den-hung";
    CODE_REUSED 617 Error Error
        vi "mã {code} trên trang đang chạy là của «{was}», nhưng sổ mã ghi cho «{now}»" "lấy lại codes.lock trước đó, hoặc chạy `vanbia codes recover` với thư mục hay địa chỉ của trang đang chạy; nếu mục chỉ đổi tên: ghi `formerly: [{was}]` vào «{now}»"
           "Một mã đã in không bao giờ được dùng lại cho mục khác: người quét biển cũ sẽ thấy một nơi khác."
        en "code {code} belongs to «{was}» on the published site, but the ledger gives it to «{now}»" "bring back the earlier codes.lock, or run `vanbia codes recover` with the folder or address of the published site; if the entry was only renamed: write `formerly: [{was}]` in «{now}»"
           "A printed code is never used for another entry: whoever scans the old sign would see another place."
        wrong "735195\trelics/den-hung\tissued\thttps://DISAN.EXAMPLE/735195/" right "735195\trelics/den-ha\tissued\thttps://DISAN.EXAMPLE/735195/";
    ISSUED_MISSING 618 Error Error
        vi "sổ mã thiếu {count} mã mà trang đang chạy đã cấp, ví dụ {code} cho «{key}»" "chạy `vanbia codes recover` với thư mục hay địa chỉ của trang đang chạy, hoặc lấy lại codes.lock trước đó"
           "Trang đã xuất có ghi mọi mã trong codes.json. Mã đã cấp mà sổ không còn thì sổ đã bị xoá hay lấy nhầm bản cũ; xuất tiếp sẽ làm biển đã gắn hỏng."
        en "the ledger lacks {count} codes that the published site has issued, for example {code} for «{key}»" "run `vanbia codes recover` with the folder or address of the published site, or bring back the earlier codes.lock"
           "The published site notes every code in codes.json. When the ledger lacks an issued one, it was deleted or an old copy was taken; going on would break signs that hang outside."
        wrong "# vanbia codes 1" right "# vanbia codes 1\n735195\trelics/den-ha\tissued\thttps://DISAN.EXAMPLE/735195/";
    FOLDER_RENAMED 619 Error Error
        vi "thư mục «{old}» nay mang tên «{new}», làm {count} mã đã in mất mục, ví dụ {code}" "đổi lại tên thư mục và dòng `folder: {old}` của loại mục; nếu buộc phải đổi: ghi tên cũ vào từng mục, ví dụ `formerly: [{key}]`"
           "Mã đã in gắn với thư mục và tên của mục. Địa chỉ trên trang lấy từ dòng url của loại mục, nên muốn đổi địa chỉ thì không cần đổi folder."
        en "the folder «{old}» is called «{new}» now, which takes the entries from {count} printed codes, for example {code}" "give the folder and the line `folder: {old}` of the kind their old name back; if it must change: write the old name into every entry, for example `formerly: [{key}]`"
           "A printed code belongs to the folder and name of its entry. Addresses on the site come from the line url of the kind, so folder need not change for them."
        wrong "folder: monuments" right "folder: relics";
    CODE_UNKNOWN 620 Error Error
        vi "sổ mã không có mã {code}" "xem danh sách bằng `vanbia codes list`; mã gần giống nhất: {near}"
           "Lệnh này cần một mã đang có trong codes.lock, viết đúng như in trên biển."
        en "the ledger has no code {code}" "see the list with `vanbia codes list`; the nearest one is {near}"
           "The command needs a code that stands in codes.lock, written as it is on the sign."
        wrong "vanbia codes retire 735159" right "vanbia codes retire 735195";
    CODE_NOT_ISSUED 621 Error Error
        vi "mã {code} của «{key}» mới chỉ giữ chỗ, chưa cấp, nên không cần thu hồi" "không cần làm gì; khi mục bị xoá, mã giữ chỗ tự mất theo"
           "Chỉ mã đã cấp để in mới phải thu hồi, để người quét biển cũ còn thấy lời giải thích."
        en "code {code} of «{key}» is only reserved, not issued, and need not be retired" "nothing to do; when the entry is deleted, its reserved code goes with it"
           "Only a code that was issued for printing has to be retired, so that whoever scans the old sign still finds an explanation."
        wrong "vanbia codes retire 735195" right "vanbia codes list";
    CODE_NOT_RETIRED 622 Error Error
        vi "mã {code} của «{key}» không ở tình trạng thu hồi" "không cần làm gì; mã này vẫn đang mở trang của nó"
           "Lệnh restore chỉ để bỏ việc thu hồi một mã."
        en "code {code} of «{key}» is not retired" "nothing to do; the code still opens its page"
           "The command restore only undoes the retiring of a code."
        wrong "vanbia codes restore 735195" right "vanbia codes list";
    KEY_WITHOUT_CODE 623 Error Error
        vi "không có mã nào cho «{key}»" "xem danh sách bằng `vanbia codes list`; mục gần giống nhất: {near}"
           "Mục phải có trong thư mục content, đã qua `vanbia build` và không phải bản nháp thì mới có mã."
        en "there is no code for «{key}»" "see the list with `vanbia codes list`; the nearest entry is {near}"
           "An entry has a code once it stands in the folder content, has been through `vanbia build` and is not a draft."
        wrong "vanbia codes issue relics/den-hạ" right "vanbia codes issue relics/den-ha";
    MERGE_TWO_CODES 624 Error Error
        vi "«{key}» có hai mã đã cấp: {first} trong sổ này và {second} trong sổ kia" "xem biển thật mang mã nào, rồi thu hồi mã kia trong sổ của nó bằng `vanbia codes retire` trước khi ghép"
           "Hai máy cùng cấp mã cho một mục. Máy không biết biển nào đã in, nên người phải quyết định; mã bị thu hồi vẫn dẫn tới mục này."
        en "«{key}» has two issued codes: {first} in this ledger and {second} in the other" "see which code the real sign carries, and retire the other one in its own ledger with `vanbia codes retire` before joining"
           "Two computers issued a code for one entry. No program knows which sign was printed, so a person has to decide; the retired code still leads to the entry."
        wrong "735195\trelics/den-ha\tissued\t…\n412344\trelics/den-ha\tissued\t…" right "735195\trelics/den-ha\tissued\t…\n412344\trelics/den-ha\tretired\t…";
    MERGE_TWO_KEYS 625 Error Error
        vi "mã {code} đã cấp cho «{first}» trong sổ này và cho «{second}» trong sổ kia" "xem biển thật thuộc mục nào, sửa dòng sai trong sổ của nó, rồi ghép lại; nếu mục chỉ đổi tên: ghi formerly và chạy `vanbia build` trước"
           "Một mã chỉ mở được một trang. Khi hai sổ cấp cùng một mã cho hai mục, một biển đã in phải thay."
        en "code {code} is issued for «{first}» in this ledger and for «{second}» in the other" "see which entry the real sign belongs to, correct the wrong line in its ledger, and join again; if the entry was only renamed: write formerly and run `vanbia build` first"
           "A code can open one page only. When two ledgers issued the same code for two entries, one printed sign has to be replaced."
        wrong "735195\trelics/den-ha\tissued\t…\n735195\trelics/den-hung\tissued\t…" right "735195\trelics/den-ha\tissued\t…";
    MERGE_PAYLOADS 626 Error Error
        vi "mã {code} đã in với hai địa chỉ khác nhau: {first} và {second}" "xem biển thật in địa chỉ nào, sửa dòng sai trong sổ của nó, rồi ghép lại"
           "Hai sổ được ghi dưới hai base_url khác nhau. Chỉ địa chỉ in trên biển là đúng."
        en "code {code} is printed with two different addresses: {first} and {second}" "see which address the real sign carries, correct the wrong line in its ledger, and join again"
           "The two ledgers were written under different base_url. Only the address on the sign is right."
        wrong "735195\trelics/den-ha\tissued\thttps://A.EXAMPLE/735195/\n735195\trelics/den-ha\tissued\thttps://B.EXAMPLE/735195/" right "735195\trelics/den-ha\tissued\thttps://A.EXAMPLE/735195/";
    CODES_JSON 627 Error Error
        vi "codes.json của trang đã xuất không đọc được ở chỗ: {place}" "xuất lại bằng `vanbia build`, hoặc tải lại codes.json từ trang đang chạy"
           "Tệp codes.json do vanbia ghi để kiểm tra và khôi phục sổ mã. Nó bị cắt ngang hoặc do chương trình khác ghi."
        en "codes.json of the published site cannot be read at: {place}" "make it again with `vanbia build`, or fetch codes.json again from the published site"
           "The file codes.json is written by vanbia to check and to recover the ledger. It was cut short or written by another program."
        wrong "{\"codes\": [" right "{\"form\": \"vanbia codes 1\", \"codes\": []}";
    SIGN_LACKS 630 Error Error
        vi "biển này thiếu dòng «{key}»" "thêm dòng «{key}:» cho biển này; mỗi biển cần serial (số biển), code (mã) và status (tình trạng)"
           "Sổ biển ghi mỗi tấm biển một mục. Thiếu số biển, mã hay tình trạng thì không biết biển nào đang treo ở đâu."
        en "this plate lacks the line «{key}»" "add the line «{key}:» to this plate; every plate needs serial, code and status"
           "The book of plates has one item for each plate. Without its serial, code or status nobody knows which plate hangs where."
        wrong "- code: \"735195\"" right "- serial: \"735195-1\"\n  code: \"735195\"\n  status: installed";
    SIGN_TWICE 631 Error Error
        vi "số biển «{serial}» đã có ở dòng {first}" "mỗi biển một số riêng: ghi serial: \"{next}\" cho biển này, hoặc xoá mục lặp lại"
           "Số biển cho biết đang nói về tấm nào khi một mã có nhiều biển (cổng trước, cổng sau)."
        en "the serial «{serial}» stands on line {first} already" "every plate has a number of its own: write serial: \"{next}\" here, or delete the repeated item"
           "The serial tells plates of one code apart (front gate, back gate)."
        wrong "- serial: \"735195-1\"\n- serial: \"735195-1\"" right "- serial: \"735195-1\"\n- serial: \"735195-2\"";
    SIGN_SERIAL 632 Error Error
        vi "số biển «{serial}» không hợp với mã {code}" "ghi serial: \"{next}\" (mã, dấu gạch nối, số thứ tự của biển)"
           "Số biển gồm mã và số thứ tự, để người đi kiểm tra nhìn biển là biết mã. Số khác mã là dấu hiệu chép nhầm dòng."
        en "the serial «{serial}» does not fit code {code}" "write serial: \"{next}\" (the code, a dash, the number of the plate)"
           "A serial is the code and a number, so that whoever looks at the plate knows its code. A serial of another code is a sign of a copied line."
        wrong "- serial: \"bien-cong\"\n  code: \"735195\"" right "- serial: \"735195-1\"\n  code: \"735195\"";
    SIGN_WHERE 633 Warning Warning
        vi "biển {serial} đang treo ({status}) nhưng chưa ghi «{key}»" "ghi place (treo ở đâu) và date (ngày gắn hoặc ngày kiểm tra), ví dụ: place: {vi: Cổng chính, en: Main gate}"
           "Biển có ghi chỗ treo và ngày thì lần sau đi kiểm tra mới biết tìm ở đâu, biển nào đã lâu chưa xem."
        en "plate {serial} hangs ({status}) but «{key}» is not written" "write place (where it hangs) and date (of fixing or of the last look), for example: place: {vi: Cổng chính, en: Main gate}"
           "With place and date the next round of checks knows where to look and which plate nobody has seen for long."
        wrong "status: installed\nplace:" right "status: installed\nplace: { vi: Cổng chính, en: Main gate }\ndate: 2026-11-20";
    SIGN_NO_CODE 634 Error Error
        vi "biển {serial} ghi mã {code}, nhưng đó không phải là một mã đúng" "xem lại số in trên biển; mã gần giống nhất trong sổ: {near}"
           "Chữ số cuối của mã được tính từ các chữ số trước. Số này không khớp, nên đã bị gõ nhầm."
        en "plate {serial} says code {code}, which is not a right code" "compare with the number on the plate; the nearest code of the ledger is {near}"
           "The last digit of a code is worked out from the ones before it. Here it does not fit: a digit was mistyped."
        wrong "code: \"735159\"" right "code: \"735195\"";
    SIGN_OTHER_CODE 635 Error Error
        vi "biển {serial} mang mã {code}, nhưng sổ mã không có mã này và đã cho «{key}» mã {now}" "lấy lại content/codes.lock trước đó, hoặc chạy `vanbia codes recover` với địa chỉ của trang đang chạy; đừng đổi mã của biển đã in"
           "Sổ mã bị mất hay bị xoá nên chương trình cấp mã mới. Biển đã in vẫn mang mã cũ và sẽ không mở được."
        en "plate {serial} carries code {code}, which the ledger lacks; it gave «{key}» the code {now}" "bring back the earlier content/codes.lock, or run `vanbia codes recover` with the address of the published site; a printed plate cannot change its code"
           "The ledger was lost or deleted, so new codes were made. The printed plate still carries the old one, which would not open."
        wrong "# vanbia codes 1" right "# vanbia codes 1\n735195\trelics/den-ha\tissued\thttps://DISAN.EXAMPLE/735195/";
    SIGN_CODE_GONE 636 Error Error
        vi "biển {serial} ({status}) mang mã {code}, nhưng sổ mã không có mã này" "lấy lại content/codes.lock trước đó, hoặc chạy `vanbia codes recover` với địa chỉ của trang đang chạy; biển đã tháo thì ghi status: removed"
           "Người quét biển này sẽ không mở được gì. Mã đã in không bao giờ được mất khỏi sổ."
        en "plate {serial} ({status}) carries code {code}, which the ledger lacks" "bring back the earlier content/codes.lock, or run `vanbia codes recover` with the address of the published site; for a plate that was taken down write status: removed"
           "Whoever scans this plate would find nothing. A printed code must never leave the ledger."
        wrong "# vanbia codes 1" right "# vanbia codes 1\n735195\trelics/den-ha\tissued\thttps://DISAN.EXAMPLE/735195/";
    SIGN_NOT_ISSUED 637 Error Error
        vi "biển {serial} ({status}) mang mã {code} mới chỉ giữ chỗ, chưa được bảo vệ" "chạy `vanbia codes issue {key}`; nếu biển chưa in thì ghi status: planned"
           "Mã giữ chỗ mất theo mục khi mục bị xoá hay đổi tên. Biển đã in thì mã phải được cấp, để chương trình giữ mãi."
        en "plate {serial} ({status}) carries code {code}, which is only reserved and not protected" "run `vanbia codes issue {key}`; if the plate is not printed yet, write status: planned"
           "A reserved code goes with its entry when that is deleted or renamed. Once a plate is printed the code has to be issued, so that it is kept for ever."
        wrong "status: installed   # 735195 is reserved" right "vanbia codes issue relics/den-ha";
    SIGN_RETIRED 638 Warning Warning
        vi "biển {serial} vẫn còn ({status}) nhưng mã {code} của «{key}» đã thu hồi" "tháo biển rồi ghi status: removed, hoặc chạy `vanbia codes restore {code}` nếu mục vẫn dùng"
           "Mã đã thu hồi vẫn mở, nhưng chỉ nói rằng mục này đã dừng. Biển nên được thay."
        en "plate {serial} is still out ({status}) but code {code} of «{key}» is retired" "take the plate down and write status: removed, or run `vanbia codes restore {code}` if the entry is still in use"
           "A retired code still opens, but only says that the entry has ended. The plate should be replaced."
        wrong "status: installed   # 735195 is retired" right "status: removed";
    SIGN_REUSED 639 Error Error
        vi "biển {serial} in cho «{was}», nhưng mã {code} nay thuộc về «{key}»" "nếu mục chỉ đổi tên: ghi `formerly: [{was}]` vào entry.yaml của «{key}»; nếu không: lấy lại content/codes.lock trước đó"
           "Người quét biển sẽ đọc về một nơi khác. Một mã đã in không bao giờ được trao cho mục khác."
        en "plate {serial} was printed for «{was}», but code {code} now belongs to «{key}»" "if the entry was only renamed: write `formerly: [{was}]` in the entry.yaml of «{key}»; else bring back the earlier content/codes.lock"
           "Whoever scans the plate would read about another place. A printed code is never given to another entry."
        wrong "735195\trelics/den-hung\tissued\thttps://DISAN.EXAMPLE/735195/" right "735195\trelics/den-ha\tissued\thttps://DISAN.EXAMPLE/735195/";
    SIGN_PAYLOAD 640 Error Error
        vi "biển {serial} in địa chỉ {was}, nhưng sổ mã ghi {now} cho mã {code}" "ghi lại base_url như lúc in và lấy lại content/codes.lock trước đó; nếu biển này chưa in thì xoá dòng payload của nó"
           "Địa chỉ nằm trong hình mã trên biển và không sửa được. Tên miền hay thư mục gốc đã đổi sau khi in."
        en "plate {serial} is printed with the address {was}, but the ledger says {now} for code {code}" "put back base_url as it was when the plate was printed, and the earlier content/codes.lock; if this plate is not printed yet, delete its line payload"
           "The address is part of the picture on the plate and cannot be changed. The domain or base folder changed after printing."
        wrong "payload: \"https://TEN-MIEN-CU.EXAMPLE/735195/\"" right "payload: \"https://DISAN.EXAMPLE/735195/\"";
    SIGNS_BY_HAND 641 Error Error
        vi "không thêm được biển {serial} vào sổ biển mà vẫn giữ nguyên những gì đã ghi" "viết sổ theo dạng mỗi biển một mục: dòng «signs:», rồi mỗi biển bắt đầu bằng dấu gạch đầu dòng; để danh sách ở cuối tệp"
           "Chương trình chỉ thêm mục mới vào cuối danh sách và không sửa chữ nào của bạn. Ở đây không rõ danh sách kết thúc ở đâu."
        en "plate {serial} cannot be added to the book of plates without touching what is written there" "write the book with one item for each plate: a line «signs:», then every plate begins with a dash; keep the list at the end of the file"
           "New items are only added at the end of the list; none of your words is changed. Here it is not clear where the list ends."
        wrong "signs: [{ serial: \"735195-1\", code: \"735195\", status: printed }]" right "signs:\n  - serial: \"735195-1\"\n    code: \"735195\"\n    status: printed";
    DEPLOYED_NO_PAGE 650 Error Error
        vi "mã {code} của «{key}» không mở được trên trang đang chạy: {why}" "đăng lại cả thư mục output rồi kiểm tra lại; thư mục {code} phải nằm ngay dưới gốc của trang"
           "Người quét biển sẽ thấy báo lỗi. Thường do chưa đăng bản mới, hoặc máy chủ bỏ sót thư mục chỉ có chữ số."
        en "code {code} of «{key}» does not open on the published site: {why}" "publish the whole folder output again and verify once more; the folder {code} belongs right below the site's root"
           "Whoever scans the plate sees an error. Usually the newest version was not published, or the server leaves out folders whose names are digits."
        wrong "https://disan.example/735195/ → 404" right "https://disan.example/735195/ → 200";
    DEPLOYED_NOT_LANDING 651 Error Error
        vi "địa chỉ của mã {code} («{key}») mở ra một trang khác, không phải trang của mã" "tắt việc máy chủ trả trang chủ cho mọi địa chỉ lạ, rồi đăng lại thư mục output"
           "Một số máy chủ trả về trang chủ hay trang quảng cáo thay cho trang không tìm thấy, nên nhìn qua tưởng là mở được."
        en "the address of code {code} («{key}») opens another page, not the one of the code" "stop the server from answering unknown addresses with its home page, and publish the folder output again"
           "Some servers answer what they do not have with the home page or a page of their own, so that it looks as if it opened."
        wrong "/735195/ → index.html of the site" right "/735195/ → output/735195/index.html";
    DEPLOYED_LANGUAGE 652 Error Error
        vi "trang của mã {code} («{key}») không dẫn tới bản «{lang}»" "dựng lại bằng `vanbia build` và đăng lại; nếu trang dùng giao diện riêng, xem lại landing.html"
           "Trang của mã phải dẫn tới mọi ngôn ngữ của trang, để khách nào cũng đọc được."
        en "the page of code {code} («{key}») does not lead to the «{lang}» version" "build again with `vanbia build` and publish; if the site has templates of its own, look at landing.html"
           "The page of a code leads to every language of the site, so that every visitor can read."
        wrong "<a href=\"../vi/di-tich/den-ha/\" hreflang=\"vi\">" right "<a href=\"../en/relics/den-ha/\" hreflang=\"en\">";
    DEPLOYED_LEADS_NOWHERE 653 Error Error
        vi "mã {code} («{key}»): bản «{lang}» ở {path} không mở được: {why}" "đăng lại cả thư mục output; nếu chỉ thiếu một thư mục, xem máy chủ có bỏ sót khi tải lên không"
           "Trang của mã mở được nhưng trang nội dung thì không: khách bấm vào ngôn ngữ của mình và gặp lỗi."
        en "code {code} («{key}»): the «{lang}» version at {path} does not open: {why}" "publish the whole folder output again; if a single folder is missing, see whether the upload left it out"
           "The page of the code opens, but the one behind it does not: visitors tap their language and see an error."
        wrong "/en/relics/den-ha/ → 404" right "/en/relics/den-ha/ → 200";
    DEPLOYED_OTHER_PAGE 654 Error Error
        vi "mã {code}: bản «{lang}» ở {path} không phải trang của «{key}»" "dựng lại và đăng cả thư mục output, xoá các tệp cũ trên máy chủ"
           "Trang ấy không mang mã của mục, hoặc không đúng ngôn ngữ. Thường do tệp của bản cũ còn lại, hoặc máy chủ trả trang chủ cho mọi địa chỉ lạ."
        en "code {code}: the «{lang}» version at {path} is not the page of «{key}»" "build again, publish the whole folder output and remove old files from the server"
           "That page does not carry the entry's code, or is in another language. Old files may be left, or the server answers unknown addresses with its home page."
        wrong "/en/relics/den-ha/ → home page" right "/en/relics/den-ha/ → the page of relics/den-ha";
    DEPLOYED_ELSEWHERE 655 Error Error
        vi "mã {code} của «{key}» bị chuyển sang trang khác: {to}" "bỏ lệnh chuyển hướng trên máy chủ, hoặc kiểm tra tại địa chỉ mới nếu bạn cố ý chuyển"
           "Người quét biển bị đưa ra khỏi trang của bạn. Tên miền hết hạn hoặc bị chiếm cũng trông như vậy."
        en "code {code} of «{key}» is sent on to another site: {to}" "remove the redirect on the server, or verify the new address if you moved on purpose"
           "Whoever scans the plate is taken away from your site. A domain that ran out or was taken over looks like this, too."
        wrong "/735195/ → https://parking.example/" right "/735195/ → 200";
    DEPLOYED_OLDER 656 Error Error
        vi "trang đang chạy không biết mã {code} của «{key}» (và {count} mã trong sổ)" "đăng lại thư mục output mới nhất trước khi gắn biển"
           "Sổ mã trên máy bạn có mã đã cấp mà codes.json của trang đang chạy chưa có: bản đăng cũ hơn sổ."
        en "the published site does not know code {code} of «{key}» ({count} codes of the ledger in all)" "publish the newest folder output before plates are put up"
           "Your ledger has issued codes that codes.json of the published site lacks: what is published is older."
        wrong "codes.json of last month" right "vanbia build --release, then publish output";
    FETCH_FAILED 657 Error Error
        vi "không hỏi được {address}: {why}" "xem lại địa chỉ và đường mạng, mở thử bằng trình duyệt, rồi chạy lại"
           "Chương trình chỉ hỏi đúng trang bạn ghi trong lệnh. Mạng của cơ quan có thể chặn; tên miền có thể gõ nhầm hay hết hạn."
        en "{address} cannot be asked: {why}" "check the address and the network, try it in a browser, and run again"
           "Only the site that you name is asked. An office network may block it; a domain may be mistyped or have run out."
        wrong "vanbia codes verify https://disan.exmaple/" right "vanbia codes verify https://disan.example/";
    DEPLOYED_NO_PLACE 659 Warning Warning
        vi "mã {code} của «{key}»: trang {path} không có chỗ «{id}» để mở đúng phần" "dựng lại bằng `vanbia build`; nếu trang dùng giao diện riêng, thêm id=\"{id}\" vào phần ấy"
           "Mã của hạng mục hay gian hàng phải mở đúng phần của nó, không phải đầu trang."
        en "code {code} of «{key}»: the page {path} has no place «{id}» to open at" "build again with `vanbia build`; if the site has templates of its own, put id=\"{id}\" on that part"
           "The code of a component or stall opens at its own place, not at the top of the page."
        wrong "<li>Giếng</li>" right "<li id=\"gieng\">Giếng</li>";
    AUDIT_UNREADABLE_PLATE 660 Error Error
        vi "không đọc được mã nào trong ảnh của biển {serial}" "chụp lại gần hơn, đủ sáng, không chói; nếu tận mắt quét cũng không được thì biển đã hỏng: in lại biển này"
           "Biển có thể bị phai, trầy, bẩn hoặc bị che; hoặc ảnh mờ, chói, chụp quá xa."
        en "no code can be read in the photo of plate {serial}" "take it again from nearer, in good light, without glare; if a phone in front of the plate cannot scan it either, the plate is spoilt: print it again"
           "The plate may be faded, scratched, dirty or covered; or the photo is blurred, taken against the light or from too far."
        wrong "IMG_2031.jpg" right "IMG_2032.jpg";
    AUDIT_WRONG_PLATE 661 Error Error
        vi "biển {serial} phải mang mã {wanted} của «{entry}», nhưng ảnh cho thấy mã {code} của «{key}»" "xem biển có bị gắn nhầm chỗ không; nếu chỉ ghi nhầm ảnh thì sửa dòng photo trong content/signs.yaml"
           "Hai biển bị gắn đổi chỗ, hoặc ảnh được ghi cho nhầm biển."
        en "plate {serial} should carry code {wanted} of «{entry}», but the photo shows code {code} of «{key}»" "see whether the plates were put up in each other's place; if only the photo is noted wrongly, correct the line photo in content/signs.yaml"
           "Two plates hang in each other's place, or the photo was noted for the wrong plate."
        wrong "735195-1: photo: IMG_2031.jpg" right "735195-1: photo: IMG_2032.jpg";
    AUDIT_PASTED_OVER 662 Error Error
        vi "trong ảnh của biển {serial} không có mã của ta mà có mã lạ: {text}" "đến xem ngay: có thể ai đó dán đè mã lên biển. Bóc ra, chụp ảnh, báo ban quản lý và công an nếu mã dẫn tới trang lừa đảo; đừng mở địa chỉ ấy"
           "Dán đè mã QR là cách lừa đảo thường gặp: người quét tưởng đang mở trang của di tích."
        en "the photo of plate {serial} has not our code but a foreign one: {text}" "go and look at once: somebody may have pasted a code over the plate. Peel it off, keep a photo, tell the management and, where it leads to a fraud, the police; do not open that address"
           "Pasting codes over codes is a common fraud: whoever scans believes to open the page of the place."
        wrong "https://la.example/735195/" right "https://DISAN.EXAMPLE/735195/";
    AUDIT_FOREIGN 663 Warning Warning
        vi "trong ảnh có mã không phải của trang này: {text}" "xem mã ấy là của ai; nếu không rõ hoặc dán sát biển của ta thì bóc ra"
           "Có thể chỉ là mã của cửa hàng bên cạnh, cũng có thể là mã dán để lừa."
        en "the photo has a code that is not of this site: {text}" "see whose it is; if nobody knows, or it sticks next to our plate, take it off"
           "It may be just the shop next door, or a code that was pasted there to deceive."
        wrong "https://la.example/" right "https://DISAN.EXAMPLE/735195/";
    AUDIT_FOREIGN_PAYMENT 664 Error Error
        vi "trong ảnh có mã chuyển khoản không phải của trang này: tài khoản {account} ({bank})" "hỏi ngay người bán hay ban quản lý: nếu không phải tài khoản của họ thì bóc ra và báo công an; nếu đúng thì ghi vào mục payment của trang"
           "Dán đè mã chuyển khoản để chiếm tiền là cách lừa đảo thường gặp ở quầy hàng và hòm công đức."
        en "the photo has a payment code that is not of this site: account {account} ({bank})" "ask the seller or the management at once: if it is not their account, take it off and tell the police; if it is, write it under payment on the site"
           "Payment codes pasted over real ones, to take the money, are a common fraud at stalls and donation boxes."
        wrong "payment: another account" right "payment: { bank: Vietcombank, account: \"0123456789\", holder: HTX CHE, consent: true }";
    AUDIT_RETIRED 665 Warning Warning
        vi "biển trong ảnh mang mã {code} của «{key}» đã thu hồi" "tháo biển và ghi status: removed trong content/signs.yaml, hoặc chạy `vanbia codes restore {code}`"
           "Mã đã thu hồi vẫn mở nhưng chỉ nói rằng mục đã dừng."
        en "the plate in the photo carries code {code} of «{key}», which is retired" "take it down and write status: removed in content/signs.yaml, or run `vanbia codes restore {code}`"
           "A retired code still opens, but only says that the entry has ended."
        wrong "735195 is retired" right "status: removed";
    AUDIT_UNREADABLE 666 Warning Warning
        vi "không đọc được mã nào trong ảnh" "bỏ ảnh này ra nếu không phải ảnh biển; nếu phải thì chụp lại gần hơn, đủ sáng"
           "Ảnh không có biển, hoặc mờ, chói, quá xa, hoặc biển đã hỏng."
        en "no code can be read in the photo" "leave it out if it shows no plate; else take it again from nearer and in good light"
           "There is no plate in it, or it is blurred, against the light, too far away, or the plate is spoilt."
        wrong "IMG_2031.jpg" right "735195-1.jpg";
    AUDIT_NOT_ISSUED 667 Error Error
        vi "biển trong ảnh mang mã {code} của «{key}» mới chỉ giữ chỗ" "chạy `vanbia codes issue {key}` để mã được giữ mãi, rồi ghi biển vào content/signs.yaml"
           "Biển đã treo thì mã phải được cấp; mã giữ chỗ mất theo mục khi mục bị xoá hay đổi tên."
        en "the plate in the photo carries code {code} of «{key}», which is only reserved" "run `vanbia codes issue {key}`, so that the code is kept for ever, and note the plate in content/signs.yaml"
           "Once a plate hangs its code has to be issued; a reserved one goes with its entry."
        wrong "735195 is reserved" right "vanbia codes issue relics/den-ha";
    AUDIT_NOT_SEEN 668 Warning Warning
        vi "biển {serial} đang treo nhưng không có ảnh nào cho thấy mã {code}" "chụp biển này trong lần đi tới, đặt tên ảnh là {serial}.jpg; nếu biển đã tháo thì ghi status: removed"
           "Sổ biển ghi biển này đang treo. Chưa ai chụp được nó trong lần kiểm tra này."
        en "plate {serial} hangs, but no photo shows code {code}" "photograph it on the next round and name the picture {serial}.jpg; if it was taken down, write status: removed"
           "The book says that this plate hangs. Nobody has photographed it this time."
        wrong "status: installed" right "735195-1.jpg";
    AUDIT_NO_PHOTO 669 Error Error
        vi "không mở được tệp ảnh này: {why}" "chép lại ảnh từ điện thoại hay thẻ nhớ rồi chạy lại"
           "Tệp bị khoá, bị xoá giữa chừng, hoặc ổ đĩa có lỗi."
        en "this photo cannot be opened: {why}" "copy it again from the phone or card and run once more"
           "The file is locked, was removed meanwhile, or the disk has a fault."
        wrong "IMG_2031.jpg" right "IMG_2031.jpg";
    LOG_PACKED 670 Error Error
        vi "tệp nhật ký này đã nén" "giải nén trước (gunzip access.log.gz, hay chuột phải → Giải nén), rồi chạy lại với tệp access.log"
           "Máy chủ hay nén nhật ký cũ thành .gz."
        en "this log is compressed" "unpack it first (gunzip access.log.gz, or right-click → Extract) and run again with the file access.log"
           "Servers compress old logs to .gz."
        wrong "vanbia codes stats access.log.gz" right "vanbia codes stats access.log";
    LOG_STRANGE 671 Warning Warning
        vi "{strange} trong {lines} dòng không phải nhật ký dạng common hay combined" "xem lại tệp; với Caddy hay máy chủ ghi dạng JSON, hãy bật nhật ký dạng combined"
           "Lệnh này hiểu hai dạng nhật ký thông dụng của Apache và nginx. Vài dòng lạ là bình thường; nhiều dòng lạ nghĩa là sai dạng."
        en "{strange} of {lines} lines are no lines of a log in the common or combined format" "look at the file; where the server writes JSON (Caddy), switch on a log in the combined format"
           "This command understands the two usual formats of Apache and nginx. A few odd lines are normal; many mean another format."
        wrong "{\"level\":\"info\"}" right "203.0.113.9 - - [22/Nov/2026:10:00:00 +0700] \"GET /735195/ HTTP/1.1\" 200 2300";
}
