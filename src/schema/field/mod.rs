//! Field types: one file each, and [`FIELDS`], the slice that names them all.
//!
//! Entry point: [`find`]. Invariant: a field type owns everything about its values: reading and checking, what pages
//! show, facets, structured data. To add one is to add a file and a line here.

pub mod audio;
pub mod choice;
pub mod contact;
pub mod coordinates;
pub mod date;
pub mod dating;
pub mod festival;
pub mod file;
mod former_address;
pub mod group;
pub mod gtin;
pub mod hours;
pub mod inscription;
pub mod integer;
pub mod isbn;
pub mod line;
pub mod longtext;
pub mod lunar;
pub mod money;
pub mod number;
pub mod opens;
pub mod parts;
pub mod payment;
pub mod phone;
pub mod photo;
pub mod place;
pub mod province;
pub mod range;
pub mod recognition;
pub mod reference;
pub mod rights;
pub mod shop;
pub mod source;
pub mod stars;
pub mod step;
pub mod text;
pub mod url;
pub mod verified;
mod ward;
mod year;
pub mod yesno;

#[cfg(test)]
pub(crate) mod testing;

use super::reading::Reading;
use super::shape::Home;
use super::showing::Showing;
use super::spec::FieldSpec;
use super::value::Value;
use crate::source::yaml::Node;
use crate::text::Text;
use serde_json::Value as Json;

/// A value by which a list can be filtered.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FacetValue {
    /// Stable key, used in URLs: `[a-z0-9-]`; places use their code, never a name.
    pub key: String,
    /// What visitors read.
    pub label: FacetLabel,
}

/// Where the label of a facet value comes from.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FacetLabel {
    /// A word of the strings per language: `rank.national`.
    Word(String),
    /// The title of another entry, by key.
    Entry(String),
    /// The same text in all languages.
    Same(String),
    /// Texts per language position.
    Per(Vec<(crate::text::Lang, String)>),
}

/// What a type of field does. All methods are pure.
pub trait FieldType: Sync {
    /// The name in kind files.
    fn name(&self) -> &'static str;

    /// One sentence about what authors write, for documentation: Vietnamese, English.
    fn about(&self) -> (&'static str, &'static str);

    /// True when a list is how a single value is written (coordinates).
    fn takes_list(&self) -> bool {
        false
    }

    /// Reads and checks one value.
    fn read(&self, node: &Node, spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value>;

    /// The name of the component (`field.<name>`) that shows these values, as [`FieldType::show`] gave them; the default is
    /// the type's own name.
    fn component(&self, _shown: &[Json]) -> &'static str {
        self.name()
    }

    /// The keys of its parts, for those who write a part without the whole; a group has those of its kind.
    fn keys(&self) -> &'static [&'static str] {
        &[]
    }

    /// Under which of its keys a value belongs that somebody wrote without any; `None`: nobody can tell.
    fn home<'s>(&self, _word: &str, _spec: &'s FieldSpec) -> Option<Home<'s>> {
        None
    }

    /// Everything that a page shows of one value, as data for the component; `None`: nothing to show.
    fn show(&self, value: &Value, spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json>;

    /// A few words for a card, in the page's language.
    fn brief(&self, _value: &Value, _spec: &FieldSpec, _showing: &Showing<'_>) -> Option<Json> {
        None
    }

    /// Which of several values comes first where there is room for one: the first that was written.
    fn foremost<'v>(&self, values: &'v [Value]) -> Option<&'v Value> {
        values.first()
    }

    /// True when lists can be filtered by its values.
    fn is_facet(&self) -> bool {
        false
    }

    /// The values by which lists are filtered; none unless [`FieldType::is_facet`].
    fn facets(&self, _value: &Value, _spec: &FieldSpec) -> Vec<FacetValue> {
        Vec::new()
    }

    /// The value for the schema.org property that the kind names for this field.
    fn linked_data(&self, _value: &Value, _spec: &FieldSpec, _showing: &Showing<'_>) -> Option<Json> {
        None
    }

    /// Latitude and longitude in degrees (WGS 84), when the value says where something is.
    fn spot(&self, _value: &Value) -> Option<(f64, f64)> {
        None
    }

    /// The code of another standard (a payment, a network) that the value stands for.
    fn direct(&self, _value: &Value) -> Option<DirectCode> {
        None
    }

    /// Names by which a search should also find the entry.
    fn search<'v>(&self, _value: &'v Value) -> Vec<Name<'v>> {
        Vec::new()
    }
}

