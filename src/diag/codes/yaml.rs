//! Message codes 02xx: YAML as text, before anybody asks what it means.
//!
//! Entry point: the constants and [`ALL`]. Invariant: see [`super`].

use crate::diag::code::codes;

codes! {
    TAB 201 Error Error
        vi "dòng này thụt vào bằng phím Tab" "thay mỗi phím Tab bằng hai dấu cách"
           "Tệp YAML chỉ nhận dấu cách để thụt dòng. Phím Tab trông giống hệt trên màn hình, nhưng máy không đoán được nó rộng bao nhiêu."
        en "this line is indented with a Tab" "replace each Tab by two spaces"
           "YAML takes only spaces for indentation. A Tab looks the same on the screen, but a program cannot know how wide it is meant to be."
        wrong "place:\n\tward: \"07798\"" right "place:\n  ward: \"07798\"";
    DUPLICATE_KEY 203 Error Error
        vi "mục «{key}» được ghi hai lần (lần đầu ở dòng {first})" "giữ lại một dòng «{key}» và xoá dòng kia"
           "Mỗi mục chỉ được ghi một lần; nếu ghi hai lần thì không biết dòng nào đúng."
        en "the key «{key}» is written twice (first on line {first})" "keep one line «{key}» and delete the other"
           "Each key may stand only once; with two nobody can tell which one is right."
        wrong "title: Đền Hạ\ntitle: Đền Thượng" right "title: Đền Hạ";
    COLON_IN_TEXT 204 Error Error
        vi "dấu hai chấm trong câu làm máy hiểu nhầm là một mục mới" "đặt cả câu trong ngoặc kép: \"{value}\""
           "Trong YAML, dấu hai chấm có dấu cách phía sau ngăn tên mục và nội dung. Trong một câu, nó phải nằm trong ngoặc kép."
        en "a colon inside the text looks like the start of a new key" "put the whole text in quotes: \"{value}\""
           "In YAML a colon followed by a space separates a key from its content. Inside a sentence it has to stand in quotes."
        wrong "title: Đền Hạ: khu B" right "title: \"Đền Hạ: khu B\"";
}
