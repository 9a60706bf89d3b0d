//! A message code: its number, severities and wording in both message languages.
//!
//! Entry point: [`Code`]. Invariant: numbers are permanent; a code that is no longer used keeps its number.

use super::Speech;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The site is made, and people should know.
    Notice,
    /// The site is made, and somebody should mend it.
    Warning,
    /// Nothing is written.
    Error,
}

impl Severity {
    /// The word in front of a message.
    pub fn word(self, speech: Speech) -> &'static str {
        match self {
            Severity::Notice => speech.pick("ghi chú", "note"),
            Severity::Warning => speech.pick("cảnh báo", "warning"),
            Severity::Error => speech.pick("lỗi", "error"),
        }
    }

    /// The machine-readable name, as in `check --format json`.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Notice => "notice",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// What a code is about: the hundred that its number stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Area {
    /// 01xx: files and their encoding.
    Files,
    /// 02xx: YAML as text, before anybody asks what it means.
    Yaml,
    /// 03xx: fields and values.
    Fields,
    /// 04xx: prose in Markdown.
    Prose,
    /// 05xx: links, references and checks across entries.
    Site,
    /// 06xx: the ledger of codes, and plates that hang outside.
    Ledger,
    /// 07xx: pictures, sound and attachments.
    Media,
    /// 08xx: site.yaml, kinds, themes and strings.
    Setup,
    /// 09xx: writing, the machine and usage.
    Output,
    /// 10xx: plates and labels that are to be printed.
    Sign,
}

/// What a code says in one language. `{name}` stands for a value of the finding.
#[derive(Debug, PartialEq, Eq)]
pub struct Wording {
    /// What is wrong, one clause without a full stop.
    pub message: &'static str,
    /// What to do, one clause without a full stop.
    pub help: &'static str,
    /// Why it matters or how it comes about, for `vanbia explain`; whole sentences.
    pub cause: &'static str,
}

/// Content with the mistake, and the same content mended.
#[derive(Debug, PartialEq, Eq)]
pub struct Example {
    /// As found.
    pub wrong: &'static str,
    /// As it should be.
    pub right: &'static str,
}

/// A permanent message code, shown as `VB0203`.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// The number behind `VB`.
    pub number: u16,
    /// What it counts as while writing.
    pub draft: Severity,
    /// What it counts as under `--release`.
    pub release: Severity,
    /// Vietnamese wording.
    pub vi: Wording,
    /// English wording.
    pub en: Wording,
    /// An example for `vanbia explain`.
    pub example: Example,
}

impl Code {
    /// The wording in a message language.
    pub fn wording(&self, speech: Speech) -> &Wording {
        match speech {
            Speech::Vi => &self.vi,
            Speech::En => &self.en,
        }
    }

    /// What the code is about.
    pub fn area(&self) -> Area {
        match self.number / 100 {
            ..=1 => Area::Files,
            2 => Area::Yaml,
            3 => Area::Fields,
            4 => Area::Prose,
            5 => Area::Site,
            6 => Area::Ledger,
            7 => Area::Media,
            8 => Area::Setup,
            9 => Area::Output,
            10.. => Area::Sign,
        }
    }

    /// The code as people see it: `VB0203`.
    pub fn id(&self) -> String {
        format!("VB{:04}", self.number)
    }
}

/// Declares codes: one constant each, and `ALL`, the slice of the area.
///
/// ```text
/// codes! {
///     DUPLICATE_KEY 203 Error Error
///         vi "message" "help" "cause"
///         en "message" "help" "cause"
///         wrong "title: A\ntitle: B" right "title: A";
/// }
/// ```
macro_rules! codes {
    ($($name:ident $number:literal $draft:ident $release:ident
        vi $vm:literal $vh:literal $vc:literal
        en $em:literal $eh:literal $ec:literal
        wrong $wrong:literal right $right:literal;)*) => {
        $(
            #[doc = $em]
            pub const $name: &$crate::diag::Code = &$crate::diag::Code {
                number: $number,
                draft: $crate::diag::Severity::$draft,
                release: $crate::diag::Severity::$release,
                vi: $crate::diag::Wording { message: $vm, help: $vh, cause: $vc },
                en: $crate::diag::Wording { message: $em, help: $eh, cause: $ec },
                example: $crate::diag::Example { wrong: $wrong, right: $right },
            };
        )*
        /// Every code of this area.
        pub const ALL: &[&$crate::diag::Code] = &[$($name),*];
    };
}
pub(crate) use codes;
