//! Pictures that are drawn here.

use super::*;
use crate::{Problem, samples};
use image::ImageFormat;

/// Something with shapes of several sizes.
fn scene(x: u32, y: u32) -> [u8; 3] {
    let (fx, fy) = (f64::from(x), f64::from(y));
    let wave = ((fx / 23.0).sin() + (fy / 17.0).cos() + ((fx + 2.0 * fy) / 61.0).sin()) * 40.0 + 128.0;
    let wave = if (x / 40 + y / 50).is_multiple_of(2) { wave * 0.25 } else { wave };
    let disc = (fx - 150.0).hypot(fy - 110.0) < 60.0;
    if disc { [230, (wave * 0.6) as u8, 40] } else { [wave as u8, (wave * 0.8) as u8, (fx / 2.0) as u8] }
}

fn hash(bytes: &[u8]) -> Fingerprint {
    fingerprint(bytes, Kind::of(bytes)).unwrap()
}

#[test]
fn alike_pictures_have_alike_hashes_and_others_have_not() {
    let picture = samples::drawing(400, 300, scene);
    let original = hash(&samples::written(&picture, ImageFormat::Png));
    assert!(original.quality >= ALIKE_QUALITY, "there is something in it: {}", original.quality);
    assert_eq!(original.pdq.len(), 64);
    let near = |other: &Fingerprint| distance(&original.pdq, &other.pdq).unwrap();
    assert!(near(&hash(&samples::written(&picture, ImageFormat::Jpeg))) <= 6, "saved as a JPEG");
    let half = image::imageops::thumbnail(&picture, 200, 150);
    assert!(near(&hash(&samples::written(&half, ImageFormat::Png))) <= ALIKE_DISTANCE, "half as large");
    let other = samples::png(400, 300, |x, y| scene(y + 200, x * 2));
    assert!(near(&hash(&other)) > 60, "another picture: {}", near(&hash(&other)));
    let wall = hash(&samples::png(400, 300, |_, _| [200, 200, 200]));
    assert!(wall.quality < ALIKE_QUALITY, "a plain wall says nothing: {}", wall.quality);
}

#[test]
fn the_hash_is_that_of_the_reference() {
    // Given by the reference implementation in C++ for the very same pixels.
    let hash = hash(&samples::png(400, 300, scene));
    assert_eq!(
        (hash.pdq.as_str(), hash.quality),
        (REFERENCE, REFERENCE_QUALITY),
        "docs/decisions/0011 says how it was compared"
    );
}

const REFERENCE: &str = "31cdd4a2cb4ec3cf8b7d1e2a279d2b7d1c310b7ff9c5f4803189d4035e0ed421";
const REFERENCE_QUALITY: u8 = 100;

#[test]
fn distances_are_counted_in_bits() {
    let zeros = "0".repeat(64);
    assert_eq!(distance(&zeros, &zeros), Some(0));
    assert_eq!(distance(&zeros, &("f".to_owned() + &zeros[1..])), Some(4));
    assert_eq!(distance(&zeros, "0"), None, "another length is no hash");
    assert_eq!(distance(&zeros, &"x".repeat(64)), None);
}

#[test]
fn sizes_that_are_absurd_are_refused_before_memory_is_taken() {
    let mut png = samples::png(1, 1, |_, _| [1, 2, 3]);
    png[16..24].copy_from_slice(&[0, 1, 0xff, 0xff, 0, 1, 0xff, 0xff]);
    let crc = crc(&png[12..29]);
    png[29..33].copy_from_slice(&crc.to_be_bytes());
    assert_eq!(fingerprint(&png, Kind::Picture).unwrap_err().problem, Problem::TooLarge, "131071 x 131071");
    let mut gif = b"GIF89a\xff\xff\xff\xff\0\0\0,\0\0\0\0\xff\xff\xff\xff\0\x02\x02D\x01\0;".to_vec();
    assert!(fingerprint(&gif, Kind::of(&gif)).is_err(), "65535 x 65535");
    gif.truncate(12);
    assert!(fingerprint(&gif, Kind::Picture).is_err(), "cut off");
    let tiff = b"II*\0\x08\0\0\0\x03\0\0\x01\x04\0\x01\0\0\0\xff\xff\xff\x7f\x01\x01\x04\0\x01\0\0\0\xff\xff\xff\x7f\x06\x01\x03\0\x01\0\0\0\x01\0\0\0\0\0\0\0";
    assert!(fingerprint(tiff, Kind::Picture).is_err(), "2 thousand million on a side");
}

