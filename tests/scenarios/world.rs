//! A page without a browser: an editor behind its store, and a host that remembers what it was asked to do.

use attest::core::article_draft::ArticleDraft;
use attest::core::default_schema::default_schema;
use attest::core::history::History;
use attest::core::id::{LabelId, MentionId, ProjectId};
use attest::core::merge::{MergePlan, plan};
use attest::core::offset::ByteOffset;
use attest::core::project::Project;
use attest::core::reader::{Incoming, NamedBytes};
use attest::core::segmenter::UnicodeSegmenter;
use attest::core::span::Span;
use attest::core::stored::{Records, write_entry, write_head};
use attest::core::timestamp::Timestamp;
use attest::editor::action::{Action, AnnotateAction, ChooseAction, FilesAction, LibraryAction, OpenedProject};
use attest::editor::article_list::article_of;
use attest::editor::command::Command;
use attest::editor::effect::Effect;
use attest::editor::env::Env;
use attest::editor::late_actions::{LateAction, LateHandlers};
use attest::editor::machine::Editor;
use attest::editor::merging::{MergeOrder, Merged};
use attest::editor::settings::Settings;
use attest::editor::store::{Host, Store};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

pub struct World {
    pub store: Store,
    host: Rc<Recorder>,
    /// The project as it was when the journal was empty.
    start: Project,
}

#[derive(Default)]
struct Recorder {
    clock: Cell<i64>,
    counter: Cell<u64>,
    effects: RefCell<Vec<Effect>>,
}

impl Host for Recorder {
    fn with_env(&self, work: &mut dyn FnMut(&Env<'_>)) {
        self.clock.set(self.clock.get() + 1000);
        let entropy = || {
            self.counter.set(self.counter.get() + 1);
            let mut bytes = [0; 10];
            bytes[2..].copy_from_slice(&self.counter.get().to_be_bytes());
            bytes
        };
        work(&Env {
            now: Timestamp::from_unix_ms(1_700_000_000_000 + self.clock.get()),
            entropy: &entropy,
            segmenter: &UnicodeSegmenter,
        });
    }

    fn carry_out(&self, effect: Effect, store: &Store) {
        if let Effect::AwaitLate(action) = effect {
            // As the browser does, once the late part of the program has come.
            store.dispatch(Action::LateArrived(LateHandlers::all()));
            return store.dispatch(match action {
                LateAction::Passages(action) => Action::Passages(action),
                LateAction::Beside(action) => Action::Beside(action),
            });
        }
        self.effects.borrow_mut().push(effect);
    }
}

impl World {
    /// With one article for each text, titled "A", "B", …; the first is open.
    pub fn with_articles(texts: &[&str]) -> Self {
        let host = Rc::new(Recorder::default());
        let mut start = None;
        host.with_env(&mut |env| {
            let articles = texts.iter().zip("ABCDEFG".chars()).map(|(text, title)| {
                Rc::new(article_of(
                    ArticleDraft {
                        title: title.to_string(),
                        text: (*text).to_owned(),
                        ..ArticleDraft::default()
                    },
                    env,
                ))
            });
            let id = ProjectId::new(1, [1; 10]);
            let empty = Project::new(id, "Test".to_owned(), env.now, default_schema());
            start = Some(Project::from_parts(empty, articles.collect(), Vec::new()));
        });
        let start = start.unwrap();
        let store = Store::new(Editor::new(start.clone(), Settings::default()), host.clone());
        Self { store, host, start }
    }

    /// Does the action; sweeps the invariants.
    pub fn act(&self, action: Action) {
        self.store.dispatch(action);
        self.store.read(|editor| {
            editor.project().check_invariants();
            let view = editor.view();
            assert!(
                view.article.is_none_or(|id| editor.project().article(id).is_some()),
                "the open article exists"
            );
            assert!(
                view.chosen.is_none_or(|id| editor.project().mention(id).is_some()),
                "the chosen mention exists"
            );
            assert!(
                view.armed
                    .is_none_or(|id| editor.project().schema().label(id).is_some()),
                "the kept label exists"
            );
        });
    }

    pub fn run(&self, command: Command) {
        self.act(Action::Run(command));
    }

    /// Selects the first occurrence of `words` in the open article, as a finished selection.
    pub fn select(&self, words: &str) {
        let raw = self.find(words);
        self.act(Action::Choose(ChooseAction::Settle { raw, exact: false }));
    }

    pub fn tag(&self, words: &str, label: LabelId) -> MentionId {
        self.select(words);
        self.act(Action::Annotate(AnnotateAction::Tag(label)));
        self.chosen().expect("a mention was made")
    }

