//! File systems that do not say when somebody else changes a file: network drives, folders shared with a host.
//!
//! Entry point: [`without_events`]. Invariant: only mounts and path forms are looked at, nothing is written.
#![expect(clippy::disallowed_methods, reason = "the table of mounts is read here")]

use std::path::{Path, PathBuf};

/// Kinds by the name that Linux gives them. A disk with `fuseblk` (NTFS on a USB stick) is local and does tell.
const SILENT: &[&str] = &[
    "9p",
    "afs",
    "autofs",
    "ceph",
    "cifs",
    "coda",
    "davfs",
    "drvfs",
    "glusterfs",
    "lustre",
    "ncpfs",
    "nfs",
    "nfs4",
    "prl_fs",
    "smb3",
    "smbfs",
    "vboxsf",
    "virtiofs",
    "vmhgfs",
];

/// The kind of file system that holds `path`, if it gives no events for changes made elsewhere.
pub(super) fn without_events(path: &Path) -> Option<String> {
    let real = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    if cfg!(windows) {
        return is_share(&real.to_string_lossy()).then(|| "SMB".to_string());
    }
    // Without the table, as on other systems, we hope for the best: the slow walk finds what events miss.
    let mounts = std::fs::read_to_string("/proc/self/mounts").ok()?;
    silent(&mounts, &real)
}

/// `\\server\share` and `\\?\UNC\server\share`, which a mapped drive letter resolves to.
fn is_share(path: &str) -> bool {
    match path.strip_prefix(r"\\?\") {
        Some(rest) => rest.starts_with(r"UNC\"),
        None => path.starts_with(r"\\"),
    }
}

/// The kind of the mount that holds a path, if it is silent. Of mounts at one place the last one covers the others.
fn silent(mounts: &str, path: &Path) -> Option<String> {
    let mut best: Option<(usize, &str)> = None;
    for line in mounts.lines() {
        let mut parts = line.split(' ').skip(1);
        let (Some(at), Some(kind)) = (parts.next(), parts.next()) else {
            continue;
        };
        let at = unescape(at);
        let depth = at.components().count();
        if path.starts_with(&at) && best.is_none_or(|(d, _)| depth >= d) {
            best = Some((depth, kind));
        }
    }
    let (_, kind) = best?;
    (SILENT.contains(&kind) || kind.starts_with("fuse.")).then(|| kind.to_string())
}

/// `\040` is a space in the table of mounts.
fn unescape(text: &str) -> PathBuf {
    let mut plain = text.to_string();
    for (code, sign) in [(r"\040", " "), (r"\011", "\t"), (r"\012", "\n"), (r"\134", r"\")] {
        plain = plain.replace(code, sign);
    }
    PathBuf::from(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "/dev/sda1 / ext4 rw 0 0\n\
        proc /proc proc rw 0 0\n\
        //nas/di-tich /mnt/nas cifs rw 0 0\n\
        /dev/sdb1 /media/usb fuseblk rw 0 0\n\
        C:\\134 /mnt/c 9p rw,aname=drvfs 0 0\n\
        gdrive /home/lan/Google\\040Drive fuse.rclone rw 0 0\n\
        /dev/sdc1 /mnt/nas/local ext4 rw 0 0\n";

    #[test]
    fn shares_of_the_network_and_of_a_host_are_known() {
        for (path, kind) in [
            ("/home/lan/site", None),
            ("/mnt/nas/site", Some("cifs")),
            ("/mnt/nas", Some("cifs")),
            ("/mnt/nasty", None),
            ("/mnt/nas/local/site", None),
            ("/mnt/c/Users/Lan/site", Some("9p")),
            ("/media/usb/site", None),
            ("/home/lan/Google Drive/site", Some("fuse.rclone")),
        ] {
            assert_eq!(silent(MOUNTS, Path::new(path)).as_deref(), kind, "{path}");
        }
    }

    #[test]
    fn the_last_of_two_mounts_at_one_place_counts() {
        let mounts = "a /site ext4 rw 0 0\nb /site nfs4 rw 0 0\n";
        assert_eq!(silent(mounts, Path::new("/site/content")).as_deref(), Some("nfs4"));
    }

    #[test]
    fn shares_of_windows_are_told_from_disks() {
        for share in [r"\\may-chu\di-tich\site", r"\\?\UNC\may-chu\di-tich"] {
            assert!(is_share(share), "{share}");
        }
        for disk in [r"\\?\C:\Users\Lan\site", r"C:\site", "/site"] {
            assert!(!is_share(disk), "{disk}");
        }
    }
}
