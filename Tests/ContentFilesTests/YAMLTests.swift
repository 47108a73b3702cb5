import ContentFiles
import Testing

struct YAMLTests {
    private func read(_ source: String, _ dialect: YAML.Dialect = .plain) -> (root: YAML?, log: [Diagnostic]) {
        let log = DiagnosticLog()
        let root = YAML.read(source, file: "f.yaml", dialect: dialect, log: log)
        return (root, log.sorted)
    }

    /// Every scalar with its place: `1:1 a`.
    private func places(_ node: YAML) -> [String] {
        let here = "\(node.position.line):\(node.position.column)"
        switch node.content {
        case .scalar(let text, let isPlain): return ["\(here) \(isPlain ? "" : "quoted ")\(text)"]
        case .sequence(let items): return ["\(here) list"] + items.flatMap(places)
        case .mapping(let entries):
            return ["\(here) group"]
                + entries.flatMap {
                    ["\($0.keyPosition.line):\($0.keyPosition.column) key \($0.key)"] + places($0.value)
                }
        }
    }

    @Test func `everything has its line and column from the first`() throws {
        let source = """
            a: one
            list:
              - two
              - "three"
              - { b: 'four', 😀: five, 工资: six }
              - [yes, 12:30]
            long: |
              first
              second
            folded: >-
              x
              y
            """
        let root = try #require(read(source).root)
        #expect(
            places(root) == [
                "1:1 group", "1:1 key a", "1:4 one", "2:1 key list", "3:3 list", "3:5 two", "4:5 quoted three",
                "5:5 group", "5:7 key b",
                "5:10 quoted four", "5:18 key 😀", "5:21 five", "5:27 key 工资", "5:31 six", "6:5 list", "6:6 yes",
                "6:11 12:30", "7:1 key long",
                "7:7 quoted first\nsecond\n", "10:1 key folded", "10:9 quoted x y",
            ])
    }

    @Test(arguments: [
        "yes", "no", "on", "12:30", "+254700000001", "01", "0x1F", "1e3", "1_000", "2026-03-01", ".5", "~x", "=",
        "null!",
    ])
    func `a text stays the text that was written`(_ text: String) throws {
        let root = try #require(read("a: \(text)\nb: \"\(text)\"").root)
        #expect(root.entries?.map(\.value.text) == [text, text])
    }

    @Test(arguments: [
        "⟦a: 1\na: 2", "a: { ⟦b: 1, b: 2 }", "x:\n  ⟦a: 1\n  b: 2\n  a: 3", "a: 1\nb: 2", "- a: 1\n- ⟦b: 1\n  b: 2",
        "⟦1: a\n\"1\": b",
        "a: { b: 1 }\nc: { b: 1 }",
    ])
    func `a key that is there twice is an error`(_ marked: String) {
        expect(marked, marked.contains("⟦") ? ["duplicate-key"] : [])
    }

    @Test(arguments: [
        ("say: ⟦@home", "yaml", "quotes"), ("say: ⟦*star", "yaml", "quotes"), ("say: ⟦%done", "yaml", "quotes"),
        ("say: ⟦`x", "yaml", "quotes"),
        ("say: ⟦&amp", "yaml-anchor", "quotes"), ("say: ⟦!now", "yaml-tag", "quotes"), ("say: [now⟦", "yaml", "quotes"),
        ("say: {now⟦", "yaml", "quotes"), ("say: Call now⟦: 12333", "yaml", "quotes"), ("a:\n⟦\tb: 1", "yaml", "tabs"),
        ("? [a, b]\n: c", "yaml-key", ""), ("say: \"open⟦", "yaml", ""),
    ])
    func `what YAML takes for its own is an error that says how to mend it`(
        _ marked: String, _ id: String, _ hint: String
    ) throws {
        let found = read(marked.replacing("⟦", with: "")).log
        let first = try #require(found.first)
        #expect(first.id == id, "\(found)")
        #expect(hint.isEmpty || first.suggestion?.contains(hint) == true, "\(first)")
        #expect(first.position.line >= 1 && first.position.column >= 1)
    }

    @Test(arguments: [
        "say: Press⟦ # to end", "- one⟦ # two", "- [a⟦ # b\n  ]", "a: 1 # a number", "a: one  # a comment",
        "a: \"one # two\"", "a: one#two", "# a: b\na: b",
        "a: 'x' # y", "a: 工资⟦ #1", "a: # nothing",
    ])
    func `a hash behind one space would cut a text`(_ marked: String) {
        // The mark stands before the space; the diagnostic points at the hash.
        let moved = marked.replacing("⟦ #", with: " ⟦#")
        expect(moved, moved.contains("⟦") ? ["yaml-comment"] : [])
    }

    @Test(arguments: [YAML.Dialect.plain, .anchored])
    func `anchors within anchors do not make a small file huge`(dialect: YAML.Dialect) {
        let levels = (1...12).map { level in
            let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            return "a\(level): &a\(level) [\(aliases)]\n"
        }
        let log = DiagnosticLog()
        #expect(YAML.read("a0: &a0 x\n" + levels.joined(), file: "x.yaml", dialect: dialect, log: log) == nil)
        #expect(log.all.contains { $0.message == "the file has more than 1000000 values" })
    }

    @Test func `provider files may comment, and share parts by anchors`() throws {
        let (root, log) = read("a: &x { b: one # two\n  }\nc: { <<: *x, d: 1 }", .anchored)
        #expect(log.isEmpty)
        #expect(root?.entries?.last?.value.entries?.map(\.key) == ["b", "d"])
    }

    @Test func `an empty file and one with control characters are errors with a place`() {
        #expect(read("").log.map(\.id) == ["empty-file"])
        #expect(read("# only\n").log.map(\.id) == ["empty-file"])
        let found = read("a: 1\nb: \u{1}x").log
        #expect(found.map(\.id) == ["yaml-characters"])
        #expect(found.first?.position.line == 2)
    }

    @Test func `random texts never stop the reader`() {
        var state: UInt64 = 5
        let pieces = [
            "a", ":", " ", "\n", "-", "\"", "'", "{", "}", "[", "]", "|", ">", "&", "*", "!", "#", "\t", "工", "😀", "?",
            "%", "@", "~",
        ]
        var read = 0
        for _ in 0..<3_000 {
            var text = ""
            for _ in 0..<12 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            let (root, log) = self.read(text)
            if root != nil { read += 1 } else { #expect(!log.isEmpty) }
        }
        #expect(read > 100)
    }

    private func expect(_ marked: String, _ ids: [String]) {
        var fixture = Fixture()
        fixture.files = ["f.yaml": marked]
        let found = read(marked.replacing("⟦", with: "")).log.map { "\($0.position) \($0.id)" }
        let places = fixture.marks.filter { $0.hasPrefix("f.yaml") }
        #expect(found == zip(places, ids).map { "\($0) \($1)" })
    }
}
