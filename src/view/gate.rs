//! What somebody at the gate is told before the facts, found among the facts: rank, maker, way, price.
//!
//! Entry point: [`Gate::of`]. Invariant: all of it stands among the fields, too; templates get it ready, so that they need
//! not search.

use super::model::{FieldView, Price, Saying};
use serde_json::Value as Json;

/// Ranks that are worth a seal beside the name, highest first.
const SEALED: &[&str] = &["special_national", "national", "provincial"];

/// The field that names who makes a product.
const MAKER: &str = "producer";

/// What stands at the head of an entry's page.
#[derive(Debug, Default)]
pub(super) struct Gate {
    pub seal: Option<Saying>,
    pub makers: Vec<FieldView>,
    pub directions: Option<String>,
    pub price: Option<Price>,
}

impl Gate {
    pub(super) fn of(facts: &[FieldView], buy: &[FieldView]) -> Self {
        let shown_as = |show: &'static str| facts.iter().filter(move |f| f.show == show).flat_map(|f| &f.items);
        let ranks: Vec<&Json> = shown_as("recognition").map(|item| &item["rank"]).collect();
        let highest = SEALED
            .iter()
            .find_map(|key| ranks.iter().find(|rank| rank["key"] == *key));
        let makers = facts.iter().filter(|f| f.name == MAKER || f.show == "stars");
        let mut maps = shown_as("place").filter_map(|item| item["map"]["google"].as_str());
        Self {
            seal: highest.and_then(|rank| saying(rank)),
            makers: makers.cloned().collect(),
            directions: maps.next().map(str::to_string),
            price: price(buy),
        }
    }
}

/// The price that the author gives for the whole, or that of the first packet.
fn price(buy: &[FieldView]) -> Option<Price> {
    let field = |name: &str| buy.iter().find(|f| f.name == name).map_or(&[][..], |f| &f.items);
    let packs = field("variants");
    let own = field("price").first().and_then(saying);
    let first = || packs.iter().find_map(|pack| saying(inner(pack, "price")?));
    Some(Price {
        text: own.or_else(first)?,
        from: packs.len() > 1,
    })
}

fn saying(item: &Json) -> Option<Saying> {
    Some(Saying {
        text: item["text"].as_str()?.to_string(),
        lang: item["lang"].as_str().map(str::to_string),
    })
}

/// The first value of a field within a shown group.
pub(super) fn inner<'j>(group: &'j Json, name: &str) -> Option<&'j Json> {
    let fields = group["fields"].as_array()?;
    fields.iter().find(|f| f["name"] == name)?["items"].get(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn field(name: &str, show: &'static str, items: &Json) -> FieldView {
        FieldView {
            name: name.into(),
            label: Saying::default(),
            show,
            items: items.as_array().unwrap().clone(),
        }
    }

    #[test]
    fn the_highest_rank_and_the_first_way_stand_at_the_head() {
        let ranks = json!([{"rank": {"key": "provincial", "text": "cấp tỉnh"}}, {"rank": {"key": "national", "text": "quốc gia"}}]);
        let places = json!([{"map": {"google": "https://a.example/"}}]);
        let facts = [
            field("recognitions", "recognition", &ranks),
            field("place", "place", &places),
        ];
        let gate = Gate::of(&facts, &[]);
        assert_eq!(gate.seal.unwrap().text, "quốc gia");
        assert_eq!(gate.directions.as_deref(), Some("https://a.example/"));
        assert!(gate.price.is_none());
        let unranked = json!([{"rank": {"key": "none", "text": "chưa xếp hạng"}}]);
        assert!(
            Gate::of(&[field("recognitions", "recognition", &unranked)], &[])
                .seal
                .is_none()
        );
    }

    #[test]
    fn who_makes_it_and_its_stars_stand_at_the_head_in_their_order() {
        let maker = field("producer", "reference", &json!([{"text": "HTX Yên Thế"}]));
        let stars = field("ocop", "stars", &json!([{"stars": 4}]));
        let other = field("weight", "text", &json!([{"text": "500 g"}]));
        let gate = Gate::of(&[maker.clone(), other, stars.clone()], &[]);
        assert_eq!(gate.makers, [maker, stars]);
    }

    #[test]
    fn a_price_is_the_authors_own_or_that_of_the_first_packet() {
        let pack = |price: &str| json!({"fields": [{"name": "price", "items": [{"text": price}]}]});
        let packs = field("variants", "group", &json!([pack("45.000 ₫"), pack("120.000 ₫")]));
        let price = Gate::of(&[], std::slice::from_ref(&packs)).price.unwrap();
        assert_eq!((price.text.text.as_str(), price.from), ("45.000 ₫", true));
        let own = field("price", "money", &json!([{"text": "40.000 ₫"}]));
        assert_eq!(Gate::of(&[], &[packs, own]).price.unwrap().text.text, "40.000 ₫");
    }
}
