//! The editor behind a queue: actions in order, listeners told after each, effects handed to the host.
//!
//! A handle that is cheap to clone and compared by pointer, so handing it down re-renders nothing. An action that is
//! dispatched while another one is at work waits for its turn; no borrow is held while listeners or the host run.

use super::action::Action;
use super::change_set::{ChangeSet, Topics};
use super::effect::Effect;
use super::env::Env;
use super::machine::{Editor, Outcome};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

/// The outside world, as the store needs it.
pub trait Host {
    /// Calls `work` with the time and randomness of now.
    fn with_env(&self, work: &mut dyn FnMut(&Env<'_>));
    /// Does what the editor asks; may dispatch, at once or later.
    fn carry_out(&self, effect: Effect, store: &Store);
}

/// The one handle to the editor.
#[derive(Clone)]
pub struct Store(Rc<Inner>);

struct Inner {
    editor: RefCell<Editor>,
    host: Rc<dyn Host>,
    queue: RefCell<VecDeque<Action>>,
    busy: Cell<bool>,
    listeners: RefCell<Vec<Listener>>,
    next_listener: Cell<u64>,
}

type Heard = Rc<dyn Fn(&ChangeSet)>;

struct Listener {
    id: u64,
    topics: Topics,
    heard: Heard,
}

/// Listens until it is dropped.
#[must_use = "dropping it ends the subscription"]
pub struct Subscription {
    inner: Weak<Inner>,
    id: u64,
}

impl Store {
    /// Takes over the editor.
    pub fn new(editor: Editor, host: Rc<dyn Host>) -> Self {
        Self(Rc::new(Inner {
            editor: RefCell::new(editor),
            host,
            queue: RefCell::default(),
            busy: Cell::new(false),
            listeners: RefCell::default(),
            next_listener: Cell::new(0),
        }))
    }

    /// Reads. `read` must not dispatch: it would wait for itself.
    pub fn read<T>(&self, read: impl FnOnce(&Editor) -> T) -> T {
        read(&self.0.editor.borrow())
    }

    /// Does the action, tells listeners, hands effects to the host. Called from within one of those, it queues.
    pub fn dispatch(&self, action: Action) {
        self.0.queue.borrow_mut().push_back(action);
        if self.0.busy.replace(true) {
            return;
        }
        while let Some(action) = self.next_action() {
            self.run(action);
        }
        self.0.busy.set(false);
    }

    /// Calls `heard` after each action that changed one of the topics.
    pub fn subscribe(&self, topics: Topics, heard: impl Fn(&ChangeSet) + 'static) -> Subscription {
        let id = self.0.next_listener.get();
        self.0.next_listener.set(id + 1);
        self.0.listeners.borrow_mut().push(Listener {
            id,
            topics,
            heard: Rc::new(heard),
        });
        Subscription {
            inner: Rc::downgrade(&self.0),
            id,
        }
    }

    /// How many subscriptions there are; for tests.
    pub fn n_listeners(&self) -> usize {
        self.0.listeners.borrow().len()
    }

    fn next_action(&self) -> Option<Action> {
        self.0.queue.borrow_mut().pop_front()
    }

    fn run(&self, action: Action) {
        let mut action = Some(action);
        let mut outcome = Outcome::default();
        self.0.host.with_env(&mut |env| {
            if let Some(action) = action.take() {
                outcome = self.0.editor.borrow_mut().update(action, env);
            }
        });
        // A snapshot: listeners may come and go while they are told.
        let told: Vec<(u64, Heard)> = {
            let listeners = self.0.listeners.borrow();
            let meant = listeners
                .iter()
                .filter(|listener| listener.topics.meets(outcome.changes.topics));
            meant.map(|listener| (listener.id, listener.heard.clone())).collect()
        };
        for (id, heard) in told {
            let still_there = self.0.listeners.borrow().iter().any(|listener| listener.id == id);
            if still_there {
                heard(&outcome.changes);
            }
        }
        for effect in outcome.effects {
            self.0.host.carry_out(effect, self);
        }
    }
}

impl PartialEq for Store {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Store")
    }
}

impl std::fmt::Debug for Subscription {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Subscription({})", self.id)
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        if let Some(inner) = self.inner.upgrade() {
            inner.listeners.borrow_mut().retain(|listener| listener.id != self.id);
        }
    }
}
