//! How often each brightness occurs in a picture, drawn as four bands: all colours together, red, green, blue.

use super::{Rendition, draw};
use crate::Failure;
use image::{DynamicImage, GenericImageView, Rgb, RgbImage};

/// Width of a column, height of a band, and the room between bands.
const COLUMN: u32 = 2;
const BAND: u32 = 96;
const GAP: u32 = 8;
const INKS: [[u8; 3]; 4] = [[0x33, 0x33, 0x33], [0xb0, 0x2a, 0x2a], [0x2a, 0x7a, 0x2a], [0x2a, 0x4a, 0xb0]];

/// How many pixels have each value, for brightness, red, green and blue.
pub fn count(picture: &RgbImage) -> [[u64; 256]; 4] {
    let mut counts = [[0; 256]; 4];
    for Rgb([red, green, blue]) in picture.pixels() {
        let light = (u32::from(*red) * 299 + u32::from(*green) * 587 + u32::from(*blue) * 114 + 500) / 1000;
        for (band, value) in [light.min(255) as u8, *red, *green, *blue].into_iter().enumerate() {
            counts[band][usize::from(value)] += 1;
        }
    }
    counts
}

pub fn of(picture: &DynamicImage) -> Result<Rendition, Failure> {
    let counts = count(&picture.to_rgb8());
    let mut drawing = RgbImage::from_pixel(256 * COLUMN, 4 * BAND + 3 * GAP, Rgb([0xff; 3]));
    for (band, counts) in counts.iter().enumerate() {
        let top = band as u32 * (BAND + GAP);
        let most = counts.iter().copied().max().unwrap_or(1).max(1);
        for (value, count) in counts.iter().enumerate() {
            // A value that occurs at all shows at least one pixel.
            let height = (count * u64::from(BAND)).div_ceil(most) as u32;
            for row in BAND - height..BAND {
                for column in 0..COLUMN {
                    drawing.put_pixel(value as u32 * COLUMN + column, top + row, Rgb(INKS[band]));
                }
            }
        }
    }
    draw::drawn(drawing, picture.dimensions())
}
