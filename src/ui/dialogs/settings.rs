//! What the person prefers. Each change counts at once.

use super::fields::choice_group::{Choice, ChoiceGroup};
use super::fields::text_field::TextField;
use crate::editor::action::Action;
use crate::editor::change_set::Topics;
use crate::editor::settings::{Settings, Snapping, Tags, TextSize, Theme};
use crate::editor::store::Store;
use crate::ui::part::part;
use crate::ui::store_hooks::{use_selector, use_store};
use crate::ui::widgets::modal::Modal;
use yew::prelude::*;

/// The settings, live.
#[component]
pub fn SettingsDialog() -> Html {
    let store = use_store();
    let settings = use_selector(Topics::SETTINGS, |editor| editor.settings().clone());
    html! {
        <Modal heading="Settings">
            <div class="form">
                { part!(<TextField id="settings-author" label="Your name" value={settings.author.clone()}
                    on_input={setter(&store, |settings, author| settings.author = author)}
                    hint="Signs the mentions that you make, and goes into exports. May stay empty." focused=true />) }
                { part!(<ChoiceGroup name="settings-theme" label="Colours" class="choices-row"
                    choices={Theme::ALL.iter().map(|theme| Choice::plain(theme_title(*theme))).collect::<Vec<_>>()}
                    chosen={Theme::ALL.iter().position(|theme| *theme == settings.theme)}
                    on_choose={setter(&store, |settings, i: usize| settings.theme = Theme::ALL[i])} />) }
                { part!(<ChoiceGroup name="settings-size" label="Size of the article’s text" class="choices-row"
                    choices={TextSize::ALL.iter().map(|size| Choice::plain(size_title(*size))).collect::<Vec<_>>()}
                    chosen={TextSize::ALL.iter().position(|size| *size == settings.text_size)}
                    on_choose={setter(&store, |settings, i: usize| settings.text_size = TextSize::ALL[i])} />) }
                { part!(<ChoiceGroup name="settings-snapping" label="Selections"
                    choices={Snapping::ALL.iter().map(|snapping| snapping_choice(*snapping)).collect::<Vec<_>>()}
                    chosen={Snapping::ALL.iter().position(|snapping| *snapping == settings.snapping)}
                    on_choose={setter(&store, |settings, i: usize| settings.snapping = Snapping::ALL[i])} />) }
                { part!(<ChoiceGroup name="settings-tags" label="Names of labels"
                    choices={Tags::ALL.iter().map(|tags| tags_choice(*tags)).collect::<Vec<_>>()}
                    chosen={Tags::ALL.iter().position(|tags| *tags == settings.tags)}
                    on_choose={setter(&store, |settings, i: usize| settings.tags = Tags::ALL[i])} />) }
            </div>
        </Modal>
    }
}

/// A callback that changes one setting of the present ones.
fn setter<T: 'static>(store: &Store, change: impl Fn(&mut Settings, T) + 'static) -> Callback<T> {
    let store = store.clone();
    Callback::from(move |value| {
        let mut settings = store.read(|editor| editor.settings().clone());
        change(&mut settings, value);
        store.dispatch(Action::SetSettings(settings));
    })
}

fn theme_title(theme: Theme) -> &'static str {
    match theme {
        Theme::System => "As the system",
        Theme::Light => "Light",
        Theme::Dark => "Dark",
    }
}

fn size_title(size: TextSize) -> &'static str {
    match size {
        TextSize::Small => "Small",
        TextSize::Medium => "Medium",
        TextSize::Large => "Large",
    }
}

fn snapping_choice(snapping: Snapping) -> Choice {
    let (title, detail) = match snapping {
        Snapping::Words => (
            "Snap to whole words",
            "White space at the ends is left out. Hold Alt to select exactly.",
        ),
        Snapping::Off => ("Stay exactly as selected", "Only whole characters are selected."),
    };
    Choice {
        detail: Some(detail.into()),
        ..Choice::plain(title)
    }
}

fn tags_choice(tags: Tags) -> Choice {
    let (title, detail) = match tags {
        Tags::Hidden => ("Show on hover", "The text stays free of them."),
        Tags::Shown => ("Show in the text", "A small name stands at each mention."),
    };
    Choice {
        detail: Some(detail.into()),
        ..Choice::plain(title)
    }
}
