//! The built-in kinds: one YAML file each, embedded.
//!
//! Entry point: [`builtin`]. Invariant: data only; to add a kind is to add a file and its line here.

use crate::source::document::Document;

/// Where the embedded files pretend to be; those of a site lie under `content/kinds/`.
pub const FOLDER: &str = "kinds/";

/// Every built-in kind file.
pub fn builtin() -> Vec<Document> {
    macro_rules! files {
        ($($name:literal),*) => {
            vec![$(Document::new(concat!("kinds/", $name, ".yaml"), include_str!(concat!($name, ".yaml")))),*]
        };
    }
    files!(
        "relic", "product", "producer", "bookcase", "book", "street", "market", "trail", "article", "link", "page"
    )
}

/// The fields that every kind has.
pub fn common() -> Document {
    Document::new("kinds/common.yaml", include_str!("common.yaml"))
}

#[cfg(test)]
mod tests;
