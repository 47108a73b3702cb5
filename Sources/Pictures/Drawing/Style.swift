/// The look of pictures. Colours are variables with a light and a dark value, so that a page can set its own; the plain
/// value before each variable is for programs that draw SVG without knowing variables.
enum Style {
    private struct Colour {
        let name: String
        let light: String
        let dark: String
    }

    private static let colours = [
        Colour(name: "page", light: "#f6f7f9", dark: "#15181d"),
        Colour(name: "card", light: "#ffffff", dark: "#23272e"),
        Colour(name: "edge", light: "#c3c9d2", dark: "#4a515c"),
        Colour(name: "ink", light: "#1b1f24", dark: "#eceff3"),
        Colour(name: "muted", light: "#5b6470", dark: "#a4adb9"),
        Colour(name: "line", light: "#6b7683", dark: "#97a1ae"),
        Colour(name: "path", light: "#d55e00", dark: "#ff9440"),
        Colour(name: "badge", light: "#e8ecf1", dark: "#363c46"),
        Colour(name: "strip", light: "#e2f3ec", dark: "#1d3a31"),
        Colour(name: "entry", light: "#00593f", dark: "#8fe3c4"),
    ]

    /// The tags' colours can be told apart by people who see few colours (Okabe and Ito, "Color Universal Design", 2008),
    /// and every tag says its word.
    private static let tags: [(tags: [Node.Tag], fill: String, ink: String)] = [
        ([.menu, .ask, .find], "#0072b2", "#ffffff"),
        ([.say, .end], "#4d5661", "#ffffff"),
        ([.branch, .set, .check], "#f0c93e", "#1b1f24"),
        ([.call, .flow], "#cc79a7", "#1b1f24"),
        ([.send, .remind, .request], "#56b4e9", "#1b1f24"),
        ([.refer], "#d55e00", "#ffffff"),
    ]

    private static let fonts = """
        system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans CJK SC", "PingFang SC", \
        "Microsoft YaHei", sans-serif
        """

    /// Every selector begins with `.waymark`, so that a page around the picture is not touched.
    static var sheet: String {
        let light = colours.map { "--\($0.name):\($0.light)" }.joined(separator: ";")
        let dark = colours.map { "--\($0.name):\($0.dark)" }.joined(separator: ";")
        return
            ([
                ".waymark{\(light);font-family:\(fonts)}",
                "@media (prefers-color-scheme:dark){.waymark{\(dark)}}",
            ] + (rules + tagRules).map { "\(scoped($0.selectors)){\($0.style)}" }).joined(separator: "\n")
    }

    /// Each of several selectors needs its own scope.
    private static func scoped(_ selectors: String) -> String {
        selectors.split(separator: ",").map { ".waymark \($0)" }.joined(separator: ",")
    }

    private typealias Rule = (selectors: String, style: String)

    private static var tagRules: [Rule] {
        tags.flatMap { group -> [Rule] in
            let selectors = { (part: String) in group.tags.map { ".\($0.rawValue)>.\(part)" }.joined(separator: ",") }
            return [(selectors("tag"), "fill:\(group.fill)"), (selectors("verb"), "fill:\(group.ink)")]
        }
    }

    private static let rules: [Rule] = [
        (".page", "\(fill("page"))"),
        ("text", "font-size:13px;\(fill("ink"))"),
        (".called", "font-weight:600"),
        (".quiet", "\(fill("muted"))"),
        (".box", "\(fill("card"));\(stroke("edge"));stroke-width:1"),
        (".strip", "\(fill("strip"))"),
        (".entry", "font-size:11px;\(fill("entry"))"),
        (".mark", "\(fill("entry"))"),
        (".verb", "font-size:11px;font-weight:600"),
        (".name", "font-size:12px;font-weight:600;\(fill("muted"))"),
        (".note,.condition,.then", "font-size:11px;\(fill("muted"))"),
        (".rule", "\(stroke("edge"));stroke-width:1;stroke-dasharray:2 3"),
        (".badge", "\(fill("badge"))"),
        (".number", "font-size:11px;font-weight:600;text-anchor:middle"),
        (".option", "font-size:12px"),
        (".port", "\(fill("card"));\(stroke("line"));stroke-width:1.25"),
        (".sign", "fill:none;\(stroke("line"));stroke-width:1.5;stroke-linecap:round;stroke-linejoin:round"),
        (".door", "\(fill("card"));stroke:#cc79a7;stroke-width:1.25"),
        (".doorname", "font-size:11px;text-anchor:middle"),
        (".halo", "fill:none;\(stroke("page"));stroke-width:6"),
        (".line", "fill:none;\(stroke("line"));stroke-width:1.5"),
        (".call .line", "stroke-dasharray:5 4"),
        (".tip,.start", "\(fill("line"))"),
        (".count", "\(fill("ink"))"),
        (".figure", "font-size:11px;font-weight:600;text-anchor:middle;\(fill("card"))"),
        (".taken .box", "\(stroke("path"));stroke-width:2.5"),
        (".taken .line", "\(stroke("path"));stroke-width:3"),
        (".taken .tip,.taken .start", "\(fill("path"))"),
        (".heading", "font-size:17px;font-weight:600"),
        (".headnote", "font-size:12px;\(fill("muted"))"),
        (".panel", "fill:none;\(stroke("edge"));stroke-width:1"),
        ("a", "cursor:pointer"),
    ]

    private static func fill(_ name: String) -> String { paint("fill", name) }

    private static func stroke(_ name: String) -> String { paint("stroke", name) }

    private static func paint(_ property: String, _ name: String) -> String {
        let plain = colours.first { $0.name == name }?.light ?? "#000000"
        return "\(property):\(plain);\(property):var(--\(name))"
    }
}
