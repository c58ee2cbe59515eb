//! The settings as they are stored: words, so that a later version can read an older one's.

use crate::editor::settings::{Settings, Snapping, Tags, TextSize, Theme};
use serde::{Deserialize, Serialize};

/// Under which key they are stored.
pub const KEY: &str = "settings";

#[derive(Serialize, Deserialize, Default)]
#[serde(default)]
struct Record {
    snapping: String,
    tags: String,
    theme: String,
    text_size: String,
    author: String,
    first_mention_made: bool,
}

/// As JSON.
pub fn write(settings: &Settings) -> String {
    let record = Record {
        snapping: settings.snapping.name().to_owned(),
        tags: settings.tags.name().to_owned(),
        theme: settings.theme.name().to_owned(),
        text_size: settings.text_size.name().to_owned(),
        author: settings.author.clone(),
        first_mention_made: settings.first_mention_made,
    };
    serde_json::to_string(&record).unwrap_or_default()
}

/// What cannot be read is as on a first visit.
pub fn read(json: &str) -> Settings {
    let record: Record = serde_json::from_str(json).unwrap_or_default();
    let default = Settings::default();
    Settings {
        snapping: Snapping::from_name(&record.snapping).unwrap_or(default.snapping),
        tags: Tags::from_name(&record.tags).unwrap_or(default.tags),
        theme: Theme::from_name(&record.theme).unwrap_or(default.theme),
        text_size: TextSize::from_name(&record.text_size).unwrap_or(default.text_size),
        author: record.author,
        first_mention_made: record.first_mention_made,
    }
}
