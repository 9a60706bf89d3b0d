//! `shop`: a place where something can be bought, on the web or on a street.
//!
//! Entry point: [`Shop`]. Invariant: a shop leads somewhere: it has an address on the web or says where it is.

use super::parts::{Parts, names_of, put_dates};
use super::url::{UrlField, host};
use super::{FieldType, Name};
use crate::schema::reading::Reading;
use crate::schema::shape::Home;
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::value::Value;
use crate::source::yaml::Node;
use serde_json::{Value as Json, json};

/// A place where something can be bought.
pub struct Shop;

const CHANNELS: &[&str] = &[
    "postmart",
    "voso",
    "shopee",
    "lazada",
    "tiktokshop",
    "tiki",
    "sendo",
    "buudien",
    "facebook",
    "zalo",
    "website",
    "shop",
    "other",
];

/// Channels that no host is named after.
const GENERAL: &[&str] = &["website", "shop", "other"];

/// The channel that an address belongs to: the one its host is named after.
fn channel_of(url: &str) -> &'static str {
    let host = host(url).to_lowercase();
    let has = |name: &str| host.split('.').any(|word| word == name);
    let named = CHANNELS
        .iter()
        .find(|channel| has(channel) && !GENERAL.contains(channel));
    match named {
        Some(channel) => channel,
        None if has("tiktok") => "tiktokshop",
        None => "website",
    }
}

impl FieldType for Shop {
    fn name(&self) -> &'static str {
        "shop"
    }

    fn about(&self) -> (&'static str, &'static str) {
        (
            "nơi bán: { channel: voso, url: https://…, checked: 2026-11-20 }",
            "where it is sold: { channel: voso, url: https://…, checked: 2026-11-20 }",
        )
    }

    fn read(&self, node: &Node, _spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        let mut parts = Parts::open(node, &["channel", "url", "label", "checked"], reading)?;
        let channel = parts.written("url").and_then(Node::scalar).map_or("…", channel_of);
        parts.needs("channel", &format!("channel: {channel}"), reading);
        parts.choice("channel", CHANNELS, reading);
        parts.read("url", &UrlField, reading);
        parts.texts(&["label"], reading);
        parts.date("checked", reading);
        if parts.written("label").is_none() {
            parts.needs("url", "url: https://…", reading);
        }
        let leads = parts.fields.get("url").is_some() || parts.fields.get("label").is_some();
        if leads { parts.close() } else { None }
    }

    fn home<'s>(&self, word: &str, _spec: &'s FieldSpec) -> Option<Home<'s>> {
        let home = Home::line("url", word).filter(|_| word.starts_with("http"))?;
        Some(home.below(format!("channel: {}", channel_of(word))))
    }

    fn show(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let fields = value.fields()?;
        let channel = fields.word("channel").unwrap_or("other");
        let label = fields.text("label").and_then(|label| showing.say(label));
        let mut shown = label.unwrap_or_else(|| showing.word(&format!("channel.{channel}")));
        shown["channel"] = json!(channel);
        if let Some(url) = fields.word("url") {
            shown["href"] = json!(url);
        }
        put_dates(&mut shown, fields, &["checked"], showing);
        Some(shown)
    }

    fn search<'v>(&self, value: &'v Value) -> Vec<Name<'v>> {
        names_of(value, &["label"])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::field::testing::{EN, Probe, VI};

    #[test]
    fn a_shop_is_shown_by_its_label_or_its_channel() {
        let probe = Probe::good(
            &Shop,
            "{ channel: buudien, url: https://buudien.vn/tra, checked: 2026-11-20 }",
        );
        let shown = probe.show(EN);
        assert_eq!(shown["text"], "Vietnam Post");
        assert_eq!(shown["href"], "https://buudien.vn/tra");
        assert_eq!(shown["checked"]["text"], "20\u{a0}November\u{a0}2026");
        assert_eq!(probe.show(VI)["text"], "Bưu điện");
        let stall = Probe::good(&Shop, "{ channel: shop, label: { vi: Quầy ở chợ } }").show(EN);
        assert_eq!(stall, json!({ "text": "Quầy ở chợ", "lang": "vi", "channel": "shop" }));
    }

    #[test]
    fn a_shop_leads_somewhere() {
        assert_eq!(Probe::read(&Shop, "{ channel: shopee }").codes(), [369]);
        assert_eq!(Probe::read(&Shop, "{ url: https://a.vn/ }").codes(), [369]);
        for (url, channel) in [
            ("https://shopee.vn/a", "channel: shopee"),
            ("https://www.tiktok.com/@a", "channel: tiktokshop"),
            ("https://che-shopee.vn/", "channel: website"),
            ("https://shop.che.vn/", "channel: website"),
        ] {
            let bare = Probe::read(&Shop, &format!("{{ url: {url} }}"));
            assert!(bare.found[0].help(crate::diag::Speech::Vi).contains(channel), "{url}");
        }
        let near = Probe::read(&Shop, "{ channel: shoppee, url: https://shopee.vn/a }");
        assert_eq!((near.codes(), near.said("near")), (vec![308], "shopee"));
    }
}
