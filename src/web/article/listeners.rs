//! Which events of the page the pane listens to. The guards end with the pane.

use super::Pane;
use super::event::{End, Via};
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use js_sys::Function;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{
    ClipboardEvent, Event, EventTarget, KeyboardEvent, MouseEvent, PointerEvent, ResizeObserver, TouchEvent,
};

/// All of the pane's listeners; they are taken off when dropped.
#[derive(Debug)]
pub(super) struct Listeners {
    _list: Vec<EventListener>,
    _size: SizeWatch,
}

impl Listeners {
    pub fn attach(pane: &Rc<Pane>) -> Result<Self, JsValue> {
        let document: &EventTarget = pane.document.as_ref();
        let host: &EventTarget = pane.host.as_ref();
        let window: &EventTarget = pane.window.as_ref();
        let mut list = vec![
            on(pane, document, "selectionchange", |pane, _: &Event| {
                pane.sync_selection()
            }),
            on(pane, document, "pointerdown", |pane, event| pane.on_pointer_down(event)),
            on(pane, document, "pointermove", |pane, event| {
                pane.on_pointer_move_anywhere(event)
            }),
            on(pane, document, "pointerup", |pane, event| pane.on_pointer_up(event)),
            on(pane, document, "pointercancel", |pane, _: &PointerEvent| {
                pane.on_pointer_cancel()
            }),
            on(pane, document, "touchstart", |pane, event: &TouchEvent| {
                pane.count_fingers(fingers(event))
            }),
            on(pane, document, "touchend", |pane, event: &TouchEvent| {
                pane.count_fingers(fingers(event))
            }),
            on(pane, document, "touchcancel", |pane, event: &TouchEvent| {
                pane.count_fingers(fingers(event))
            }),
            on(pane, document, "keydown", |pane, event: &KeyboardEvent| {
                pane.on_key_anywhere(event)
            }),
            on(pane, document, "keyup", |pane, event: &KeyboardEvent| {
                if event.key() == "Shift" {
                    pane.settle_extended();
                }
            }),
            on(pane, document, "scroll", |pane, event: &Event| {
                let scrolled = event
                    .target()
                    .and_then(|target| target.dyn_into::<web_sys::Node>().ok());
                if scrolled.is_some_and(|node| node.contains(Some(&pane.host))) {
                    pane.text_has_moved();
                }
            }),
            on(pane, window, "resize", |pane, _: &Event| {
                pane.forget_scroller();
                pane.text_has_moved();
            }),
            on(pane, window, "beforeprint", |pane, _: &Event| pane.on_before_print()),
            on(pane, window, "afterprint", |pane, _: &Event| pane.on_after_print()),
            on(pane, host, "mousedown", |pane, event: &MouseEvent| {
                pane.on_mouse_down(event)
            }),
            on(pane, host, "click", |pane, event: &MouseEvent| pane.on_click(event)),
            on(pane, host, "pointermove", |pane, event| pane.on_pointer_move(event)),
            on(pane, host, "pointerleave", |pane, _: &PointerEvent| {
                pane.on_pointer_leave()
            }),
            bubbling(pane, host, "keydown", |pane, event: &KeyboardEvent| pane.on_key(event)),
            on(pane, host, "copy", |pane, event: &ClipboardEvent| pane.on_copy(event)),
            on(pane, host, "focus", |pane, _: &Event| pane.on_focus()),
            on(pane, host, "blur", |pane, _: &Event| pane.on_blur()),
        ];
        for end in [End::Start, End::End] {
            let grip: &EventTarget = pane.handles.grip(end).as_ref();
            list.extend([
                on(pane, grip, "pointerdown", move |pane, event| {
                    pane.on_grip_down(end, event)
                }),
                on(pane, grip, "pointermove", |pane, event| pane.on_grip_move(event)),
                on(pane, grip, "pointerup", |pane, event| pane.on_grip_up(event)),
                on(pane, grip, "pointercancel", |pane, _: &PointerEvent| pane.cancel_drag()),
                on(pane, grip, "click", |_, event: &MouseEvent| event.stop_propagation()),
                on(pane, grip, "mousedown", |_, event: &MouseEvent| {
                    event.prevent_default();
                    event.stop_propagation();
                }),
            ]);
        }
        Ok(Self {
            _list: list,
            _size: SizeWatch::new(pane)?,
        })
    }
}

impl Pane {
    fn on_focus(self: &Rc<Self>) {
        let is_asked = self.is_focusing.get();
        // A pointer on the text puts the caret itself, in its own time.
        if is_asked || !self.pointer.was_last() {
            self.restore_selection();
        }
        if !is_asked && !self.pointer.was_last() {
            self.selection.set_via(Via::Keyboard);
            self.tell_caret();
        }
        self.draw_caret();
    }

    fn on_blur(&self) {
        self.settle_extended();
        self.draw_caret();
    }
}

/// Before the listeners of what is inside.
fn on<E: JsCast>(
    pane: &Rc<Pane>,
    target: &EventTarget,
    name: &'static str,
    then: impl Fn(&Rc<Pane>, &E) + 'static,
) -> EventListener {
    listen(pane, target, name, EventListenerPhase::Capture, then)
}

/// After the listeners of what is inside, so that these can keep the event to themselves.
fn bubbling<E: JsCast>(
    pane: &Rc<Pane>,
    target: &EventTarget,
    name: &'static str,
    then: impl Fn(&Rc<Pane>, &E) + 'static,
) -> EventListener {
    listen(pane, target, name, EventListenerPhase::Bubble, then)
}

fn listen<E: JsCast>(
    pane: &Rc<Pane>,
    target: &EventTarget,
    name: &'static str,
    phase: EventListenerPhase,
    then: impl Fn(&Rc<Pane>, &E) + 'static,
) -> EventListener {
    // Scrolling must not wait for the page; every other listener may have to keep the browser from acting.
    let passive = matches!(name, "scroll" | "touchstart" | "touchend" | "touchcancel");
    let options = EventListenerOptions { phase, passive };
    let pane = Rc::downgrade(pane);
    EventListener::new_with_options(target, name, options, move |event| {
        if let Some(pane) = pane.upgrade() {
            then(&pane, event.unchecked_ref());
        }
    })
}

fn fingers(event: &TouchEvent) -> i32 {
    i32::try_from(event.touches().length()).unwrap_or(i32::MAX)
}

/// Notices when the text becomes wider, narrower, higher or lower.
#[derive(Debug)]
struct SizeWatch {
    observer: ResizeObserver,
    _closure: Closure<dyn Fn()>,
}

impl SizeWatch {
    fn new(pane: &Rc<Pane>) -> Result<Self, JsValue> {
        let weak = Rc::downgrade(pane);
        let closure = Closure::<dyn Fn()>::new(move || {
            if let Some(pane) = weak.upgrade() {
                pane.text_has_moved();
            }
        });
        let observer = ResizeObserver::new(closure.as_ref().unchecked_ref::<Function>())?;
        observer.observe(&pane.host);
        observer.observe(&pane.root);
        Ok(Self {
            observer,
            _closure: closure,
        })
    }
}

impl Drop for SizeWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