    pub fn find(&self, words: &str) -> Span {
        self.store.read(|editor| {
            let text = editor.article().unwrap().text.as_str();
            let at = text.find(words).unwrap();
            Span::new(ByteOffset::from_index(at), ByteOffset::from_index(at + words.len())).unwrap()
        })
    }

    pub fn chosen(&self) -> Option<MentionId> {
        self.store.read(|editor| editor.view().chosen)
    }

    /// Label and quote of every mention of the open article in text order, as `Place:Guatemala`.
    pub fn mentions(&self) -> Vec<String> {
        self.store.read(|editor| {
            let project = editor.project();
            let set = editor.open_mentions().into_iter().flat_map(|set| set.in_text_order());
            set.map(|mention| {
                let label = &project.schema().label(mention.label).unwrap().name;
                format!("{label}:{}", project.quote(mention))
            })
            .collect()
        })
    }

    pub fn titles(&self) -> Vec<String> {
        self.store.read(|editor| {
            editor
                .project()
                .articles()
                .iter()
                .map(|article| article.title.clone())
                .collect()
        })
    }

    /// What was announced since the last call, and everything else asked of the host is kept.
    pub fn announced(&self) -> Vec<String> {
        let mut effects = self.host.effects.borrow_mut();
        let said = effects.iter().filter_map(|effect| match effect {
            Effect::Announce(text) => Some(text.clone()),
            _ => None,
        });
        let said = said.collect();
        effects.retain(|effect| !matches!(effect, Effect::Announce(_)));
        said
    }

    pub fn effects(&self) -> Vec<Effect> {
        self.host.effects.borrow().clone()
    }

    /// As a reload: the journal is read back, and a page starts from what it gives.
    pub fn reload(&self) {
        let (project, history) = self.replayed();
        self.store.read(|editor| {
            assert_eq!(project, *editor.project(), "the journal gives the same project");
            assert!(
                history.done().eq(editor.history().done()),
                "the journal gives the same steps"
            );
            assert_eq!(history.undone(), editor.history().undone(), "and the same undone steps");
        });
        let opened = OpenedProject {
            project,
            history,
            problems: Vec::new(),
            article: None,
        };
        self.act(Action::Library(LibraryAction::Opened(Box::new(opened))));
    }

    pub fn read_files(&self, files: &[(&str, &str)]) {
        let mut incoming = Incoming::default();
        for (name, text) in files {
            incoming.take(NamedBytes {
                name: (*name).to_owned(),
                bytes: text.as_bytes().to_vec(),
            });
        }
        self.act(Action::Files(FilesAction::Read(incoming)));
    }

    /// The host works out what it was asked to compare, and the editor hears of it; again as long as it asks.
    pub fn merge(&self) {
        while let Some(order) = self.next_merge() {
            let (project, ..) = order.file.records.clone().read().unwrap();
            let MergePlan { edits, report } = self.store.read(|editor| plan(editor.project(), &project, order.mode));
            let merged = Merged {
                edits,
                summary: report.summary(),
                problems: report.problems(&order.file.file_name),
            };
            self.act(Action::Files(FilesAction::Merged(order, merged)));
        }
    }

    /// What the host is asked to compare, and is not asked again.
    pub fn next_merge(&self) -> Option<Rc<MergeOrder>> {
        let mut effects = self.host.effects.borrow_mut();
        let at = effects.iter().position(|effect| matches!(effect, Effect::Merge(_)))?;
        match effects.remove(at) {
            Effect::Merge(order) => Some(order),
            _ => None,
        }
    }

    fn replayed(&self) -> (Project, History) {
        let mut texts = BTreeMap::new();
        for article in self.start.articles() {
            texts.insert(article.text.digest().to_string(), article.text.as_str().to_owned());
        }
        let mut journal = Vec::new();
        for effect in self.host.effects.borrow().iter() {
            let Effect::Append(entry) = effect else { continue };
            use attest::core::edit::Edit;
            use attest::core::stored::JournalEntry;
            if let JournalEntry::Do(step) | JournalEntry::Amend(step) = &**entry {
                for edit in &step.edits {
                    if let Edit::Article { new: Some(new), .. } = edit {
                        texts.insert(new.item.text.digest().to_string(), new.item.text.as_str().to_owned());
                    }
                }
            }
            journal.push((journal.len() as u64 + 1, write_entry(entry)));
        }
        let records = Records {
            head: write_head(&self.start, &History::default()),
            mentions: Vec::new(),
            texts: texts.into_iter().collect(),
            journal,
        };
        let (project, history, problems) = records.read().unwrap();
        assert_eq!(problems, []);
        (project, history)
    }
}
