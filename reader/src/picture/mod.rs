//! What can be looked at in a picture: its perceptual hash, the small picture in its metadata, how bright it is
//! where, and what saving it again would change.
//!
//! None of these says whether a picture is true. They are made for a person to look at, and kept with the day.

mod decode;
mod draw;
mod error_level;
mod histogram;
mod pdq;

use crate::{Failure, Kind, kind, metadata};

pub use reading::{ALIKE_DISTANCE, ALIKE_QUALITY, Fingerprint, Rendition, distance};

fn only_pictures(kind: Kind, what: &str) -> Result<(), Failure> {
    match kind {
        Kind::Picture => Ok(()),
        other => Err(kind::none(what, other)),
    }
}

/// The perceptual hash.
pub fn fingerprint(bytes: &[u8], kind: Kind) -> Result<Fingerprint, Failure> {
    only_pictures(kind, "a fingerprint")?;
    Ok(pdq::of(&decode::picture(bytes)?))
}

/// The picture as it may be shown anywhere: turned as its camera was held, at most [`draw::SIDE`] pixels long.
pub fn shown(bytes: &[u8], kind: Kind) -> Result<Rendition, Failure> {
    only_pictures(kind, "a picture")?;
    draw::shown(decode::picture(bytes)?)
}

/// The picture that the camera put into the metadata.
pub fn thumbnail(bytes: &[u8], kind: Kind) -> Result<Rendition, Failure> {
    if !matches!(kind, Kind::Picture | Kind::OtherPicture) {
        return Err(kind::none("a thumbnail", kind));
    }
    let inside = metadata::thumbnail(bytes)?;
    let inside =
        inside.ok_or_else(|| Failure::not_of_this_kind("the picture has no thumbnail in its metadata"))?;
    let mut rendition = draw::shown(decode::picture(&inside)?)?;
    if let Ok((width, height)) = decode::size(bytes) {
        (rendition.full_width, rendition.full_height) = (width, height);
    }
    Ok(rendition)
}

/// How often each brightness occurs, for all colours together and each alone.
pub fn histogram(bytes: &[u8], kind: Kind) -> Result<Rendition, Failure> {
    only_pictures(kind, "a histogram")?;
    histogram::of(&decode::picture(bytes)?)
}

/// What saving the picture as a JPEG of this quality would change, each difference times `scale`.
pub fn error_level(bytes: &[u8], kind: Kind, quality: u8, scale: u8) -> Result<Rendition, Failure> {
    only_pictures(kind, "error levels")?;
    error_level::of(&decode::picture(bytes)?, quality, scale)
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
