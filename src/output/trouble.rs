//! What goes wrong between vanbia and the disk, in plain words; and patience with files that are held for a moment.
//!
//! Entry point: [`Trouble`], [`patiently`]. Invariant: every failure names the file that it is about.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use super::step::Halt;
use crate::diag::codes::output as codes;
use crate::diag::{Code, Diagnostic, Place};

/// Why writing ended early.
#[derive(Debug)]
pub(super) enum Trouble {
    /// A test said so: nothing may be tidied up.
    Killed,
    /// Somebody else wrote this file since it was read.
    Changed(String),
    /// The file system failed at this path.
    Disk(io::Error, PathBuf),
}

impl Trouble {
    /// For `map_err`: this path is the one that failed.
    pub(super) fn at(path: &Path) -> impl FnOnce(io::Error) -> Self + '_ {
        move |error| Trouble::Disk(error, path.to_owned())
    }

    /// For `map_err` on a step: what the hook asked for, at this path.
    pub(super) fn halted(path: &Path) -> impl FnOnce(Halt) -> Self + '_ {
        move |halt| match halt {
            Halt::Kill => Trouble::Killed,
            Halt::Fail(error) => Trouble::Disk(error, path.to_owned()),
        }
    }

    /// The finding to show.
    pub(super) fn finding(&self) -> Diagnostic {
        match self {
            Trouble::Killed => Diagnostic::new(codes::WRITE_FAILED)
                .with("path", "")
                .with("detail", "stopped"),
            Trouble::Changed(file) => {
                let place = Place::file(&file.as_str().into());
                Diagnostic::new(crate::diag::codes::files::CHANGED_MEANWHILE).at(place)
            }
            Trouble::Disk(error, path) => {
                let code = code_of(error);
                let shown = path.display();
                let found = Diagnostic::new(code).with("path", shown);
                if code == codes::WRITE_FAILED {
                    let (vi, en) = crate::diag::machine::words(error);
                    found.with("detail", vi).with("detail_en", en)
                } else {
                    found
                }
            }
        }
    }
}

fn code_of(error: &io::Error) -> &'static Code {
    if is_held(error) && error.kind() != ErrorKind::PermissionDenied {
        return codes::FILE_IN_USE;
    }
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => codes::DISK_FULL,
        ErrorKind::ReadOnlyFilesystem => codes::READ_ONLY,
        ErrorKind::PermissionDenied => codes::NO_PERMISSION,
        _ => codes::WRITE_FAILED,
    }
}

/// Somebody has the file open: a virus scanner, OneDrive, a browser.
fn is_held(error: &io::Error) -> bool {
    // Windows: 32 sharing violation, 33 lock violation; a rename onto an open file answers 5, access denied.
    if cfg!(windows) && (matches!(error.raw_os_error(), Some(32 | 33)) || error.kind() == ErrorKind::PermissionDenied) {
        return true;
    }
    matches!(error.kind(), ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy)
}

/// Tries again, for two seconds in all, while somebody else holds the file.
pub(super) fn patiently<T>(act: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    patiently_with(&thread::sleep, act)
}

fn patiently_with<T>(sleep: &dyn Fn(Duration), mut act: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    let mut wait = Duration::from_millis(5);
    let mut left = Duration::from_secs(2);
    loop {
        match act() {
            Err(error) if is_held(&error) && !left.is_zero() => {
                let pause = wait.min(left);
                sleep(pause);
                left -= pause;
                wait *= 2;
            }
            other => return other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    #[test]
    fn faults_of_the_disk_have_codes_of_their_own() {
        let cases = [
            (ErrorKind::StorageFull, codes::DISK_FULL),
            (ErrorKind::QuotaExceeded, codes::DISK_FULL),
            (ErrorKind::ReadOnlyFilesystem, codes::READ_ONLY),
            (ErrorKind::ResourceBusy, codes::FILE_IN_USE),
            (ErrorKind::PermissionDenied, codes::NO_PERMISSION),
            (ErrorKind::NotADirectory, codes::WRITE_FAILED),
        ];
        for (kind, code) in cases {
            let found = Trouble::Disk(kind.into(), PathBuf::from("output/a")).finding();
            assert_eq!(found.code, code, "{kind}");
            assert!(found.message(crate::diag::Speech::En).contains("output/a"));
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn the_numbers_of_the_system_are_understood() {
        let code = |number| {
            Trouble::Disk(io::Error::from_raw_os_error(number), PathBuf::new())
                .finding()
                .code
        };
        assert_eq!(code(28), codes::DISK_FULL); // ENOSPC
        assert_eq!(code(122), codes::DISK_FULL); // EDQUOT
        assert_eq!(code(30), codes::READ_ONLY); // EROFS
        assert_eq!(code(13), codes::NO_PERMISSION); // EACCES
        assert_eq!(code(1), codes::NO_PERMISSION); // EPERM
    }

    #[test]
    fn a_file_held_for_a_moment_is_waited_for() {
        let waited = Cell::new(Duration::ZERO);
        let tries = Cell::new(0);
        let done = patiently_with(&|pause| waited.set(waited.get() + pause), || {
            tries.set(tries.get() + 1);
            if tries.get() < 4 {
                Err(ErrorKind::ResourceBusy.into())
            } else {
                Ok(())
            }
        });
        assert!(done.is_ok());
        assert_eq!(waited.get(), Duration::from_millis(5 + 10 + 20));
    }

    #[test]
    fn patience_ends_after_two_seconds() {
        let waited = Cell::new(Duration::ZERO);
        let done: io::Result<()> = patiently_with(&|pause| waited.set(waited.get() + pause), || {
            Err(ErrorKind::ResourceBusy.into())
        });
        assert!(done.is_err());
        assert_eq!(waited.get(), Duration::from_secs(2));
    }

    #[test]
    fn other_faults_are_not_tried_again() {
        let tries = Cell::new(0);
        let done: io::Result<()> = patiently_with(&|_| panic!("no reason to wait"), || {
            tries.set(tries.get() + 1);
            Err(ErrorKind::StorageFull.into())
        });
        assert!(done.is_err());
        assert_eq!(tries.get(), 1);
    }
}
