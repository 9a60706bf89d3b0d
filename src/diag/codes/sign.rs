//! Message codes 10xx: plates and labels.
//!
//! Entry point: the constants and [`ALL`]. Invariant: see [`super`].

use crate::diag::code::codes;

codes! {
    LAYOUT_UNREADABLE 1001 Error Error
        vi "không đọc được mẫu biển này: {cause}" "mở tệp bằng phần mềm vẽ (ví dụ Inkscape), lưu lại dạng «Plain SVG», rồi chạy lại"
           "Mẫu biển là một tệp SVG. Tệp bị thiếu thẻ đóng hoặc bị lưu sang dạng khác thì không vẽ được biển nào."
        en "this layout cannot be read: {cause}" "open the file in a drawing program (Inkscape, for example), save it as “Plain SVG”, and run the command again"
           "A layout is an SVG file. When a closing tag is missing, or the file was saved in another form, no sign can be drawn from it."
        wrong "<svg width=\"148mm\" height=\"210mm\"><rect>" right "<svg width=\"148mm\" height=\"210mm\"><rect/></svg>";
    LAYOUT_NOT_FLAT 1002 Error Error
        vi "mẫu biển này có thứ không in phẳng được: {what}" "thay bằng hình một màu đặc; ảnh chụp và màu chuyển thì bỏ khỏi mẫu biển"
           "Nhà in và máy khắc chỉ làm đúng những hình một màu. Màu chuyển, trong suốt, ảnh hay bóng đổ in ra mỗi nơi một khác, có khi che mất mã."
        en "this layout contains something that cannot be printed flat: {what}" "use shapes in one solid colour instead; leave photographs and colour gradients out of the layout"
           "Printers and engravers reproduce only shapes in one colour exactly. Gradients, transparency, photographs and shadows come out differently everywhere, and may hide the code."
        wrong "<rect fill=\"url(#mau-chuyen)\" width=\"20\" height=\"20\"/>" right "<rect fill=\"#9c2a1c\" width=\"20\" height=\"20\"/>";
    LAYOUT_VALUE 1003 Error Error
        vi "mẫu biển có chỗ ghi chưa đúng: {what}=\"{value}\"" "sửa {what}: số đo là số thường (ví dụ 12.5), màu dạng #9c2a1c, phông là serif-bold, serif-italic, sans hoặc sans-bold, khung chữ data-box gồm bốn số"
           "Chỗ đặt mã và chữ trong mẫu biển được ghi bằng số đo theo đơn vị của bản vẽ. Thiếu hoặc ghi sai thì không biết đặt vào đâu."
        en "the layout has a value that is not right: {what}=\"{value}\"" "correct {what}: measurements are plain numbers (12.5, for example), colours look like #9c2a1c, fonts are serif-bold, serif-italic, sans or sans-bold, and a text box data-box has four numbers"
           "The layout says, in the units of the drawing, where the code and the text go. If a number is missing or wrong, the program does not know where to put them."
        wrong "<text data-box=\"12 140 124\">" right "<text data-box=\"12 140 124 40\">";
    TEXT_OVERFLOWS 1004 Warning Error
        vi "chữ «{text}» quá dài, không đặt vừa biển {layout}" "dùng mẫu biển lớn hơn, hoặc rút ngắn tên"
           "Chữ đã được thu nhỏ và ngắt dòng hết mức mà vẫn tràn khung; in ra sẽ đè lên phần khác của biển."
        en "the text «{text}» is too long for the sign {layout}" "use a larger layout, or a shorter name"
           "The text was made smaller and wrapped as far as possible and still runs out of its box; in print it would cover other parts of the sign."
        wrong "vanbia signs --layout plate-a6" right "vanbia signs --layout plate-a4";
    LETTER_MISSING 1005 Warning Error
        vi "biển của «{key}» có chữ mà phông in biển không có: {letters}" "xóa biểu tượng cảm xúc (như 😀) khỏi phần ấy; chữ Hán, chữ Chăm thì viết lại bằng chữ Quốc ngữ và để nguyên văn trong bài viết"
           "Phông in biển có đủ chữ Việt, chữ Jrai và Ba Na, nhưng không có biểu tượng cảm xúc, chữ Hán và các hệ chữ khác; chữ thiếu bị bỏ ra ngoài biển."
        en "the sign of «{key}» has characters that the font for signs lacks: {letters}" "remove emoji (such as 😀) from this part; write Chinese or Cham script in Latin letters here and keep the original for the text of the page"
           "The font for signs has all the letters of Vietnamese, Jrai and Bahnar, but no emoji, Chinese characters or other scripts; what it lacks is left out of the sign."
        wrong "title: { vi: Văn Miếu 文廟 }" right "title: { vi: Văn Miếu }";
    CODE_TOO_SMALL 1006 Warning Warning
        vi "mã trên biển {layout} của «{key}» chỉ quét được từ {reads} cm, mà mục này cần {wanted} cm" "in bằng mẫu {better}, hoặc bỏ --layout để vanbia tự chọn"
           "Máy ảnh điện thoại đọc được mã từ xa bằng khoảng 276 lần cạnh một ô vuông của mã. Khách đứng xa hơn thì máy không nhận ra mã."
        en "the code on the {layout} sign of «{key}» can be scanned from {reads} cm only, but this entry needs {wanted} cm" "print it as {better}, or leave out --layout so that vanbia chooses"
           "A phone camera reads a code from up to about 276 times the side of one of its squares. From further away it does not recognise the code."
        wrong "vanbia signs relics/den-ha --layout plate-a6" right "vanbia signs relics/den-ha --layout plate-a4";
    CODE_UNREADABLE 1007 Error Error
        vi "mã {code} trên biển đã vẽ không đọc lại được (bộ đọc {decoder}: «{read}»)" "chọn mẫu biển khác, hoặc bỏ bớt hình vẽ chồng lên ô đặt mã trong mẫu biển"
           "Mỗi biển vẽ xong đều được hai bộ đọc mã đọc lại. Mã không đọc được hoặc đọc ra khác với sổ mã thì không được in."
        en "code {code} on the finished sign could not be read back (reader {decoder}: «{read}»)" "use another layout, or remove what is drawn over the place of the code"
           "Two readers read every finished sign back. A code that cannot be read, or that differs from the ledger, must not be printed."
        wrong "<rect data-slot=\"code\" width=\"40\" height=\"40\"/><circle r=\"30\"/>" right "<circle r=\"30\"/><rect data-slot=\"code\" width=\"40\" height=\"40\"/>";
    DISTANCE_TOO_FAR 1008 Warning Warning
        vi "mục «{key}» cần quét được từ {wanted} cm, mà biển lớn nhất chỉ được {reads} cm" "làm bảng lớn, mã rộng ít nhất {mm} mm: chạy `vanbia signs {key} --layout board`; hoặc đặt biển gần chỗ khách đứng hơn và sửa scan_distance"
           "Máy ảnh điện thoại đọc được mã từ xa bằng khoảng 276 lần cạnh một ô vuông của mã. Khổ A4 không đủ cho khoảng cách này."
        en "the entry «{key}» is to be scanned from {wanted} cm, but the largest plate reaches only {reads} cm" "make a board with a code at least {mm} mm wide: run `vanbia signs {key} --layout board`; or put the sign closer to the visitors and change scan_distance"
           "A phone camera reads a code from up to about 276 times the side of one of its squares. A4 is too small for this distance."
        wrong "scan_distance: 800" right "scan_distance: 100";
    NOTHING_FOR_LAYOUT 1009 Error Error
        vi "mẫu biển {layout} cần mã «{what}», mà mục «{key}» không có" "thêm vào entry.yaml: payment cho biển chuyển khoản, opens cho mã tiện ích, gtin cho nhãn hàng; hoặc chọn mẫu biển khác"
           "Biển chuyển khoản cần tài khoản, biển mã tiện ích cần điều mà mã mở ra, nhãn hàng theo GS1 cần mã số thương phẩm. Mục này chưa ghi."
        en "the layout {layout} needs a code «{what}», but the entry «{key}» has none" "add it to entry.yaml: payment for a payment sign, opens for a handy code, gtin for a product label; or use another layout"
           "A payment sign needs an account, a handy-code sign needs what the code opens, a GS1 label needs the product's number. This entry does not have it."
        wrong "vanbia signs relics/den-ha --layout link" right "vanbia signs links/wifi-nha-van-hoa --layout link";
    PRODUCT_CODE_FINE 1010 Error Error
        vi "mã GS1 của «{key}» có ô vuông chỉ rộng {mm} mm, máy quét ở quầy không đọc được" "chừa ô đặt mã rộng hơn trong mẫu nhãn: ô vuông nhỏ nhất phải từ 0,396 mm"
           "Quy định chung của GS1 đòi cạnh mỗi ô vuông từ 0,396 đến 0,990 mm trên nhãn hàng bán lẻ."
        en "the GS1 code of «{key}» has squares of only {mm} mm, which scanners at the till cannot read" "give the code more room in the layout: its squares must be at least 0.396 mm"
           "The GS1 General Specifications require squares of 0.396 to 0.990 mm on retail labels."
        wrong "<rect data-slot=\"gtin\" width=\"10\" height=\"10\"/>" right "<rect data-slot=\"gtin\" width=\"36\" height=\"36\"/>";
    TEXT_TINY 1011 Warning Warning
        vi "chữ «{text}» chỉ đặt vừa biển {layout} khi thu nhỏ đến mức khó đọc" "dùng mẫu biển lớn hơn, hoặc rút ngắn tên"
           "Chữ in nhỏ hơn ba điểm (khoảng một mi-li-mét) thì mắt thường không đọc được, máy khắc cũng không khắc rõ."
        en "the text «{text}» fits the sign {layout} only in letters that are hard to read" "use a larger layout, or a shorter name"
           "Letters smaller than three points (about a millimetre) cannot be read with the naked eye, and engravers cannot cut them cleanly."
        wrong "vanbia signs --layout sticker-round-50" right "vanbia signs --layout sticker-70x37";
}
