//! The bands between two columns that join passages of the same content.

use crate::web::article::Rect;
use crate::web::css_length::tenths;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement};

const SVG: &str = "http://www.w3.org/2000/svg";

/// A band, from one column to the other.
#[derive(Clone, Copy, Debug)]
pub struct Band {
    /// Around the passage in the first column.
    pub first: Rect,
    /// In the second.
    pub second: Rect,
    /// Whether the person is at it.
    pub is_chosen: bool,
}

/// The drawing between the columns; taken out of the page when dropped.
#[derive(Debug)]
pub struct Connectors {
    document: Document,
    gutter: HtmlElement,
    drawing: Element,
    /// One for each band that was ever seen at once.
    paths: RefCell<Vec<Element>>,
}

impl Connectors {
    /// Into an empty element as high as the columns.
    pub fn new(gutter: HtmlElement) -> Result<Self, JsValue> {
        let document = gutter.owner_document().ok_or("the gutter is in no document")?;
        let drawing = document.create_element_ns(Some(SVG), "svg")?;
        drawing.set_attribute("class", "beside-bands")?;
        drawing.set_attribute("aria-hidden", "true")?;
        gutter.append_child(&drawing)?;
        Ok(Self {
            document,
            gutter,
            drawing,
            paths: RefCell::default(),
        })
    }

    /// Shows these bands, in place of those that were shown. Nothing where the columns lie one below the other.
    pub fn draw(&self, bands: &[Band]) {
        let frame = Rect::from(self.gutter.get_bounding_client_rect());
        let bands = if frame.right - frame.left < 1.0 { &[] } else { bands };
        let mut paths = self.paths.borrow_mut();
        while paths.len() < bands.len() {
            let path = self.document.create_element_ns(Some(SVG), "path");
            match path.and_then(|path| self.drawing.append_child(&path).map(|_| path)) {
                Ok(path) => paths.push(path),
                // The page is being left.
                Err(_) => return,
            }
        }
        for (at, path) in paths.iter().enumerate() {
            let band = bands.get(at);
            let line = band.map_or_else(String::new, |band| outline(band, &frame));
            let class = match band {
                Some(band) if band.is_chosen => "beside-band chosen",
                _ => "beside-band",
            };
            // Attributes of one's own elements can always be set.
            let _ = path.set_attribute("d", &line);
            let _ = path.set_attribute("class", class);
        }
    }
}

impl Drop for Connectors {
    fn drop(&mut self) {
        self.drawing.remove();
    }
}

/// From the edges of one passage in gentle curves to those of the other.
fn outline(band: &Band, frame: &Rect) -> String {
    let x = tenths(frame.right - frame.left);
    let middle = tenths((frame.right - frame.left) / 2.0);
    let [a, b, c, d] = [band.first.top, band.first.bottom, band.second.top, band.second.bottom]
        .map(|height| tenths(height - frame.top));
    format!("M0,{a}C{middle},{a} {middle},{c} {x},{c}L{x},{d}C{middle},{d} {middle},{b} 0,{b}Z")
}
