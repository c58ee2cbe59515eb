//! Points and rectangles in CSS pixels of the window (client coordinates).

use web_sys::DomRect;

/// A point, as pointer events give it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Point {
    /// From the window's left edge.
    pub x: f64,
    /// From the window's top edge.
    pub y: f64,
}

/// A rectangle; a caret's has no width.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Rect {
    /// The left edge.
    pub left: f64,
    /// The top edge.
    pub top: f64,
    /// The right edge.
    pub right: f64,
    /// The bottom edge.
    pub bottom: f64,
}

impl Rect {
    /// At the origin, without extent.
    pub const EMPTY: Self = Self {
        left: 0.0,
        top: 0.0,
        right: 0.0,
        bottom: 0.0,
    };

    /// Whether the point lies inside when top and bottom are moved outward by `slack`.
    pub fn contains(&self, point: Point, slack: f64) -> bool {
        let across = self.left <= point.x && point.x < self.right;
        across && self.top - slack <= point.y && point.y < self.bottom + slack
    }

    /// The point inside that is nearest, a pixel away from the edges.
    pub fn nearest(&self, point: Point) -> Point {
        let within = |value: f64, low: f64, high: f64| value.min(high - 1.0).max(low + 1.0);
        Point {
            x: within(point.x, self.left, self.right),
            y: within(point.y, self.top, self.bottom),
        }
    }

    /// Bottom minus top.
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// Right minus left.
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// The vertical middle.
    pub fn middle(&self) -> f64 {
        f64::midpoint(self.top, self.bottom)
    }

    /// The horizontal middle.
    pub fn middle_x(&self) -> f64 {
        f64::midpoint(self.left, self.right)
    }

    /// What lies in both; possibly empty, never inside out.
    #[must_use]
    pub fn clipped(&self, by: &Self) -> Self {
        let (left, top) = (self.left.max(by.left), self.top.max(by.top));
        Self {
            left,
            top,
            right: self.right.min(by.right).max(left),
            bottom: self.bottom.min(by.bottom).max(top),
        }
    }

    /// The smallest rectangle around both.
    #[must_use]
    pub fn hull(&self, other: &Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }
}

impl From<DomRect> for Rect {
    fn from(rect: DomRect) -> Self {
        Self {
            left: rect.left(),
            top: rect.top(),
            right: rect.right(),
            bottom: rect.bottom(),
        }
    }
}
