//! Message codes 06xx: the ledger of codes.
//!
//! Entry point: the constants and [`ALL`]. Invariant: see [`super`].

use crate::diag::code::codes;

// Plates, published sites, photos and logs have a file of their own; callers need not know.
pub use super::plates::*;

codes! {
    LEDGER_CONFLICT 601 Error Error
        vi "sổ mã còn dấu xung đột do Git để lại" "xóa các dòng bắt đầu bằng <<<<<<<, ======= và >>>>>>>, giữ lại mọi dòng mã của cả hai bên, rồi chạy lại lệnh"
           "Hai máy cùng thêm mã và Git không tự ghép được. Mỗi dòng mã của cả hai bên đều cần giữ, vì mã có thể đã in. Dòng nào lặp lại thì bỏ bớt một; nếu có hai tệp riêng thì dùng `vanbia codes merge TỆP`."
        en "the ledger of codes still has the conflict marks that Git left" "delete the lines that start with <<<<<<<, ======= and >>>>>>>, keep every code line of both sides, and run the command again"
           "Two computers added codes and Git could not merge them. Every code line of both sides must stay, because the code may already be printed. Of two identical lines, delete one; for two separate files, use `vanbia codes merge FILE`."
        wrong "<<<<<<< HEAD\n735195\trelics/den-ha\treserved\thttps://DISAN.EXAMPLE/735195/\n=======\n>>>>>>> main" right "735195\trelics/den-ha\treserved\thttps://DISAN.EXAMPLE/735195/";
    LEDGER_FIRST_LINE 602 Error Error
        vi "tệp này không bắt đầu như một sổ mã" "nếu bạn đưa tệp này cho `vanbia codes merge`: ghi đường dẫn của một tệp codes.lock; nếu đây là codes.lock của trang: lấy lại bản trước đó, không còn thì chạy `vanbia codes recover output`; dòng đầu phải đúng là: # vanbia codes 1"
           "Sổ mã do vanbia ghi và là bằng chứng mã nào đã in cho mục nào. Dòng đầu cho biết đây là sổ mã; thiếu nó thì có thể tệp khác đã ghi đè lên."
        en "this file does not begin like a ledger of codes" "if you gave this file to `vanbia codes merge`: give the path of a codes.lock instead; if this is the site's codes.lock: restore an earlier copy, or if there is none run `vanbia codes recover output`; the first line must read: # vanbia codes 1"
           "vanbia keeps the ledger, and it is the proof of which code was printed for which entry. The first line says what the file is; if it is missing, another file may have been saved over it."
        wrong "735195\trelics/den-ha\tissued\thttps://DISAN.EXAMPLE/735195/" right "# vanbia codes 1\n735195\trelics/den-ha\tissued\thttps://DISAN.EXAMPLE/735195/";
    LEDGER_NEWER 603 Error Error
        vi "sổ mã này do một bản vanbia mới hơn ghi («{line}»)" "cập nhật vanbia trên máy này rồi chạy lại"
           "Bản vanbia trên máy này chỉ hiểu sổ mã đời 1; ghi đè lên có thể làm mất điều mà bản mới đã ghi."
        en "this ledger of codes was written by a newer vanbia («{line}»)" "update vanbia on this computer and run the command again"
           "The vanbia on this computer understands only version 1 of the ledger; writing to it could lose what the newer vanbia has recorded."
        wrong "# vanbia codes 2" right "# vanbia codes 1";
    LEDGER_LINE 604 Error Error
        vi "dòng này trong sổ mã không đủ bốn cột: mã, mục, tình trạng, địa chỉ" "lấy lại dòng này từ bản codes.lock trước đó (các cột cách nhau bằng phím Tab, không phải dấu cách); không còn bản nào thì chạy `vanbia codes recover output`"
           "Sổ mã do vanbia ghi, không cần sửa tay. Một số chương trình soạn thảo đổi phím Tab thành dấu cách và làm hỏng tệp."
        en "this line of the ledger lacks one of its four columns: code, entry, status, address" "restore this line from an earlier codes.lock (columns are separated by a Tab, not by spaces); if there is none, run `vanbia codes recover output`"
           "vanbia keeps the ledger; it needs no editing by hand. Some editors turn Tabs into spaces, which breaks the file."
        wrong "735195 relics/den-ha issued https://DISAN.EXAMPLE/735195/" right "735195\trelics/den-ha\tissued\thttps://DISAN.EXAMPLE/735195/";
    LEDGER_CODE 605 Error Error
        vi "«{code}» không phải là một mã: mã có từ sáu chữ số và không bắt đầu bằng 0" "sửa lại đúng như số in trên biển, hoặc lấy lại dòng này từ bản codes.lock trước đó"
           "Mã chỉ gồm chữ số, từ sáu chữ số trở lên, chữ số đầu từ 1 đến 9."
        en "«{code}» is not a code: a code has six digits or more and does not start with 0" "correct it to the number printed on the sign, or restore this line from an earlier codes.lock"
           "Codes consist of digits only, at least six of them, the first from 1 to 9."
        wrong "73519O\trelics/den-ha\tissued\thttps://DISAN.EXAMPLE/735195/" right "735195\trelics/den-ha\tissued\thttps://DISAN.EXAMPLE/735195/";
    LEDGER_CHECK_DIGIT 606 Error Error
        vi "mã {code} có chữ số cuối không khớp" "xem lại số in trên biển; nếu các chữ số phía trước đều đúng thì mã là {right}"
           "Chữ số cuối của mã được tính từ các chữ số trước để phát hiện gõ nhầm. Nếu không khớp thì một chữ số nào đó đã bị sửa."
        en "the last digit of code {code} does not match the others" "compare it with the number on the sign; if the digits before it are right, the code is {right}"
           "The last digit is worked out from the ones before it, so that typing mistakes are noticed. If it does not match, one of the digits has been changed."
        wrong "735190\trelics/den-ha\tissued\thttps://DISAN.EXAMPLE/735190/" right "735195\trelics/den-ha\tissued\thttps://DISAN.EXAMPLE/735195/";
    LEDGER_STATUS 607 Error Error
        vi "không có tình trạng «{status}»" "viết một trong ba chữ: reserved (giữ chỗ), issued (đã cấp), retired (đã thu hồi)"
           "Cột thứ ba của sổ mã cho biết mã mới giữ chỗ, đã cấp để in, hay đã thu hồi. Nếu không chắc, hãy lấy lại dòng này từ bản trước: mã đã in mà ghi nhầm là giữ chỗ thì không còn được bảo vệ."
        en "there is no status «{status}»" "write one of three words: reserved, issued, retired"
           "The third column says whether a code is only reserved, issued for printing, or retired. If you are not sure, restore this line from an earlier file: a printed code marked as reserved is no longer protected."
        wrong "735195\trelics/den-ha\tprinted\thttps://DISAN.EXAMPLE/735195/" right "735195\trelics/den-ha\tissued\thttps://DISAN.EXAMPLE/735195/";
    LEDGER_DUPLICATE 608 Error Error
        vi "mã {code} có hai dòng trong sổ (lần đầu ở dòng {first}, cho mục «{other}»)" "giữ dòng có tình trạng issued (mã đã in) và xóa dòng kia; hai dòng giống nhau thì giữ một"
           "Một mã chỉ được mở một trang. Nếu cả hai dòng đều đã in thì phải thay một biển: hỏi người giữ sổ mã."
        en "code {code} has two lines in the ledger (first on line {first}, for «{other}»)" "keep the line whose status is issued (the printed one) and delete the other; of two identical lines keep one"
           "A code can open one page only. If both have been printed, one sign has to be replaced: ask whoever looks after the ledger."
        wrong "735195\trelics/den-ha\tissued\thttps://DISAN.EXAMPLE/735195/\n735195\trelics/den-hung\treserved\thttps://DISAN.EXAMPLE/735195/" right "735195\trelics/den-ha\tissued\thttps://DISAN.EXAMPLE/735195/";
    RESERVED_DROPPED 610 Notice Notice
        vi "mã {code} đang giữ chỗ cho «{key}» được bỏ vì mục này không còn" "không cần làm gì; mã này chưa được cấp để in"
           "Mã giữ chỗ chưa ai in, nên mất theo mục của nó. Chỉ mã đã cấp mới được giữ mãi."
        en "code {code}, reserved for «{key}», is dropped because the entry is gone" "you need not do anything; the code was never issued for printing"
           "Nobody has printed a reserved code, so it goes with its entry. Only issued codes are kept for ever."
        wrong "735195\trelics/den-ha\treserved\thttps://DISAN.EXAMPLE/735195/" right "# vanbia codes 1";
    ISSUED_ENTRY_GONE 611 Error Error
        vi "mã {code} đã in cho «{key}», nhưng mục này không còn" "nếu lỡ xóa: chép lại thư mục content/{entry} từ Thùng rác hay bản lưu; nếu mục chỉ đổi tên: ghi `formerly: [{entry}]` vào entry.yaml của mục mới; chỉ khi bỏ hẳn mới chạy `vanbia codes retire {code}`"
           "Biển đã gắn ở di tích không sửa được, nên mã đã cấp phải luôn mở ra một trang. Mục bị xóa hay đổi tên thư mục làm mã chết."
        en "code {code} was printed for «{key}», but that entry no longer exists" "if it was deleted by mistake: copy the folder content/{entry} back from the recycle bin or a backup; if it was only renamed: write `formerly: [{entry}]` in the entry.yaml of the new one; only if it is gone for good: run `vanbia codes retire {code}`"
           "A sign on a gate cannot be edited, so an issued code must always open a page. Deleting an entry or renaming its folder would leave the code dead."
        wrong "relics/den-ha/ → relics/den-ha-khu-b/" right "# relics/den-ha-khu-b/entry.yaml\nformerly: [relics/den-ha]";
    ISSUED_ENTRY_RENAMED 612 Error Error
        vi "mã {code} đã in cho «{key}», mục này không còn; có vẻ đã đổi tên thành «{new}»" "ghi `formerly: [{entry}]` vào entry.yaml của «{new}»; nếu không phải mục đó: chạy `vanbia codes retire {code}`"
           "Biển đã gắn ở di tích không sửa được, nên mã đã cấp phải luôn mở ra một trang. Khi đổi tên thư mục, dòng formerly cho biết mã cũ thuộc về mục nào."
        en "code {code} was printed for «{key}», which no longer exists; it seems to be called «{new}» now" "write `formerly: [{entry}]` in the entry.yaml of «{new}»; if that is another entry: run `vanbia codes retire {code}`"
           "A sign on a gate cannot be edited, so an issued code must always open a page. When a folder is renamed, the line formerly says which entry the old code belongs to."
        wrong "relics/den-ha/ → relics/den-ha-khu-b/" right "# relics/den-ha-khu-b/entry.yaml\nformerly: [relics/den-ha]";
    ISSUED_PAYLOAD 613 Error Error
        vi "{count} mã đã in sẽ không mở được: mã {code} in địa chỉ {old}, nhưng base_url bây giờ cho {new}" "ghi lại base_url như cũ trong site.yaml; nếu buộc phải đổi tên miền: giữ tên miền cũ hoạt động, cho nó chuyển tiếp sang tên miền mới, rồi trong site.yaml ghi (thay dòng cũ nếu đã có): former_base_urls: {was}"
           "Địa chỉ nằm trong hình mã đã in và không sửa được. Đổi tên miền hay thư mục gốc làm mọi biển đã gắn dẫn tới chỗ trống."
        en "printed codes that would stop working: {count}; code {code} is printed as {old}, but base_url now gives {new}" "put the earlier base_url back into site.yaml; if the domain must change: keep the old one alive, have it forward to the new one, and write in site.yaml (replacing that line if it is already there): former_base_urls: {was}"
           "The address is part of the printed picture and cannot be changed. Another domain or base folder would make every sign lead nowhere."
        wrong "base_url: https://ten-mien-moi.example/" right "base_url: https://ten-mien-moi.example/\nformer_base_urls: [\"https://disan.example/\"]";
    ISSUED_PAYLOAD_OPTION 675 Error Error
        vi "{count} mã đã in sẽ không mở được: mã {code} in địa chỉ {old}, nhưng --base-url trong lệnh lại cho {new}" "bỏ --base-url {given} khỏi lệnh rồi chạy lại, để trang dùng địa chỉ {own} ghi trong site.yaml; để xem thử ở nơi khác, dùng vanbia watch"
           "Địa chỉ nằm trong hình mã đã in. Trang dựng cho một địa chỉ khác sẽ có mã không khớp với biển. Nếu tên miền thật sự thay đổi thì sửa base_url trong site.yaml, không sửa bằng lệnh."
        en "printed codes that would stop working: {count}; code {code} is printed as {old}, but the option --base-url in the command gives {new}" "leave out --base-url {given} and run the command again, so that the site uses the address {own} from site.yaml; to preview it somewhere else, use vanbia watch"
           "The address is part of the printed picture. A site built for another address has codes that differ from those on the signs. If the domain really changes, change base_url in site.yaml, not in the command."
        wrong "vanbia build --base-url https://ten-mien-moi.example/" right "vanbia build";
    FORMER_EXISTS 614 Error Error
        vi "«{key}» ghi tên cũ là «{former}», nhưng mục «{former}» vẫn còn" "xóa «{former}» khỏi dòng formerly của «{key}», hoặc xóa thư mục «{former}» nếu hai mục đã ghép làm một"
           "Dòng formerly nói rằng mục cũ nay mang tên mới. Nếu mục cũ vẫn còn thì không rõ mã đã in phải mở trang nào."
        en "«{key}» says it was formerly «{former}», but the entry «{former}» still exists" "remove «{former}» from the line formerly of «{key}», or delete the folder «{former}» if the two have been merged"
           "The line formerly says that an old entry has a new name. While the old one exists, nobody knows which page a printed code should open."
        wrong "formerly: [relics/den-ha]   # ⟦relics/den-ha/ vẫn còn|relics/den-ha/ is still there⟧" right "formerly: [relics/den-ha-cu]";
    FORMER_CLAIMED_TWICE 615 Error Error
        vi "«{first}» và «{second}» cùng nhận tên cũ «{former}»" "chỉ giữ «{former}» trong dòng formerly của một mục"
           "Mã đã in của mục cũ chỉ mở được một trang, nên chỉ một mục được nhận tên cũ đó."
        en "«{first}» and «{second}» both say that they were formerly «{former}»" "keep «{former}» in the line formerly of one of them only"
           "The printed code of the old entry can open one page only, so only one entry can take over its name."
        wrong "# den-ha-a: formerly: [relics/den-ha]\n# den-ha-b: formerly: [relics/den-ha]" right "# den-ha-a: formerly: [relics/den-ha]";
    SUCCESSOR_GONE 616 Warning Error
        vi "mã {code} đã thu hồi và chỉ sang «{successor}», nhưng mục này không còn" "chạy `vanbia codes retire {code} --successor MỤC` với một mục đang có, hoặc chỉ `vanbia codes retire {code}` để thôi chỉ sang"
           "Người quét một mã đã thu hồi được chỉ sang mục thay thế. Mục thay thế phải có thật."
        en "code {code} is retired and leads on to «{successor}», which no longer exists" "run `vanbia codes retire {code} --successor KEY` with an entry that exists, or only `vanbia codes retire {code}` to lead nowhere"
           "Whoever scans a retired code is led on to the entry that took its place. That entry has to exist."
        wrong "vanbia codes retire 735195 --successor relics/khong-con" right "vanbia codes retire 735195 --successor relics/den-hung";
    CODE_REUSED 617 Error Error
        vi "mã {code} trên trang đang chạy là của «{was}», nhưng sổ mã ghi cho «{now}»" "lấy lại codes.lock trước đó, hoặc chạy `vanbia codes recover` với thư mục hay địa chỉ của trang đang chạy; nếu mục chỉ đổi tên: ghi `formerly: [{was}]` vào «{now}»"
           "Một mã đã in không bao giờ được dùng lại cho mục khác: người quét biển cũ sẽ thấy một nơi khác."
        en "code {code} belongs to «{was}» on the published site, but the ledger gives it to «{now}»" "restore the earlier codes.lock, or run `vanbia codes recover` with the folder or address of the published site; if the entry was only renamed: write `formerly: [{was}]` in «{now}»"
           "A printed code is never used again for another entry: whoever scans the old sign would see a different place."
        wrong "735195\trelics/den-hung\tissued\thttps://DISAN.EXAMPLE/735195/" right "735195\trelics/den-ha\tissued\thttps://DISAN.EXAMPLE/735195/";
    ISSUED_MISSING 618 Error Error
        vi "sổ mã thiếu {count} mã mà trang đang chạy đã cấp, ví dụ {code} cho «{key}»" "chạy `vanbia codes recover {from}`, hoặc lấy lại codes.lock trước đó"
           "Trang đã đăng ghi mọi mã trong codes.json. Mã đã cấp mà sổ không còn thì sổ đã bị xóa hay bị thay bằng bản cũ; dựng tiếp thì biển đã gắn sẽ không mở được."
        en "the published site has issued codes that the ledger lacks: {count}, for example {code} for «{key}»" "run `vanbia codes recover {from}`, or restore the earlier codes.lock"
           "The published site lists every code in codes.json. If the ledger lacks an issued one, the ledger was deleted or replaced by an old copy; going on would break the signs that hang outside."
        wrong "# vanbia codes 1" right "# vanbia codes 1\n735195\trelics/den-ha\tissued\thttps://DISAN.EXAMPLE/735195/";
    FOLDER_RENAMED 619 Error Error
        vi "thư mục «{old}» nay mang tên «{new}», nên {count} mã đã in không còn tìm thấy mục của mình, ví dụ {code}" "đổi lại tên thư mục và dòng `folder: {old}` của loại mục; nếu buộc phải đổi: ghi tên cũ vào từng mục, ví dụ `formerly: [{key}]`"
           "Mã đã in gắn với thư mục và tên của mục. Địa chỉ trên trang lấy từ dòng url của loại mục, nên muốn đổi địa chỉ thì không cần đổi folder."
        en "the folder «{old}» is now called «{new}», so printed codes lose their entries: {count}, for example {code}" "give the folder and the line `folder: {old}` of the kind their old name back; if it must change: write the old name in every entry, for example `formerly: [{key}]`"
           "A printed code belongs to the folder and name of its entry. Addresses on the site come from the line url of the kind, so folder need not change for them."
        wrong "folder: monuments" right "folder: relics";
    CODE_UNKNOWN 620 Error Error
        vi "sổ mã không có mã {code}" "xem lại số in trên biển, hoặc xem danh sách bằng `vanbia codes list`; cũng có thể ghi khóa hay tên của mục thay cho mã"
           "Lệnh này cần một mã đang có trong codes.lock, viết đúng như in trên biển."
        en "the ledger has no code {code}" "compare it with the number on the sign, or see the list with `vanbia codes list`; you may also write the key or the title of the entry instead of the code"
           "The command needs a code that is in codes.lock, written as it is on the sign."
        wrong "vanbia codes retire 735159" right "vanbia codes retire 735195";
    CODE_NOT_ISSUED 621 Error Error
        vi "mã {code} của «{key}» mới chỉ giữ chỗ, chưa cấp, nên không cần thu hồi" "không cần làm gì; khi mục bị xóa, mã giữ chỗ tự mất theo"
           "Chỉ mã đã cấp để in mới phải thu hồi, để người quét biển cũ còn thấy lời giải thích."
        en "code {code} of «{key}» is only reserved, not issued, so it need not be retired" "you need not do anything; when the entry is deleted, its reserved code goes with it"
           "Only a code that was issued for printing has to be retired, so that whoever scans the old sign still finds an explanation."
        wrong "vanbia codes retire 735195" right "vanbia codes list";
    CODE_NOT_RETIRED 622 Error Error
        vi "mã {code} của «{key}» không ở tình trạng thu hồi" "không cần làm gì; mã này vẫn đang mở trang của nó"
           "Lệnh restore chỉ để bỏ việc thu hồi một mã."
        en "code {code} of «{key}» is not retired" "you need not do anything; the code still opens its page"
           "The command restore only undoes the retiring of a code."
        wrong "vanbia codes restore 735195" right "vanbia codes list";
    KEY_WITHOUT_CODE 623 Error Error
        vi "không có mã nào cho «{key}»" "xem danh sách bằng `vanbia codes list`, rồi ghi mã, khóa hoặc tên đúng như trong đó"
           "Mục phải có trong thư mục content, thuộc loại có mã, và không phải bản nháp thì mới có mã. Một mục gọi được bằng mã, bằng khóa (relics/den-ha) hay bằng tên (\"Đền Hạ\")."
        en "there is no code for «{key}»" "see the list with `vanbia codes list`, and write the code, the key or the title as it is there"
           "An entry has a code if it is in the folder content, its kind has codes, and it is not a draft. It can be named by its code, its key (relics/den-ha) or its title (\"Đền Hạ\")."
        wrong "vanbia codes issue relics/den-hạ" right "vanbia codes issue relics/den-ha";
    MERGE_TWO_CODES 624 Error Error
        vi "«{key}» có hai mã đã cấp: {first} trong sổ này và {second} trong sổ kia" "xem biển thật mang mã nào, rồi thu hồi mã kia trong sổ của nó bằng `vanbia codes retire` trước khi ghép"
           "Hai máy cùng cấp mã cho một mục. Máy không biết biển nào đã in, nên người phải quyết định; mã bị thu hồi vẫn dẫn tới mục này."
        en "«{key}» has two issued codes: {first} in this ledger and {second} in the other" "see which code the real sign carries, and retire the other one in its own ledger with `vanbia codes retire` before merging"
           "Two computers issued a code for the same entry. No program knows which sign was printed, so a person has to decide; the retired code still leads to the entry."
        wrong "735195\trelics/den-ha\tissued\t…\n412344\trelics/den-ha\tissued\t…" right "735195\trelics/den-ha\tissued\t…\n412344\trelics/den-ha\tretired\t…";
    MERGE_TWO_KEYS 625 Error Error
        vi "mã {code} đã cấp cho «{first}» trong sổ này và cho «{second}» trong sổ kia" "xem biển thật thuộc mục nào, sửa dòng sai trong sổ của nó, rồi ghép lại; nếu mục chỉ đổi tên: ghi formerly và chạy `vanbia build` trước"
           "Một mã chỉ mở được một trang. Khi hai sổ cấp cùng một mã cho hai mục, một biển đã in phải thay."
        en "code {code} is issued for «{first}» in this ledger and for «{second}» in the other" "see which entry the real sign belongs to, correct the wrong line in its ledger, and merge again; if the entry was only renamed: write formerly and run `vanbia build` first"
           "A code can open one page only. If two ledgers issued the same code for two entries, one printed sign has to be replaced."
        wrong "735195\trelics/den-ha\tissued\t…\n735195\trelics/den-hung\tissued\t…" right "735195\trelics/den-ha\tissued\t…";
    MERGE_PAYLOADS 626 Error Error
        vi "mã {code} đã in với hai địa chỉ khác nhau: {first} và {second}" "xem biển thật in địa chỉ nào, sửa dòng sai trong sổ của nó, rồi ghép lại"
           "Hai sổ được ghi dưới hai base_url khác nhau. Chỉ địa chỉ in trên biển là đúng."
        en "code {code} is printed with two different addresses: {first} and {second}" "see which address the real sign carries, correct the wrong line in its ledger, and merge again"
           "The two ledgers were written under different values of base_url. Only the address on the sign is right."
        wrong "735195\trelics/den-ha\tissued\thttps://A.EXAMPLE/735195/\n735195\trelics/den-ha\tissued\thttps://B.EXAMPLE/735195/" right "735195\trelics/den-ha\tissued\thttps://A.EXAMPLE/735195/";
    CODES_JSON 627 Error Error
        vi "không đọc được codes.json của trang đã dựng, ở chỗ: {place}" "dựng lại bằng `vanbia build`, hoặc tải lại codes.json từ trang đang chạy"
           "Tệp codes.json do vanbia ghi để kiểm tra và khôi phục sổ mã. Nó bị cắt ngang hoặc do chương trình khác ghi."
        en "codes.json of the built site cannot be read at: {place}" "build it again with `vanbia build`, or download codes.json again from the published site"
           "vanbia writes codes.json to check and to recover the ledger. This one was cut short or written by another program."
        wrong "{\"codes\": [" right "{\"form\": \"vanbia codes 1\", \"codes\": []}";
    CODE_UNKNOWN_NEAR 628 Error Error
        vi "sổ mã không có mã {code}" "có phải là {near} của «{key}»? Nếu đúng, ghi {near} rồi chạy lại; nếu không, xem danh sách bằng `vanbia codes list`"
           "Một chữ số bị gõ nhầm, thừa, thiếu hay đổi chỗ. Mã được viết đúng như in trên biển; chương trình không tự chọn mã khác thay bạn."
        en "the ledger has no code {code}" "is it {near} of «{key}»? If so, write {near} and run again; if not, see the list with `vanbia codes list`"
           "A digit was mistyped, left out, doubled or swapped. Write the code as it is on the sign; the program never chooses another code for you."
        wrong "vanbia codes retire 735159" right "vanbia codes retire 735195";
    KEY_WITHOUT_CODE_NEAR 629 Error Error
        vi "không có mã nào cho «{key}»" "có phải là {near}? Nếu đúng, ghi như vậy rồi chạy lại; nếu không, xem danh sách bằng `vanbia codes list`"
           "Không có mục nào mang đúng mã, khóa hay tên này; mục được nêu chỉ là gần giống, và chương trình không tự chọn thay bạn."
        en "there is no code for «{key}»" "is it {near}? If so, write that and run again; if not, see the list with `vanbia codes list`"
           "No entry has exactly this code, key or title; the one named is only similar, and the program never chooses for you."
        wrong "vanbia codes issue relics/den-ho" right "vanbia codes issue relics/den-ha";
    TITLE_OF_SEVERAL 642 Error Error
        vi "«{title}» là tên của {count} mục: {keys}" "ghi khóa của mục bạn muốn thay cho tên, ví dụ {key}"
           "Nhiều mục hay nhiều phần có thể cùng tên; khóa (tên thư mục) thì chỉ của một mục."
        en "«{title}» is the title of {count} entries: {keys}" "write the key of the one you mean instead of the title, for example {key}"
           "Several entries or parts may have the same title; a key (the folder name) belongs to only one."
        wrong "vanbia codes issue \"Chùa Cả\"" right "vanbia codes issue relics/chua-ca";
    CODES_OF_ENTRY 643 Error Error
        vi "«{key}» có {count} mã như vậy: {codes}" "ghi mã in trên biển mà bạn muốn nói tới, ví dụ {code}"
           "Một mục đã đổi tên hay ghép với mục khác có thể giữ nhiều mã đã in. Lệnh này chỉ làm với một mã."
        en "«{key}» has {count} such codes: {codes}" "write the code on the sign you mean, for example {code}"
           "An entry that was renamed or merged with another may keep several printed codes. This command works with one of them."
        wrong "vanbia codes retire relics/den-ha" right "vanbia codes retire 735195";
    NO_CODE_FOR_DRAFT 644 Error Error
        vi "mục «{key}» còn là bản nháp, nên chưa có mã" "đổi status thành published trong {file} rồi chạy lại"
           "Bản nháp chưa lên trang nên chưa có gì để mã mở ra."
        en "the entry «{key}» is a draft and has no code yet" "change its status to published in {file} and run the command again"
           "A draft is not on the site, so there is nothing for a code to open."
        wrong "status: draft" right "status: published";
    NO_CODE_FOR_WITHDRAWN 645 Error Error
        vi "mục «{key}» đã rút khỏi trang (status: withdrawn), nên không có biển mới" "nếu mục hoạt động trở lại: đổi status thành published trong {file} rồi chạy lại; biển đang gắn thì không cần làm gì"
           "Mã đã in của một mục đã rút vẫn mở ra lời giải thích, nhưng không in thêm biển và không cấp mã mới cho nó."
        en "the entry «{key}» is withdrawn (status: withdrawn), so there are no new signs for it" "if it is open again: change its status to published in {file} and run the command again; nothing needs doing about signs that hang already"
           "The printed code of a withdrawn entry still opens an explanation, but no more signs are printed and no new codes are issued for it."
        wrong "status: withdrawn" right "status: published";
    LEDGER_SEPARATORS 649 Error Error
        vi "{count} dòng trong sổ mã không còn phím Tab giữa các cột, bắt đầu từ dòng này" "lấy lại bản codes.lock trước đó; đừng mở rồi lưu tệp này bằng Excel hay chương trình đổi phím Tab thành dấu cách"
           "Sổ mã do vanbia ghi, mỗi cột cách nhau bằng phím Tab. Excel và một số chương trình soạn thảo đổi mọi phím Tab thành dấu cách, dấu phẩy hay dấu chấm phẩy khi lưu."
        en "lines of the ledger that have lost the Tabs between their columns, from this one on: {count}" "restore the earlier codes.lock; do not open and save this file with Excel or an editor that turns Tabs into spaces"
           "vanbia keeps the ledger, with a Tab between columns. Excel and some editors turn all Tabs into spaces, commas or semicolons when they save."
        wrong "735195 relics/den-ha issued https://DISAN.EXAMPLE/735195/" right "735195\trelics/den-ha\tissued\thttps://DISAN.EXAMPLE/735195/";
    ISSUED_ENTRY_DRAFT 646 Error Error
        vi "mã {code} đã in cho «{key}», nhưng mục này đang là bản nháp (status: draft)" "ghi `status: published` để mục lên trang, hoặc `status: withdrawn` nếu tạm thời chưa cho xem: mã vẫn mở ra lời giải thích"
           "Biển đã gắn không sửa được, nên mã đã cấp phải luôn mở ra một trang, mà bản nháp thì không có trang. Mục đã rút (withdrawn) không hiện bài và ảnh, nhưng mã của nó vẫn mở."
        en "code {code} was printed for «{key}», but that entry is a draft (status: draft)" "write `status: published` to show it, or `status: withdrawn` to take it down for now: its code still opens an explanation"
           "A sign that hangs cannot be edited, so an issued code must always open a page, and a draft has none. A withdrawn entry shows neither text nor pictures, but its code still opens."
        wrong "status: draft" right "status: withdrawn";
    ISSUED_PART_GONE 647 Error Error
        vi "mã {code} đã in cho phần «{part}» của «{entry}», nhưng mục này không còn phần nào mang id đó{now}" "ghi lại `id: {part}` cho phần ấy trong {file} (muốn đổi tên hiển thị thì đổi dòng title hay name); nếu phần ấy bỏ hẳn: chạy `vanbia codes retire {code}`{onward}"
           "Mã của một gian hàng hay hạng mục gắn với id của nó. Khách không thấy id, nên đã in mã rồi thì không cần đổi và không được đổi."
        en "code {code} was printed for the part «{part}» of «{entry}», but none of its parts has that id any more{now}" "give that part its `id: {part}` back in {file} (to show another name, change its title or name); if the part is gone for good: run `vanbia codes retire {code}`{onward}"
           "The code of a stall or a component belongs to its id. Visitors never see the id, so once the code is printed it need not and must not change."
        wrong "- id: gian-hai" right "- id: gian-2";
    FORMER_PART 648 Error Error
        vi "dòng formerly của «{key}» ghi «{former}», là một phần của một mục chứ không phải một mục" "xóa «{former}» khỏi dòng formerly; nếu phần ấy đổi id: ghi lại id cũ cho nó, mã của nó tự theo{onward}"
           "Dòng formerly ghi tên cũ của cả mục. Ghi một phần (có dấu #) vào đó sẽ chuyển mã đã in của một gian hàng sang cả chợ."
        en "the line formerly of «{key}» says «{former}», which is a part of an entry, not an entry" "remove «{former}» from the line formerly; if that part has another id now: give it back its old one, and its code follows{onward}"
           "The line formerly holds old names of a whole entry. A part (with #) in it would hand the printed code of one stall to the whole market."
        wrong "formerly: [markets/cho-mau#gian-2]" right "- id: gian-2";
    MERGE_RETIRED 677 Warning Warning
        vi "mã {code} («{key}») đang dùng trong sổ này, nhưng đã thu hồi trong sổ kia; sau khi ghép, mã đã thu hồi" "nếu sổ kia là bản cũ và mã vẫn đang dùng: chạy `vanbia codes restore {code}`; nếu mã bị thu hồi thật thì không cần làm gì"
           "Sổ mã không ghi ngày, nên máy không biết sổ nào mới hơn. Mã đã thu hồi không mất: biển vẫn mở ra một trang và `codes restore` đưa mã trở lại."
        en "code {code} («{key}») is in use in this ledger and retired in the other; after merging, it is retired" "if the other ledger is an old copy and the code is still in use: run `vanbia codes restore {code}`; if it was retired on purpose, you need not do anything"
           "Ledgers hold no dates, so no program can tell which one is newer. A retired code is not lost: its sign still opens a page, and `codes restore` brings it back."
        wrong "735195\trelics/den-ha\tissued\t…\n735195\trelics/den-ha\tretired\t…" right "vanbia codes restore 735195";
    ISSUED_KEY_REUSED 678 Error Error
        vi "mã {code} đã in cho «{was}», nhưng thư mục «{key}» nay là mục khác («{now}»), còn «{was}» nằm ở «{new}»" "đổi tên thư mục của mục mới «{key}» thành tên khác, rồi ghi `formerly: [{key}]` vào entry.yaml của «{new}»; nếu biển đúng là của «{now}»: ghi `status: draft` ở «{new}», dựng một lần, rồi bỏ dòng đó đi"
           "Mã đã in gắn với tên thư mục. Đặt một mục khác vào thư mục cũ thì người quét biển sẽ thấy một nơi khác."
        en "code {code} was printed for «{was}», but the folder «{key}» now holds another entry («{now}»), and «{was}» is in «{new}»" "give the folder of the new entry «{key}» another name, then write `formerly: [{key}]` in the entry.yaml of «{new}»; if the sign really is that of «{now}»: write `status: draft` in «{new}», build once, and delete that line again"
           "A printed code belongs to the name of the folder. With another entry in the old folder, whoever scans the sign sees a different place."
        wrong "relics/den-ha/ → relics/den-ha-moi/\n⟦(một mục khác)|(another entry)⟧ → relics/den-ha/" right "# relics/den-ha-moi/entry.yaml\nformerly: [relics/den-ha]\n⟦(một mục khác)|(another entry)⟧ → relics/mieu-thuong/";
    ISSUED_RETITLED 679 Warning Warning
        vi "mã {code} đã in cho «{was}», nay mở ra «{now}» («{key}»)" "nếu vẫn là nơi ấy mang tên khác thì không cần làm gì; nếu đây là một mục khác: đặt cho nó một thư mục riêng và trả thư mục «{key}» cho mục cũ, hoặc chạy `vanbia codes retire {code}`"
           "Biển đã gắn không sửa được: người quét vẫn đứng trước nơi mà biển được in cho. Sau lần dựng này, sổ mã ghi tên mới và không nhắc lại."
        en "code {code} was printed for «{was}» and now opens «{now}» («{key}»)" "if it is the same place under another name, you need not do anything; if it is another entry: give it a folder of its own and give the folder «{key}» back to the old entry, or run `vanbia codes retire {code}`"
           "A sign that hangs cannot be edited: whoever scans it stands where it was printed for. After this build the ledger holds the new name, and this is not mentioned again."
        wrong "# relics/den-ha/entry.yaml\ntitle: { vi: Miếu Thượng, en: Upper shrine }" right "# relics/mieu-thuong/entry.yaml\ntitle: { vi: Miếu Thượng, en: Upper shrine }";
    FORMER_SELF 680 Warning Warning
        vi "dòng formerly ghi chính tên của mục này: «{key}»" "xóa «{key}» khỏi dòng formerly; mục vẫn mang tên này nên mã của nó không đổi"
           "Dòng formerly chỉ ghi những tên mà mục không còn mang."
        en "the line formerly gives the entry's present name: «{key}»" "remove «{key}» from the line formerly; the entry still has this name, so its code stays"
           "The line formerly holds only names that an entry no longer has."
        wrong "# relics/den-ha/entry.yaml\nformerly: [relics/den-ha]" right "# relics/den-ha/entry.yaml\nformerly: [relics/den-ha-cu]";
    FOLDER_WITHOUT_CODES 681 Error Error
        vi "«{folder}» không phải thư mục của một trang đã dựng: không có tệp codes.json" "ghi thư mục mà `vanbia build` đã dựng (thường là output), hoặc địa chỉ của trang đang chạy, ví dụ https://disan.example/"
           "Mỗi trang đã dựng có tệp codes.json ở gốc, ghi mọi mã. Chương trình so tệp ấy với sổ mã."
        en "«{folder}» is not the folder of a built site: it has no file codes.json" "write the folder that `vanbia build` made (usually output), or the address of the published site, such as https://disan.example/"
           "Every built site has a file codes.json at its root that lists all codes. The program compares it with the ledger."
        wrong "vanbia codes verify content" right "vanbia codes verify output";
}
