//! The cards of a page as templates get them: drawn already.
//!
//! Entry point: [`value`]. Invariant: templates print cards and never look inside them, so that a card is drawn once
//! for all pages that show it.

use super::html;
use crate::view::model::{CardLists, CardView};
use std::sync::Arc;
use tera::{Map, Value};

/// The lists of a page, each card replaced by what `draw` gives for it.
pub(super) fn value(cards: &CardLists, draw: &dyn Fn(&CardView, &str) -> Value) -> Value {
    let CardLists {
        list,
        featured,
        recent,
        back,
        related,
        nearest,
    } = cards;
    let drawn = |cards: &[Arc<CardView>]| Value::from(cards.iter().map(|card| draw(card, "")).collect::<Vec<_>>());
    let back: Vec<Value> = back
        .iter()
        .map(|group| {
            map([
                ("heading", Value::from_serializable(&group.heading)),
                ("cards", drawn(&group.cards)),
                ("others", Value::from_serializable(&group.others)),
            ])
        })
        .collect();
    let nearest: Vec<Value> = nearest
        .iter()
        .map(|near| {
            let mut note = String::from(" <span class=\"far\">");
            html::text(&mut note, &near.distance);
            note.push_str("</span>");
            map([
                ("card", draw(&near.card, &note)),
                ("distance", Value::from(near.distance.as_str())),
            ])
        })
        .collect();
    map([
        ("list", drawn(list)),
        ("featured", drawn(featured)),
        ("recent", drawn(recent)),
        ("back", Value::from(back)),
        ("related", drawn(related)),
        ("nearest", Value::from(nearest)),
    ])
}

fn map<const N: usize>(pairs: [(&'static str, Value); N]) -> Value {
    let mut map = Map::new();
    for (name, value) in pairs {
        map.insert(name.into(), value);
    }
    Value::from(map)
}
