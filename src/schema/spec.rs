//! What a kind says about one field.
//!
//! Entry point: [`FieldSpec`]. Invariant: a spec is data; what the field does is its [`FieldType`].

use super::field::FieldType;
use super::reading::Reading;
use super::value::Value;
use crate::diag::{Code, Diagnostic, FORM, codes};
use crate::source::yaml::{Data, Node, is_left_open};
use crate::text::Text;

/// Findings that tell of something that is not there.
const ABSENCES: &[&Code] = &[
    codes::fields::MISSING_FIELD,
    codes::fields::PART_MISSING,
    codes::facts::RANK_WITHOUT_DECISION,
    codes::facts::STARS_WITHOUT_DECISION,
    codes::facts::OLD_ADDRESS_ONLY,
    codes::facts::WITHOUT_CONSENT,
    codes::facts::WITHOUT_RIGHTS,
    codes::fields::ONE_FORM,
    codes::media::MISSING_ALT,
    codes::media::MISSING_CREDIT,
    codes::site::WARD_WITHOUT_NAME,
];

/// Which part of a page shows a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Section {
    /// Beside the title.
    Lead,
    /// The list of facts.
    #[default]
    Facts,
    /// With the story.
    Story,
    /// Parts with a heading each: components, stalls, stops.
    Parts,
    /// For those who come: hours, ticket, rules.
    Visit,
    /// For those who buy: prices, shops.
    Buy,
    /// Pictures and sound.
    Media,
    /// Where it is known from.
    Sources,
    /// Nowhere; other fields or lists use it.
    Hidden,
}

impl Section {
    /// Every section with its name in kind files and templates.
    pub const ALL: &[(&'static str, Section)] = &[
        ("lead", Section::Lead),
        ("facts", Section::Facts),
        ("story", Section::Story),
        ("parts", Section::Parts),
        ("visit", Section::Visit),
        ("buy", Section::Buy),
        ("media", Section::Media),
        ("sources", Section::Sources),
        ("hidden", Section::Hidden),
    ];

    /// The name in kind files and templates.
    pub fn name(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(_, s)| *s == self)
            .map_or("facts", |(name, _)| name)
    }
}

/// One value of a closed list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What authors write.
    pub key: String,
    /// What visitors read.
    pub label: Text,
}

/// A field of a kind.
#[derive(Clone)]
pub struct FieldSpec {
    /// The key in `entry.yaml`.
    pub name: String,
    /// What kind of value it is.
    pub field: &'static dyn FieldType,
    /// What visitors read in front of it.
    pub label: Text,
    /// What volunteers read about it.
    pub help: Text,
    /// True when an entry without it is not complete.
    pub required: bool,
    /// True when it is a list.
    pub many: bool,
    /// Where pages show it.
    pub section: Section,
    /// The closed list of a `choice`.
    pub choices: Vec<Choice>,
    /// The fields of a `group`.
    pub fields: Vec<FieldSpec>,
    /// The kinds that a `ref` may name; empty: any.
    pub to: Vec<String>,
    /// The heading under which the entry that is referred to shows this one; empty: it does not.
    pub back: Text,
    /// True when the items of a list get codes of their own.
    pub codes: bool,
    /// Smallest number allowed.
    pub min: Option<i64>,
    /// Largest number allowed.
    pub max: Option<i64>,
    /// False when digits stand without groups: years, numbers of houses.
    pub grouped: bool,
    /// The schema.org property that the value goes to.
    pub ld: Option<String>,
    /// The heading in spreadsheets.
    pub sheet: Option<String>,
    /// True when its kind file has a mistake in it, which has been told: what entries write is not judged by it.
    pub is_broken: bool,
    /// How it is written in the example of its kind: lines of YAML. Only fields of a kind have it, and not all.
    pub form: Option<String>,
}

impl std::fmt::Debug for FieldSpec {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.name, self.field.name())
    }
}

impl FieldSpec {
    /// A field of a type, with nothing else said about it.
    pub fn new(name: &str, field: &'static dyn FieldType) -> Self {
        Self {
            name: name.to_string(),
            field,
            label: Text::default(),
            help: Text::default(),
            required: false,
            many: false,
            section: Section::Facts,
            choices: Vec::new(),
            fields: Vec::new(),
            to: Vec::new(),
            back: Text::default(),
            codes: false,
            min: None,
            max: None,
            grouped: true,
            ld: None,
            sheet: None,
            is_broken: false,
            form: None,
        }
    }

    /// Reads the value of this field; `None` when nothing usable was written.
    pub fn read(&self, node: &Node, reading: &mut Reading<'_>) -> Option<Value> {
        let before = reading.found.len();
        let value = self.read_value(node, reading);
        super::shape::show(self, node, before, reading);
        let mut value = value?;
        value.shrink();
        Some(value)
    }

    fn read_value(&self, node: &Node, reading: &mut Reading<'_>) -> Option<Value> {
        if node.is_empty() || node.data == Data::Unread || self.is_broken {
            return None;
        }
        if !self.many {
            if matches!(node.data, Data::List(_)) && !self.field.takes_list() {
                if node.is_unread() {
                    return None;
                }
                let form = super::shape::one_of(self, node, reading);
                let known = self.field.keys().join(", ");
                let (code, mut args) = match known.is_empty() {
                    true => (codes::fields::ONE_VALUE, vec![]),
                    false => (codes::fields::NEEDS_KEYS, vec![("known", &*known)]),
                };
                args.extend(form.as_deref().map(|form| (FORM, form)));
                reading.report(code, node.span, &args);
                return None;
            }
            return self.read_one(node, reading);
        }
        // `{ historical, scenic }`: the brackets of a list were meant.
        if self.field.name() == "choice" && !node.pairs().is_empty() && node.pairs().iter().all(|(_, v)| v.is_empty()) {
            let keys: Vec<&str> = node.pairs().iter().map(|(key, _)| key.text.as_str()).collect();
            let data = Data::Scalar(keys.join(", "));
            return self.read_one(&Node { data, span: node.span }, reading);
        }
        let nodes = match &node.data {
            Data::List(items) if !self.field.takes_list() || items.iter().any(|i| matches!(i.data, Data::List(_))) => {
                items.as_slice()
            }
            _ => std::slice::from_ref(node),
        };
        let joined = super::dashes::join(nodes, self, reading);
        let nodes = joined.as_deref().unwrap_or(nodes);
        let readable = nodes.iter().filter(|node| node.data != Data::Unread);
        let values: Vec<Value> = readable.filter_map(|n| self.read_one(n, reading)).collect();
        (!values.is_empty()).then_some(Value::List(values))
    }

    /// Reads one value. What seems to be missing in it may only have been unreadable, which has been told.
    fn read_one(&self, node: &Node, reading: &mut Reading<'_>) -> Option<Value> {
        if node.scalar().is_some_and(is_left_open) {
            return None;
        }
        let before = reading.found.len();
        let value = self.field.read(node, self, reading);
        let is_absence = |d: &Diagnostic| ABSENCES.contains(&d.code);
        if reading.found[before..].iter().any(is_absence) && reading.is_torn_apart(node) {
            let new = reading.found.split_off(before);
            reading.found.extend(new.into_iter().filter(|d| !is_absence(d)));
        }
        value
    }
}
