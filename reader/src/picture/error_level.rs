//! Error level analysis: places that were changed after the last saving may lose more, or less, than their
//! surroundings when the picture is saved once more.

use super::{Rendition, draw};
use crate::Failure;
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, GenericImageView, ImageFormat};

/// The most pixels that are compared; three copies of the picture are at hand at once.
const PIXELS: u64 = 60_000_000;

pub fn of(picture: &DynamicImage, quality: u8, scale: u8) -> Result<Rendition, Failure> {
    let (width, height) = picture.dimensions();
    if u64::from(width) * u64::from(height) > PIXELS {
        return Err(Failure::too_large(format!("error levels of {width} x {height} pixels")));
    }
    let mut before = picture.to_rgb8();
    let mut saved = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut saved, quality.clamp(1, 100));
    encoder.encode_image(&before).map_err(Failure::unreadable)?;
    let after =
        image::load_from_memory_with_format(&saved, ImageFormat::Jpeg).map_err(Failure::unreadable)?;
    let after = after.into_rgb8();
    for (before, after) in before.iter_mut().zip(after.iter()) {
        *before = before.abs_diff(*after).saturating_mul(scale.max(1));
    }
    draw::drawn(before, (width, height))
}
