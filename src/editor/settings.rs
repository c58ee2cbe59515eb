//! What the person prefers; kept across projects.

/// All settings, with the values of a first visit as default.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Settings {
    /// Whether selections grow to whole words.
    pub snapping: Snapping,
    /// Whether the labels' names stand in the text.
    pub tags: Tags,
    /// Light, dark, or as the system says.
    pub theme: Theme,
    /// How large the article's text is.
    pub text_size: TextSize,
    /// How the person signs mentions; may be empty.
    pub author: String,
    /// Whether the hint on the first mention has done its work.
    pub first_mention_made: bool,
}

/// Whether selections grow to whole words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Snapping {
    /// To word edges.
    Words,
    /// Exactly as selected, but for whole visible characters.
    Off,
}

/// Whether the labels' names stand in the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tags {
    /// On hover only.
    Hidden,
    /// Above each mention.
    Shown,
}

/// The page's colors.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Theme {
    /// As the system says.
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// The size of the article's text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TextSize {
    /// For dense work.
    Small,
    /// For reading.
    Medium,
    /// For tired eyes.
    Large,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            snapping: Snapping::Words,
            tags: Tags::Hidden,
            theme: Theme::System,
            text_size: TextSize::Medium,
            author: String::new(),
            first_mention_made: false,
        }
    }
}

macro_rules! named {
    ($type:ident { $($variant:ident = $name:literal),* }) => {
        impl $type {
            /// All values, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word for it in the stored settings.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }

            /// `None` for another word.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.name() == name)
            }
        }
    };
}

named!(Snapping { Words = "words", Off = "off" });
named!(Tags { Hidden = "hidden", Shown = "shown" });
named!(Theme { System = "system", Light = "light", Dark = "dark" });
named!(TextSize { Small = "small", Medium = "medium", Large = "large" });
