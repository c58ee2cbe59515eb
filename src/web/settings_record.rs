//! The settings as they are stored: words in JSON, so that a later version can read an older one's.

use super::json;
use crate::editor::settings::{Settings, Snapping, Tags, TextSize, Theme};
use js_sys::{JSON, Object, Reflect};
use wasm_bindgen::JsValue;

/// Under which key they are stored.
pub const KEY: &str = "settings";

const SNAPPING: &str = "snapping";
const TAGS: &str = "tags";
const THEME: &str = "theme";
const TEXT_SIZE: &str = "text_size";
const AUTHOR: &str = "author";
const FIRST_MENTION_MADE: &str = "first_mention_made";

/// As JSON.
pub fn write(settings: &Settings) -> String {
    let fields: [(&str, JsValue); 6] = [
        (SNAPPING, settings.snapping.name().into()),
        (TAGS, settings.tags.name().into()),
        (THEME, settings.theme.name().into()),
        (TEXT_SIZE, settings.text_size.name().into()),
        (AUTHOR, settings.author.as_str().into()),
        (FIRST_MENTION_MADE, settings.first_mention_made.into()),
    ];
    let record = Object::new();
    for (name, value) in fields {
        // Setting a field of an object of our own does not fail.
        let _ = Reflect::set(&record, &name.into(), &value);
    }
    JSON::stringify(&record).map(String::from).unwrap_or_default()
}

/// What cannot be read is as on a first visit.
pub fn read(record: &str) -> Settings {
    let record = json::parse(record);
    let field = |name| json::member(record.as_ref()?, name);
    let text = |name| field(name)?.as_string();
    let word = |name| text(name).unwrap_or_default();
    let default = Settings::default();
    Settings {
        snapping: Snapping::from_name(&word(SNAPPING)).unwrap_or(default.snapping),
        tags: Tags::from_name(&word(TAGS)).unwrap_or(default.tags),
        theme: Theme::from_name(&word(THEME)).unwrap_or(default.theme),
        text_size: TextSize::from_name(&word(TEXT_SIZE)).unwrap_or(default.text_size),
        author: word(AUTHOR),
        first_mention_made: field(FIRST_MENTION_MADE).is_some_and(|made| made.is_truthy()),
    }
}
