//! The perceptual hash PDQ, after its published description: a picture is smoothed to 64 by 64 points, its 16 by 16
//! lowest frequencies are compared with their median, and each gives one bit. Pictures that look alike differ in few
//! bits. The quality says how much there is in the picture to tell it by; a plain wall has little.

use image::imageops::FilterType;
use image::{DynamicImage, GenericImageView};
use reading::Fingerprint;

/// Larger pictures are made smaller first; the smoothing would take no more out of them.
const SIDE: u32 = 1024;
const GRID: usize = 64;
const BITS: usize = 16;

pub fn of(picture: &DynamicImage) -> Fingerprint {
    let (width, height) = picture.dimensions();
    let smaller;
    let picture = if width.max(height) > SIDE {
        smaller = picture.resize(SIDE, SIDE, FilterType::Triangle);
        &smaller
    } else {
        picture
    };
    let pixels = picture.to_rgb8();
    let (width, height) = (pixels.width() as usize, pixels.height() as usize);
    let mut light: Vec<f32> = pixels
        .pixels()
        .map(|pixel| {
            let [red, green, blue] = pixel.0.map(f32::from);
            0.299 * red + 0.587 * green + 0.114 * blue
        })
        .collect();
    smooth(&mut light, width, height);
    let grid = decimate(&light, width, height);
    let frequencies = frequencies(&grid);
    let mut sorted = frequencies;
    sorted.sort_by(f32::total_cmp);
    let median = sorted[BITS * BITS / 2 - 1];
    let mut pdq = String::with_capacity(64);
    for four in (0..BITS * BITS / 4).rev() {
        let digit = (0..4).filter(|bit| frequencies[four * 4 + bit] > median).map(|bit| 1 << bit).sum();
        pdq.push(char::from_digit(digit, 16).unwrap_or('0'));
    }
    Fingerprint { pdq, quality: quality(&grid) }
}

/// Two passes of a moving average along rows and columns: close to a tent, and cheap.
fn smooth(light: &mut [f32], width: usize, height: usize) {
    let window = |length: usize| length.div_ceil(2 * GRID);
    let mut line = vec![0.0; width.max(height)];
    for _ in 0..2 {
        for row in light.chunks_exact_mut(width) {
            average(row.iter().copied(), &mut line[..width], window(width));
            row.copy_from_slice(&line[..width]);
        }
        let mut column = vec![0.0; height];
        for x in 0..width {
            for (y, value) in column.iter_mut().enumerate() {
                *value = light[y * width + x];
            }
            average(column.iter().copied(), &mut line[..height], window(height));
            for (y, value) in line[..height].iter().enumerate() {
                light[y * width + x] = *value;
            }
        }
    }
}

/// The average over a window around each value; at the ends the window is cut off.
fn average(values: impl Iterator<Item = f32>, out: &mut [f32], window: usize) {
    let values: Vec<f32> = values.collect();
    let ahead = (window + 2) / 2;
    let behind = window - ahead.min(window);
    let (mut sum, mut from, mut to) = (0.0_f32, 0, 0);
    for (at, out) in out.iter_mut().enumerate() {
        while to < (at + ahead).min(values.len()) {
            sum += values[to];
            to += 1;
        }
        while from < at.saturating_sub(behind) {
            sum -= values[from];
            from += 1;
        }
        *out = sum / (to - from) as f32;
    }
}

/// The smoothed picture at 64 by 64 places.
fn decimate(light: &[f32], width: usize, height: usize) -> Vec<f32> {
    let place = |index: usize, length: usize| (index * 2 + 1) * length / (2 * GRID);
    let mut grid = Vec::with_capacity(GRID * GRID);
    for row in 0..GRID {
        for column in 0..GRID {
            grid.push(light[place(row, height) * width + place(column, width)]);
        }
    }
    grid
}

/// How much neighbouring places differ, 0 to 100.
fn quality(grid: &[f32]) -> u8 {
    let step = |one: f32, other: f32| (((one - other) * 100.0) / 255.0).trunc().abs() as u32;
    let mut sum = 0;
    for row in 0..GRID {
        for column in 0..GRID {
            let here = grid[row * GRID + column];
            if row + 1 < GRID {
                sum += step(here, grid[(row + 1) * GRID + column]);
            }
            if column + 1 < GRID {
                sum += step(here, grid[row * GRID + column + 1]);
            }
        }
    }
    (sum / 90).min(100) as u8
}

/// The lowest frequencies (a discrete cosine transform), without the constant one.
fn frequencies(grid: &[f32]) -> [f32; BITS * BITS] {
    let mut waves = [[0.0_f32; GRID]; BITS];
    for (number, wave) in waves.iter_mut().enumerate() {
        for (at, value) in wave.iter_mut().enumerate() {
            let angle = std::f64::consts::PI / 2.0 / GRID as f64 * (number + 1) as f64 * (2 * at + 1) as f64;
            *value = ((2.0 / GRID as f64).sqrt() * angle.cos()) as f32;
        }
    }
    let mut rows = [[0.0_f32; GRID]; BITS];
    for (row, wave) in rows.iter_mut().zip(&waves) {
        for (column, value) in row.iter_mut().enumerate() {
            *value = (0..GRID).map(|at| wave[at] * grid[at * GRID + column]).sum();
        }
    }
    let mut out = [0.0; BITS * BITS];
    for (index, out) in out.iter_mut().enumerate() {
        let (row, wave) = (&rows[index / BITS], &waves[index % BITS]);
        *out = row.iter().zip(wave).map(|(value, wave)| value * wave).sum();
    }
    out
}
