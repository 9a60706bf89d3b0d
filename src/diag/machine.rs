//! What the machine answered, in words that its owner knows.
//!
//! Entry point: [`words`]. Invariant: no answer of the operating system or of the program's libraries is shown as it
//! came; what has no words here keeps its number, which a helper can look up.

use std::io::{Error, ErrorKind};

/// Why the machine refused, in Vietnamese and in English.
pub fn words(error: &Error) -> (String, String) {
    let (vi, en) = match error.kind() {
        ErrorKind::NotFound => ("không có tệp hoặc thư mục này", "there is no such file or folder"),
        ErrorKind::PermissionDenied => ("máy không cho phép", "the computer does not allow it"),
        ErrorKind::ReadOnlyFilesystem => ("ổ đĩa chỉ cho đọc", "the disk is read-only"),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => ("ổ đĩa đã đầy", "the disk is full"),
        ErrorKind::IsADirectory => ("đây là thư mục, không phải tệp", "this is a folder, not a file"),
        ErrorKind::NotADirectory => ("đây là tệp, không phải thư mục", "this is a file, not a folder"),
        ErrorKind::AlreadyExists => ("tên này đã có rồi", "this name is already taken"),
        ErrorKind::InvalidData => ("tệp không phải là văn bản UTF-8", "the file is not UTF-8 text"),
        ErrorKind::InvalidFilename => ("máy không dùng được tên này", "the computer cannot use this name"),
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => {
            ("chương trình khác đang giữ tệp", "another program holds the file")
        }
        ErrorKind::TimedOut => ("chờ quá lâu", "it took too long"),
        _ => {
            return match error.raw_os_error() {
                Some(number) => (
                    format!("máy báo lỗi số {number}"),
                    format!("the computer reports error {number}"),
                ),
                None => ("máy báo lỗi".to_string(), "the computer reports an error".to_string()),
            };
        }
    };
    (vi.to_string(), en.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_of_the_system_become_words() {
        let missing = std::io::Error::from(ErrorKind::NotFound);
        assert_eq!(words(&missing).0, "không có tệp hoặc thư mục này");
        for number in 1..140 {
            let error = Error::from_raw_os_error(number);
            let (vi, en) = words(&error);
            for said in [vi, en] {
                assert!(said.chars().count() > 8, "{number}: {said}");
                assert!(
                    !said.contains("os error") && !said.contains("entity"),
                    "{number}: {said}"
                );
            }
        }
    }
}
