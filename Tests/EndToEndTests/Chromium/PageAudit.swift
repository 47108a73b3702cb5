import Testing

extension ChromiumPage {
    /// What is wrong with the page for whoever cannot see it well, has no mouse, or reads it on a phone.
    ///
    /// The rules are those of the Web Content Accessibility Guidelines 2.2 that a script can tell: 1.3.1, 1.4.3 and 1.4.10,
    /// 2.4.2, 2.4.3 and 2.4.7, 3.1.1, and 4.1.2. <https://www.w3.org/TR/WCAG22/>
    func faults() async throws -> [String] {
        let standing = try await value("(() => { \(Self.reading) \(Self.rules) return faults.join(`\\n`); })()")
        return standing.split(separator: "\n").map(String.init) + (try await focusFaults())
    }

    /// Walks through the page by the Tab key: each stop lies behind the one before, and is seen.
    private func focusFaults() async throws -> [String] {
        let count = Int(try await value("(() => { \(Self.reading) return stops().length; })()")) ?? 0
        _ = try await value("(document.activeElement?.blur(), window.scrollTo(0, 0), 0)")
        var (faults, last) = ([String](), -1)
        for _ in 0..<min(count, 40) {
            try await press("Tab")
            let place = try await value(Self.focus)
            let parts = place.split(separator: "\n", maxSplits: 2).map(String.init)
            guard parts.count == 3, let index = Int(parts[0]) else {
                // Between the last stop and the first lies the window itself.
                guard last < 0 else { break }
                continue
            }
            if index < last { faults.append("focus goes back to \(parts[2])") }
            if parts[1] != "seen" { faults.append("focus is not seen on \(parts[2])") }
            last = index
        }
        if count > 0, last < 0 { faults.append("the Tab key reaches nothing") }
        return faults
    }

    /// Where the focus is: its place in the document, whether it is seen, and on what.
    private static let focus = """
        (() => {
          const element = document.activeElement;
          if (!element || element === document.body) return "";
          const style = getComputedStyle(element);
          const isSeen = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
          const index = [...document.querySelectorAll("*")].indexOf(element);
          return `${index}\\n${isSeen ? "seen" : "unseen"}\\n${element.outerHTML.slice(0, 90)}`;
        })()
        """

    /// Functions that the rules are written with.
    private static let reading = """
        const isShown = (element) => element.checkVisibility({ visibilityProperty: true })
          && element.getBoundingClientRect().width > 1;
        const stops = () => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
          .filter((one) => one.tabIndex >= 0 && !one.disabled && one.type !== "hidden" && isShown(one));
        const name = (element) => (element.getAttribute("aria-label")
          || (element.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.innerText ?? "").join(" ")
          || [...(element.labels ?? [])].map((label) => label.innerText).join(" ")
          || (element.matches("input, select, textarea") ? "" : element.innerText)).trim();
        const colour = (text) => {
          const parts = text.match(/[\\d.]+/g).map(Number);
          return { r: parts[0], g: parts[1], b: parts[2], a: parts[3] ?? 1 };
        };
        const over = (top, below) => ({ r: top.r * top.a + below.r * (1 - top.a), g: top.g * top.a + below.g * (1 - top.a),
          b: top.b * top.a + below.b * (1 - top.a), a: 1 });
        const ground = (element) => {
          if (!element) return colour(matchMedia("(prefers-color-scheme: dark)").matches ? "rgb(0, 0, 0)" : "rgb(255, 255, 255)");
          const own = colour(getComputedStyle(element).backgroundColor);
          return own.a === 1 ? own : over(own, ground(element.parentElement));
        };
        const light = (one) => [one.r, one.g, one.b].map((part) => part / 255)
          .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
          .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
        const contrast = (text, below) => {
          const [low, high] = [light(over(text, below)), light(below)].sort((a, b) => a - b);
          return (high + 0.05) / (low + 0.05);
        };
        """

    private static let rules = """
        const faults = [];
        const say = (what, element) => faults.push(`${what}: ${element?.outerHTML.replace(/\\s+/g, " ").slice(0, 110) ?? ""}`);
        if (!document.documentElement.lang) say("the page says no language");
        if (!document.title.trim()) say("the page has no title");
        if (document.querySelectorAll("h1").length !== 1) say("the page has not one main heading");
        if (document.querySelectorAll("main").length !== 1) say("the page has not one main part");
        const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
        for (const id of new Set(ids.filter((id, index) => ids.indexOf(id) !== index))) say(`the id ${id} is there twice`);
        let level = 0;
        for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
          const own = Number(heading.tagName[1]);
          if (level && own > level + 1) say("a heading leaves out a level", heading);
          level = own;
        }
        for (const element of stops()) {
          if (!name(element)) say("nothing names this", element);
          if (element.tabIndex > 0) say("this takes the focus out of order", element);
        }
        for (const label of document.querySelectorAll("label[for]")) {
          if (!document.getElementById(label.htmlFor)) say("this label labels nothing", label);
        }
        for (const group of document.querySelectorAll("fieldset")) {
          if (!group.querySelector(":scope > legend")) say("nothing names this group", group);
        }
        for (const cell of document.querySelectorAll("th")) if (!cell.scope) say("this heads no row and no column", cell);
        for (const part of document.querySelectorAll("[aria-describedby], [aria-labelledby]")) {
          for (const id of `${part.getAttribute("aria-describedby") ?? ""} ${part.getAttribute("aria-labelledby") ?? ""}`.trim().split(/\\s+/)) {
            if (!document.getElementById(id)) say(`${id} is not there`, part);
          }
        }
        for (const picture of document.querySelectorAll("img, svg")) {
          if (!picture.ariaHidden && !name(picture) && !picture.alt && !picture.querySelector(":scope > title")) {
            say("nothing tells what this picture shows", picture);
          }
        }
        for (const element of document.querySelectorAll("body *")) {
          if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) || !isShown(element)
            || element.disabled || element.closest("svg")) continue;
          const style = getComputedStyle(element);
          const size = parseFloat(style.fontSize);
          const isLarge = size >= 24 || size >= 18.66 && Number(style.fontWeight) >= 700;
          const ratio = contrast(colour(style.color), ground(element));
          if (ratio < (isLarge ? 3 : 4.5)) say(`text with a contrast of ${ratio.toFixed(2)}`, element);
        }
        for (const field of document.querySelectorAll("input[placeholder]")) {
          const ratio = contrast(colour(getComputedStyle(field, "::placeholder").color), ground(field));
          if (ratio < 4.5) say(`a hint with a contrast of ${ratio.toFixed(2)}`, field);
        }
        if (document.documentElement.scrollWidth > innerWidth + 1) say(`the page is ${document.documentElement.scrollWidth} wide`);
        """
}

/// The looks that a page is checked in: a screen and a phone, light and dark.
let looks: [(width: Int, isDark: Bool)] = [(1_280, false), (390, false), (390, true)]

extension ChromiumPage {
    /// Expects that nothing is wrong with the page in any look.
    func expectSound(_ name: String, _ location: SourceLocation = #_sourceLocation) async throws {
        for (width, isDark) in looks {
            try await look(width: width, isDark: isDark)
            let found = try await faults()
            #expect(
                found.isEmpty,
                "\(name), \(width) wide, \(isDark ? "dark" : "light"):\n\(found.joined(separator: "\n"))",
                sourceLocation: location)
        }
        try await look(width: looks[0].width, isDark: looks[0].isDark)
    }
}
