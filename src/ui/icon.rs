//! Small line drawings for buttons. Each stands beside or inside something that has a name, so readers skip them.

use yew::prelude::*;

/// What is drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Glyph {
    /// An arrow that turns back.
    Undo,
    /// An arrow that turns forward.
    Redo,
    /// A magnifying glass.
    Search,
    /// An open folder.
    Folder,
    /// An arrow out of a tray.
    Export,
    /// Sliders.
    Settings,
    /// A keyboard.
    Keyboard,
    /// A list of articles.
    Articles,
    /// A page with a column at its end.
    Side,
    /// Three dots.
    More,
    /// A tick.
    Check,
    /// A tick in a circle.
    Done,
    /// A cross.
    Close,
    /// An angle that points down.
    Down,
    /// An arrow to where one came from.
    Back,
    /// An arrow up.
    MoveUp,
    /// An arrow down.
    MoveDown,
    /// Six dots to take hold of.
    Grip,
    /// A cross of two strokes.
    Plus,
    /// A clipboard.
    Paste,
    /// A bin.
    Trash,
    /// A pencil.
    Pencil,
    /// A triangle with a mark.
    Warning,
    /// A circle that is not closed.
    Busy,
    /// A sun.
    Sun,
    /// A moon.
    Moon,
    /// A disc, one half of it filled.
    Contrast,
    /// An arrow out of a frame.
    Outside,
    /// A sheet of text.
    Sheet,
    /// A label on a string.
    Tag,
    /// A pin.
    Pin,
    /// A stack of sheets.
    Projects,
}

/// A drawing in the color and size of the text around it.
pub fn icon(glyph: Glyph) -> Html {
    // Points are to be seen, not lines.
    let dots = matches!(glyph, Glyph::More | Glyph::Grip).then_some("is-dots");
    html! {
        <svg class={classes!("icon", dots)} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d={strokes(glyph)} />
        </svg>
    }
}

/// On a grid of 24 by 24.
fn strokes(glyph: Glyph) -> &'static str {
    match glyph {
        Glyph::Undo => "M8.5 5 4 9.5 8.5 14M4.5 9.5H14a5 5 0 0 1 0 10h-3",
        Glyph::Redo => "M15.5 5 20 9.5 15.5 14M19.5 9.5H10a5 5 0 0 0 0 10h3",
        Glyph::Search => "M17 10.5a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0ZM15.3 15.3 20.5 20.5",
        Glyph::Folder => "M3.5 18.5v-13h6l2 2.5h8v2.5M3.5 18.5l2.7-8h15.3l-2.7 8Z",
        Glyph::Export => "M12 3.5v11M7.5 10.5l4.5 4.5 4.5-4.5M4.5 16v4h15v-4",
        Glyph::Settings => {
            "M3.5 7.5h9M17 7.5h3.5M12.5 7.5a2.25 2.25 0 1 0 4.5 0 2.25 2.25 0 1 0-4.5 0M3.5 16.5H7M11.5 16.5h9M7 16.5a2.25 2.25 0 1 0 4.5 0 2.25 2.25 0 1 0-4.5 0"
        }
        Glyph::Keyboard => "M3 6.5h18v11H3ZM6.5 10h.01M10.2 10h.01M13.8 10h.01M17.5 10h.01M7.5 14h9",
        Glyph::Articles => "M4 6h16M4 12h16M4 18h10",
        Glyph::Side => "M3.5 5h17v14h-17ZM14.5 5v14",
        Glyph::More => "M5.5 12h.01M12 12h.01M18.5 12h.01",
        Glyph::Check => "M5 12.5 10 17.5 19.5 7",
        Glyph::Done => "M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0ZM8 12.3l2.8 2.8L16 9.5",
        Glyph::Close => "M6 6l12 12M18 6 6 18",
        Glyph::Down => "M6.5 9.5 12 15l5.5-5.5",
        Glyph::Back => "M19.5 12H5M11 6l-6 6 6 6",
        Glyph::MoveUp => "M12 19.5V5M6 11l6-6 6 6",
        Glyph::MoveDown => "M12 4.5V19M6 13l6 6 6-6",
        Glyph::Grip => "M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01",
        Glyph::Plus => "M12 5v14M5 12h14",
        Glyph::Paste => "M9 5H5.5v15.5h13V5H15M9 3.5h6v3.5H9ZM9 12h6M9 16h4",
        Glyph::Trash => "M4.5 7h15M9.5 7V4h5v3M6.5 7l1 13h9l1-13M10.3 11v5M13.7 11v5",
        Glyph::Pencil => "M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19ZM13.5 7l3.5 3.5",
        Glyph::Warning => "M12 4 2.8 20h18.4ZM12 10v4.5M12 17.3v.01",
        Glyph::Busy => "M12 3.5a8.5 8.5 0 1 0 8.5 8.5",
        Glyph::Sun => {
            "M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0ZM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4"
        }
        Glyph::Moon => "M20 14.2A8.3 8.3 0 0 1 9.8 4 8.3 8.3 0 1 0 20 14.2Z",
        Glyph::Contrast => "M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0ZM12 3.5v17M14.8 7v10M17.6 9v6",
        Glyph::Outside => "M10 5H5v14h14v-5M14 4.5h5.5V10M19 5l-8 8",
        Glyph::Sheet => "M6 3.5h8.5L18.5 8v12.5H6ZM9.5 12H15M9.5 16H15",
        Glyph::Tag => "M4 4h7.5l8.5 8.5L12.5 20 4 11.5ZM8.3 8.3v.01",
        Glyph::Pin => "M9 4h6M10 4v6l-3 4h10l-3-4V4M12 14v6.5",
        Glyph::Projects => "M12 3.5 21 8l-9 4.5L3 8ZM3.5 12.2 12 16.5l8.5-4.3M3.5 16.2 12 20.5l8.5-4.3",
    }
}
