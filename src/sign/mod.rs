//! Plates, labels and posters with codes, ready for the printer.
//!
//! Entry point: [`layout::Layout`] for the design, [`sheet::fill`] for a page, [`pdf::pdf`], [`pixels::png`] and
//! [`svg::svg`] for the file, [`proof::proof`] for the check; [`share_card::pixels`] for the picture of a shared link.
//! Invariant: pure functions over values; the same plates give the same bytes on every machine, because faces are
//! bundled and nothing is asked of the system.

mod breaks;
pub mod face;
pub mod index;
pub mod layout;
pub mod marks;
pub mod pdf;
pub mod pixels;
pub mod proof;
pub mod shape;
pub mod share_card;
pub mod sheet;
pub mod svg;
pub mod typeset;

use std::collections::BTreeMap;

/// From how far a camera reads a code, as a multiple of the side of its modules (1280 pixels across, a safety of one
/// half; measured).
pub const REACH: f32 = 276.0;

/// A code that goes onto a plate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// The digits.
    pub code: String,
    /// The entry, or a part of it.
    pub key: String,
    /// What the symbol says.
    pub payload: String,
    /// Its version, from 1 on.
    pub version: u8,
    /// The level of its error correction: `M`.
    pub level: &'static str,
    /// Number of the plate: `735195-1`.
    pub serial: String,
    /// The drawing, quiet zone included, one unit a module.
    pub svg: String,
}

/// Which code stands in a place of a layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    /// The short code of the entry; in further places those of its goods.
    Own,
    /// An account that takes transfers, by VietQR.
    Payment,
    /// What does something by itself: a network, a form, a call.
    Opens,
    /// A product's number as the standard's address (GS1 Digital Link).
    Product,
}

impl Slot {
    /// As layouts name them in `data-slot`.
    pub const ALL: [(&'static str, Slot); 4] = [
        ("code", Slot::Own),
        ("payment", Slot::Payment),
        ("opens", Slot::Opens),
        ("gtin", Slot::Product),
    ];

    /// The name in a layout.
    pub fn name(self) -> &'static str {
        let own = Self::ALL.iter().find(|(_, slot)| *slot == self);
        own.map_or("", |(name, _)| name)
    }
}

/// What a plate says.
#[derive(Clone, Debug, PartialEq)]
pub struct Plate {
    /// The entry.
    pub key: String,
    /// What stands for the `{names}` of the layout.
    pub says: BTreeMap<String, String>,
    /// Its short codes, the main one first.
    pub codes: Vec<Code>,
    /// Codes by other standards.
    pub others: Vec<Other>,
}

/// A code by another standard that a plate can bear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    /// In which places it may stand.
    pub slot: Slot,
    /// The code.
    pub code: Code,
    /// What it is called beside other ones of its slot: a product's pack and its number.
    pub called: [String; 2],
}

