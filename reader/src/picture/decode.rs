//! From a file to pixels, within bounds that are checked before any of them is made.

use crate::{Failure, bounds};
use image::error::{ImageError, LimitErrorKind};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits};
use std::io::Cursor;

/// The width and height that a picture declares.
pub fn size(bytes: &[u8]) -> Result<(u32, u32), Failure> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(Failure::unreadable)?;
    reader.into_dimensions().map_err(refusal)
}

/// The picture, turned as its camera was held.
pub fn picture(bytes: &[u8]) -> Result<DynamicImage, Failure> {
    let mut reader =
        ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(Failure::unreadable)?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(bounds::PICTURE_MEMORY);
    reader.limits(limits.clone());
    let mut decoder = reader.into_decoder().map_err(refusal)?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels > bounds::PIXELS || decoder.total_bytes() > bounds::PICTURE_MEMORY {
        return Err(Failure::too_large(format!("the picture says it is {width} x {height} pixels")));
    }
    if pixels == 0 {
        return Err(Failure::unreadable("the picture has no pixels"));
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    decoder.set_limits(limits).map_err(refusal)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(refusal)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

fn refusal(error: ImageError) -> Failure {
    match error {
        ImageError::Limits(limit) if !matches!(limit.kind(), LimitErrorKind::Unsupported { .. }) => {
            Failure::too_large("the picture")
        }
        other => Failure::unreadable(other),
    }
}
