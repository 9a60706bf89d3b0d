//! Layouts by name, and which one a plate gets.
//!
//! Entry point: [`Shelf::choose`], [`Shelf::read`]. Invariant: a site's own layouts come before those of its theme, and
//! those before the built-in ones; a distance is kept, or told.

use super::{Subject, modules};
use crate::diag::codes::sign as messages;
use crate::diag::{Diagnostic, Diagnostics};
use crate::engine::Checked;
use crate::sign::layout::{Layout, Paper, Source, builtin, builtin_names, is_variant, variant};
use crate::sign::{Plate, module_for_cm, reads_from_cm};
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// The layouts that are tried for an entry with a distance, from the smallest.
const PLATES: [&str; 3] = ["plate-a6", "plate-a5", "plate-a4"];

/// A layout by its name, and the paper when it is not the layout's own.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Name of the layout.
    pub name: String,
    /// Width and height in millimeters.
    pub paper: Option<Paper>,
    /// The drawing that takes its place, where the plate has few goods.
    pub drawing: Option<&'static str>,
}

impl Choice {
    fn plain(name: &str) -> Self {
        Self {
            name: name.to_string(),
            paper: None,
            drawing: None,
        }
    }
}

/// Where layouts lie: the site's own theme folder, its theme, the program itself.
pub struct Shelf<'c> {
    checked: &'c Checked,
    /// From how far a code of a version is read on a layout; reading a layout takes some time.
    reaches: Mutex<BTreeMap<(String, u8), u32>>,
}

impl<'c> Shelf<'c> {
    /// The layouts of a site.
    pub fn of(checked: &'c Checked) -> Self {
        Self {
            checked,
            reaches: Mutex::default(),
        }
    }

    /// Files of layouts: name, path, bytes. The site's own come first.
    fn files(&self) -> impl Iterator<Item = (&'c str, &'c str, Vec<u8>)> {
        let theme = format!("themes/{}/signs/", self.checked.site.frame.config.theme);
        let own = self.checked.tree.below("content/theme/signs/");
        let all = own.iter().map(|file| (file, &self.checked.tree));
        let all = all.chain(
            self.checked
                .theme
                .below(&theme)
                .iter()
                .map(|file| (file, &self.checked.theme)),
        );
        all.filter_map(|(file, tree)| {
            let name = file.path.rsplit_once('/')?.1.strip_suffix(".svg")?;
            Some((name, &*file.path, tree.bytes(file).ok()?))
        })
    }

    /// Every name, sorted.
    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = builtin_names().map(str::to_string).collect();
        names.extend(self.files().map(|(name, ..)| name.to_string()));
        // Drawings that the built-in layouts share have no name of their own.
        names.retain(|name| name != "plate" && !is_variant(name));
        names.sort();
        names.dedup();
        names
    }

    /// Reads a layout for entries of a kind of this color.
    pub fn read(&self, choice: &Choice, color: &str) -> (Option<Layout>, Diagnostics) {
        let name = choice.name.as_str();
        let drawing = choice
            .drawing
            .filter(|drawing| self.has_drawing(name, drawing))
            .unwrap_or(name);
        let built_in = builtin(drawing);
        let paper = choice.paper.or(built_in.and_then(|(_, paper)| paper));
        let own = self.files().find(|(own, ..)| *own == drawing);
        let (file, svg) = match (own, built_in) {
            (Some((_, file, bytes)), _) => (file.to_string(), String::from_utf8_lossy(&bytes).into_owned()),
            (None, Some((svg, _))) => (name.to_string(), svg.to_string()),
            (None, None) => return (None, Vec::new()),
        };
        Layout::read(&Source {
            name,
            file: &file,
            svg: &svg,
            color,
            paper,
        })
    }

    /// True when a drawing takes the place of a layout: a site's own layout is shown as it is, and so is that of a theme that
    /// has no such drawing.
    fn has_drawing(&self, name: &str, drawing: &str) -> bool {
        let file = format!("content/theme/signs/{name}.svg");
        let is_own = self.checked.tree.below(&file).iter().any(|own| *own.path == *file);
        let in_theme = |wanted: &str| self.files().any(|(own, ..)| own == wanted);
        !is_own && (in_theme(drawing) || !in_theme(name))
    }

    /// From how many centimeters a code of a version is read on a layout.
    fn reach(&self, choice: &Choice, version: u8) -> u32 {
        let key = (format!("{choice:?}"), version);
        let mut reaches = self.reaches.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = reaches.get(&key) {
            return *known;
        }
        let (layout, _) = self.read(choice, "#000000");
        let side = layout.and_then(|layout| layout.code_side());
        let reach = side.map_or(0, |side| reads_from_cm(side / modules(version)));
        reaches.insert(key, reach);
        reach
    }

    /// The layout of a plate: the one that was asked for, or that of its kind, or a larger one when its code has to be
    /// read from farther away. What cannot be kept is told.
    pub fn choose(
        &self,
        (asked, paper): (Option<&str>, Option<Paper>),
        subject: &Subject,
        plate: Option<&Plate>,
    ) -> (Choice, Option<Diagnostic>) {
        let version = plate
            .and_then(|plate| plate.codes.first())
            .map_or(1, |code| code.version);
        let name = asked.unwrap_or(&subject.layout);
        let goods = plate.map_or(0, |plate| plate.codes.len().saturating_sub(1));
        let usual = Choice {
            name: name.to_string(),
            paper,
            drawing: variant(name, goods),
        };
        let Some(wanted) = subject.scan_distance else {
            return (usual, None);
        };
        if usual.name == "board" && paper.is_none() {
            return (self.board(module_for_cm(wanted) * modules(version)), None);
        }
        // A poster or a street plate that is read from far enough stays what it is.
        if self.reach(&usual, version) >= wanted {
            return (usual, None);
        }
        let first = PLATES.iter().position(|name| *name == usual.name).unwrap_or(0);
        let mut larger = PLATES[first..].iter().copied().map(Choice::plain);
        let better = larger.find(|choice| self.reach(choice, version) >= wanted);
        let choice = match (asked, &better) {
            (Some(_), _) => usual,
            (None, Some(better)) => better.clone(),
            (None, None) => Choice::plain("plate-a4"),
        };
        let reads = self.reach(&choice, version);
        if reads >= wanted {
            return (choice, None);
        }
        let finding = match better {
            Some(better) => Diagnostic::new(messages::CODE_TOO_SMALL)
                .with("layout", &choice.name)
                .with("better", better.name)
                .with("reads", reads),
            None => {
                let mm = (module_for_cm(wanted) * modules(version)).ceil();
                let most = reads.max(self.reach(&Choice::plain("plate-a4"), version));
                Diagnostic::new(messages::DISTANCE_TOO_FAR)
                    .with("mm", mm)
                    .with("reads", most)
            }
        };
        let finding = finding.with("key", &subject.key).with("wanted", wanted);
        (choice, Some(finding))
    }

    /// A board whose code has at least this width, in whole centimeters.
    fn board(&self, side: f32) -> Choice {
        let usual = Choice::plain("board");
        let (layout, _) = self.read(&usual, "#000000");
        let Some((size, own)) = layout.and_then(|layout| Some((layout.size, layout.code_side()?))) else {
            return usual;
        };
        let up = |mm: f32| (mm * side / own / 10.0).ceil() * 10.0;
        Choice {
            paper: Some((up(size.0), up(size.1))),
            ..usual
        }
    }
}