/// The check sum of a chunk of a PNG.
fn crc(bytes: &[u8]) -> u32 {
    let mut crc = flate2::Crc::new();
    crc.update(bytes);
    crc.sum()
}

#[test]
fn the_thumbnail_is_taken_out_and_drawn() {
    let small = samples::written(&samples::drawing(40, 30, |_, _| [200, 30, 30]), ImageFormat::Jpeg);
    let picture = samples::drawing(400, 300, scene);
    let jpeg = samples::jpeg_with(&picture, &[(0xe1, samples::exif(&small))]);
    let made = thumbnail(&jpeg, Kind::of(&jpeg)).unwrap();
    assert_eq!((made.width, made.height, made.full_width, made.full_height), (40, 30, 400, 300));
    assert!(made.png.starts_with(b"\x89PNG"), "drawn anew, not handed on");
    let without = samples::written(&picture, ImageFormat::Jpeg);
    assert_eq!(thumbnail(&without, Kind::Picture).unwrap_err().problem, Problem::NotOfThisKind);
}

#[test]
fn error_levels_show_where_something_was_put_in() {
    // Saved once at 80; then a patch that never was is put in.
    let mut saved = Vec::new();
    let picture = samples::drawing(256, 256, |x, y| scene(x / 2, y / 2));
    image::codecs::jpeg::JpegEncoder::new_with_quality(&mut saved, 80).encode_image(&picture).unwrap();
    let mut changed = image::load_from_memory(&saved).unwrap().into_rgb8();
    for (x, y, pixel) in changed.enumerate_pixels_mut() {
        if (96..160).contains(&x) && (96..160).contains(&y) {
            let noise = (x * 7919 + y * 104_729 + x * y * 31) % 97;
            pixel.0 = [noise as u8 * 2, 255 - noise as u8, noise as u8];
        }
    }
    let bytes = samples::written(&changed, ImageFormat::Png);
    let made = error_level(&bytes, Kind::of(&bytes), 80, 10).unwrap();
    let levels = image::load_from_memory(&made.png).unwrap().into_luma8();
    let mean = |from: u32, to: u32| {
        let of = (from..to).flat_map(|y| (from..to).map(move |x| (x, y)));
        of.clone().map(|(x, y)| u64::from(levels.get_pixel(x, y).0[0])).sum::<u64>() / of.count() as u64
    };
    assert!(mean(104, 152) > 3 * mean(8, 56).max(1), "inside {} and outside {}", mean(104, 152), mean(8, 56));
}

#[test]
fn a_histogram_counts_every_pixel() {
    let picture = samples::drawing(10, 10, |x, _| if x < 3 { [0, 0, 0] } else { [255, 0, 0] });
    let counts = histogram::count(&picture);
    assert_eq!((counts[1][0], counts[1][255], counts[2][0]), (30, 70, 100), "red and green");
    assert_eq!((counts[0][0], counts[0][76]), (30, 70), "brightness");
    let png = samples::written(&picture, ImageFormat::Png);
    let made = super::histogram(&png, Kind::of(&png)).unwrap();
    assert_eq!((made.full_width, made.full_height), (10, 10));
}

#[test]
fn every_kind_of_picture_is_drawn() {
    let picture = samples::drawing(20, 10, scene);
    for format in
        [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Gif, ImageFormat::Tiff, ImageFormat::WebP]
    {
        let bytes = samples::written(&picture, format);
        assert_eq!(Kind::of(&bytes), Kind::Picture, "{format:?} is known by its content");
        let made = shown(&bytes, Kind::Picture).unwrap();
        assert_eq!((made.width, made.height), (20, 10), "{format:?}");
    }
    assert_eq!(shown(b"x", Kind::Plain).unwrap_err().problem, Problem::NotOfThisKind);
}