/// A name that a search finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name<'v> {
    /// Per language.
    Text(&'v Text),
    /// The same in all of them.
    Word(&'v str),
}

/// A code that does not lead to a page of the site: what it says is all that it is. Its picture lies beside the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DirectCode {
    /// What the symbol says.
    pub payload: String,
    /// True for an invented example, whose picture must say so.
    pub sample: bool,
}

impl DirectCode {
    /// The name of its picture without ending: it stands for the content, so that no old picture is ever shown from a
    /// browser's memory (FNV-1a, 64 bits).
    pub fn stem(&self) -> String {
        let bytes = self.payload.bytes().chain([u8::from(self.sample)]);
        let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
        format!("ma-{hash:016x}")
    }
}

/// Every such code of these fields and of the groups within them, in order, each once.
pub fn direct_codes(fields: &super::value::Fields, specs: &[FieldSpec]) -> Vec<DirectCode> {
    let mut codes: Vec<DirectCode> = Vec::new();
    for spec in specs {
        for value in fields.items(&spec.name) {
            let inner = value.fields().filter(|_| !spec.fields.is_empty());
            let inner = inner.map_or(Vec::new(), |inner| direct_codes(inner, &spec.fields));
            for code in spec.field.direct(value).into_iter().chain(inner) {
                if !codes.contains(&code) {
                    codes.push(code);
                }
            }
        }
    }
    codes
}

/// Every field type.
pub static FIELDS: &[&dyn FieldType] = &[
    &text::TextField,
    &longtext::LongText,
    &line::Line,
    &integer::Integer,
    &yesno::YesNo,
    &choice::ChoiceField,
    &group::Group,
    &reference::Ref,
    &number::Number,
    &range::Range,
    &date::DateField,
    &money::Money,
    &payment::Payment,
    &opens::Opens,
    &phone::PhoneField,
    &url::UrlField,
    &shop::Shop,
    &contact::Contact,
    &rights::Rights,
    &file::FileField,
    &photo::Photo,
    &audio::Audio,
    &coordinates::Coordinates,
    &place::Place,
    &dating::Dating,
    &recognition::Recognition,
    &stars::Stars,
    &lunar::Lunar,
    &festival::Festival,
    &hours::Hours,
    &isbn::Isbn,
    &gtin::Gtin,
    &source::Source,
    &verified::Verified,
    &step::Step,
    &inscription::Inscription,
];

/// The field type of a name.
pub fn find(name: &str) -> Option<&'static dyn FieldType> {
    FIELDS.iter().copied().find(|f| f.name() == name)
}

#[cfg(test)]
mod tests {
    use super::FIELDS;
    use super::testing::Probe;
    use crate::schema::spec::FieldSpec;

    #[test]
    fn what_was_left_open_is_nothing_written_in_any_field() {
        for field in FIELDS {
            for open in ["…", "...", "\"\""] {
                let probe = Probe::read(*field, open);
                assert_eq!((probe.value, probe.found), (None, vec![]), "{}: {open}", field.name());
                if field.takes_list() {
                    continue;
                }
                let many = FieldSpec {
                    many: true,
                    ..FieldSpec::new("x", *field)
                };
                let probe = Probe::by(many, &format!("[{open}]"));
                assert_eq!((probe.value, probe.found), (None, vec![]), "{}: [{open}]", field.name());
            }
        }
    }
}
