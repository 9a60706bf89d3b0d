//! Payload to SVG: vanbia, the crate `qrcode` and `fast_qr`, measured in one run.
//!
//! Entry point: `cargo run --release --manifest-path tests/bench/codes/Cargo.toml`. Invariant: each number is the best
//! mean of many short rounds, the three tools take turns, and all make symbols of the same version and level.

use std::hint::black_box;
use std::time::Instant;

const PAYLOADS: [&str; 4] = [
    "https://DISAN.VN/735190/",
    "https://DTDONGDA.HANOI.GOV.VN/735190/",
    "https://disan.vn/vi/di-tich/van-mieu-quoc-tu-giam/",
    "https://ditich-dongda.hanoi.example.vn/vi/di-tich/van-mieu-quoc-tu-giam/",
];

const ROUNDS: usize = 400;
const CODES: usize = 10;

fn ours(payload: &str) -> (usize, String) {
    let symbol = vanbia::qr::encode(payload).expect("an address");
    (symbol.size, vanbia::qr::svg::svg(&symbol, None))
}

fn qrcode(payload: &str, level: qrcode::EcLevel) -> (usize, String) {
    let code = qrcode::QrCode::with_error_correction_level(payload, level).expect("an address");
    let width = code.width();
    (width, code.render::<qrcode::render::svg::Color<'_>>().build())
}

fn fast_qr(payload: &str, level: fast_qr::ECL) -> (usize, String) {
    let code = fast_qr::QRBuilder::new(payload).ecl(level).build().expect("an address");
    let size = code.size;
    (size, fast_qr::convert::svg::SvgBuilder::default().to_str(&code))
}

/// Microseconds a code.
fn time(mut make: impl FnMut() -> (usize, String)) -> f64 {
    let start = Instant::now();
    for _ in 0..CODES {
        black_box(make());
    }
    start.elapsed().as_secs_f64() * 1e6 / CODES as f64
}

fn main() {
    println!("| payload | symbol | vanbia µs (bytes) | qrcode µs (bytes) | fast_qr µs (bytes) |");
    println!("| --- | --- | --- | --- | --- |");
    for payload in PAYLOADS {
        let symbol = vanbia::qr::encode(payload).expect("an address");
        let (theirs, fast) = match symbol.level {
            vanbia::qr::Level::L => (qrcode::EcLevel::L, fast_qr::ECL::L),
            vanbia::qr::Level::M => (qrcode::EcLevel::M, fast_qr::ECL::M),
            vanbia::qr::Level::Q => (qrcode::EcLevel::Q, fast_qr::ECL::Q),
            vanbia::qr::Level::H => (qrcode::EcLevel::H, fast_qr::ECL::H),
        };
        let mut best = [f64::INFINITY; 3];
        for _ in 0..ROUNDS {
            best[0] = best[0].min(time(|| ours(black_box(payload))));
            best[1] = best[1].min(time(|| qrcode(black_box(payload), theirs)));
            best[2] = best[2].min(time(|| fast_qr(black_box(payload), fast)));
        }
        let made = [ours(payload), qrcode(payload, theirs), fast_qr(payload, fast)];
        let cell = |i: usize| {
            let (size, svg) = &made[i];
            let version = (size - 17) / 4;
            let other = if version == usize::from(symbol.version) { String::new() } else { format!(", version {version}") };
            format!("{:.1} ({}{other})", best[i], svg.len())
        };
        let (version, level) = (symbol.version, symbol.level);
        println!("| {} characters | {version}-{level:?} | {} | {} | {} |", payload.len(), cell(0), cell(1), cell(2));
    }
}
