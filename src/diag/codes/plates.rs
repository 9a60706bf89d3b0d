//! Message codes 063x to 069x: plates that hang outside, published sites, photos of plates, logs of scans.
//!
//! Entry point: the constants and [`ALL`]; [`super::ledger`] offers them, too. Invariant: see [`super`].

use crate::diag::code::codes;

codes! {
    SIGN_LACKS 630 Error Error
        vi "biển này thiếu dòng «{key}»" "thêm dòng «{key}:» cho biển này; mỗi biển cần serial (số biển), code (mã) và status (tình trạng)"
           "Sổ biển ghi mỗi tấm biển một mục. Thiếu số biển, mã hay tình trạng thì không biết biển nào đang treo ở đâu."
        en "this plate lacks the line «{key}»" "add the line «{key}:» to this plate; every plate needs serial, code and status"
           "The book of plates has one item for each plate. Without its serial, code or status, nobody knows which plate hangs where."
        wrong "- code: \"735195\"" right "- serial: \"735195-1\"\n  code: \"735195\"\n  status: installed";
    SIGN_TWICE 631 Error Error
        vi "số biển «{serial}» đã có ở dòng {first}" "mỗi biển một số riêng: ghi serial: \"{next}\" cho biển này, hoặc xóa mục lặp lại"
           "Số biển cho biết đang nói về tấm nào khi một mã có nhiều biển (cổng trước, cổng sau)."
        en "the serial «{serial}» is already on line {first}" "every plate needs a number of its own: write serial: \"{next}\" here, or delete the repeated item"
           "The serial tells apart the plates of one code (front gate, back gate)."
        wrong "- serial: \"735195-1\"\n- serial: \"735195-1\"" right "- serial: \"735195-1\"\n- serial: \"735195-2\"";
    SIGN_SERIAL 632 Error Error
        vi "số biển «{serial}» không hợp với mã {code}" "ghi serial: \"{next}\" (mã, dấu gạch nối, số thứ tự của biển)"
           "Số biển gồm mã và số thứ tự, để người đi kiểm tra nhìn biển là biết mã. Số khác mã là dấu hiệu chép nhầm dòng."
        en "the serial «{serial}» does not match code {code}" "write serial: \"{next}\" (the code, a hyphen, the number of the plate)"
           "A serial is the code and a number, so that whoever looks at the plate knows its code. A serial with another code suggests that the wrong line was copied."
        wrong "- serial: \"bien-cong\"\n  code: \"735195\"" right "- serial: \"735195-1\"\n  code: \"735195\"";
    SIGN_WHERE 633 Warning Warning
        vi "biển {serial} đang treo ({status}) nhưng chưa ghi «{key}»" "ghi place (treo ở đâu) và date (ngày gắn hoặc ngày kiểm tra), ví dụ: place: {vi: Cổng chính, en: Main gate}"
           "Biển có ghi chỗ treo và ngày thì lần sau đi kiểm tra mới biết tìm ở đâu, biển nào đã lâu chưa xem."
        en "plate {serial} is up ({status}) but «{key}» is missing" "write place (where it hangs) and date (when it was put up or last checked), for example: place: {vi: Cổng chính, en: Main gate}"
           "With a place and a date, whoever checks the plates next knows where to look and which plate has not been seen for a long time."
        wrong "status: installed\nplace:" right "status: installed\nplace: { vi: Cổng chính, en: Main gate }\ndate: 2026-11-20";
    SIGN_NO_CODE 634 Error Error
        vi "biển {serial} ghi mã {code}, nhưng đó không phải là một mã đúng" "xem lại số in trên biển; mã gần giống nhất trong sổ: {near}"
           "Chữ số cuối của mã được tính từ các chữ số trước. Số này không khớp, nên đã bị gõ nhầm."
        en "plate {serial} says code {code}, which is not a valid code" "compare it with the number on the plate; the nearest code in the ledger is {near}"
           "The last digit of a code is worked out from the ones before it. Here it does not match: a digit was mistyped."
        wrong "code: \"735159\"" right "code: \"735195\"";
    SIGN_OTHER_CODE 635 Error Error
        vi "biển {serial} mang mã {code}, nhưng sổ mã không có mã này và đã cho «{key}» mã {now}" "lấy lại content/codes.lock trước đó, hoặc chạy `vanbia codes recover` với địa chỉ của trang đang chạy; đừng đổi mã của biển đã in"
           "Sổ mã bị mất hay bị xóa nên chương trình cấp mã mới. Biển đã in vẫn mang mã cũ và sẽ không mở được."
        en "plate {serial} carries code {code}, which the ledger lacks; it gives «{key}» the code {now}" "restore the earlier content/codes.lock, or run `vanbia codes recover` with the address of the published site; the code of a printed plate cannot be changed"
           "The ledger was lost or deleted, so new codes were issued. The printed plate still carries the old one, which would not open."
        wrong "# vanbia codes 1" right "# vanbia codes 1\n735195\trelics/den-ha\tissued\thttps://DISAN.EXAMPLE/735195/";
    SIGN_CODE_GONE 636 Error Error
        vi "biển {serial} ({status}) mang mã {code}, nhưng sổ mã không có mã này" "lấy lại content/codes.lock trước đó, hoặc chạy `vanbia codes recover` với địa chỉ của trang đang chạy; biển đã tháo thì ghi status: removed"
           "Người quét biển này sẽ không mở được gì. Mã đã in không bao giờ được mất khỏi sổ."
        en "plate {serial} ({status}) carries code {code}, which the ledger lacks" "restore the earlier content/codes.lock, or run `vanbia codes recover` with the address of the published site; for a plate that has been taken down, write status: removed"
           "Whoever scans this plate would find nothing. A printed code must never leave the ledger."
        wrong "# vanbia codes 1" right "# vanbia codes 1\n735195\trelics/den-ha\tissued\thttps://DISAN.EXAMPLE/735195/";
    SIGN_NOT_ISSUED 637 Error Error
        vi "biển {serial} ({status}) mang mã {code} mới chỉ giữ chỗ, chưa được bảo vệ" "chạy `vanbia codes issue {key}`; nếu biển chưa in thì ghi status: planned"
           "Mã giữ chỗ mất theo mục khi mục bị xóa hay đổi tên. Biển đã in thì mã phải được cấp, để chương trình giữ mãi."
        en "plate {serial} ({status}) carries code {code}, which is only reserved and not protected" "run `vanbia codes issue {key}`; if the plate is not printed yet, write status: planned"
           "A reserved code is lost when its entry is deleted or renamed. Once a plate is printed, the code has to be issued, so that it is kept for ever."
        wrong "status: installed   # ⟦735195 mới giữ chỗ|735195 is reserved⟧" right "vanbia codes issue relics/den-ha";
    SIGN_RETIRED 638 Warning Warning
        vi "biển {serial} vẫn còn ({status}) nhưng mã {code} của «{key}» đã thu hồi" "tháo biển rồi ghi status: removed, hoặc chạy `vanbia codes restore {code}` nếu mục vẫn dùng"
           "Mã đã thu hồi vẫn mở, nhưng chỉ nói rằng mục này đã dừng. Biển nên được thay."
        en "plate {serial} is still up ({status}) but code {code} of «{key}» is retired" "take the plate down and write status: removed, or run `vanbia codes restore {code}` if the entry is still in use"
           "A retired code still opens, but only says that the entry has ended. The plate should be replaced."
        wrong "status: installed   # ⟦735195 đã thu hồi|735195 is retired⟧" right "status: removed";
    SIGN_REUSED 639 Error Error
        vi "biển {serial} in cho «{was}», nhưng mã {code} nay thuộc về «{key}»" "nếu mục chỉ đổi tên: ghi `formerly: [{was}]` vào entry.yaml của «{key}»; nếu không: lấy lại content/codes.lock trước đó"
           "Người quét biển sẽ đọc về một nơi khác. Một mã đã in không bao giờ được trao cho mục khác."
        en "plate {serial} was printed for «{was}», but code {code} now belongs to «{key}»" "if the entry was only renamed: write `formerly: [{was}]` in the entry.yaml of «{key}»; otherwise restore the earlier content/codes.lock"
           "Whoever scans the plate would read about another place. A printed code is never given to another entry."
        wrong "735195\trelics/den-hung\tissued\thttps://DISAN.EXAMPLE/735195/" right "735195\trelics/den-ha\tissued\thttps://DISAN.EXAMPLE/735195/";
    SIGN_PAYLOAD 640 Error Error
        vi "biển {serial} in địa chỉ {was}, nhưng sổ mã ghi {now} cho mã {code}" "ghi lại base_url như lúc in và lấy lại content/codes.lock trước đó; nếu biển này chưa in thì xóa dòng payload của nó"
           "Địa chỉ nằm trong hình mã trên biển và không sửa được. Tên miền hay thư mục gốc đã đổi sau khi in."
        en "plate {serial} is printed with the address {was}, but the ledger says {now} for code {code}" "put base_url back as it was when the plate was printed, and restore the earlier content/codes.lock; if this plate is not printed yet, delete its line payload"
           "The address is part of the picture on the plate and cannot be changed. The domain or base folder changed after printing."
        wrong "payload: \"https://TEN-MIEN-CU.EXAMPLE/735195/\"" right "payload: \"https://DISAN.EXAMPLE/735195/\"";
    SIGNS_BY_HAND 641 Error Error
        vi "không thêm được biển {serial} vào sổ biển mà vẫn giữ nguyên những gì đã ghi" "viết sổ theo dạng mỗi biển một mục: dòng «signs:», rồi mỗi biển bắt đầu bằng dấu gạch đầu dòng; để danh sách ở cuối tệp"
           "Chương trình chỉ thêm mục mới vào cuối danh sách và không sửa chữ nào của bạn. Ở đây không rõ danh sách kết thúc ở đâu."
        en "plate {serial} cannot be added to the book of plates without changing what is written there" "write the book with one item for each plate: a line «signs:», then every plate beginning with a dash; keep the list at the end of the file"
           "New items are only added at the end of the list; nothing that you have written is changed. Here it is not clear where the list ends."
        wrong "signs: [{ serial: \"735195-1\", code: \"735195\", status: printed }]" right "signs:\n  - serial: \"735195-1\"\n    code: \"735195\"\n    status: printed";
    DEPLOYED_NO_PAGE 650 Error Error
        vi "mã {code} của «{key}» không mở được trên trang đang chạy: {why}" "đăng lại cả thư mục output rồi kiểm tra lại; thư mục {code} phải nằm ngay dưới gốc của trang"
           "Người quét biển sẽ thấy báo lỗi. Thường do chưa đăng bản mới, hoặc máy chủ bỏ sót thư mục chỉ có chữ số."
        en "code {code} of «{key}» does not open on the published site: {why}" "publish the whole folder output again and verify once more; the folder {code} has to be directly below the root of the site"
           "Whoever scans the plate sees an error. Usually the newest version has not been published, or the server leaves out folders whose names are digits."
        wrong "https://disan.example/735195/ → 404" right "https://disan.example/735195/ → 200";
    DEPLOYED_NOT_LANDING 651 Error Error
        vi "địa chỉ của mã {code} («{key}») mở ra một trang khác, không phải trang của mã" "tắt việc máy chủ trả trang chủ cho mọi địa chỉ lạ, rồi đăng lại thư mục output"
           "Một số máy chủ trả về trang chủ hay trang quảng cáo thay cho trang không tìm thấy, nên nhìn qua tưởng là mở được."
        en "the address of code {code} («{key}») opens another page, not the page of the code" "stop the server from answering unknown addresses with the home page, and publish the folder output again"
           "Some servers show the home page or an advertisement instead of a page that they do not have, so at first sight the code seems to open."
        wrong "/735195/ → ⟦trang chủ|home page⟧" right "/735195/ → output/735195/index.html";
    DEPLOYED_LANGUAGE 652 Error Error
        vi "trang của mã {code} («{key}») không dẫn tới bản «{lang}»" "dựng lại bằng `vanbia build` và đăng lại; nếu trang dùng giao diện riêng, xem lại landing.html"
           "Trang của mã phải dẫn tới mọi ngôn ngữ của trang, để khách nào cũng đọc được."
        en "the page of code {code} («{key}») does not lead to the «{lang}» version" "build again with `vanbia build` and publish; if the site has its own theme, check landing.html"
           "The page of a code leads to every language of the site, so that every visitor can read."
        wrong "<a href=\"../vi/di-tich/den-ha/\" hreflang=\"vi\">" right "<a href=\"../en/relics/den-ha/\" hreflang=\"en\">";
    DEPLOYED_LEADS_NOWHERE 653 Error Error
        vi "mã {code} («{key}»): bản «{lang}» ở {path} không mở được: {why}" "đăng lại cả thư mục output; nếu chỉ thiếu một thư mục, xem máy chủ có bỏ sót khi tải lên không"
           "Trang của mã mở được nhưng trang nội dung thì không: khách bấm vào ngôn ngữ của mình và gặp lỗi."
        en "code {code} («{key}»): the «{lang}» version at {path} does not open: {why}" "publish the whole folder output again; if a single folder is missing, check whether the upload left it out"
           "The page of the code opens, but the one behind it does not: visitors tap their language and see an error."
        wrong "/en/relics/den-ha/ → 404" right "/en/relics/den-ha/ → 200";
    DEPLOYED_OTHER_PAGE 654 Error Error
        vi "mã {code}: bản «{lang}» ở {path} không phải trang của «{key}»" "dựng lại và đăng cả thư mục output, xóa các tệp cũ trên máy chủ"
           "Trang ấy không mang mã của mục, hoặc không đúng ngôn ngữ. Thường do tệp của bản cũ còn lại, hoặc máy chủ trả trang chủ cho mọi địa chỉ lạ."
        en "code {code}: the «{lang}» version at {path} is not the page of «{key}»" "build again, publish the whole folder output and delete old files from the server"
           "That page does not carry the entry's code, or is in another language. Old files may be left over, or the server answers unknown addresses with the home page."
        wrong "/en/relics/den-ha/ → ⟦trang chủ|home page⟧" right "/en/relics/den-ha/ → ⟦trang của relics/den-ha|the page of relics/den-ha⟧";
    DEPLOYED_ELSEWHERE 655 Error Error
        vi "mã {code} của «{key}» bị chuyển sang trang khác: {to}" "bỏ lệnh chuyển hướng trên máy chủ, hoặc kiểm tra tại địa chỉ mới nếu bạn cố ý chuyển"
           "Người quét biển bị đưa ra khỏi trang của bạn. Tên miền hết hạn hoặc bị chiếm cũng trông như vậy."
        en "code {code} of «{key}» is redirected to another site: {to}" "remove the redirect on the server, or verify the new address if you moved on purpose"
           "Whoever scans the plate is taken away from your site. A domain that has expired or been taken over looks like this too."
        wrong "/735195/ → https://parking.example/" right "/735195/ → 200";
    DEPLOYED_OLDER 656 Error Error
        vi "trang đang chạy không biết mã {code} của «{key}» (và {count} mã trong sổ)" "đăng lại thư mục output mới nhất trước khi gắn biển"
           "Sổ mã trên máy bạn có mã đã cấp mà codes.json của trang đang chạy chưa có: bản đăng cũ hơn sổ."
        en "the published site does not know code {code} of «{key}» ({count} codes of the ledger in all)" "publish the newest folder output before plates are put up"
           "Your ledger has issued codes that are not in codes.json of the published site: what is published is older than the ledger."
        wrong "codes.json ⟦của tháng trước|of last month⟧" right "vanbia build --release⟦, rồi đăng thư mục output|, then publish output⟧";
    FETCH_FAILED 657 Error Error
        vi "{address} không trả lời: {why}" "xem lại địa chỉ và đường mạng, mở thử bằng trình duyệt, rồi chạy lại lệnh"
           "Chương trình chỉ mở đúng trang bạn ghi trong lệnh. Mạng của cơ quan có thể chặn; tên miền có thể gõ nhầm hay hết hạn."
        en "{address} does not answer: {why}" "check the address and the network, try it in a browser, then run the command again"
           "Only the site that you name is contacted. An office network may block it; a domain may be mistyped or have expired."
        wrong "vanbia codes verify https://disan.exmaple/" right "vanbia codes verify https://disan.example/";
    DEPLOYED_NO_PLACE 659 Warning Warning
        vi "mã {code} của «{key}»: trang {path} không có chỗ «{id}» để mở đúng phần" "dựng lại bằng `vanbia build`; nếu trang dùng giao diện riêng, thêm id=\"{id}\" vào phần ấy"
           "Mã của hạng mục hay gian hàng phải mở đúng phần của nó, không phải đầu trang."
        en "code {code} of «{key}»: the page {path} has no place «{id}» to open at" "build again with `vanbia build`; if the site has its own theme, put id=\"{id}\" on that part"
           "The code of a component or stall has to open at its own place, not at the top of the page."
        wrong "<li>Giếng</li>" right "<li id=\"gieng\">Giếng</li>";
    AUDIT_UNREADABLE_PLATE 660 Error Error
        vi "không đọc được mã nào trong ảnh của biển {serial}" "chụp lại gần hơn, đủ sáng, không chói; nếu tận mắt quét cũng không được thì biển đã hỏng: in lại biển này"
           "Biển có thể bị phai, trầy, bẩn hoặc bị che; hoặc ảnh mờ, chói, chụp quá xa."
        en "no code can be read in the photo of plate {serial}" "take it again from closer up, in good light, without glare; if a phone in front of the plate cannot scan it either, the plate is damaged: print it again"
           "The plate may be faded, scratched, dirty or covered; or the photo is blurred, taken against the light or from too far away."
        wrong "IMG_2031.jpg" right "IMG_2032.jpg";
    AUDIT_WRONG_PLATE 661 Error Error
        vi "biển {serial} phải mang mã {wanted} của «{entry}», nhưng ảnh cho thấy mã {code} của «{key}»" "xem biển có bị gắn nhầm chỗ không; nếu chỉ ghi nhầm ảnh thì sửa dòng photo trong content/signs.yaml"
           "Hai biển bị gắn đổi chỗ, hoặc ảnh được ghi cho nhầm biển."
        en "plate {serial} should carry code {wanted} of «{entry}», but the photo shows code {code} of «{key}»" "check whether the plates were put up in each other's place; if only the photo was recorded wrongly, correct the line photo in content/signs.yaml"
           "Two plates hang in each other's place, or the photo was recorded for the wrong plate."
        wrong "735195-1: photo: IMG_2031.jpg" right "735195-1: photo: IMG_2032.jpg";
    AUDIT_PASTED_OVER 662 Error Error
        vi "trong ảnh của biển {serial} không có mã của trang này mà có mã lạ: {text}" "đến xem ngay: có thể ai đó dán đè mã lên biển. Bóc ra, chụp ảnh, báo ban quản lý và công an nếu mã dẫn tới trang lừa đảo; đừng mở địa chỉ ấy"
           "Dán đè mã QR là cách lừa đảo thường gặp: người quét tưởng đang mở trang của di tích."
        en "the photo of plate {serial} shows not the code of this site but another one: {text}" "go and look at once: somebody may have pasted a code over the plate. Peel it off, take a photo, tell the relic board and, if the code leads to a fraud, the police; do not open that address"
           "Pasting one code over another is a common fraud: people who scan it believe that they are opening the page of the place."
        wrong "https://la.example/735195/" right "https://DISAN.EXAMPLE/735195/";
    AUDIT_FOREIGN 663 Warning Warning
        vi "trong ảnh có mã không phải của trang này: {text}" "xem mã ấy là của ai; nếu không rõ của ai hoặc dán sát biển của trang thì bóc ra"
           "Có thể chỉ là mã của cửa hàng bên cạnh, cũng có thể là mã dán để lừa."
        en "the photo has a code that does not belong to this site: {text}" "find out whose it is; if nobody knows, or it is stuck right beside the plate, take it off"
           "It may just belong to the shop next door, or it may have been pasted there to deceive."
        wrong "https://la.example/" right "https://DISAN.EXAMPLE/735195/";
    AUDIT_FOREIGN_PAYMENT 664 Error Error
        vi "trong ảnh có mã chuyển khoản không phải của trang này: tài khoản {account} ({bank})" "hỏi ngay người bán hay ban quản lý: nếu không phải tài khoản của họ thì bóc ra và báo công an; nếu đúng thì ghi vào mục payment của trang"
           "Dán đè mã chuyển khoản để chiếm tiền là cách lừa đảo thường gặp ở quầy hàng và hòm công đức."
        en "the photo has a payment code that does not belong to this site: account {account} ({bank})" "ask the seller or the board at once: if it is not their account, take it off and tell the police; if it is, write it under payment on the site"
           "Pasting payment codes over real ones to steal the money is a common fraud at stalls and donation boxes."
        wrong "payment: ⟦tài khoản khác|another account⟧" right "payment: { bank: Vietcombank, account: \"…\", holder: HTX CHE, consent: true }";
    AUDIT_RETIRED 665 Warning Warning
        vi "biển trong ảnh mang mã {code} của «{key}» đã thu hồi" "tháo biển và ghi status: removed trong content/signs.yaml, hoặc chạy `vanbia codes restore {code}`"
           "Mã đã thu hồi vẫn mở nhưng chỉ nói rằng mục đã dừng."
        en "the plate in the photo carries code {code} of «{key}», which is retired" "take it down and write status: removed in content/signs.yaml, or run `vanbia codes restore {code}`"
           "A retired code still opens, but only says that the entry has ended."
        wrong "⟦735195 đã thu hồi|735195 is retired⟧" right "status: removed";
    AUDIT_UNREADABLE 666 Warning Warning
        vi "không đọc được mã nào trong ảnh" "bỏ ảnh này ra nếu không phải ảnh biển; nếu phải thì chụp lại gần hơn, đủ sáng"
           "Ảnh không có biển, hoặc mờ, chói, quá xa, hoặc biển đã hỏng."
        en "no code can be read in the photo" "if it does not show a plate, take it out of the folder; if it does, photograph the plate again from closer up and in good light"
           "There is no plate in the photo, or it is blurred, taken against the light or from too far away, or the plate is damaged."
        wrong "IMG_2031.jpg" right "735195-1.jpg";
    AUDIT_NOT_ISSUED 667 Error Error
        vi "biển trong ảnh mang mã {code} của «{key}» mới chỉ giữ chỗ" "chạy `vanbia codes issue {key}` để mã được giữ mãi, rồi ghi biển vào content/signs.yaml"
           "Biển đã treo thì mã phải được cấp; mã giữ chỗ mất theo mục khi mục bị xóa hay đổi tên."
        en "the plate in the photo carries code {code} of «{key}», which is only reserved" "run `vanbia codes issue {key}`, so that the code is kept for ever, then record the plate in content/signs.yaml"
           "Once a plate is up, its code has to be issued; a reserved code is lost when its entry is deleted or renamed."
        wrong "⟦735195 mới giữ chỗ|735195 is reserved⟧" right "vanbia codes issue relics/den-ha";
    AUDIT_NOT_SEEN 668 Warning Warning
        vi "biển {serial} đang treo nhưng không có ảnh nào cho thấy mã {code}" "chụp biển này trong lần đi tới, đặt tên ảnh là {serial}.jpg; nếu biển đã tháo thì ghi status: removed"
           "Sổ biển ghi biển này đang treo. Chưa ai chụp được nó trong lần kiểm tra này."
        en "plate {serial} is up, but no photo shows code {code}" "photograph it on the next round and name the picture {serial}.jpg; if it has been taken down, write status: removed"
           "The book of plates says that this plate is up. Nobody has photographed it this time."
        wrong "status: installed" right "735195-1.jpg";
    AUDIT_NO_PHOTO 669 Error Error
        vi "không mở được tệp ảnh này: {why}" "chép lại ảnh từ điện thoại hay thẻ nhớ rồi chạy lại"
           "Tệp bị khóa, bị xóa giữa chừng, hoặc ổ đĩa có lỗi."
        en "this photo cannot be opened: {why}" "copy it again from the phone or memory card and run the command again"
           "The file is locked, was deleted in the meantime, or the disk has a fault."
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
        en "{strange} of {lines} lines are not in the common or combined log format" "check the file; if the server writes JSON, as Caddy does, switch on a log in the combined format"
           "This command understands the two usual formats of Apache and nginx. A few odd lines are normal; many mean that the format is different."
        wrong "{\"level\":\"info\"}" right "203.0.113.9 - - [22/Nov/2026:10:00:00 +0700] \"GET /735195/ HTTP/1.1\" 200 2300";
    RETIRED_ENTRY_BACK 672 Warning Warning
        vi "mục «{key}» vẫn còn, nhưng mã {code} đã in cho nó đang ghi là đã thu hồi: quét biển cũ không mở được mục này" "chạy `vanbia codes restore {code}` để biển cũ mở lại mục này; nếu thu hồi có chủ ý: chạy `vanbia codes retire {code} --successor {key}` để người quét biển cũ vẫn được chỉ sang"
           "Thường do mục bị xóa nhầm, mã bị thu hồi, rồi mục được chép lại từ bản lưu. Lần dựng nào cũng cho mục một mã khác, còn biển đang treo vẫn mang mã cũ."
        en "the entry «{key}» exists, but code {code}, which was printed for it, is retired: the old sign does not open it" "run `vanbia codes restore {code}`, so that the old sign opens this entry again; if it was retired on purpose: run `vanbia codes retire {code} --successor {key}`, so that whoever scans the old sign is led on"
           "Usually an entry was deleted by mistake, its code was retired, and the entry was then restored from a backup. Every build gives it another code, while the sign outside carries the old one."
        wrong "735195\trelics/den-ha\tretired\thttps://DISAN.EXAMPLE/735195/   # ⟦thư mục relics/den-ha/ vẫn còn|relics/den-ha/ is there⟧" right "735195\trelics/den-ha\tissued\thttps://DISAN.EXAMPLE/735195/";
    DEPLOYED_FILES_MISSING 673 Error Error
        vi "trang đang chạy thiếu {count} tệp trong thư mục {folder} mà các trang cần đến: {files} ({why})" "chép lại toàn bộ thư mục {folder} trong output lên máy chủ, rồi chạy lại lệnh này"
           "Thiếu tệp giao diện thì trang hiện trơ chữ, thiếu ảnh thì trống, dù mã vẫn mở được. Thường do tải lên bị ngắt giữa chừng, hoặc máy chủ không nhận loại tệp ấy."
        en "files in the folder {folder} that the pages need are missing on the published site ({count} in all): {files} ({why})" "copy the whole folder {folder} in output to the server again, then run this command once more"
           "Without its styles a page is bare text, and without its pictures it has gaps, even though its code opens. Usually an upload was interrupted, or the server does not accept files of that type."
        wrong "/assets/style.css → 404" right "/assets/style.css → 200";
    DEPLOYED_BESIDE_PAGES_MISSING 676 Error Error
        vi "trang đang chạy thiếu {count} tệp đi kèm các trang: {files} ({why})" "chép lại toàn bộ thư mục output lên máy chủ; nếu vẫn thiếu, cho phép máy chủ gửi tệp có đuôi {endings}; rồi chạy lại lệnh này"
           "Cạnh mỗi trang có hình mã của chính trang đó (qr.svg). Khi thiếu hàng loạt, thường là phần mềm tải lên hoặc máy chủ bỏ qua một loại tệp."
        en "files that belong to the pages are missing on the published site ({count} in all): {files} ({why})" "copy the whole folder output to the server again; if they are still missing, let the server send files that end in {endings}; then run this command once more"
           "Beside every page is the drawing of its own code (qr.svg). If many are missing, the upload program or the server is usually leaving out one type of file."
        wrong "/735195/qr.svg → 404" right "/735195/qr.svg → 200";
    HOST_WITHOUT_SCHEME 674 Error Error
        vi "trên máy này không có thư mục «{typed}»; nếu đó là địa chỉ trang thì còn thiếu {scheme} ở đầu" "chạy: {command}"
           "Lệnh này nhận một thư mục trên máy hoặc một địa chỉ đầy đủ. Trên biển, địa chỉ được in gọn cho dễ đọc; khi gõ lệnh phải ghi đủ phần đầu."
        en "there is no folder «{typed}» on this computer; if it is the address of a site, {scheme} is missing at the start" "run: {command}"
           "The command takes a folder on this computer or a complete address. Signs show the address in a short form that is easy to read; in a command it has to be complete."
        wrong "vanbia codes verify disan.example" right "vanbia codes verify https://disan.example/";
    DEPLOYED_NOT_SHOWN 682 Error Error
        vi "máy chủ gửi {count} trang dưới dạng «{how}» chứ không phải trang web, ví dụ {path}: điện thoại sẽ hiện mã nguồn hoặc đòi tải tệp về thay vì mở trang" "nhờ người quản trị máy chủ gửi các tệp .html với Content-Type: text/html; charset=utf-8, không kèm Content-Disposition (nginx: include mime.types; Apache: AddType text/html .html), rồi chạy lại lệnh này"
           "Điện thoại không nhìn vào nội dung mà tin lời máy chủ: tệp được báo là chữ thường hay tệp tải về thì không được mở như một trang."
        en "the server sends pages as «{how}» and not as web pages ({count} in all), for example {path}: phones will show the source code or offer a download instead of opening the page" "ask whoever runs the server to send files ending in .html with Content-Type: text/html; charset=utf-8 and without Content-Disposition (nginx: include mime.types; Apache: AddType text/html .html), then run this command once more"
           "Phones believe what the server says about a file: one that is sent as plain text or as a download is not opened as a page."
        wrong "Content-Type: application/octet-stream" right "Content-Type: text/html; charset=utf-8";
    DEPLOYED_LETTERS 683 Error Error
        vi "máy chủ báo {count} trang viết bằng bảng mã «{how}», ví dụ {path}: chữ tiếng Việt có dấu sẽ thành ký tự lạ" "nhờ người quản trị máy chủ gửi các trang với charset=utf-8 (nginx: charset utf-8; Apache: AddDefaultCharset utf-8), rồi chạy lại lệnh này"
           "Lời máy chủ báo được tin trước cả điều ghi trong trang. Mọi tệp do vanbia dựng đều là UTF-8."
        en "the server says that pages are written in «{how}» ({count} in all), for example {path}: Vietnamese letters will turn into odd characters" "ask whoever runs the server to send pages with charset=utf-8 (nginx: charset utf-8; Apache: AddDefaultCharset utf-8), then run this command once more"
           "What the server says takes precedence over what the page itself says. Everything that vanbia builds is UTF-8."
        wrong "Content-Type: text/html; charset=iso-8859-1" right "Content-Type: text/html; charset=utf-8";
    DEPLOYED_STYLES 684 Error Error
        vi "máy chủ gửi {count} tệp kiểu dáng dưới dạng «{how}», ví dụ {path}: trình duyệt bỏ qua, nên trang hiện trơ chữ" "nhờ người quản trị máy chủ gửi các tệp .css với Content-Type: text/css (nginx: include mime.types; Apache: AddType text/css .css), rồi chạy lại lệnh này"
           "Trình duyệt chỉ dùng tệp kiểu dáng khi máy chủ báo đúng loại tệp."
        en "the server sends style sheets as «{how}» ({count} in all), for example {path}: browsers ignore them, so the pages are bare text" "ask whoever runs the server to send files ending in .css with Content-Type: text/css (nginx: include mime.types; Apache: AddType text/css .css), then run this command once more"
           "Browsers use a style sheet only when the server says that it is one."
        wrong "/assets/style.css → Content-Type: text/plain" right "/assets/style.css → Content-Type: text/css";
}