impl Plate {
    /// The places of a layout that get a code, with that code.
    pub fn shown<'p>(&'p self, layout: &'p layout::Layout) -> Vec<(layout::CodeBox, &'p Code)> {
        let mut own = self.codes.iter();
        let mut code = |slot: Slot| match slot {
            Slot::Own => own.next(),
            slot => self
                .others
                .iter()
                .find(|other| other.slot == slot)
                .map(|other| &other.code),
        };
        let places = layout.codes.iter();
        places.filter_map(|place| Some((*place, code(place.slot)?))).collect()
    }

    /// A place of the layout for which there is no code, other than places for goods.
    pub fn lacks(&self, layout: &layout::Layout) -> Option<Slot> {
        let has = |slot: Slot| slot == Slot::Own || self.others.iter().any(|other| other.slot == slot);
        layout.codes.iter().map(|place| place.slot).find(|slot| !has(*slot))
    }

    /// As many plates as it takes: on a layout for product numbers one for each number, on a layout for goods as many as
    /// show all of them.
    pub fn spread(self, layout: &layout::Layout) -> Vec<Self> {
        let of_slot = |slot: Slot| layout.codes.iter().filter(|place| place.slot == slot).count();
        if of_slot(Slot::Product) > 0 {
            return self.packs();
        }
        let goods = of_slot(Slot::Own).saturating_sub(1);
        match goods > 0 && self.codes.len() > goods + 1 {
            true => self.goods(goods),
            false => vec![self],
        }
    }

    fn packs(self) -> Vec<Self> {
        let packs = self.others.iter().filter(|other| other.slot == Slot::Product);
        let of = |other: &Other| {
            let mut plate = Self {
                others: vec![other.clone()],
                ..self.clone()
            };
            let [pack, number] = other.called.clone();
            plate.says.insert("pack".to_string(), pack);
            plate.says.insert("gtin".to_string(), number);
            plate
        };
        packs.map(of).collect()
    }

    fn goods(self, at_once: usize) -> Vec<Self> {
        let Some((own, goods)) = self.codes.split_first() else {
            return vec![self];
        };
        let numbers: Vec<usize> = (1..=goods.len()).collect();
        let of = |numbers: &[usize]| {
            let mut plate = self.clone();
            plate.says.retain(|name, _| !name.starts_with("item_"));
            plate.codes = vec![own.clone()];
            for (place, number) in numbers.iter().enumerate() {
                plate.codes.push(goods[number - 1].clone());
                for ending in ["", "_2", "_address"] {
                    let said = self.says.get(&format!("item_{number}{ending}"));
                    plate
                        .says
                        .extend(said.map(|said| (format!("item_{}{ending}", place + 1), said.clone())));
                }
            }
            plate
        };
        numbers.chunks(at_once).map(of).collect()
    }
}

/// How far away a code of such modules is read, in whole centimeters.
pub fn reads_from_cm(module_mm: f32) -> u32 {
    (module_mm * REACH / 10.0 + 0.01) as u32
}

/// The side that modules need to be read from this distance, in millimeters.
pub fn module_for_cm(distance: u32) -> f32 {
    distance as f32 * 10.0 / REACH
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_and_module_belong_together() {
        // 90 mm across 25 modules: the table of the measurements says 99 cm.
        assert_eq!(reads_from_cm(90.0 / 25.0), 99);
        assert_eq!(reads_from_cm(60.0 / 29.0), 57);
        for distance in [20, 50, 100, 150, 400] {
            assert_eq!(reads_from_cm(module_for_cm(distance)), distance);
        }
    }

    #[test]
    fn goods_that_do_not_fit_go_onto_further_plates() {
        let code = |code: &str| Code {
            code: code.to_string(),
            key: format!("products/{code}"),
            payload: format!("https://A.EXAMPLE/{code}/"),
            version: 2,
            level: "M",
            serial: "1-1".to_string(),
            svg: String::new(),
        };
        let (svg, paper) = layout::builtin("stall").unwrap();
        let source = layout::Source {
            name: "stall",
            file: "stall.svg",
            svg,
            color: "#000000",
            paper,
        };
        let layout = layout::Layout::read(&source).0.unwrap();
        let says = (1..=8).map(|n| (format!("item_{n}"), format!("món {n}")));
        let plate = Plate {
            key: "markets/cho#gian".to_string(),
            says: says.collect(),
            codes: (0..=8).map(|n| code(&n.to_string())).collect(),
            others: Vec::new(),
        };
        let plates = plate.spread(&layout);
        let codes = |plate: &Plate| {
            plate
                .codes
                .iter()
                .map(|code| code.code.clone())
                .collect::<Vec<_>>()
                .join("")
        };
        assert_eq!(plates.iter().map(codes).collect::<Vec<_>>(), ["0123456", "078"]);
        assert_eq!(plates[1].says.get("item_2").map(String::as_str), Some("món 8"));
        assert_eq!(plates[1].says.get("item_3"), None);
    }
}
