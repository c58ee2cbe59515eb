//! The text of a part of a page, as a browser would lay it out: blocks apart, runs of white space as one space.
//!
//! Paragraphs are separated by a blank line, list items, table rows and `<br>` by a line end, cells by a tab. Only
//! ASCII white space collapses, as in HTML; no-break spaces and the like are the author's and stay. What a reader
//! doesn't see (scripts, styles, forms' controls, what is marked hidden) is left out. The tree is walked without
//! recursion, so deep nesting costs no stack.

use dom_query::NodeRef;

/// The text below `root`, without white space at either end.
pub fn text_of(root: &NodeRef) -> String {
    let mut page = PageText::default();
    let mut steps = vec![Step::Enter(*root)];
    while let Some(step) = steps.pop() {
        match step {
            Step::Enter(node) if node.is_text() => page.push(&node.text()),
            Step::Enter(node) => {
                let name = node.node_name().unwrap_or_default();
                if is_left_out(&name, &node) {
                    continue;
                }
                page.open(&name);
                steps.push(Step::Leave(name.to_string()));
                steps.extend(node.children_it(true).map(Step::Enter));
            }
            Step::Leave(name) => page.close(&name),
        }
    }
    page.out.trim().into()
}

/// Whether elements below `root` nest deeper than `limit` levels.
pub fn is_deeper_than(limit: usize, root: &NodeRef) -> bool {
    let mut level = vec![*root];
    for _ in 0..=limit {
        level = level
            .iter()
            .flat_map(|node| node.children_it(false))
            .filter(NodeRef::is_element)
            .collect();
    }
    !level.is_empty()
}

enum Step<'a> {
    Enter(NodeRef<'a>),
    Leave(String),
}

/// What must stand between the text so far and the next words.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
enum Gap {
    #[default]
    None,
    Space,
    Tab,
    Line,
    Blank,
}

#[derive(Default)]
struct PageText {
    out: String,
    gap: Gap,
    /// How many `pre` elements are open: in them white space counts.
    preformatted: usize,
}

impl PageText {
    fn open(&mut self, name: &str) {
        self.widen(gap_of(name));
        self.preformatted += usize::from(name == "pre");
        if name == "br" {
            self.widen(if self.gap >= Gap::Line { Gap::Blank } else { Gap::Line });
        }
    }

    fn close(&mut self, name: &str) {
        self.preformatted -= usize::from(name == "pre");
        self.widen(gap_of(name));
    }

    fn widen(&mut self, gap: Gap) {
        self.gap = self.gap.max(gap);
    }

    fn push(&mut self, text: &str) {
        let at_start = self.out.is_empty() || self.gap >= Gap::Line;
        if at_start && text.trim().is_empty() {
            return; // Also a lone no-break space: a common way to space paragraphs.
        }
        if self.preformatted > 0 {
            self.bridge();
            self.out.push_str(text);
            return;
        }
        if text.starts_with(|ch: char| ch.is_ascii_whitespace()) {
            self.widen(Gap::Space);
        }
        for word in text.split_ascii_whitespace() {
            self.bridge();
            self.out.push_str(word);
            self.gap = Gap::Space;
        }
        if !text.ends_with(|ch: char| ch.is_ascii_whitespace()) && self.gap == Gap::Space {
            self.gap = Gap::None;
        }
    }

    fn bridge(&mut self) {
        let between = match std::mem::take(&mut self.gap) {
            Gap::None => return,
            Gap::Space => " ",
            Gap::Tab => "\t",
            Gap::Line => "\n",
            Gap::Blank => "\n\n",
        };
        self.out.truncate(self.out.trim_end().len());
        if !self.out.is_empty() {
            self.out.push_str(between);
        }
    }
}

