//! Encodes one picture with one encoder, or scores two pictures, for the script `compare` beside this crate.
//!
//! Entry point: `encode ENCODER QUALITY REPEAT IN.png OUT` (`REPEAT` 0 only reads the picture: what is measured of it is
//! to be taken off), `score A.png B.png` (SSIMULACRA 2: 100 is equal, 70 is good). Invariant: nothing but the encoder's
//! own settings differs between two encoders.

use fast_ssim2::{PixelDescriptor, PixelSlice, compute_ssimulacra2};
use image::{ExtendedColorType, RgbImage};

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args[..] {
        ["encode", encoder, quality, repeat, from, to] => {
            let picture = image::open(from).expect("a picture").into_rgb8();
            let quality = quality.parse().expect("a quality");
            let mut bytes = Vec::new();
            for _ in 0..repeat.parse().expect("a number") {
                bytes = encode(encoder, quality, &picture);
            }
            std::fs::write(to, bytes).expect("written");
            let told = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
            let peak = told.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("0");
            println!("{}", peak.trim().trim_end_matches(" kB"));
        }
        ["score", a, b] => {
            let [a, b] = [a, b].map(|path| image::open(path).expect("a picture").into_rgb8());
            println!("{:.3}", compute_ssimulacra2(&pixels(&a), &pixels(&b)).expect("a score"));
        }
        _ => panic!("encode ENCODER QUALITY REPEAT IN OUT | score A B"),
    }
}

fn pixels(picture: &RgbImage) -> PixelSlice<'_> {
    let (width, height) = picture.dimensions();
    PixelSlice::new(picture.as_raw(), width, height, width as usize * 3, PixelDescriptor::RGB8_SRGB).expect("pixels")
}

fn encode(encoder: &str, quality: u8, picture: &RgbImage) -> Vec<u8> {
    let (width, height) = picture.dimensions();
    match encoder.split_once(':').unwrap_or((encoder, "")) {
        ("jpeg-image", _) => {
            let mut out = Vec::new();
            let mut encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut out, quality);
            encoder.encode(picture, width, height, ExtendedColorType::Rgb8).expect("JPEG");
            out
        }
        ("jpeg", kind) => {
            let mut out = Vec::new();
            let mut encoder = jpeg_encoder::Encoder::new(&mut out, quality);
            encoder.set_sampling_factor(jpeg_encoder::SamplingFactor::F_2_2);
            encoder.set_progressive(kind == "progressive");
            encoder.set_optimized_huffman_tables(true);
            let size = [width, height].map(|n| u16::try_from(n).expect("small"));
            encoder.encode(picture, size[0], size[1], jpeg_encoder::ColorType::Rgb).expect("JPEG");
            out
        }
        ("webp", method) => {
            let mut config = webp::WebPConfig::new().expect("a configuration");
            config.quality = quality.into();
            config.method = method.parse().expect("0 to 6");
            let encoder = webp::Encoder::from_rgb(picture, width, height);
            encoder.encode_advanced(&config).expect("WebP").to_vec()
        }
        ("avif", speed) => {
            let pixels: Vec<rgb::RGB8> = picture.pixels().map(|p| rgb::RGB8::new(p.0[0], p.0[1], p.0[2])).collect();
            let encoder = ravif::Encoder::new()
                .with_quality(quality.into())
                .with_speed(speed.parse().expect("1 to 10"))
                .with_num_threads(Some(1));
            let picture = ravif::Img::new(&pixels[..], width as usize, height as usize);
            encoder.encode_rgb(picture).expect("AVIF").avif_file
        }
        _ => panic!("no encoder {encoder}"),
    }
}
