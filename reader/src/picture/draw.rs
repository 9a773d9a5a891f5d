//! Writing the pictures that are made here.

use super::Rendition;
use crate::Failure;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, GenericImageView, ImageEncoder, RgbImage};

/// The longest side of a picture for showing.
pub const SIDE: u32 = 4096;

/// A picture as PNG, made smaller if it is longer than [`SIDE`].
pub fn shown(picture: DynamicImage) -> Result<Rendition, Failure> {
    let full = picture.dimensions();
    let picture = if full.0.max(full.1) > SIDE { picture.thumbnail(SIDE, SIDE) } else { picture };
    let (width, height) = picture.dimensions();
    let mut png = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut png, CompressionType::Fast, FilterType::Adaptive);
    if picture.color().has_alpha() {
        let pixels = picture.into_rgba8();
        encoder
            .write_image(&pixels, width, height, image::ExtendedColorType::Rgba8)
            .map_err(Failure::unreadable)?;
    } else {
        let pixels = picture.into_rgb8();
        encoder
            .write_image(&pixels, width, height, image::ExtendedColorType::Rgb8)
            .map_err(Failure::unreadable)?;
    }
    Ok(Rendition { png, width, height, full_width: full.0, full_height: full.1 })
}

/// Pixels that were drawn here, beside the size of the picture that they tell of.
pub fn drawn(pixels: RgbImage, full: (u32, u32)) -> Result<Rendition, Failure> {
    let mut rendition = shown(DynamicImage::ImageRgb8(pixels))?;
    (rendition.full_width, rendition.full_height) = full;
    Ok(rendition)
}