fn gap_of(name: &str) -> Gap {
    match name {
        "address" | "article" | "aside" | "blockquote" | "body" | "caption" | "center" | "details" | "dialog"
        | "div" | "dl" | "fieldset" | "figcaption" | "figure" | "footer" | "form" | "h1" | "h2" | "h3" | "h4"
        | "h5" | "h6" | "header" | "hgroup" | "hr" | "html" | "legend" | "main" | "menu" | "nav" | "ol" | "p"
        | "pre" | "section" | "summary" | "table" | "ul" => Gap::Blank,
        "dd" | "dt" | "li" | "tr" => Gap::Line,
        "td" | "th" => Gap::Tab,
        _ => Gap::None,
    }
}

fn is_left_out(name: &str, node: &NodeRef) -> bool {
    let unseen = [
        "script", "style", "noscript", "template", "head", "title", "iframe", "object", "embed", "svg", "canvas",
        "audio", "video", "button", "select", "textarea", "input", "datalist", "dialog",
    ];
    let hidden_style = || {
        let style = node
            .attr("style")
            .unwrap_or_default()
            .to_ascii_lowercase()
            .replace(' ', "");
        style.contains("display:none") || style.contains("visibility:hidden")
    };
    unseen.contains(&name) || (node.is_element() && (node.has_attr("hidden") || hidden_style()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use dom_query::Document;

    fn check(html: &str, expected: &str) {
        let doc = Document::from(html);
        assert_eq!(text_of(&doc.root()), expected, "{html}");
    }

    #[test]
    fn blocks_stand_apart() {
        check("<p>officials said.</p><p>Mayor Ana</p>", "officials said.\n\nMayor Ana");
        check("<div><div><p>a</p></div></div><section>b</section>c", "a\n\nb\n\nc");
        check(
            "<figure><img alt=x><figcaption>Cap</figcaption></figure>Text",
            "Cap\n\nText",
        );
        check("a<br>b<br><br>c<hr>d", "a\nb\n\nc\n\nd");
        check(
            "<p>Two:<ul><li>one<li>two <ul><li>deep</ul></ul>After",
            "Two:\n\none\ntwo\n\ndeep\n\nAfter",
        );
        check(
            "<table><caption>T</caption><tr><th>A</th><td>1</td></tr><tr><th>B</th><td>2</td></tr></table>",
            "T\n\nA\t1\nB\t2",
        );
    }

    #[test]
    fn white_space_collapses_as_in_a_browser() {
        check(
            "<p>  one\n\t two<b> three </b> four<i>five</i></p>",
            "one two three fourfive",
        );
        check(
            "<p>5\u{a0}€ &amp; 3&nbsp;%\u{2009}up &lt;b&gt;</p>",
            "5\u{a0}€ & 3\u{a0}%\u{2009}up <b>",
        );
        check("<p>a</p><p>&nbsp;</p> \n <p>b&nbsp;</p>", "a\n\nb");
        check("<pre>\n  x\n    y\n</pre><p>z", "x\n    y\n\nz");
        check(
            "<p>soft&shy;hyphen <a href=x>link</a>, end",
            "soft\u{ad}hyphen link, end",
        );
    }

    #[test]
    fn what_a_reader_does_not_see_stays_out() {
        check(
            "<title>t</title><p>a<script>alert(1)</script><style>p{}</style><!-- c --></p><noscript>n</noscript>\
             <template><p>t</p></template><p hidden>h</p><p style='Display : none'>d</p><svg><text>s</text></svg>\
             <form><button>Go</button><p>b</form>",
            "a\n\nb",
        );
    }

    #[test]
    fn depth_counts_elements() {
        let doc = Document::fragment("<div><p><b>x</b></p></div><p>y</p>");
        let body = doc.select_single("div").parent();
        assert!(is_deeper_than(2, &body.nodes()[0]));
        assert!(!is_deeper_than(3, &body.nodes()[0]));
    }

    #[test]
    fn deep_nesting_costs_no_stack() {
        check(&format!("{}x{}", "<b>".repeat(3000), "</b>".repeat(3000)), "x");
    }
}
